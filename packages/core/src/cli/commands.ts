import { configureHelp, type ExitCode, examples, exitCodes, type Terminal } from '@hotline-kit/rules/command-line';
import type { Command } from 'commander';
import type { BilingualText } from '../ticket/refusal.js';
import { assess } from './assess.js';
import { migrate, runDue } from './database.js';
import { exportLogs } from './export.js';
import { scenario } from './scenario.js';
import { verify } from './verify.js';
import { tryDraft } from './what-if.js';

/** What a command says of itself. */
interface Words {
  readonly summary: BilingualText;
  readonly examples: readonly (readonly [line: string, text: BilingualText])[];
  /** What exit code 1 means. */
  readonly faults: BilingualText;
}

const PACK_FAULTS: BilingualText = { zh: '规则包有错误', en: 'the pack has faults' };
const OUTDATED: BilingualText = {
  zh: '规则包有错误，或数据表须更新',
  en: 'the pack has faults, or tables are outdated',
};

/** Adds the commands to the program. */
export function addCommands(
  program: Command,
  terminal: Terminal,
  now: () => Date,
  ended: (result: Promise<ExitCode>) => Promise<void>,
): void {
  const say = (zh: string, en: string): string => terminal.say({ zh, en });
  const command = (name: string, words: Words): Command => {
    const added = program.command(name).summary(terminal.say(words.summary));
    configureHelp(added, terminal);
    return added
      .description(terminal.say(words.summary))
      .addHelpText('after', examples(terminal, words.examples))
      .addHelpText('after', exitCodes(terminal, words.faults));
  };
  const pack = [say('<规则包>', '<pack>'), say('规则包文件夹', 'folder of the city pack')] as const;
  const database = [
    say('<数据库>', '<database>'),
    say('SQLite 文件，或 postgres:// 地址', 'a SQLite file, or the URL of a PostgreSQL'),
  ] as const;
  const json = ['--json', say('输出 JSON，供程序读取', 'JSON, for programs')] as const;
  const schema = ['--schema <name>', say('PostgreSQL 模式名', 'schema of the tables in PostgreSQL')] as const;
  const at = ['--at <instant>', say('时刻，默认现在', 'the instant; now by default')] as const;
  const instant = (options: { readonly at?: string }): string => options.at ?? now().toISOString();

  command('scenario', {
    summary: { zh: '运行 scenarios/*.json 中的工单情景', en: 'live the lives of scenarios/*.json' },
    examples: [['hotline-desk scenario my-city', { zh: '逐个运行，指出不符之处', en: 'each life, and what differs' }]],
    faults: { zh: '规则包有错误，或情景未通过', en: 'the pack has faults, or a scenario fails' },
  })
    .argument(...pack)
    .option(...json)
    .action((folder, options) => ended(scenario(folder, options, terminal)));

  command('verify', {
    summary: { zh: '核验日志或导出文件', en: 'check every log, or an export' },
    examples: [
      ['hotline-desk verify tickets.db', { zh: '重算每条记录的哈希', en: 'every hash of every log, computed anew' }],
      [
        'hotline-desk verify 2026.ndjson --hash 3f9a…',
        { zh: '导出文件，连同当时记下的哈希', en: 'an export, with the hash noted when it was made' },
      ],
      [
        'hotline-desk verify unit.ndjson --key s3cret --logs tickets.db',
        { zh: '节录的导出：逐行核验封印', en: 'a cut export: the seal of each line' },
      ],
    ],
    faults: { zh: '记录被改动或缺失', en: 'something was changed or is missing' },
  })
    .argument(
      say('<数据库或导出文件>', '<source>'),
      say('SQLite 文件、postgres:// 地址或 .ndjson 文件', 'a SQLite file, the URL of a PostgreSQL, or an .ndjson file'),
    )
    .option('--hash <hash>', say('导出时记下的哈希', 'the hash that was noted at the export'))
    .option('--key <secret>', say('导出时的封印密钥', 'secret of the seals, as given at the export'))
    .option('--logs <database>', say('导出所用的数据库', 'database that the export was made from'))
    .option(...schema)
    .option(...json)
    .action((source, options) => ended(verify(source, options, terminal)));

  command('export', {
    summary: { zh: '按读者的权限导出日志（NDJSON）', en: 'logs as their reader may have them' },
    examples: [
      [
        'hotline-desk export tickets.db --as auditor:a-3 > 2026.ndjson',
        { zh: '审计：全部日志', en: 'every log as it is' },
      ],
      [
        'hotline-desk export tickets.db --as handler:h-4@riverside --pack my-city',
        { zh: '承办单位可见的部分', en: 'what that unit may read' },
      ],
    ],
    faults: OUTDATED,
  })
    .argument(...database)
    .requiredOption('--as <role:id[@unit]>', say('读者：角色:编号@单位', 'the reader: role, id and unit'))
    .option('--pack <folder>', say('规则包文件夹；审计以外的读者须给出', 'city pack; for any reader but an auditor'))
    .option('--key <secret>', say('封印的密钥，供日后逐行核验', 'secret of the seals, to prove each line later'))
    .option(...at)
    .option(...schema)
    .action((source, options) => ended(exportLogs(source, { ...options, at: instant(options) }, terminal)));

  command('run-due', {
    summary: { zh: '触发到期的时限', en: 'fire the clocks that are due' },
    examples: [
      ['hotline-desk run-due my-city tickets.db', { zh: '可由 cron 每分钟调用', en: 'from cron, every minute' }],
    ],
    faults: { zh: '规则包有错误，或有工单未能处理', en: 'the pack has faults, or a ticket could not be done' },
  })
    .argument(...pack)
    .argument(...database)
    .option(...at)
    .option(...schema)
    .option(...json)
    .action((folder, source, options) => ended(runDue(folder, source, { ...options, at: instant(options) }, terminal)));

  command('assess', {
    summary: { zh: '按规则包的指标考核一段时间', en: 'the metrics over a span of time' },
    examples: [
      ['hotline-desk assess my-city tickets.db 2026-10', { zh: '一个月的全部指标', en: 'every metric of a month' }],
      [
        'hotline-desk assess my-city tickets.db 2026-Q3 --parts --metrics closedOnTime',
        { zh: '一个季度的一项指标，按单位分列', en: 'one metric of a quarter, unit by unit' },
      ],
    ],
    faults: OUTDATED,
  })
    .argument(...pack)
    .argument(...database)
    .argument(
      say('<期间>', '<span>'),
      say('如 2024-11-05、2024-11、2024-Q4、2024-H2、2024', 'such as 2024-11-05, 2024-11, 2024-Q4, 2024-H2, 2024'),
    )
    .option('--within <unit>', say('只计该单位及其下级主办的工单', 'only tickets led by this unit or those below it'))
    .option('--metrics <ids>', say('只列这些指标，以逗号分隔', 'only these metrics, with commas between them'))
    .option('--parts', say('按单位等分列', 'broken down by unit and whatever each metric names'))
    .option(...schema)
    .option(...json)
    .action((folder, source, span, options) => ended(assess(folder, source, span, options, terminal)));

  command('what-if', {
    summary: { zh: '用规则包草案重演一段时间的工单', en: 'tickets of a span under a draft' },
    examples: [
      [
        'hotline-desk what-if my-city my-city-draft tickets.db 2026-10',
        { zh: '十月登记的工单，现行与草案的差异', en: 'what the draft changes for tickets of October' },
      ],
    ],
    faults: PACK_FAULTS,
  })
    .argument(...pack)
    .argument(say('<草案>', '<draft>'), say('草案文件夹', 'folder of the draft'))
    .argument(...database)
    .argument(say('<期间>', '<span>'), say('登记时间，如 2024-11、2024', 'when registered, such as 2024-11, 2024'))
    .option(...schema)
    .option(...json)
    .action((folder, draft, source, span, options) => ended(tryDraft(folder, draft, source, span, options, terminal)));

  command('migrate', {
    summary: { zh: '建立或更新数据表', en: 'bring the tables up to date' },
    examples: [
      ['hotline-desk migrate tickets.db', { zh: '建表或更新', en: 'make or update the tables' }],
      [
        'hotline-desk migrate postgres://localhost/city --sql',
        { zh: '交给数据库管理员', en: 'for the people of the database' },
      ],
    ],
    faults: { zh: '--check：数据表须更新', en: '--check: the tables are outdated' },
  })
    .argument(...database)
    .option('--check', say('只检查，不更改', 'only look'))
    .option('--sql', say('输出 SQL，不执行', 'print the SQL and change nothing'))
    .option(...schema)
    .action((source, options) => ended(migrate(source, options, terminal)));
}
