import { eventColumns, eventValues } from '../event-row.js';
import { snapshotText } from '../snapshot-text.js';
import type { TicketCommit } from '../store.js';
import { rowOf } from '../ticket-row.js';

type Column = (string | number | null)[];

/** The values of the statement `commit`: one array a column, in the order of its placeholders. */
export function commitValues(commits: readonly TicketCommit[]): Column[] {
  const tickets = commits.map(({ ticket, expectedVersion, expectedHead, stored }) => {
    const row = rowOf(stored.record);
    return [
      ticket,
      expectedVersion,
      expectedHead,
      row.version,
      row.state,
      row.lead,
      JSON.stringify(row.assists),
      row.handler,
      row.applicant,
      row.matter,
      row.supervision,
      row.dueAt,
      row.registeredAt,
      row.search,
      stored.head,
      snapshotText(stored.record),
      row.number,
    ];
  });
  const events = commits.flatMap(({ events }) => events.map((event) => eventValues(event, (hex) => hex)));
  const commands = commits.flatMap(({ ticket, commands }) =>
    commands.map(({ id, bodyHash, firstVersion, lastVersion }) => [ticket, id, bodyHash, firstVersion, lastVersion]),
  );
  const deadlines = commits.flatMap(({ ticket, deadlines }) =>
    [...deadlines].map(([clock, dueAt]) => [ticket, clock, dueAt]),
  );
  const outbox = commits.flatMap(({ ticket, outbox }) => outbox.map((version) => [ticket, version]));
  const callers = commits.flatMap(({ ticket, caller }) =>
    caller === undefined ? [] : [[ticket, JSON.stringify(caller)]],
  );
  return [
    ...columnsOf(tickets, 17),
    ...columnsOf(events, eventColumns.length),
    ...columnsOf(commands, 5),
    ...columnsOf(deadlines, 3),
    ...columnsOf(outbox, 2),
    ...columnsOf(callers, 2),
  ];
}

/** Rows as columns, for `unnest`. */
export function columnsOf(rows: readonly (readonly (string | number | null)[])[], width: number): Column[] {
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? null));
}
