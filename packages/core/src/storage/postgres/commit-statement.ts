import { eventColumns } from '../event-row.js';

/** Whether a column holds a hash: it travels as hexadecimal text, whatever the driver makes of bytes. */
export function isHash(column: string): boolean {
  return column.endsWith('hash');
}

/** Columns of the ticket that a commit sets, with their types in the arrays that carry them. */
const ticketColumns = {
  version: 'int',
  state: 'text',
  lead: 'text',
  assists: 'json',
  handler: 'text',
  applicant: 'text',
  matter: 'text',
  parties: 'json',
  tags: 'json',
  confidential: 'int',
  supervision: 'int',
  due_at: 'bigint',
  registered_at: 'bigint',
  search: 'text',
  head: 'text',
  record: 'text',
  number: 'text',
} as const;

/** A column of the ticket that a commit sets. */
export type TicketColumn = keyof typeof ticketColumns;

/** How a column is taken from the arrays: lists come as JSON, hashes as hexadecimal text. */
const taken = (column: string, value: string): string =>
  Object.hasOwn(ticketColumns, column) && ticketColumns[column as TicketColumn] === 'json'
    ? `array(select json_array_elements_text(${value}))`
    : column === 'head' || isHash(column)
      ? `decode(${value}, 'hex')`
      : value;

const given = (column: string): string => taken(column, `given.${column}`);

/** In the order of {@link commitText}'s placeholders. */
export const columns = Object.keys(ticketColumns) as readonly TicketColumn[];

/** What changes with every commit, and stands in no list. */
export const unlisted: readonly TicketColumn[] = ['version', 'head', 'record'];

/** The columns of an event that are no text in the arrays that carry them. */
const eventTypes: Partial<Record<(typeof eventColumns)[number], string>> = {
  version: 'int',
  v: 'int',
  at: 'bigint',
  recorded_at: 'bigint',
};

const eventType = (column: (typeof eventColumns)[number]): string => eventTypes[column] ?? 'text';

/** Arrays as rows: `unnest($1::text[], …) as given (…)`, its placeholders counted on from `first`. */
export function rows(types: readonly string[], names: readonly string[], first: number, as: string): string {
  return `unnest(${types.map((type, index) => `$${first + index}::${type}[]`).join(', ')}) as ${as} (${names.join(', ')})`;
}

/**
 * A whole commit in one statement, of one ticket or of several: version check, snapshot, events, commands, deadlines,
 * outbox and callers. Everything hangs on `written`, the tickets whose version was the expected one; what it gives
 * back are their ids. U+0000 may stand in JSON texts only, escaped; that is why they travel as text, not as json.
 */
export function commitText(t: (table: string) => string): string {
  const ticketRows = rows(
    ['text', 'int', 'text', ...columns.map((column) => ticketColumns[column])],
    ['id', 'expected', 'expected_head', ...columns],
    1,
    'given',
  );
  const at = 4 + columns.length;
  const eventRows = rows(eventColumns.map(eventType), eventColumns, at, 'given');
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
    select ${eventColumns.map(given).join(', ')} from ${eventRows} join written on written.id = given.ticket
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

/** What the commit of one ticket brings: what it does not bring is not in its statement. */
export interface CommitShape {
  /** Whether the ticket stands in some list otherwise than before. */
  readonly listed: boolean;
  readonly deadlines: boolean;
  readonly outbox: boolean;
}

/**
 * The same for one ticket that was there before, which is what most commits are: with nothing in it that this commit
 * does not need. Placeholders: id, expected version, expected head, the ticket's columns, and the arrays.
 */
export function commitOfOneText(t: (table: string) => string, shape: CommitShape): string {
  let next = 1;
  const place = (type: string) => `$${next++}::${type}`;
  const [id, version, head] = ['text', 'int', 'text'].map(place);
  const set = shape.listed ? columns : unlisted;
  const assignments = set.map((column) => `${column} = ${taken(column, place(ticketColumns[column]))}`);
  const arrays = (types: readonly string[], names: readonly string[]) => {
    next += types.length;
    return rows(types, names, next - types.length, 'given');
  };
  const events = arrays(eventColumns.map(eventType), eventColumns);
  const ids = `$${next}::text[]`;
  const commands = arrays(['text', 'text', 'int', 'int'], ['id', 'body_hash', 'first', 'last']);
  const parts = [
    `written as (
    update ${t('ticket')} as ticket set ${assignments.join(', ')}
    where ticket.id = ${id} and ticket.version = ${version} and ticket.head = decode(${head}, 'hex')
    and not exists (select 1 from ${t('command')} as done where done.ticket = ${id} and done.id = any(${ids}))
    returning ticket.id
  )`,
    `logged as (
    insert into ${t('event')} (${eventColumns.join(', ')})
    select ${eventColumns.map(given).join(', ')} from written, ${events}
  )`,
    `remembered as (
    insert into ${t('command')} (ticket, id, body_hash, first_version, last_version)
    select written.id, given.id, ${given('body_hash')}, given.first, given.last from written, ${commands}
  )`,
  ];
  if (shape.deadlines) {
    const deadlines = arrays(['text', 'bigint'], ['clock', 'due_at']);
    parts.push(
      `cleared as (
    delete from ${t('deadline')} as deadline using written, ${deadlines}
    where deadline.ticket = written.id and deadline.clock = given.clock and given.due_at is null
  )`,
      `due as (
    insert into ${t('deadline')} (ticket, clock, due_at)
    select written.id, given.clock, given.due_at from written, ${deadlines} where given.due_at is not null
    on conflict (ticket, clock) do update set due_at = excluded.due_at, lease_until = 0
  )`,
    );
  }
  if (shape.outbox) {
    const outbox = arrays(['int'], ['version']);
    parts.push(`leaving as (
    insert into ${t('outbox')} (ticket, version) select written.id, given.version from written, ${outbox}
  )`);
  }
  return `with ${parts.join(', ')} select id from written`;
}
