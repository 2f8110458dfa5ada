import { eventColumns } from '../event-row.js';
import { type ListedColumn, listedColumns } from '../listed-columns.js';
import type { SqliteStatement } from './driver.js';

/** Every statement of the store but the lists, prepared once and kept. */
export type Statements = { readonly [Name in keyof typeof sql]: SqliteStatement } & {
  /** Updates a ticket with these columns of its lists: each combination is prepared at its first use and kept. */
  updating(columns: readonly ListedColumn[]): SqliteStatement;
};

const inserted = [...listedColumns, 'version', 'head', 'record', 'number', 'id'] as const;

/** The text of an update: SQLite writes an index anew whose column is set, even to the same, so only some are named. */
export function updateOf(columns: readonly ListedColumn[]): string {
  const set = [...columns, 'version', 'head', 'record'].map((column) => `${column} = ?`);
  return `update ticket set ${set.join(', ')} where id = ? and version = ? and head = ?`;
}

/** The statements, by what they are for. */
export const sql = {
  begin: 'begin immediate',
  commit: 'commit',
  rollback: 'rollback',
  /** No ticket has the empty hash, and no command the empty id. */
  load: `select case when ticket.head = ? then null else ticket.record end as record, ticket.head, command.id as command,
    command.body_hash, command.first_version, command.last_version
    from ticket left join command on command.ticket = ticket.id and command.id = ? where ticket.id = ?`,
  events: 'select * from event where ticket = ? and version <= ? order by version',
  insertTicket: `insert into ticket (${inserted.join(', ')}) values (${inserted.map(() => '?').join(', ')})
    on conflict do nothing`,
  insertEvent: `insert into event (${eventColumns.join(', ')}) values (${eventColumns.map(() => '?').join(', ')})`,
  insertCommand: `insert into command (ticket, id, body_hash, first_version, last_version) values (?, ?, ?, ?, ?)
    on conflict do nothing`,
  setDeadline: `insert into deadline (ticket, clock, due_at, lease_until) values (?, ?, ?, 0)
    on conflict (ticket, clock) do update set due_at = excluded.due_at, lease_until = 0`,
  clearDeadline: 'delete from deadline where ticket = ? and clock = ?',
  insertOutbox: 'insert into outbox (ticket, version) values (?, ?)',
  insertCaller: 'insert into caller (ticket, identity) values (?, ?)',
  reserve: `insert into number_block (scope, next) values (?, ?)
    on conflict (scope) do update set next = next + ? returning next`,
  claim: `update deadline set lease_until = ? where (ticket, clock) in
    (select ticket, clock from deadline where due_at <= ? and lease_until <= ? order by due_at limit ?) returning ticket`,
  nextDue: 'select due_at from deadline order by due_at limit 1',
  claimOutbox: `update outbox set lease_until = ? where (ticket, version) in
    (select ticket, version from outbox as mine where not exists (select 1 from outbox as earlier
      where earlier.ticket = mine.ticket and earlier.version <= mine.version and earlier.lease_until > ?)
    order by ticket, version limit ?) returning ticket, version`,
  event: 'select * from event where ticket = ? and version = ?',
  release: 'update outbox set lease_until = 0 where ticket = ? and version = ?',
  settle: 'delete from outbox where ticket = ? and version = ?',
  caller: 'select identity from caller where ticket = ?',
  eraseCaller: 'delete from caller where ticket = ?',
} as const;
