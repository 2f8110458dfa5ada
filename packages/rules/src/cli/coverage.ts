import { matterCoverage } from '../gaps/matter-coverage.js';
import { testCoverage } from '../gaps/test-coverage.js';
import { parseCityPack } from '../pack/parse-pack.js';
import type { Label } from '../vocabulary/label.js';
import { forMachines, printDiagnostics } from './diagnostic-list.js';
import { EXIT, type ExitCode, MisuseError } from './exit-code.js';
import { instantOption } from './instant-option.js';
import { orFaults, readFolder } from './pack-folder.js';
import { plainTable } from './plain-table.js';
import type { Terminal } from './terminal.js';

/** The options of `coverage`. */
export interface CoverageOptions {
  readonly at?: string;
  readonly minMatters?: string;
  readonly minRules?: string;
  readonly minList?: string;
  readonly json?: boolean;
}

/** Most things of a kind that are shown one by one. */
const MOST_SHOWN = 20;

/** One thing that is covered to some degree. */
interface Measure {
  readonly id: 'matters' | 'rules' | 'list';
  readonly title: Label;
  readonly total: number;
  readonly covered: number;
  /** The least that was asked for, in percent. */
  readonly minimum: number;
}

/** `coverage FOLDER`: which matters have a unit in which district, and which rules and rows the tests exercise. */
export async function coverage(folder: string, options: CoverageOptions, terminal: Terminal): Promise<ExitCode> {
  const instant = instantOption(options.at);
  const at = instant === undefined ? {} : { at: instant };
  const minima = [options.minMatters, options.minRules, options.minList].map(percentOf);
  const found = await readFolder(folder);
  if (!('read' in found)) {
    if (options.json === true) terminal.json({ ok: false, diagnostics: forMachines(found.diagnostics) });
    else printDiagnostics(found.diagnostics, terminal);
    return EXIT.faults;
  }
  const { files, ...rest } = found.read;
  const pack = await orFaults(
    Promise.resolve().then(() => parseCityPack(files, rest)),
    options,
    terminal,
  );
  if (pack === undefined) return EXIT.faults;
  const matters = matterCoverage(pack, at);
  const { rules, list } = testCoverage(pack, { ...files, ...found.tests });
  const [minMatters = 0, minRules = 0, minList = 0] = minima;
  const measures: readonly Measure[] = [
    {
      id: 'matters',
      title: { zh: '事项×区县，有单位承办', en: 'matter × district with a unit' },
      total: matters.cells,
      covered: matters.via.rule + matters.via.list,
      minimum: minMatters,
    },
    {
      id: 'rules',
      title: { zh: '规则，测试命中', en: 'rules that decide in a test' },
      total: rules.total,
      covered: rules.total - rules.untested.length,
      minimum: minRules,
    },
    {
      id: 'list',
      title: { zh: '清单行，测试用到', en: 'rows of the list used in a test' },
      total: list.total,
      covered: list.total - list.untested.length,
      minimum: minList,
    },
  ];
  const short = measures.filter((measure) => percent(measure) < measure.minimum);
  const ok = short.length === 0;
  if (options.json === true) {
    const rates = measures.map((measure) => {
      const { title: _, ...rate } = measure;
      return { ...rate, percent: percent(measure) };
    });
    terminal.json({
      ok,
      measures: rates,
      via: matters.via,
      open: matters.open,
      untestedRules: rules.untested,
      untestedRows: list.untested,
    });
    return ok ? EXIT.ok : EXIT.faults;
  }
  const head = [
    '',
    ...[
      { zh: '总数', en: 'total' },
      { zh: '覆盖', en: 'covered' },
      { zh: '比例', en: 'rate' },
    ].map((label) => terminal.say(label)),
  ];
  const rows = measures.map((measure) => [
    terminal.say(measure.title),
    String(measure.total),
    String(measure.covered),
    `${percent(measure).toFixed(1)}%`,
  ]);
  terminal.print(...plainTable(rows, { head, rightAligned: [1, 2, 3] }));
  const { via } = matters;
  const colon = terminal.say({ zh: '：', en: ': ' });
  terminal.print(
    '',
    terminal.say({
      zh: `承办单位由规则定${via.rule}格，由清单定${via.list}格，交兜底单位${via.fallback}格，无人承办${via.none}格。`,
      en: `A rule names the unit of ${via.rule} cells, the list of ${via.list}; ${via.fallback} go to the fallback unit, ${via.none} to nobody.`,
    }),
  );
  section(
    terminal,
    { zh: '没有规则或清单的事项', en: 'Matters without a rule or a row' },
    matters.open.map(({ code, name, districts }) => `${code} ${name}${colon}${cut(districts, terminal)}`),
  );
  section(
    terminal,
    { zh: '测试未命中的规则', en: 'Rules that decide in no test' },
    rules.untested.map(({ file, rule }) => `${file}  ${rule}`),
  );
  section(
    terminal,
    { zh: '测试未用到的清单行', en: 'Rows that no test uses' },
    list.untested.map(
      ({ line, matter, district, lead }) =>
        `${terminal.say({ zh: `第${line}行`, en: String(line) })}${colon}${matter} ${district === '' ? '*' : district} → ${lead}`,
    ),
  );
  if (minima.some((minimum) => minimum !== undefined)) {
    const wanting = (language: 'zh' | 'en') =>
      short
        .map((measure) => `${measure.title[language]} ${percent(measure).toFixed(1)}% < ${measure.minimum}%`)
        .join(terminal.say({ zh: '；', en: '; ' }));
    terminal.print('');
    terminal.verdict(
      ok,
      ok
        ? { zh: '达到要求', en: 'as much as was asked for' }
        : { zh: `未达要求：${wanting('zh')}`, en: `less than was asked for: ${wanting('en')}` },
    );
  }
  return ok ? EXIT.ok : EXIT.faults;
}

/** Percent, cut to one digit, so that 99.96 is not shown as all. */
function percent({ total, covered }: Pick<Measure, 'total' | 'covered'>): number {
  return total === 0 ? 100 : Math.floor((covered / total) * 1000) / 10;
}

function percentOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 100) return value;
  throw new MisuseError({ zh: `“${text}”不是 0 到 100 的百分数。`, en: `"${text}" is no percentage from 0 to 100.` });
}

function cut(words: readonly string[], terminal: Terminal): string {
  const rest = words.length - 8;
  const shown = words.slice(0, 8).join(terminal.say({ zh: '、', en: ', ' }));
  return rest > 0 ? `${shown}${terminal.say({ zh: `等${words.length}个`, en: ` and ${rest} more` })}` : shown;
}

function section(terminal: Terminal, title: Label, lines: readonly string[]): void {
  if (lines.length === 0) return;
  terminal.print(
    '',
    terminal.colors.bold(terminal.say(title)),
    ...lines.slice(0, MOST_SHOWN).map((line) => `  ${line}`),
  );
  const rest = lines.length - MOST_SHOWN;
  if (rest > 0)
    terminal.print(
      `  ${terminal.say({ zh: `……另有${rest}项，用 --json 查看全部。`, en: `… and ${rest} more; see all with --json.` })}`,
    );
}
