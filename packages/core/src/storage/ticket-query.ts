import { HotlineError } from '../errors.js';
import type { TicketRow } from './ticket-row.js';

/** In which order tickets are listed. */
export type TicketOrder =
  /** By id: the order of an export, stable while tickets change. */
  | 'id'
  /** By the earliest due instant of an open clock: what is most urgent first, what is overdue before all. */
  | 'dueAt'
  /** The newest first. */
  | 'newest';

/** Whose tickets may be listed: one that fits any of these. */
export interface Visibility {
  /** Unit ids of leads. */
  readonly leads?: readonly string[];
  /** Unit ids of assisting units. */
  readonly assists?: readonly string[];
  /** Id of the applicant. */
  readonly applicant?: string;
  /** Names among the parties that a ticket has beside these. */
  readonly parties?: readonly string[];
  /** Whether every ticket fits that is not confidential. */
  readonly open?: true;
}

/** What to list; every field that is given must fit. */
export interface TicketQuery {
  readonly states?: readonly string[];
  /** Unit id of the lead, or several. */
  readonly lead?: string | readonly string[];
  /** Id of the person handling it. */
  readonly handler?: string;
  /** Unit id of an assisting unit. */
  readonly assist?: string;
  /** Code of the matter. */
  readonly matter?: string;
  /** Id of the citizen or enterprise whose ticket it is, or of one of several. */
  readonly applicant?: string;
  /** A tag that it has. */
  readonly tag?: string;
  /** An open clock falls due before this instant, in epoch milliseconds; overdue ones among them. */
  readonly dueBefore?: number;
  /** Registered at or after, and before; epoch milliseconds. */
  readonly registeredFrom?: number;
  readonly registeredUntil?: number;
  /** Whether a supervision runs. */
  readonly supervised?: boolean;
  /** Words that all stand in the number, the content or the place. */
  readonly text?: string;
  /** The number that people read out, whole. */
  readonly number?: string;
  /** Whose tickets; default all. */
  readonly visibleTo?: Visibility;
  /** Default `id`. */
  readonly order?: TicketOrder;
  /** At most this many; default 50. */
  readonly limit?: number;
  /** The page after the one that ended with this cursor; in the order `id` it is the last ticket's id. */
  readonly after?: string;
}

/** Where a page ended, as text: what `after` takes. */
export function cursorOf(row: TicketRow, order: TicketOrder = 'id'): string {
  if (order === 'id') return row.id;
  return `${order === 'dueAt' ? row.dueAt : row.registeredAt}~${row.id}`;
}

/**
 * The two halves of a cursor: the value that the list is ordered by, and the id.
 * @throws HotlineError `invalidQuery` for a text that is no cursor of this order
 */
export function parseCursor(after: string): { readonly key: number; readonly id: string } {
  const split = after.indexOf('~');
  const key = Number(after.slice(0, split));
  if (split < 1 || !Number.isSafeInteger(key)) {
    throw new HotlineError(
      'invalidQuery',
      { zh: `“${after}”不是翻页位置`, en: `"${after}" is no cursor` },
      { fix: { zh: '请传入上一页的 next', en: 'pass `next` of the page before' } },
    );
  }
  return { key, id: after.slice(split + 1) };
}

/** The words of a search text, as they stand in the column `search`. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().replaceAll('\0', ' ').split(/\s+/u).filter(Boolean);
}
