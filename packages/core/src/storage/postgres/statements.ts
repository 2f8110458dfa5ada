import { canonicalHash } from '../../log/canonical.js';
import { eventColumns } from '../event-row.js';
import { quoted } from './connection.js';

/** A statement of one schema, with the name under which the server keeps its plan. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** The columns of an event as they are read: hashes as hexadecimal text, whatever the driver makes of bytes. */
const readColumns = eventColumns
  .map((column) => (isHash(column) ? `encode(${column}, 'hex') as ${column}` : column))
  .join(', ');

function isHash(column: string): boolean {
  return column.endsWith('hash');
}

/** Columns of the ticket that a commit sets, with their types in the arrays that carry them. */
const ticketColumns: Readonly<Record<string, string>> = {
  version: 'int',
  state: 'text',
  lead: 'text',
  assists: 'json',
  handler: 'text',
  applicant: 'text',
  matter: 'text',
  supervision: 'int',
  due_at: 'bigint',
  registered_at: 'bigint',
  search: 'text',
  head: 'text',
  record: 'text',
  number: 'text',
};

/** How a column is taken from the arrays: lists come as JSON, hashes as hexadecimal text. */
const given = (column: string): string =>
  column === 'assists'
    ? 'array(select json_array_elements_text(given.assists))'
    : column === 'head'
      ? "decode(given.head, 'hex')"
      : `given.${column}`;

const columns = Object.keys(ticketColumns);

/** The columns of an event that are no text in the arrays that carry them. */
const eventTypes: Partial<Record<(typeof eventColumns)[number], string>> = {
  version: 'int',
  v: 'int',
  at: 'bigint',
  recorded_at: 'bigint',
};

/** Arrays as rows: `unnest($1::text[], …) as given (…)`, its placeholders counted on from `first`. */
function rows(types: readonly string[], names: readonly string[], first: number, as: string): string {
  return `unnest(${types.map((type, index) => `$${first + index}::${type}[]`).join(', ')}) as ${as} (${names.join(', ')})`;
}

/**
 * A whole commit in one statement, of one ticket or of several: version check, snapshot, events, commands, deadlines,
 * outbox and callers. Everything hangs on `written`, the tickets whose version was the expected one; what it gives
 * back are their ids. U+0000 may stand in JSON texts only, escaped; that is why they travel as text, not as json.
 */
function commitText(t: (table: string) => string): string {
  const ticketRows = rows(
    ['text', 'int', 'text', ...Object.values(ticketColumns)],
    ['id', 'expected', 'expected_head', ...columns],
    1,
    'given',
  );
  const at = 4 + columns.length;
  const types = eventColumns.map((column) => eventTypes[column] ?? 'text');
  const eventRows = rows(types, eventColumns, at, 'given');
  const eventValues = eventColumns.map((name) => (isHash(name) ? `decode(given.${name}, 'hex')` : `given.${name}`));
  const commandAt = at + eventColumns.length;
  const commandRows = (as: string) =>
    rows(['text', 'text', 'text', 'int', 'int'], ['ticket', 'id', 'body_hash', 'first', 'last'], commandAt, as);
  const deadlineRows = rows(['text', 'text', 'bigint'], ['ticket', 'clock', 'due_at'], commandAt + 5, 'given');
  const outboxRows = rows(['text', 'int'], ['ticket', 'version'], commandAt + 8, 'given');
  const callerRows = rows(['text', 'text'], ['ticket', 'identity'], commandAt + 10, 'given');
  return `with inserted as (
    insert into ${t('ticket')} (id, ${columns.join(', ')})
    select given.id, ${columns.map(given).join(', ')} from ${ticketRows} where given.expected = 0
    on conflict (id) do nothing returning id
  ), updated as (
    update ${t('ticket')} as ticket set ${columns.map((column) => `${column} = ${given(column)}`).join(', ')}
    from ${ticketRows} where ticket.id = given.id and ticket.version = given.expected and given.expected > 0
    and ticket.head = decode(given.expected_head, 'hex')
    and not exists (select 1 from ${t('command')} as done join ${commandRows('asked')}
      on done.ticket = asked.ticket and done.id = asked.id where done.ticket = ticket.id)
    returning ticket.id
  ), written as (
    select id from inserted union all select id from updated
  ), logged as (
    insert into ${t('event')} (${eventColumns.join(', ')})
    select ${eventValues.join(', ')} from ${eventRows} join written on written.id = given.ticket
  ), remembered as (
    insert into ${t('command')} (ticket, id, body_hash, first_version, last_version)
    select given.ticket, given.id, decode(given.body_hash, 'hex'), given.first, given.last
    from ${commandRows('given')} join written on written.id = given.ticket
  ), cleared as (
    delete from ${t('deadline')} as deadline using ${deadlineRows} join written on written.id = given.ticket
    where deadline.ticket = given.ticket and deadline.clock = given.clock and given.due_at is null
  ), due as (
    insert into ${t('deadline')} (ticket, clock, due_at)
    select given.ticket, given.clock, given.due_at from ${deadlineRows} join written on written.id = given.ticket
    where given.due_at is not null
    on conflict (ticket, clock) do update set due_at = excluded.due_at, lease_until = 0
  ), leaving as (
    insert into ${t('outbox')} (ticket, version)
    select given.ticket, given.version from ${outboxRows} join written on written.id = given.ticket
  ), identified as (
    insert into ${t('caller')} (ticket, identity)
    select given.ticket, given.identity from ${callerRows} join written on written.id = given.ticket
  ) select id from written`;
}

/** The statements of one schema. */
export function statementsOf(schema: string) {
  const t = (table: string) => `${quoted(schema)}.${table}`;
  const named = (text: string): Statement => ({ name: `hotline_${canonicalHash(text).slice(0, 32)}`, text });
  const keys = rows(['text', 'int'], ['ticket', 'version'], 1, 'given');
  return {
    load: named(`select case when ticket.head = decode($3, 'hex') then null else ticket.record end as record,
      encode(ticket.head, 'hex') as head, command.id as command,
      encode(command.body_hash, 'hex') as body_hash, command.first_version, command.last_version
      from ${t('ticket')} as ticket left join ${t('command')} as command on command.ticket = ticket.id and command.id = $2
      where ticket.id = $1`),
    loadMany:
      named(`select given.place, case when ticket.head = decode(given.known, 'hex') then null else ticket.record end
      as record, encode(ticket.head, 'hex') as head, command.id as command,
      encode(command.body_hash, 'hex') as body_hash, command.first_version, command.last_version
      from unnest($1::text[], $2::text[], $3::text[]) with ordinality as given (ticket, command, known, place)
      join ${t('ticket')} as ticket on ticket.id = given.ticket
      left join ${t('command')} as command on command.ticket = given.ticket and command.id = given.command`),
    events: named(`select ${readColumns} from ${t('event')} where ticket = $1 and version <= $2 order by version`),
    commit: named(commitText(t)),
    reserve: named(`insert into ${t('number_block')} as block (scope, next) values ($1, $2 + 1)
      on conflict (scope) do update set next = block.next + $2 returning next`),
    claim: named(`with due as (
        select ticket, clock from ${t('deadline')} where due_at <= $1 and lease_until <= $1
        order by due_at limit $2 for update skip locked
      ) update ${t('deadline')} as deadline set lease_until = $3 from due
      where deadline.ticket = due.ticket and deadline.clock = due.clock returning deadline.ticket`),
    nextDue: named(`select min(due_at) as due_at from ${t('deadline')}`),
    // Whoever locks the first waiting event of a ticket has the ticket: nobody else takes its later events meanwhile.
    claimOutbox: named(`with first as (
        select ticket from ${t('outbox')} as head where lease_until <= $1 and not exists (
          select 1 from ${t('outbox')} as earlier where earlier.ticket = head.ticket and earlier.version < head.version)
        order by ticket limit $2 for update skip locked
      ), mine as (
        select ticket, version from ${t('outbox')} join first using (ticket) order by ticket, version limit $2
      ), leased as (
        update ${t('outbox')} as outbox set lease_until = $3 from mine
        where outbox.ticket = mine.ticket and outbox.version = mine.version returning outbox.ticket, outbox.version
      ) select ${readColumns} from ${t('event')} join leased using (ticket, version) order by ticket, version`),
    settle: named(`delete from ${t('outbox')} as outbox using ${keys}
      where outbox.ticket = given.ticket and outbox.version = given.version`),
    release: named(`update ${t('outbox')} as outbox set lease_until = 0 from ${keys}
      where outbox.ticket = given.ticket and outbox.version = given.version`),
    find: (clause: string) => named(`select record, encode(head, 'hex') as head from ${t('ticket')}${clause}`),
    caller: named(`select identity from ${t('caller')} where ticket = $1`),
    eraseCaller: named(`delete from ${t('caller')} where ticket = $1 returning ticket`),
  };
}
