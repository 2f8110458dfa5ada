import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { EXIT, type ExitCode, type Terminal } from '@hotline-kit/rules/command-line';
import { verifyExport } from '../log/verify-export.js';
import { verifyTicket } from '../log/verify-ticket.js';
import { postgresMigrations } from '../storage/postgres/migrations.js';
import { sqliteMigrations } from '../storage/sqlite/migrations.js';
import { type DeskCallOptions, onDesk } from './on-desk.js';
import { type DatabaseOptions, isPostgres, withStore } from './with-store.js';

/** `verify DATABASE`: every hash of every log is computed again; a file `.ndjson` is judged as an export. */
export async function verify(
  source: string,
  options: DeskCallOptions & { readonly hash?: string },
  terminal: Terminal,
): Promise<ExitCode> {
  if (source.endsWith('.ndjson')) {
    const lines = createInterface({ input: createReadStream(source), crlfDelay: Number.POSITIVE_INFINITY });
    const verified = await verifyExport(lines, options.hash === undefined ? {} : { hash: options.hash });
    if (options.json === true) terminal.json(verified);
    else if (verified.ok) whole(verified.tickets, verified.events, terminal);
    else terminal.print(terminal.colors.red(`✗ ${source}:${verified.line} ${terminal.say(verified.text)}`));
    return verified.ok ? EXIT.ok : EXIT.faults;
  }
  return withStore(source, options, 'check', async (store) => {
    const broken: { ticket: string; version: number; reason: string; text: { zh: string; en: string } }[] = [];
    let [tickets, events] = [0, 0];
    for (let after: string | undefined; ; ) {
      const page = await store.find({ limit: 200, ...(after === undefined ? {} : { after }) });
      for (const stored of page) {
        const verified = verifyTicket(stored, await store.events(stored.record.id, stored.record.version));
        tickets += 1;
        events += stored.record.version;
        if (!verified.ok) broken.push({ ticket: stored.record.id, ...verified });
      }
      after = page.at(-1)?.record.id;
      if (after === undefined) break;
    }
    if (options.json === true) terminal.json({ ok: broken.length === 0, tickets, events, broken });
    else if (broken.length === 0) whole(tickets, events, terminal);
    for (const { ticket, version, text } of options.json === true ? [] : broken) {
      terminal.print(terminal.colors.red(`✗ ${ticket} #${version}: ${terminal.say(text)}`));
    }
    return broken.length === 0 ? EXIT.ok : EXIT.faults;
  });
}

function whole(tickets: number, events: number, terminal: Terminal): void {
  const zh = `✓ ${tickets} 张工单、${events} 条记录完整无改动`;
  terminal.print(terminal.colors.green(terminal.say({ zh, en: `✓ ${tickets} tickets, ${events} events: all whole` })));
}

/** `run-due PACK DATABASE`: fires what is due, once, as an alarm clock such as cron does it. */
export async function runDue(
  folder: string,
  database: string,
  options: DeskCallOptions & { readonly at: string },
  terminal: Terminal,
): Promise<ExitCode> {
  return onDesk(folder, database, options, terminal, async (desk) => {
    const { fired, nextDueAt, failed } = await desk.runDue(options.at);
    const next = nextDueAt?.toISOString();
    const failures = failed.map(({ ticket, error }) => ({ ticket, error: String(error) }));
    if (options.json === true) terminal.json({ fired, nextDueAt: next ?? null, failed: failures });
    else {
      const zh = `已触发 ${fired} 次，下一次：${next ?? '无'}`;
      terminal.print(terminal.say({ zh, en: `fired ${fired}, next: ${next ?? 'none'}` }));
      for (const { ticket, error } of failures) terminal.print(terminal.colors.red(`✗ ${ticket}: ${error}`));
    }
    return failed.length === 0 ? EXIT.ok : EXIT.faults;
  });
}

/** `migrate DATABASE`: brings the tables up to date, only looks, or prints the SQL for the people of the database. */
export async function migrate(
  database: string,
  options: DatabaseOptions & { readonly check?: boolean; readonly sql?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  if (options.sql === true) {
    const migrations = isPostgres(database) ? postgresMigrations : sqliteMigrations;
    for (const { name, sql } of migrations) terminal.write(`-- ${name}\n${sql}\n`);
    return EXIT.ok;
  }
  return withStore(database, options, options.check === true ? 'check' : 'apply', async () => {
    terminal.print(terminal.colors.green(terminal.say({ zh: '✓ 数据表为最新', en: '✓ the tables are up to date' })));
    return EXIT.ok;
  });
}
