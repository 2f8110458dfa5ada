import { eventColumns, eventValues } from '../event-row.js';
import { changedColumns, type ListedColumn, listedValue } from '../listed-columns.js';
import { snapshotText } from '../snapshot-text.js';
import type { TicketCommit } from '../store.js';
import { type CommitShape, columns, type TicketColumn, unlisted } from './commit-statement.js';

type Value = string | number | null;
type Column = Value[];

/** The values of the statement for many tickets: one array a column, in the order of its placeholders. */
export function commitValues(commits: readonly TicketCommit[]): Column[] {
  const tickets = commits.map((commit) => {
    const { ticket, expectedVersion, expectedHead } = commit;
    return [ticket, expectedVersion, expectedHead, ...ticketValues(commit, columns)];
  });
  const callers = commits.flatMap(({ ticket, caller }) =>
    caller === undefined ? [] : [[ticket, JSON.stringify(caller)]],
  );
  return [
    ...columnsOf(tickets, 3 + columns.length),
    ...columnsOf(commits.flatMap(eventsOf), eventColumns.length),
    ...columnsOf(commits.flatMap(withTicket(commandsOf)), 5),
    ...columnsOf(commits.flatMap(withTicket(deadlinesOf)), 3),
    ...columnsOf(commits.flatMap(withTicket(outboxOf)), 2),
    ...columnsOf(callers, 2),
  ];
}

/** Whether a commit is one of a ticket that was there before, and then what it brings. */
export function shapeOfOne(commit: TicketCommit): CommitShape | undefined {
  const { expectedVersion, before, stored, deadlines, outbox, caller } = commit;
  if (expectedVersion === 0 || caller !== undefined) return undefined;
  const listed = before === undefined || changedColumns(before, stored.record).length > 0;
  return { listed, deadlines: deadlines.size > 0, outbox: outbox.length > 0 };
}

/** The values of the statement for one ticket, in the order of its placeholders. */
export function valuesOfOne(commit: TicketCommit, shape: CommitShape): (Value | Column)[] {
  const { ticket, expectedVersion, expectedHead } = commit;
  return [
    ticket,
    expectedVersion,
    expectedHead,
    ...ticketValues(commit, shape.listed ? columns : unlisted),
    ...columnsOf(eventsOf(commit), eventColumns.length),
    ...columnsOf(commandsOf(commit), 4),
    ...(shape.deadlines ? columnsOf(deadlinesOf(commit), 2) : []),
    ...(shape.outbox ? columnsOf(outboxOf(commit), 1) : []),
  ];
}

function ticketValues({ before, stored: { record, head } }: TicketCommit, set: readonly TicketColumn[]): Value[] {
  const unlistedOnes = { version: record.version, head, record: snapshotText(record, before), number: record.number };
  return set.map((column) =>
    Object.hasOwn(unlistedOnes, column)
      ? unlistedOnes[column as keyof typeof unlistedOnes]
      : listedValue(record, column as ListedColumn),
  );
}

type Rows = (commit: TicketCommit) => Value[][];

const eventsOf: Rows = ({ events }) => events.map((event) => eventValues(event, (hex) => hex));
const commandsOf: Rows = ({ commands }) =>
  commands.map(({ id, bodyHash, firstVersion, lastVersion }) => [id, bodyHash, firstVersion, lastVersion]);
const deadlinesOf: Rows = ({ deadlines }) => [...deadlines];
const outboxOf: Rows = ({ outbox }) => outbox.map((version) => [version]);

/** Rows that begin with the ticket. */
const withTicket =
  (rowsOf: Rows): Rows =>
  (commit) =>
    rowsOf(commit).map((row) => [commit.ticket, ...row]);

/** Rows as columns, for `unnest`. */
export function columnsOf(rows: readonly (readonly Value[])[], width: number): Column[] {
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? null));
}
