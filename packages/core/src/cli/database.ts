import { EXIT, type ExitCode, type Terminal } from '@hotline-kit/rules/command-line';
import { isoInZone } from '@hotline-kit/sla-calendar';
import { printScript } from './migration-script.js';
import { type DeskCallOptions, onDesk } from './on-desk.js';
import { type DatabaseOptions, withStore } from './with-store.js';

/** `run-due PACK DATABASE`: fires what is due, once, as an alarm clock such as cron does it. */
export async function runDue(
  folder: string,
  database: string,
  options: DeskCallOptions & { readonly at: string },
  terminal: Terminal,
): Promise<ExitCode> {
  return onDesk(
    folder,
    database,
    options,
    terminal,
    { zh: '到期处理', en: 'run-due' },
    async (desk, { defaultCalendar }) => {
      const { fired, nextDueAt, failed } = await desk.runDue(options.at);
      const next = nextDueAt?.toISOString();
      const failures = failed.map(({ ticket, error }) => ({ ticket, error: String(error) }));
      return () => {
        if (options.json === true) terminal.json({ fired, nextDueAt: next ?? null, failed: failures });
        else {
          const local = nextDueAt && isoInZone(nextDueAt, defaultCalendar.zone);
          const zh = `已触发 ${fired} 次，下一次：${local ?? '无'}`;
          terminal.print(terminal.say({ zh, en: `fired ${fired}, next: ${local ?? 'none'}` }));
          for (const { ticket, error } of failures) terminal.print(terminal.colors.red(`✗ ${ticket}: ${error}`));
        }
        return failed.length === 0 ? EXIT.ok : EXIT.faults;
      };
    },
  );
}

/** `migrate DATABASE`: brings the tables up to date, only looks, or prints the SQL for the people of the database. */
export async function migrate(
  database: string,
  options: DatabaseOptions & { readonly check?: boolean; readonly sql?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  if (options.sql === true) return printScript(database, options, terminal);
  return withStore(database, options, options.check === true ? 'check' : 'apply', async () => {
    terminal.print(terminal.colors.green(terminal.say({ zh: '✓ 数据表为最新', en: '✓ the tables are up to date' })));
    return EXIT.ok;
  });
}
