import { Command, CommanderError, Option } from 'commander';
import { HotlineError } from '../errors.js';
import type { BilingualText } from '../ticket/refusal.js';
import { assess } from './assess.js';
import { migrate, runDue, verify } from './database.js';
import { exportLogs } from './export.js';
import { scenario } from './scenario.js';
import { EXIT, type ExitCode, MisuseError, Terminal, type TerminalSetting } from './terminal.js';
import { tryDraft } from './what-if.js';

/** Runs `hotline-desk` with its arguments, and tells the exit code: 0 as asked, 1 faults were found, 2 misuse. */
export async function runCommandLine(args: readonly string[], setting: TerminalSetting): Promise<ExitCode> {
  const asked = args[args.indexOf('--lang') + 1];
  const language = args.includes('--lang') && (asked === 'zh' || asked === 'en') ? asked : setting.language;
  const terminal = new Terminal({ ...setting, language });
  let code: ExitCode = EXIT.ok;
  const ended = async (result: Promise<ExitCode>): Promise<void> => {
    code = await result;
  };
  const program = programOf(terminal, ended);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.misuse;
    if (!isForPeople(error)) throw error;
    const isBilingual = error instanceof MisuseError || error instanceof HotlineError;
    terminal.complain(terminal.colors.red(isBilingual ? terminal.say(error.text) : error.message));
    return error instanceof HotlineError && error.code === 'storeOutdated' ? EXIT.faults : EXIT.misuse;
  }
}

function programOf(terminal: Terminal, ended: (result: Promise<ExitCode>) => Promise<void>): Command {
  const say = (zh: string, en: string): string => terminal.say({ zh, en } satisfies BilingualText);
  const database = say('SQLite 文件，或 postgres:// 地址', 'a SQLite file, or the URL of a PostgreSQL');
  const program = new Command('hotline-desk')
    .description(
      say(
        '12345热线工单库：情景测试、核验、导出、到期处理、考核、草案重演、建表',
        'Tickets of a 12345 hotline: scenarios, verification, export, due clocks, assessment, drafts tried on the past, tables',
      ),
    )
    .addOption(new Option('--lang <zh|en>', say('语言：zh 或 en', 'language: zh or en')).choices(['zh', 'en']))
    .addHelpText(
      'after',
      say('\n退出码：0 正常；1 发现问题；2 用法有误', '\nExit codes: 0 as asked; 1 faults were found; 2 misuse'),
    )
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.write(text), writeErr: (text) => terminal.complain(text) });
  const json = ['--json', say('供程序读取', 'for programs')] as const;
  const schema = ['--schema <name>', say('PostgreSQL 模式名', 'schema of the tables in PostgreSQL')] as const;
  const at = ['--at <instant>', say('时刻，默认现在', 'the instant; now by default')] as const;
  program
    .command('scenario')
    .description(say('运行 scenarios/*.json 中的工单情景', 'live the lives of scenarios/*.json'))
    .argument('<pack>', say('规则包文件夹', 'folder of the city pack'))
    .option(...json)
    .action((folder, options) => ended(scenario(folder, options, terminal)));
  program
    .command('verify')
    .description(say('核验日志与导出文件', 'check every log of a database, or an export'))
    .argument('<database|file.ndjson>', database)
    .option('--hash <hash>', say('导出时记下的哈希', 'the hash that was noted at the export'))
    .option(...schema)
    .option(...json)
    .action((source, options) => ended(verify(source, options, terminal)));
  program
    .command('export')
    .description(
      say('按读者的权限导出日志（NDJSON）', 'logs as NDJSON on the standard output, as their reader may have them'),
    )
    .argument('<database>', database)
    .requiredOption(
      '--as <role:id[@unit]>',
      say(
        '读者，如 auditor:a-3（全部日志）、handler:h-4@riverside',
        'the reader, such as auditor:a-3 (every log as it is) or handler:h-4@riverside',
      ),
    )
    .option(
      '--pack <folder>',
      say('规则包文件夹；审计以外的读者须给出', 'folder of the city pack; needed for any reader but an auditor'),
    )
    .option('--key <secret>', say('封印的密钥，供日后逐行核验', 'secret of the seals, to prove each line later'))
    .option(...at)
    .option(...schema)
    .action((source, options) => ended(exportLogs(source, options, terminal)));
  program
    .command('run-due')
    .description(say('触发到期的时限', 'fire the clocks that are due'))
    .argument('<pack>', say('规则包文件夹', 'folder of the city pack'))
    .argument('<database>', database)
    .option(...at)
    .option(...schema)
    .option(...json)
    .action((folder, source, options) => ended(runDue(folder, source, options, terminal)));
  program
    .command('assess')
    .description(say('按规则包的指标考核一段时间', 'the metrics of the pack over a span of time'))
    .argument('<pack>', say('规则包文件夹', 'folder of the city pack'))
    .argument('<database>', database)
    .argument(
      '<span>',
      say('如 2024-11-05、2024-11、2024-Q4、2024-H2、2024', 'such as 2024-11, 2024-Q4, 2024-H2, 2024'),
    )
    .option('--within <unit>', say('只计该机构及其下级主办的工单', 'only tickets led by this unit or those below it'))
    .option('--metrics <ids>', say('只列这些指标，以逗号分隔', 'only these metrics, with commas between them'))
    .option('--parts', say('按机构等分列', 'broken down by unit and whatever each metric names'))
    .option(...schema)
    .option(...json)
    .action((folder, source, span, options) => ended(assess(folder, source, span, options, terminal)));
  program
    .command('what-if')
    .description(say('用规则包草案重演一段时间的工单', 'live the tickets of a span again under a draft of the pack'))
    .argument('<pack>', say('现行规则包文件夹', 'folder of the city pack that counts'))
    .argument('<draft>', say('草案文件夹', 'folder of the draft'))
    .argument('<database>', database)
    .argument('<span>', say('登记时间，如 2024-11、2024', 'when they were registered, such as 2024-11, 2024'))
    .option(...schema)
    .option(...json)
    .action((folder, draft, source, span, options) => ended(tryDraft(folder, draft, source, span, options, terminal)));
  program
    .command('migrate')
    .description(say('建立或更新数据表', 'bring the tables up to date'))
    .argument('<database>', database)
    .option('--check', say('只检查，不更改', 'only look'))
    .option('--sql', say('输出 SQL，不执行', 'print the SQL and change nothing'))
    .option(...schema)
    .action((source, options) => ended(migrate(source, options, terminal)));
  return program;
}

/** Whether an error is one of this project's or of the system, whose message is for people. */
function isForPeople(error: unknown): error is Error {
  return error instanceof RangeError || (error instanceof Error && 'code' in error && typeof error.code === 'string');
}
