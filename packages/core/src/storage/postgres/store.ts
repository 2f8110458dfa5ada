import { HotlineError } from '../../errors.js';
import type { EventRow } from '../event-row.js';
import type { MigrationMode } from '../migration.js';
import type { CommitOutcome, EventKey, LoadedTicket, TicketCommit, TicketStore } from '../store.js';
import { filterClause } from '../ticket-filter.js';
import { bringUpToDate } from './bring-up-to-date.js';
import { columnsOf, commitValues, shapeOfOne, valuesOfOne } from './commit-values.js';
import { DEFAULT_SCHEMA, isConflict, type PostgresConnection, type PostgresPool, unreachable } from './connection.js';
import { postgresFilter } from './filter.js';
import { eventsOf, storedOf, type TicketText } from './rows.js';
import { type Statement, statementsOf } from './statements.js';

/** Where the tickets are, and how the tables come there. */
export interface PostgresStoreOptions {
  /** A pool of `pg`, made and ended by the host. */
  readonly pool: PostgresPool;
  /** The schema that holds the tables; default `hotline`. */
  readonly schema?: string;
  /** `apply` (default) brings the tables up to date; `check` throws where they are not. */
  readonly migrate?: MigrationMode;
  /** Let the server keep each statement's plan; default true. Set it to false behind a pooler that cannot. */
  readonly prepare?: boolean;
}

/**
 * Tickets in PostgreSQL 14 or later, for any number of processes and machines. A commit is one statement.
 * @throws HotlineError `storeUnavailable` or `storeOutdated`, when the desk opens it
 * @example
 * const pool = new pg.Pool({ connectionString: 'postgres://…' });
 * const desk = await openDesk({ pack, store: postgresStore({ pool }) });
 */
export function postgresStore(options: PostgresStoreOptions): TicketStore {
  const { pool, schema = DEFAULT_SCHEMA, migrate = 'apply', prepare = true } = options;
  const where = `schema ${schema}`;
  const statements = statementsOf(schema);

  async function run<Row>(
    connection: PostgresConnection,
    { name, text }: Statement,
    values: unknown[] = [],
  ): Promise<readonly Row[]> {
    const { rows } = await connection.query(prepare ? { name, text, values } : { text, values });
    return rows as readonly Row[];
  }

  /** The store through the pool, or through one connection of the host's that is inside a transaction. */
  function through(connection: PostgresConnection, joined: boolean): TicketStore {
    const ask = async <Row>(statement: Statement, values: unknown[] = [], on = connection): Promise<readonly Row[]> => {
      try {
        return await run<Row>(on, statement, values);
      } catch (cause) {
        throw unreachable(where, cause);
      }
    };

    return {
      async open() {
        if (joined) return;
        try {
          await bringUpToDate(pool, schema, migrate);
        } catch (cause) {
          throw unreachable(where, cause);
        }
      },

      within: (client) => through(client as PostgresConnection, true),

      async load(ticket, command, known) {
        const [row] = await ask<LoadedRow>(statements.load, [ticket, command ?? null, known ?? null]);
        return row === undefined ? {} : loadedOf(row);
      },

      async loadMany(wanted) {
        if (wanted.length === 0) return [];
        const columns = columnsOf(
          wanted.map(({ ticket, command = null, known = null }) => [ticket, command, known]),
          3,
        );
        const rows = await ask<LoadedRow & { readonly place: string | number }>(statements.loadMany, columns);
        const found = new Map(rows.map((row) => [Number(row.place), row]));
        return wanted.map((_, index) => {
          const row = found.get(index + 1);
          return row === undefined ? {} : loadedOf(row);
        });
      },

      async events(ticket, through = 2 ** 31 - 1) {
        return eventsOf(await ask<EventRow<string>>(statements.events, [ticket, through]));
      },

      async commit(commits) {
        const [first] = commits;
        if (first === undefined) return { ok: true };
        try {
          if (joined) return await commitJoined(connection, commits);
          return commits.length === 1 ? await commitOn(connection, commits) : await commitTogether(commits);
        } catch (cause) {
          if (!isConflict(cause)) throw unreachable(where, cause);
          if (!joined) return { ok: false, conflict: first.ticket };
          throw new HotlineError(
            'storeConflict',
            {
              zh: '宿主的事务与另一事务冲突，已失效',
              en: 'the transaction of the host met another one and is lost',
            },
            {
              ticket: first.ticket,
              fix: { zh: '请回滚并重做整个事务', en: 'roll it back and do its whole work again' },
              cause,
            },
          );
        }
      },

      async reserveNumbers(scope, count) {
        // Never inside the host's transaction: undone there, the same numbers would be given twice.
        const [row] = await ask<{ next: string | number }>(statements.reserve, [scope, count], pool);
        return Number(row?.next) - count;
      },

      async claimDue(at, limit, leaseUntil) {
        const rows = await ask<{ ticket: string }>(statements.claim, [at, limit, leaseUntil]);
        return [...new Set(rows.map(({ ticket }) => ticket))];
      },

      async nextDueAt() {
        const [row] = await ask<{ due_at: string | number | null }>(statements.nextDue);
        return row === undefined || row.due_at === null ? undefined : Number(row.due_at);
      },

      async claimOutbox(at, limit, leaseUntil) {
        return eventsOf(await ask<EventRow<string>>(statements.claimOutbox, [at, limit, leaseUntil]));
      },

      async settle(delivered) {
        if (delivered.length > 0) await ask(statements.settle, keysOf(delivered));
      },

      async release(undelivered) {
        if (undelivered.length > 0) await ask(statements.release, keysOf(undelivered));
      },

      async find(query) {
        const values: unknown[] = [];
        const clause = filterClause(query, postgresFilter, (value) => {
          values.push(value);
          return `$${values.length}`;
        });
        return (await ask<TicketText>(statements.find(clause), values)).map(storedOf);
      },

      async caller(ticket) {
        const [row] = await ask<{ identity: string }>(statements.caller, [ticket]);
        return row === undefined ? undefined : JSON.parse(row.identity);
      },

      async eraseCaller(ticket) {
        return (await ask(statements.eraseCaller, [ticket])).length > 0;
      },

      async close() {},
    };
  }

  async function commitOn(connection: PostgresConnection, commits: readonly TicketCommit[]): Promise<CommitOutcome> {
    const [one] = commits;
    const shape = commits.length === 1 && one !== undefined ? shapeOfOne(one) : undefined;
    const [statement, values] =
      shape === undefined
        ? [statements.commit, commitValues(commits)]
        : [statements.commitOfOne(shape), valuesOfOne(one as TicketCommit, shape)];
    const rows = await run<{ id: string }>(connection, statement, values);
    const written = new Set(rows.map(({ id }) => id));
    const conflict = commits.find(({ ticket }) => !written.has(ticket));
    return conflict === undefined ? { ok: true } : { ok: false, conflict: conflict.ticket };
  }

  /** Several tickets: the statement runs in a transaction, to be undone where one of them was changed in between. */
  async function commitTogether(commits: readonly TicketCommit[]): Promise<CommitOutcome> {
    const client = await pool.connect();
    try {
      await client.query({ text: 'begin' });
      const outcome = await commitOn(client, commits);
      await client.query({ text: outcome.ok ? 'commit' : 'rollback' });
      client.release();
      return outcome;
    } catch (error) {
      // The connection goes, and with it whatever is open on it.
      client.release(true);
      throw error;
    }
  }

  async function commitJoined(client: PostgresConnection, commits: readonly TicketCommit[]): Promise<CommitOutcome> {
    if (commits.length === 1) return commitOn(client, commits);
    await client.query({ text: 'savepoint hotline_commit' });
    const outcome = await commitOn(client, commits);
    const end = outcome.ok ? 'release savepoint hotline_commit' : 'rollback to savepoint hotline_commit';
    await client.query({ text: end });
    return outcome;
  }

  return through(pool, false);
}

function keysOf(keys: readonly EventKey[]) {
  return columnsOf(
    keys.map(({ ticket, version }) => [ticket, version]),
    2,
  );
}

function loadedOf(row: LoadedRow): LoadedTicket {
  const { record, head } = row;
  const found = record === null ? ({ unchanged: true } as const) : { stored: storedOf({ record, head }) };
  if (row.command === null) return found;
  const { command: id, body_hash, first_version, last_version } = row;
  return { ...found, command: { id, bodyHash: body_hash, firstVersion: first_version, lastVersion: last_version } };
}

type LoadedRow = { readonly record: string | null; readonly head: string } & (
  | { readonly command: null }
  | {
      readonly command: string;
      readonly body_hash: string;
      readonly first_version: number;
      readonly last_version: number;
    }
);
