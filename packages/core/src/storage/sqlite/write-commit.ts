import { eventValues } from '../event-row.js';
import type { StoredTicket, TicketCommit } from '../store.js';
import { rowOf } from '../ticket-row.js';
import { bytesOf } from './hex.js';
import type { Statements } from './statements.js';

/** Writes one commit inside an open transaction; false where the ticket has another version by now. */
export function writeCommit(statements: Statements, commit: TicketCommit): boolean {
  const { ticket, expectedVersion, stored, events, commands, deadlines, outbox, caller } = commit;
  if (!writeTicket(statements, ticket, expectedVersion, stored)) return false;
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
function writeTicket(statements: Statements, id: string, expectedVersion: number, stored: StoredTicket): boolean {
  const row = rowOf(stored.record);
  const { version, state, lead, handler, applicant, matter, supervision, dueAt, registeredAt, search, number } = row;
  const [assists, head, record] = [JSON.stringify(row.assists), bytesOf(stored.head), JSON.stringify(stored.record)];
  if (expectedVersion > 0) {
    const plain = [version, assists, matter, supervision, search, head, record];
    const indexed = [state, lead, handler, applicant, dueAt, registeredAt, number];
    if (changed(statements.updateInPlace.run(...plain, id, expectedVersion, ...indexed))) return true;
  }
  const columns = [version, state, lead, assists, handler, applicant, matter, supervision, dueAt, registeredAt, search];
  const values = [...columns, head, record, number, id];
  const written =
    expectedVersion === 0
      ? statements.insertTicket.run(...values)
      : statements.updateTicket.run(...values, expectedVersion);
  return changed(written);
}

/** Whether a statement changed a row. */
export function changed(result: unknown): boolean {
  return Number((result as { changes: number | bigint }).changes) > 0;
}
