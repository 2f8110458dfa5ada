import { eventValues } from '../event-row.js';
import type { TicketCommit } from '../store.js';
import { rowOf, type TicketRow } from '../ticket-row.js';
import { bytesOf } from './hex.js';
import type { Statements } from './statements.js';

/** Writes one commit inside an open transaction; false where the ticket has another version by now. */
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

/** Writes the row of a ticket; false where it has another version by now. */
function writeTicket(statements: Statements, commit: TicketCommit): boolean {
  const { ticket, expectedVersion, before, stored } = commit;
  const row = rowOf(stored.record);
  const { version, state, lead, handler, applicant, matter, supervision, dueAt, registeredAt, search, number } = row;
  const [head, record] = [bytesOf(stored.head), JSON.stringify(stored.record)];
  if (before !== undefined && isListedAlike(rowOf(before), row)) {
    return changed(
      statements.updateSnapshot.run(version, head, record, ticket, expectedVersion, bytesOf(commit.expectedHead)),
    );
  }
  const assists = JSON.stringify(row.assists);
  const columns = [version, state, lead, assists, handler, applicant, matter, supervision, dueAt, registeredAt, search];
  const values = [...columns, head, record, number, ticket];
  const written =
    expectedVersion === 0
      ? statements.insertTicket.run(...values)
      : statements.updateTicket.run(...values, expectedVersion, bytesOf(commit.expectedHead));
  return changed(written);
}

/** Whether two versions of a ticket stand alike in every list. */
function isListedAlike(before: TicketRow, after: TicketRow): boolean {
  const columns = Object.keys(after) as (keyof TicketRow)[];
  return columns.every((column) => {
    if (column === 'version') return true;
    if (column === 'assists') return before.assists.join() === after.assists.join();
    return before[column] === after[column];
  });
}

/** Whether a statement changed a row. */
export function changed(result: unknown): boolean {
  return Number((result as { changes: number | bigint }).changes) > 0;
}
