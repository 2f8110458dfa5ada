import { stat } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { Backtest } from '../backtest/backtest.js';
import { CaseColumns, type UnreadableField } from '../backtest/case-columns.js';
import { packDecider } from '../backtest/pack-decider.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { CityPack } from '../pack/city-pack.js';
import { loadCityPack } from '../pack/load-pack.js';
import { printBacktest } from './backtest-report.js';
import { type Rows, streamCsv } from './case-stream.js';
import { DifferenceFiles } from './difference-files.js';
import { EXIT, type ExitCode, MisuseError } from './exit-code.js';
import { orFaults } from './pack-folder.js';
import { Progress } from './progress.js';
import { readFailure } from './read-failure.js';
import type { Terminal } from './terminal.js';

/** The options of `backtest`. */
export interface BacktestCommandOptions {
  readonly out?: string;
  readonly force?: boolean;
  readonly failOnDifference?: boolean;
  readonly json?: boolean;
}

/** Most rows that could not be read that are told one by one; all are counted. */
const MOST_UNREADABLE = 20;

const UNPAIRED: UnreadableField = {
  column: 0,
  message: 'The quotes of the row are not in pairs.',
  fix: 'Write a quote inside a quoted field twice.',
};

/** `backtest BEFORE AFTER CASES`: decides past cases by two packs, and tells what differs. */
export async function backtestCases(
  before: string,
  after: string,
  cases: string,
  options: BacktestCommandOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const packs = await orFaults(Promise.all([loadCityPack(before), loadCityPack(after)]), options, terminal);
  if (packs === undefined) return EXIT.faults;
  const { size } = await stat(cases).catch((error: unknown) => {
    throw readFailure(cases, error);
  });
  const files = options.out === undefined ? undefined : new DifferenceFiles(options.out, options.force === true);
  const progress = await Progress.begin(terminal, { zh: '回测', en: 'backtest' }, size);
  const began = performance.now();
  const run = new CaseRun(cases, packs, files);
  let found: ReturnType<CaseRun['end']>;
  try {
    await streamCsv(cases, (rows) => {
      run.take(rows);
      const rate = Math.round((run.taken / (performance.now() - began)) * 1000);
      progress.update(rows.bytesRead, {
        zh: `${run.taken.toLocaleString('en')}例 ${rate.toLocaleString('en')}例/秒`,
        en: `${run.taken.toLocaleString('en')} cases, ${rate.toLocaleString('en')}/s`,
      });
    });
    found = run.end();
  } finally {
    progress.end();
    files?.close();
  }
  const { report, unreadable } = found;
  const failed = unreadable > 0 || (report.different > 0 && options.failOnDifference === true);
  printBacktest({ packs, ...found, written: files?.paths ?? [], failed }, options, terminal);
  return failed ? EXIT.faults : EXIT.ok;
}

/** A backtest that is fed with rows of a table. */
class CaseRun {
  /** Rows that were decided. */
  taken = 0;
  readonly #file: string;
  readonly #packs: readonly [CityPack, CityPack];
  readonly #backtest: Backtest;
  readonly #files: DifferenceFiles | undefined;
  readonly #diagnostics: Diagnostic[] = [];
  #columns: CaseColumns | undefined;
  #row = 0;
  #unreadable = 0;

  constructor(file: string, packs: readonly [CityPack, CityPack], files: DifferenceFiles | undefined) {
    this.#file = file;
    this.#packs = packs;
    this.#files = files;
    const [before, after] = packs;
    const onDifference = files && {
      onDifference: (each: Parameters<DifferenceFiles['difference']>[0]) => files.difference(each, this.#row),
    };
    this.#backtest = new Backtest(packDecider(before), packDecider(after), { ...onDifference });
  }

  take({ rows, first, broken }: Rows): void {
    for (let index = 0; index < rows.length; index += 1) {
      const fields = rows[index] as readonly string[];
      this.#row = first + index;
      if (this.#columns === undefined) this.#columns = this.#headings(fields);
      else if (broken.includes(index)) this.#refuse(UNPAIRED);
      else if (fields.length > 1 || fields[0] !== '') this.#add(this.#columns, fields);
    }
  }

  end() {
    const report = this.#backtest.report();
    this.#files?.end(report);
    const columns = this.#columns ?? this.#headings([]);
    return { report, columns, unreadable: this.#unreadable, diagnostics: this.#diagnostics };
  }

  #headings(fields: readonly string[]): CaseColumns {
    const [, after] = this.#packs;
    const columns = new CaseColumns(
      fields.map((field) => field.trim()),
      this.#packs,
      after.defaultCalendar.zone,
    );
    if (columns.facts.length > 0) return columns;
    const seen = fields.join(',').slice(0, 200);
    const shape = 'id,at,matter,district,urgent';
    if (seen.startsWith('PK\u0003\u0004')) {
      throw new MisuseError({
        zh: `${this.#file} 是 .xlsx 文件。回测逐段读取 CSV，请另存为 CSV。`,
        en: `${this.#file} is an .xlsx file. A backtest reads CSV, piece by piece: save it as CSV.`,
      });
    }
    if (seen === '') {
      throw new MisuseError({
        zh: `${this.#file} 是空的。首行应为表头，如 ${shape}。`,
        en: `${this.#file} is empty. Its first line should name facts, such as ${shape}.`,
      });
    }
    throw new MisuseError({
      zh: `${this.#file} 的表头没有任何事实。应如 ${shape}，现为：${seen}`,
      en: `The first line of ${this.#file} names no fact. It should be like ${shape}, and is: ${seen}`,
    });
  }

  #add(columns: CaseColumns, fields: readonly string[]): void {
    const read = columns.read(fields);
    if ('message' in read) {
      this.#refuse(read);
      return;
    }
    this.#backtest.add(read);
    this.taken += 1;
  }

  #refuse({ column, message, fix }: UnreadableField): void {
    this.#unreadable += 1;
    if (this.#diagnostics.length >= MOST_UNREADABLE) return;
    const place = { file: this.#file, pointer: `/${this.#row}`, line: this.#row, column: column + 1 };
    this.#diagnostics.push({
      code: 'unreadableCase',
      severity: 'error',
      ...place,
      message,
      fix,
    });
  }
}
