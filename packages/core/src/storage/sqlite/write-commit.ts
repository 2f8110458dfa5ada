import { eventValues } from '../event-row.js';
import { type ListedColumn, type ListedValues, listedColumns, listedValues } from '../listed-columns.js';
import { snapshotText } from '../snapshot-text.js';
import type { TicketCommit } from '../store.js';
import { isListedAlike } from '../ticket-row.js';
import { bytesOf } from './hex.js';
import type { Statements } from './statements.js';

/** Writes one commit inside an open transaction; false where the ticket is not what it was decided on. */
export function writeCommit(statements: Statements, commit: TicketCommit): boolean {
  const { ticket, events, commands, deadlines, outbox, caller } = commit;
  if (!writeTicket(statements, commit)) return false;
  for (const event of events) statements.insertEvent.run(...eventValues(event, bytesOf));
  for (const { id, bodyHash, firstVersion, lastVersion } of commands) {
    const inserted = statements.insertCommand.run(ticket, id, bytesOf(bodyHash), firstVersion, lastVersion);
    if (!changed(inserted)) return false;
  }
  for (const [clock, dueAt] of deadlines) {
    if (dueAt === null) statements.clearDeadline.run(ticket, clock);
    else statements.setDeadline.run(ticket, clock, dueAt);
  }
  for (const eventVersion of outbox) statements.insertOutbox.run(ticket, eventVersion);
  if (caller !== undefined) statements.insertCaller.run(ticket, JSON.stringify(caller));
  return true;
}

/** Writes the row of a ticket: of what lists look at, only what changed. */
function writeTicket(statements: Statements, commit: TicketCommit): boolean {
  const { ticket, expectedVersion, expectedHead, before, stored } = commit;
  const { version, number } = stored.record;
  const snapshot = [version, bytesOf(stored.head), snapshotText(stored.record)];
  if (expectedVersion === 0) {
    const values = valuesOf(listedColumns, listedValues(stored.record));
    return changed(statements.insertTicket.run(...values, ...snapshot, number, ticket));
  }
  const after = before !== undefined && isListedAlike(before, stored.record) ? undefined : listedValues(stored.record);
  const columns = after === undefined ? [] : changedColumns(before && listedValues(before), after);
  const values = after === undefined ? [] : valuesOf(columns, after);
  const written = statements
    .updating(columns)
    .run(...values, ...snapshot, ticket, expectedVersion, bytesOf(expectedHead));
  return changed(written);
}

/**
 * The columns to set. Those that came to the table later are always among them: a row that is older than they are gets
 * them with the first change that shows in a list.
 */
function changedColumns(before: ListedValues | undefined, after: ListedValues): readonly ListedColumn[] {
  if (before === undefined) return listedColumns;
  return listedColumns.filter((column) => LATER.has(column) || before[column] !== after[column]);
}

const LATER: ReadonlySet<ListedColumn> = new Set(['parties', 'tags', 'confidential']);

function valuesOf(columns: readonly ListedColumn[], listed: ListedValues): readonly (string | number | null)[] {
  return columns.map((column) => listed[column]);
}

/** Whether a statement changed a row. */
export function changed(result: unknown): boolean {
  return Number((result as { changes: number | bigint }).changes) > 0;
}
