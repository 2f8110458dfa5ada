import type { BacktestReport } from '../backtest/backtest-report.js';
import type { CaseColumns } from '../backtest/case-columns.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { CityPack } from '../pack/city-pack.js';
import type { Label } from '../vocabulary/label.js';
import { forMachines, printDiagnostics } from './diagnostic-list.js';
import { plainTable } from './plain-table.js';
import type { Terminal } from './terminal.js';

/** What a backtest came to. */
export interface BacktestOutcome {
  readonly packs: readonly [before: CityPack, after: CityPack];
  readonly report: BacktestReport;
  readonly columns: CaseColumns;
  /** Rows that could not be read. */
  readonly unreadable: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly written: readonly string[];
  /** Whether the command ends with faults: of rows, or of differences where none was to be. */
  readonly failed: boolean;
}

/** Most rows of a table that are shown. */
const MOST_SHOWN = 15;

/** Prints what a backtest came to. */
export function printBacktest(result: BacktestOutcome, options: { readonly json?: boolean }, terminal: Terminal): void {
  const { packs, report, columns, unreadable, diagnostics, written, failed } = result;
  const { ignored, facts } = columns;
  if (options.json === true) {
    terminal.json({ ...report, unreadable, facts, ignored, written, diagnostics: forMachines(diagnostics) });
    return;
  }
  const { dim } = terminal.colors;
  printDiagnostics(diagnostics, terminal);
  if (ignored.length > 0) {
    const names = ignored.map(({ heading }) => heading).join(terminal.say({ zh: '、', en: ', ' }));
    terminal.print(dim(terminal.say({ zh: `没有用到的列：${names}`, en: `Columns that name no fact: ${names}` })));
  }
  if (diagnostics.length > 0 || ignored.length > 0) terminal.print('');
  const [before, after] = [report.before, report.after].map(({ id, version, hash }) => [
    `${id} ${version}`,
    dim(hash.slice(0, 12)),
  ]);
  terminal.print(
    ...plainTable([
      [terminal.say({ zh: '旧', en: 'before' }), ...(before ?? [])],
      [terminal.say({ zh: '新', en: 'after' }), ...(after ?? [])],
    ]),
    '',
  );
  const percent = ((report.different / report.cases) * 100).toFixed(2);
  const share = report.cases === 0 ? '' : terminal.say({ zh: `（${percent}%）`, en: ` (${percent}%)` });
  const counts: readonly (readonly [Label, string])[] = [
    [{ zh: '案例', en: 'cases' }, String(report.cases)],
    [{ zh: '相同', en: 'same' }, String(report.same)],
    [{ zh: '不同', en: 'different' }, `${report.different}${share}`],
    [{ zh: '结果相同、理由不同', en: 'same, for another reason' }, String(report.otherReason)],
    [{ zh: '拒绝判断（旧/新）', en: 'refused (before/after)' }, `${report.refused.before}/${report.refused.after}`],
    [{ zh: '读不出的行', en: 'rows that could not be read' }, String(unreadable)],
  ];
  terminal.print(...plainTable(counts.map(([label, value]) => [terminal.say(label), value])));
  const name = unitNames(packs, terminal);
  const moves = report.moves.map(({ from, to, cases }) => [name(from), '→', name(to), String(cases)]);
  table(terminal, { zh: '主办单位变化', en: 'Changes of the lead unit' }, moves, [3]);
  const units = report.byUnit.filter(({ gained, lost }) => gained + lost > 0);
  table(
    terminal,
    { zh: '各单位', en: 'Units' },
    units.map((each) => [
      name(each.unit),
      String(each.before),
      String(each.after),
      signed('+', each.gained),
      signed('-', each.lost),
    ]),
    [1, 2, 3, 4],
    [
      { zh: '旧', en: 'before' },
      { zh: '新', en: 'after' },
      { zh: '增加', en: 'gained' },
      { zh: '减少', en: 'lost' },
    ],
  );
  const matterName = (code: string): string => {
    const title = packs[1].matters.get(code)?.name ?? packs[0].matters.get(code)?.name;
    return title === undefined
      ? code || terminal.say({ zh: '（无事项）', en: '(no matter)' })
      : `${title} ${dim(code)}`;
  };
  table(
    terminal,
    { zh: '各事项', en: 'Matters' },
    report.byMatter.flatMap(({ matter, cases, different }) =>
      different === 0 ? [] : [[matterName(matter), String(cases), String(different)]],
    ),
    [1, 2],
    [
      { zh: '案例', en: 'cases' },
      { zh: '不同', en: 'different' },
    ],
  );
  if (written.length > 0)
    terminal.print('', ...written.map((path) => `${terminal.say({ zh: '已写入', en: 'written' })} ${path}`));
  terminal.print('');
  const verdict: Label = {
    zh:
      report.different === 0
        ? unreadable === 0
          ? '结果全部相同'
          : '读出的案例结果相同'
        : `${report.different}例结果不同`,
    en:
      report.different === 0
        ? unreadable === 0
          ? 'every case is decided the same'
          : 'the cases that could be read are decided the same'
        : `${report.different} cases are decided differently`,
  };
  if (report.different > 0 && !failed) terminal.difference(verdict);
  else terminal.verdict(!failed, verdict);
}

function unitNames(packs: readonly [CityPack, CityPack], terminal: Terminal): (id: string | undefined) => string {
  return (id) => {
    if (id === undefined) return terminal.say({ zh: '（无）', en: '(nobody)' });
    const label = packs[1].units.get(id)?.name ?? packs[0].units.get(id)?.name;
    return label === undefined ? id : `${terminal.say(label)} ${terminal.colors.dim(id)}`;
  };
}

function table(
  terminal: Terminal,
  title: Label,
  rows: readonly (readonly string[])[],
  rightAligned: readonly number[],
  head: readonly Label[] = [],
): void {
  if (rows.length === 0) return;
  const heads = head.length === 0 ? {} : { head: ['', ...head.map((label) => terminal.say(label))] };
  terminal.print('', terminal.colors.bold(terminal.say(title)));
  terminal.print(...plainTable(rows.slice(0, MOST_SHOWN), { ...heads, rightAligned }).map((line) => `  ${line}`));
  const rest = rows.length - MOST_SHOWN;
  if (rest > 0) {
    terminal.print(
      `  ${terminal.say({ zh: `……另有${rest}行，用 --out 或 --json 查看全部。`, en: `… and ${rest} more; see all with --out or --json.` })}`,
    );
  }
}

/** A number with its sign; nothing has none. */
function signed(sign: '+' | '-', count: number): string {
  return count === 0 ? '0' : `${sign}${count}`;
}
