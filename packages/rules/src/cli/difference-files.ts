import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { BacktestReport, CaseDecision, CaseDifference } from '../backtest/backtest-report.js';
import { isOutcome } from '../decisions.js';
import { csvForPeople } from '../spreadsheet/write-csv.js';
import { MisuseError } from './exit-code.js';

/** The CSV files of a backtest: one row for each unit, matter, change of lead and case that differs. */
const HEADINGS = {
  'by-unit.csv': ['unit', 'before', 'after', 'gained', 'lost'],
  'by-matter.csv': ['matter', 'cases', 'different'],
  'moves.csv': ['from', 'to', 'cases'],
  'cases.csv': [
    'case',
    'matter',
    'district',
    'leadBefore',
    'byBefore',
    'leadAfter',
    'byAfter',
    'outcomesBefore',
    'outcomesAfter',
  ],
} as const;

type FileName = keyof typeof HEADINGS;

/** Characters that are gathered before they are written. */
const GATHERED = 64 * 1024;

/** Writes what a backtest finds, the cases while it runs: however many differ, none are kept. */
export class DifferenceFiles {
  readonly paths: readonly string[];
  readonly #files = new Map<FileName, number>();
  #pending = '';

  /** @throws MisuseError where a file exists and `force` is not given. */
  constructor(folder: string, force: boolean) {
    mkdirSync(folder, { recursive: true });
    const names = Object.keys(HEADINGS) as FileName[];
    this.paths = names.map((name) => join(folder, name));
    for (const name of names) this.#files.set(name, open(join(folder, name), force));
    // With a byte order mark, spreadsheet programs read them as UTF-8.
    for (const name of names) this.#write(name, `\ufeff${csvForPeople([HEADINGS[name]])}`);
  }

  /** Writes one case; `row` is its row in the table of cases. */
  difference({ id, facts, before, after }: CaseDifference, row: number): void {
    const [old, now] = [leadOf(before), leadOf(after)];
    const { matter, district } = facts;
    this.#pending += csvForPeople([
      [id ?? `row ${row}`, text(matter), text(district), ...old, ...now, shown(before), shown(after)],
    ]);
    if (this.#pending.length >= GATHERED) this.#flush();
  }

  /** Writes the counts, and closes the files. */
  end({ byUnit, byMatter, moves }: BacktestReport): void {
    this.#flush();
    this.#write(
      'by-unit.csv',
      csvForPeople(byUnit.map((each) => [each.unit, each.before, each.after, each.gained, each.lost])),
    );
    this.#write('by-matter.csv', csvForPeople(byMatter.map((each) => [each.matter, each.cases, each.different])));
    this.#write('moves.csv', csvForPeople(moves.map((each) => [each.from ?? '', each.to ?? '', each.cases])));
    this.close();
  }

  /** Closes the files as they are. */
  close(): void {
    for (const file of this.#files.values()) closeSync(file);
    this.#files.clear();
  }

  #flush(): void {
    this.#write('cases.csv', this.#pending);
    this.#pending = '';
  }

  #write(name: FileName, body: string): void {
    const file = this.#files.get(name);
    if (file !== undefined && body !== '') writeSync(file, body);
  }
}

function open(path: string, force: boolean): number {
  try {
    return openSync(path, force ? 'w' : 'wx');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    throw new MisuseError({
      zh: `${path} 已存在。要覆盖请加 --force。`,
      en: `${path} exists. Overwrite it with --force.`,
    });
  }
}

function leadOf(decision: CaseDecision): readonly [lead: string, by: string] {
  if ('error' in decision) return ['', decision.error.code];
  const route = decision.outcomes.find((outcome) => isOutcome(outcome, 'route'));
  return [text(route?.params.unit), route?.rule ?? ''];
}

/** The outcomes beside the lead, short. */
function shown(decision: CaseDecision): string {
  if ('error' in decision) return '';
  return decision.outcomes.map(({ type, params }) => `${type} ${JSON.stringify(params)}`).join('; ');
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
