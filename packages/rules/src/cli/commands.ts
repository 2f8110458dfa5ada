import type { Command } from 'commander';
import { seedCities } from '../city-folder.js';
import type { Label } from '../vocabulary/label.js';
import type { BacktestCommandOptions } from './backtest.js';
import type { CoverageOptions } from './coverage.js';
import type { DiffOptions } from './diff.js';
import type { ExitCode } from './exit-code.js';
import type { ExplainCommandOptions } from './explain.js';
import { configureHelp, examples, exitCodes } from './help.js';
import type { ImportOptions } from './import.js';
import type { Terminal } from './terminal.js';
import type { UpgradeOptions } from './upgrade.js';

/** What a command says of itself. */
interface Words {
  readonly summary: Label;
  /** What else there is to know, below the summary. */
  readonly more?: Label;
  readonly examples: readonly (readonly [line: string, text: Label])[];
  /** What exit code 1 means. */
  readonly faults: Label;
}

const FOLDER: Label = { zh: '规则包文件夹', en: 'folder of the pack' };
const FOR_PROGRAMS: Label = { zh: '输出 JSON，供程序读取', en: 'JSON, for programs' };
const FAULTS: Label = { zh: '规则包有错误', en: 'the pack has faults' };

/**
 * Adds the commands to the program. Each loads its own code only when it runs: a spreadsheet library has no part in
 * `check`.
 */
export function addCommands(
  program: Command,
  terminal: Terminal,
  ended: (result: Promise<ExitCode>) => Promise<void>,
): void {
  const say = (label: Label): string => terminal.say(label);
  const cities = seedCities();
  const command = (name: string, words: Words): Command => {
    const added = program.command(name).summary(say(words.summary));
    configureHelp(added, terminal);
    const more = words.more === undefined ? '' : `\n\n${say(words.more)}`;
    return added
      .description(`${say(words.summary)}${more}`)
      .addHelpText('after', examples(terminal, words.examples))
      .addHelpText('after', exitCodes(terminal, words.faults));
  };

  command('init', {
    summary: { zh: '新建规则包', en: 'begin a pack' },
    more: {
      zh: '不带 --from 建立一个最小的样例包，能通过 check 与 test。\n--from 复制随附城市的规则包。文件夹须为空。',
      en: 'Without --from, the smallest pack worth editing, which passes check and test.\nWith it, a copy of a city that comes along. The folder must be empty.',
    },
    examples: [
      ['hotline-rules init my-city', { zh: '从最小的包开始', en: 'begin small' }],
      [
        `hotline-rules init --from ${cities[0] ?? 'CITY'} my-city`,
        { zh: `以随附城市的规则包为样本：${cities.join('、')}`, en: `begin with the pack of ${cities.join(', ')}` },
      ],
    ],
    faults: { zh: '（不使用）', en: '(not used)' },
  })
    .argument(say({ zh: '<文件夹>', en: '<folder>' }), say({ zh: '要建立的文件夹', en: 'folder to be made' }))
    .option('--from <city>', say({ zh: '以该城市为样本', en: 'copy the pack of this city' }))
    .option('--json', say(FOR_PROGRAMS))
    .action(async (folder: string, options: { from?: string; json?: boolean }) =>
      ended((await import('./init.js')).init(folder, options, terminal)),
    );

  command('import', {
    summary: { zh: '把事项表格（CSV、XLSX）变成实施清单', en: 'a spreadsheet (CSV, XLSX) becomes the list' },
    more: {
      zh: '认识常见中文表头（事项编码、事项名称、区县、主办单位、协办单位、依据……）。\n单位、区县、事项可写名称或编号；CSV 可为 UTF-8、UTF-16 或 GB18030。\n读不进的行逐行说明原因，原样存入 *.rejects.csv，改好后加 --add 再导入。',
      en: 'Knows the usual Chinese headings: 事项名称, 区县, 主办单位, 协办单位, 依据.\nUnits, districts and matters by id or by name; CSV in UTF-8, UTF-16 or GB18030.\nRows that cannot be taken are told one by one, and kept in *.rejects.csv:\nmend them there, and import that file with --add.',
    },
    examples: [
      [
        'hotline-rules import 清单.xlsx my-city --force',
        { zh: '替换 implementation-list.csv', en: 'replace implementation-list.csv' },
      ],
      [
        'hotline-rules import 清单.xlsx my-city --matters --dry-run',
        { zh: '连同事项一起试读，不写文件', en: 'matters, too; write nothing yet' },
      ],
      [
        'hotline-rules import 清单.csv my-city --column lead=牵头科室',
        { zh: '指明主办单位的列', en: 'say which column names the lead' },
      ],
    ],
    faults: { zh: '有的行未能读入，或规则包有错误', en: 'some rows were not taken, or the pack has faults' },
  })
    .argument(say({ zh: '<表格>', en: '<table>' }), say({ zh: '.csv 或 .xlsx 文件', en: '.csv or .xlsx file' }))
    .argument(say({ zh: '<文件夹>', en: '<folder>' }), say(FOLDER))
    .option('--sheet <name>', say({ zh: '工作表名称，默认第一张', en: 'worksheet; the first unless given' }))
    .option('--matters', say({ zh: '同时写 matters.csv', en: 'write matters.csv, too' }))
    .option(
      '--column <field=heading>',
      say({ zh: '指明某字段的表头，可重复', en: 'heading of a field; may be repeated' }),
      (value: string, before: readonly string[] = []) => [...before, value],
    )
    .option(
      '--fill-down <fields>',
      say({ zh: '合并单元格向下填充，如 name,lead', en: 'merged cells, such as name,lead' }),
    )
    .option('--add', say({ zh: '加到已有的行之后', en: 'add to the rows that there are' }))
    .option('--force', say({ zh: '覆盖已有文件', en: 'overwrite files that exist' }))
    .option('--rejects <file>', say({ zh: '未读入的行存到此文件', en: 'where rows go that were not taken' }))
    .option('--dry-run', say({ zh: '只试读，不写文件', en: 'write nothing' }))
    .option('--json', say(FOR_PROGRAMS))
    .action(async (table: string, folder: string, options: ImportOptions) =>
      ended((await import('./import.js')).importTable(table, folder, options, terminal)),
    );

  command('check', {
    summary: { zh: '检查错误、矛盾与遗漏', en: 'find faults, contradictions and gaps' },
    more: {
      zh: '每条都指出文件：行：列和改法。警告与提示不影响退出码。',
      en: 'Each with file:line:column and a fix. Warnings and infos do not count.',
    },
    examples: [
      ['hotline-rules check my-city', { zh: '供人阅读', en: 'for people' }],
      ['hotline-rules check my-city --json', { zh: '供流水线读取', en: 'for a pipeline' }],
    ],
    faults: { zh: '有错误，或测试未通过', en: 'errors, or a failing test' },
  })
    .argument(say({ zh: '<文件夹>', en: '<folder>' }), say(FOLDER))
    .option('--json', say(FOR_PROGRAMS))
    .action(async (folder: string, options: { json?: boolean }) =>
      ended((await import('./check.js')).check(folder, options, terminal)),
    );

  command('test', {
    summary: { zh: '运行规则内和 tests/*.json 中的测试', en: 'run the tests of the rules and of tests/*.json' },
    examples: [['hotline-rules test my-city', { zh: '逐条说明未通过的测试', en: 'tells each that fails' }]],
    faults: { zh: '有测试未通过', en: 'a test fails' },
  })
    .argument(say({ zh: '<文件夹>', en: '<folder>' }), say(FOLDER))
    .option('--json', say(FOR_PROGRAMS))
    .action(async (folder: string, options: { json?: boolean }) =>
      ended((await import('./test.js')).test(folder, options, terminal)),
    );

  command('explain', {
    summary: { zh: '解释派单结果：由谁办，为什么', en: 'who handles a ticket, and why' },
    examples: [
      [`hotline-rules explain my-city --facts '{"matter":"noise"}'`, { zh: '事实写在命令里', en: 'facts on the line' }],
      [
        'hotline-rules explain my-city --facts facts.json --unit east',
        { zh: '为何不派给 east', en: 'why not the unit "east"' },
      ],
    ],
    faults: FAULTS,
  })
    .argument(say({ zh: '<文件夹>', en: '<folder>' }), say(FOLDER))
    .requiredOption(
      '--facts <json|file>',
      say({ zh: '工单事实：JSON 或文件', en: 'facts of the ticket: JSON, or a file' }),
    )
    .option('--unit <id>', say({ zh: '为何不派给该单位', en: 'why not this unit' }))
    .option('--rule <id>', say({ zh: '为何该规则未命中', en: 'why not this rule' }))
    .option('--at <instant>', say({ zh: '按该时刻有效的规则', en: 'by the rules in force at this instant' }))
    .option('--json', say(FOR_PROGRAMS))
    .action(async (folder: string, options: ExplainCommandOptions) =>
      ended((await import('./explain.js')).explain(folder, options, terminal)),
    );

  command('diff', {
    summary: { zh: '比较两个规则包或两个版本', en: 'what two packs or versions say differently' },
    more: {
      zh: '逐项列出单位、事项、清单行、规则、时限、程序等的增、删、改，\n含继承来的内容。',
      en: 'Units, matters, rows of the list, rules, clocks, procedure and the rest, those\nof the parents included: what was added, removed and changed.',
    },
    examples: [
      ['hotline-rules diff my-city-2025 my-city', { zh: '两个版本', en: 'two versions' }],
      [
        'hotline-rules diff old new --fail-on-difference',
        { zh: '有差异则退出码为1', en: 'ends with 1 where they differ' },
      ],
    ],
    faults: {
      zh: '规则包有错误；或加 --fail-on-difference 时有差异',
      en: 'a pack has faults; or, as asked, they differ',
    },
  })
    .argument(say({ zh: '<旧>', en: '<before>' }), say({ zh: '旧规则包文件夹', en: 'folder of the old pack' }))
    .argument(say({ zh: '<新>', en: '<after>' }), say({ zh: '新规则包文件夹', en: 'folder of the new pack' }))
    .option('--fail-on-difference', say({ zh: '有差异时退出码为1', en: 'end with 1 where they differ' }))
    .option('--json', say(FOR_PROGRAMS))
    .action(async (before: string, after: string, options: DiffOptions) =>
      ended((await import('./diff.js')).diff(before, after, options, terminal)),
    );

  command('backtest', {
    summary: { zh: '用过去的工单回测一次规则改动', en: 'what a change would have meant for past cases' },
    more: {
      zh: '案例表每行一例，表头为事实名或中文名（matter 或 事项……），另可有 id 与 at。\n文件可以很大：逐段读取，不占内存。',
      en: 'One case a row; headings are facts (matter, district, urgent …), id and at.\nThe file may be of any size: it is read piece by piece.',
    },
    examples: [
      [
        'hotline-rules backtest old new cases.csv',
        { zh: '看各单位、各事项的变化', en: 'what changes for units and matters' },
      ],
      [
        'hotline-rules backtest old new cases.csv --out report',
        { zh: '连同每个不同的案例写成 CSV', en: 'CSV files, each case that differs among them' },
      ],
      ['hotline-rules backtest old new cases.csv --fail-on-difference', { zh: '供流水线使用', en: 'for a pipeline' }],
    ],
    faults: {
      zh: '有的行读不出；或加 --fail-on-difference 时有差异',
      en: 'rows that cannot be read; or, as asked, cases differ',
    },
  })
    .argument(say({ zh: '<旧>', en: '<before>' }), say({ zh: '旧规则包文件夹', en: 'folder of the old pack' }))
    .argument(say({ zh: '<新>', en: '<after>' }), say({ zh: '新规则包文件夹', en: 'folder of the new pack' }))
    .argument(
      say({ zh: '<案例表>', en: '<cases>' }),
      say({ zh: '案例表 .csv（UTF-8 或 GB18030）', en: '.csv of past cases (UTF-8 or GB18030)' }),
    )
    .option('--out <folder>', say({ zh: '把差异写成 CSV', en: 'write the differences as CSV files' }))
    .option('--force', say({ zh: '覆盖已有文件', en: 'overwrite files that exist' }))
    .option('--fail-on-difference', say({ zh: '有差异时退出码为1', en: 'end with 1 where cases differ' }))
    .option('--json', say(FOR_PROGRAMS))
    .action(async (before: string, after: string, cases: string, options: BacktestCommandOptions) =>
      ended((await import('./backtest.js')).backtestCases(before, after, cases, options, terminal)),
    );

  command('coverage', {
    summary: { zh: '事项是否有单位承办，测试覆盖了什么', en: 'which matters have a unit, what the tests exercise' },
    more: {
      zh: '逐个事项×区县询问由谁主办；并查哪些规则和清单行没有被任何测试用到。',
      en: 'Asks who leads each matter in each district, and finds the rules and rows of the\nlist that no test uses.',
    },
    examples: [
      ['hotline-rules coverage my-city', { zh: '查看', en: 'look' }],
      [
        'hotline-rules coverage my-city --min-matters 100 --min-rules 90',
        { zh: '低于要求则退出码为1', en: 'ends with 1 below that' },
      ],
    ],
    faults: { zh: '规则包有错误，或低于所要求的比例', en: 'the pack has faults, or less is covered than asked for' },
  })
    .argument(say({ zh: '<文件夹>', en: '<folder>' }), say(FOLDER))
    .option('--at <instant>', say({ zh: '按该时刻有效的规则', en: 'by the rules in force at this instant' }))
    .option(
      '--min-matters <percent>',
      say({ zh: '事项×区县至少有单位承办的比例', en: 'least share of matter × district' }),
    )
    .option(
      '--min-rules <percent>',
      say({ zh: '规则至少被测试命中的比例', en: 'least share of rules that decide in a test' }),
    )
    .option('--min-list <percent>', say({ zh: '清单行至少被测试用到的比例', en: 'least share of rows used in a test' }))
    .option('--json', say(FOR_PROGRAMS))
    .action(async (folder: string, options: CoverageOptions) =>
      ended((await import('./coverage.js')).coverage(folder, options, terminal)),
    );

  command('upgrade', {
    summary: { zh: '把旧格式的规则包升到现行格式', en: 'bring a pack to the present format' },
    more: {
      zh: '格式号写在 pack.json 的 "format"。比本版本更新的格式会被拒绝，不作改动。',
      en: 'The format is the "format" of pack.json. A newer one than this version knows is\nrefused, and nothing is changed.',
    },
    examples: [['hotline-rules upgrade my-city --dry-run', { zh: '先看会改什么', en: 'see first what would change' }]],
    faults: FAULTS,
  })
    .argument(say({ zh: '<文件夹>', en: '<folder>' }), say(FOLDER))
    .option('--dry-run', say({ zh: '不写文件', en: 'write nothing' }))
    .option('--json', say(FOR_PROGRAMS))
    .action(async (folder: string, options: UpgradeOptions) =>
      ended((await import('./upgrade.js')).upgrade(folder, options, terminal)),
    );

  command('schema', {
    summary: { zh: '编辑器用的 JSON Schema', en: 'JSON Schemas for editors' },
    more: {
      zh: '给出文件夹时，补全认识本包的事实、单位和事项。',
      en: 'With a folder, completion knows its facts, units and matters.',
    },
    examples: [['hotline-rules schema my-city --out my-city/schemas', { zh: '写成文件', en: 'write files' }]],
    faults: FAULTS,
  })
    .argument(say({ zh: '[文件夹]', en: '[folder]' }), say(FOLDER))
    .option('--out <folder>', say({ zh: '写入该文件夹', en: 'write files into this folder' }))
    .option('--json', say({ zh: '输出 JSON（不加 --out 时总是 JSON）', en: 'JSON; without --out it always is' }))
    .action(async (folder: string | undefined, options: { out?: string; json?: boolean }) =>
      ended((await import('./schema.js')).schema(folder, options, terminal)),
    );
}
