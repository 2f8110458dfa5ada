import type { TicketRecord } from '../../ticket/ticket-record.js';
import { eventValues } from '../event-row.js';
import { changedColumns, type ListedColumn, listedColumns, listedValue } from '../listed-columns.js';
import { snapshotText } from '../snapshot-text.js';
import type { TicketCommit } from '../store.js';
import type { SqliteValue } from './driver.js';
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
  const { record } = stored;
  const isNew = expectedVersion === 0;
  const columns = isNew || before === undefined ? listedColumns : toSet(before, record);
  const values: SqliteValue[] = columns.map((column) => listedValue(record, column));
  values.push(record.version, bytesOf(stored.head), snapshotText(record, before));
  if (isNew) return changed(statements.insertTicket.run(...values, record.number, ticket));
  return changed(statements.updating(columns).run(...values, ticket, expectedVersion, bytesOf(expectedHead)));
}

/**
 * The columns to set, where there are any. Those that came to the table later are always among them: a row that is older
 * than they are gets them with the first change that shows in a list.
 */
function toSet(before: TicketRecord, after: TicketRecord): readonly ListedColumn[] {
  const changes = changedColumns(before, after);
  return changes.length === 0 ? changes : [...changes.filter((column) => !LATER.includes(column)), ...LATER];
}

const LATER: readonly ListedColumn[] = ['parties', 'tags', 'confidential'];

/** Whether a statement changed a row. */
export function changed(result: unknown): boolean {
  return Number((result as { changes: number | bigint }).changes) > 0;
}
