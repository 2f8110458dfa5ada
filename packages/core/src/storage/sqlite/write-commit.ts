import { eventValues } from '../event-row.js';
import { snapshotText } from '../snapshot-text.js';
import type { TicketCommit } from '../store.js';
import { isListedAlike, rowOf } from '../ticket-row.js';
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

/** Writes the row of a ticket: only what is no part of a list, where it stands in every list as before. */
function writeTicket(statements: Statements, commit: TicketCommit): boolean {
  const { ticket, expectedVersion, expectedHead, before, stored } = commit;
  const [head, record] = [bytesOf(stored.head), snapshotText(stored.record)];
  if (before !== undefined && isListedAlike(before, stored.record)) {
    const { version } = stored.record;
    const written = statements.updateSnapshot.run(
      version,
      head,
      record,
      ticket,
      expectedVersion,
      bytesOf(expectedHead),
    );
    return changed(written);
  }
  const row = rowOf(stored.record);
  const { version, state, lead, handler, applicant, matter, supervision, dueAt, registeredAt, search, number } = row;
  const assists = JSON.stringify(row.assists);
  const others = [JSON.stringify(row.parties), JSON.stringify(row.tags), row.confidential];
  const columns = [
    ...[version, state, lead, assists, handler, applicant, matter, ...others],
    ...[supervision, dueAt, registeredAt, search],
  ];
  const values = [...columns, head, record, number, ticket];
  const written =
    expectedVersion === 0
      ? statements.insertTicket.run(...values)
      : statements.updateTicket.run(...values, expectedVersion, bytesOf(expectedHead));
  return changed(written);
}

/** Whether a statement changed a row. */
export function changed(result: unknown): boolean {
  return Number((result as { changes: number | bigint }).changes) > 0;
}
