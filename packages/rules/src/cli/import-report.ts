import { chineseOf } from '../diagnostic/wording.js';
import { FIELDS, type Field } from '../spreadsheet/columns.js';
import type { RejectedRow, TakenTable } from '../spreadsheet/take-table.js';
import { forMachines, printDiagnostics } from './diagnostic-list.js';
import { plainTable } from './plain-table.js';
import type { Terminal } from './terminal.js';

/** What an import came to. */
export interface ImportReport {
  /** Rows below the headings that are not blank. */
  readonly rows: number;
  readonly taken: TakenTable;
  /** The headings of the columns that were read. */
  readonly columns: Readonly<Partial<Record<Field, string>>>;
  readonly encoding?: string;
  /** The files that were written. */
  readonly written: readonly string[];
  /** The file with the rows that were not taken. */
  readonly rejects?: string;
}

/** The reasons for which a row was not taken, in the language of the terminal. */
export function reasonsOf(terminal: Terminal): (rejected: RejectedRow) => string {
  return ({ diagnostics }) =>
    diagnostics
      .map((diagnostic) => {
        const { message, fix } = terminal.language === 'zh' ? chineseOf(diagnostic) : diagnostic;
        return fix === undefined ? message : `${message} ${fix}`;
      })
      .join(' ');
}

/** Prints what an import came to. */
export function printImport(report: ImportReport, options: { readonly json?: boolean }, terminal: Terminal): void {
  const { rows, taken, columns, encoding, written, rejects } = report;
  const { list, matters, rejected } = taken;
  const ok = rejected.length === 0;
  const diagnostics = rejected.flatMap((each) => each.diagnostics);
  if (options.json === true) {
    const counts = { rows, taken: rows - rejected.length, rejected: rejected.length };
    const made = { list: list.length, matters: matters.length };
    terminal.json({
      ok,
      ...counts,
      ...made,
      columns,
      ...(encoding && { encoding }),
      written,
      ...(rejects && { rejects }),
      diagnostics: forMachines(diagnostics),
    });
    return;
  }
  printDiagnostics(diagnostics, terminal);
  if (!ok) terminal.print('');
  const lines: readonly (readonly string[])[] = [
    ...FIELDS.flatMap((field) => {
      const heading = columns[field];
      return heading === undefined ? [] : [[terminal.say({ zh: '列', en: 'column' }), `${heading} → ${field}`]];
    }),
    ...written.map((path) => [terminal.say({ zh: '已写入', en: 'written' }), path]),
  ];
  terminal.print(...plainTable(lines), '');
  terminal.print(
    terminal.say({
      zh: `读到${rows}行：清单${list.length}行，事项${matters.length}项。`,
      en: `Rows read: ${rows}. For the list: ${list.length}; matters: ${matters.length}.`,
    }),
  );
  const kept =
    rejects === undefined
      ? undefined
      : {
          zh: `，已存入 ${rejects}；改好后加 --add 再导入该文件`,
          en: `; they are in ${rejects}. Mend them there and import that file with --add`,
        };
  terminal.verdict(
    ok,
    ok
      ? { zh: '全部行已读入', en: 'every row was taken' }
      : {
          zh: `${rejected.length}行未能读入${kept?.zh ?? ''}`,
          en: `rows not taken: ${rejected.length}${kept?.en ?? ''}`,
        },
  );
}
