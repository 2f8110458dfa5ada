import type { StoredTicket, TicketStore } from '../storage/store.js';
import type { Visibility } from '../storage/ticket-query.js';
import type { TicketEvent } from '../ticket/event.js';
import type { IsoInstant } from '../ticket/instant.js';
import { canonicalHash } from './canonical.js';
import { GENESIS_HASH } from './seal.js';

/** Hash of a line that is chained to all before it. */
export function chainedTo(before: string, line: string): string {
  return canonicalHash([before, line]);
}

/** For whom an export is, and what of a ticket's log they get. */
export interface ExportReader {
  /** What the first line says beside what it is. */
  readonly head: Readonly<Record<string, unknown>>;
  readonly visibleTo?: Visibility;
  /** The lines of one ticket; none where it is not theirs to see. */
  linesOf(stored: StoredTicket, events: readonly TicketEvent[]): readonly unknown[];
}

/**
 * Logs as NDJSON: a line that says what it is, one line an event in the order of tickets and versions, and a last line
 * whose hash is chained over every line before it. Whoever keeps that hash elsewhere finds any later change.
 */
export async function* exportStore(
  store: Pick<TicketStore, 'find' | 'events'>,
  at: IsoInstant,
  { head, visibleTo, linesOf }: ExportReader,
): AsyncGenerator<string> {
  let hash = GENESIS_HASH;
  let [tickets, events] = [0, 0];
  const line = (value: unknown): string => {
    const text = JSON.stringify(value);
    hash = chainedTo(hash, text);
    return text;
  };
  yield line({ hotlineExport: 1, at, ...head });
  let after: string | undefined;
  for (;;) {
    const query = { limit: 200, ...(visibleTo && { visibleTo }), ...(after !== undefined && { after }) };
    const page = await store.find(query);
    for (const stored of page) {
      const lines = linesOf(stored, await store.events(stored.record.id, stored.record.version));
      if (lines.length > 0) tickets += 1;
      for (const each of lines) {
        events += 1;
        yield line(each);
      }
    }
    after = page.at(-1)?.record.id;
    if (after === undefined) break;
  }
  yield JSON.stringify({ end: { tickets, events, hash } });
}
