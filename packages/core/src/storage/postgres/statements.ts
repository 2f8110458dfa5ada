import { canonicalHash } from '../../log/canonical.js';
import { eventColumns } from '../event-row.js';
import { type CommitShape, commitOfOneText, commitText, isHash, rows } from './commit-statement.js';
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

/** The statements of one schema. */
export function statementsOf(schema: string) {
  const t = (table: string) => `${quoted(schema)}.${table}`;
  const named = (text: string): Statement => ({ name: `hotline_${canonicalHash(text).slice(0, 32)}`, text });
  const ofOne = new Map<string, Statement>();
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
    commitOfOne: (shape: CommitShape): Statement => {
      const key = `${shape.listed} ${shape.deadlines} ${shape.outbox}`;
      const known = ofOne.get(key) ?? named(commitOfOneText(t, shape));
      ofOne.set(key, known);
      return known;
    },
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
