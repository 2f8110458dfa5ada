import type { Term } from '@hotline-kit/sla-calendar';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { Guesses } from '../diagnostic/guesses.js';
import { isForbiddenKey } from '../diagnostic/json-limits.js';
import { didYouMean } from '../diagnostic/nearest.js';
import { TICKET_TYPES, type TicketType } from '../vocabulary/intake.js';
import { isWord, wordsOf } from '../vocabulary/label.js';
import { isBlank, readCsv } from './csv.js';
import { forbiddenId } from './safe-id.js';
import { TERM_TEXTS, termOfText } from './term-text.js';
import { titlesOfMatters } from './titles.js';
import { MOST_LEVELS, wayUp } from './way-up.js';

/** A matter (事项) of the catalogue. */
export interface Matter {
  readonly code: string;
  readonly name: string;
  /** Code of the wider matter. */
  readonly parent?: string;
  /** The usual type of a ticket about it. */
  readonly type?: TicketType;
  /** A class of the city's own (一般, 复杂 …): the fact `class` of its tickets. */
  readonly class?: string;
  /** The standard by which it is handled (办理标准). */
  readonly standard?: string;
  /** A limit of its own for the handling, as a term or a date. */
  readonly limit?: Term;
  /** The article that gives standard and limit. */
  readonly article?: string;
}

/** The catalogue of matters as a tree. */
export class MatterCatalogue {
  readonly all: readonly Matter[];
  readonly #byCode: ReadonlyMap<string, Matter>;

  constructor(matters: readonly Matter[]) {
    this.all = Object.freeze([...matters]);
    this.#byCode = new Map(matters.map((matter) => [matter.code, matter]));
  }

  /** Whether the catalogue has this matter. */
  has(code: string): boolean {
    return this.#byCode.has(code);
  }

  /** The matter of this code. */
  get(code: string): Matter | undefined {
    return this.#byCode.get(code);
  }

  /** The matters above a matter, the nearest first. */
  ancestors(code: string): readonly Matter[] {
    const above: Matter[] = [];
    let parent = this.#byCode.get(code)?.parent;
    while (parent !== undefined) {
      const matter = this.#byCode.get(parent);
      if (matter === undefined) break;
      above.push(matter);
      parent = matter.parent;
    }
    return above;
  }
}

/** The columns of `matters.csv` that are always there. */
export const MATTER_COLUMNS = ['code', 'name', 'parent', 'type'] as const;

/** The columns of `matters.csv` that may follow. */
export const OPTIONAL_MATTER_COLUMNS = ['class', 'standard', 'limit', 'article'] as const;

/**
 * Reads `matters.csv` over the matters that are inherited: `code,name,parent,type`, and after them any of
 * `class,standard,limit,article`.
 */
export function readMatters(
  text: string,
  file: string,
  inherited: readonly Matter[],
): { readonly matters: readonly Matter[]; readonly diagnostics: readonly Diagnostic[] } {
  const csv = readCsv(text, file, MATTER_COLUMNS, OPTIONAL_MATTER_COLUMNS);
  if (!csv.ok) return { matters: inherited, diagnostics: csv.diagnostics };
  const { rows, fault, columns } = csv.table;
  const at = Object.fromEntries(OPTIONAL_MATTER_COLUMNS.map((column) => [column, columns.indexOf(column)]));
  const diagnostics: Diagnostic[] = [];
  const own = new Map<string, Matter>();
  const rowOf = new Map<string, number>();
  for (const [row, fields] of rows().entries()) {
    if (isBlank(fields)) continue;
    const cells = fields.map((field) => field.trim());
    const [code = '', name = '', parent = '', type = ''] = cells;
    const [ofClass, standard, limitText, article] = OPTIONAL_MATTER_COLUMNS.map(
      (column) => cells[at[column] ?? -1] ?? '',
    );
    const limit = limitText === '' || limitText === undefined ? undefined : termOfText(limitText);
    if (limitText && limit === undefined) {
      const message = `"${limitText}" is no limit.`;
      const fix = `Write it like ${TERM_TEXTS.join(', ')}.`;
      diagnostics.push(fault(row, at.limit ?? 0, { code: 'wrongValue', message, fix }));
    }
    if (code === '')
      diagnostics.push(
        fault(row, 0, {
          code: 'missingKey',
          message: 'A matter needs a code.',
          fix: 'Write the code, or remove the row.',
        }),
      );
    if (name === '')
      diagnostics.push(
        fault(row, 1, {
          code: 'missingKey',
          message: 'A matter needs a name.',
          fix: 'Write the name, or remove the row.',
        }),
      );
    if (isForbiddenKey(code)) diagnostics.push(fault(row, 0, forbiddenId(code)));
    if (own.has(code))
      diagnostics.push(
        fault(row, 0, {
          code: 'duplicateId',
          message: `The matter "${code}" stands twice.`,
          fix: 'Remove one of the rows, or give it another code.',
        }),
      );
    if (type !== '' && !isWord(TICKET_TYPES, type)) {
      const allowed = wordsOf(TICKET_TYPES);
      const fix = didYouMean(type, allowed) ?? `Allowed are ${allowed.join(', ')}.`;
      diagnostics.push(fault(row, 3, { code: 'wrongValue', message: `Unknown type "${type}".`, allowed, fix }));
    }
    rowOf.set(code, row);
    own.set(code, {
      code,
      name,
      ...(parent !== '' && { parent }),
      ...(isWord(TICKET_TYPES, type) && { type }),
      ...(ofClass && { class: ofClass }),
      ...(standard && { standard }),
      ...(limit && { limit }),
      ...(article && { article }),
    });
  }
  const all = new Map([...inherited.map((matter) => [matter.code, matter] as const), ...own]);
  const matters = [...all.values()];
  const guesses = new Guesses(
    () => all.keys(),
    () => titlesOfMatters(matters),
  );
  for (const { code, parent } of own.values()) {
    const row = rowOf.get(code) ?? 0;
    if (parent !== undefined && !all.has(parent)) {
      const fix = guesses.didYouMean(parent) ?? 'Add it to matters.csv.';
      diagnostics.push(fault(row, 2, { code: 'unknownMatter', message: `Unknown matter "${parent}".`, fix }));
      continue;
    }
    const up = wayUp(code, (at) => all.get(at)?.parent);
    if (up?.kind === 'circle') {
      const message = `The matter "${code}" lies above itself.`;
      diagnostics.push(fault(row, 2, { code: 'matterCycle', message, fix: 'Give the widest matter no parent.' }));
    }
    if (up?.kind === 'tooDeep') {
      const message = `The matter "${code}" has more than ${MOST_LEVELS} matters above it.`;
      const fix = 'Name the nearest wider matter as its parent.';
      diagnostics.push(fault(row, 2, { code: 'tooManyLevels', message, fix }));
    }
  }
  return { matters, diagnostics };
}
