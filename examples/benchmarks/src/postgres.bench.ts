import type { DeskCommand } from '@hotline-kit/core';
import { postgresStore } from '@hotline-kit/core/storage-postgres';
import { Logger, makeWorkerUtils, runOnce } from 'graphile-worker';
import pg from 'pg';
import PgBoss from 'pg-boss';
import { postgresPrograms, startPostgres } from '../../../scripts/postgres.mjs';
import { type Contestant, measure, mustAgree } from './measure.js';
import { report } from './report.js';
import { deskWithTickets, snapshotsOf, tagCommands, ticketCount } from './tag-commands.js';

const connections = 8;
const commands = 1000;

/** A private PostgreSQL whose commits wait for the disk. Where none is installed, the group says so and ends. */
export async function benchPostgres(): Promise<void> {
  const programs = postgresPrograms();
  if (programs === undefined) {
    console.error('PostgreSQL is not installed: the group "postgres" is left out.');
    return;
  }
  const server = await startPostgres(programs, { durable: true });
  const pool = new pg.Pool({ connectionString: server.url, max: connections });
  // A pool tells of idle connections that are lost when the server ends; nobody waits for them.
  pool.on('error', () => {});
  try {
    await benchCommands(pool);
    await benchClaims(pool, server.url);
  } finally {
    await pool.end();
    server.stop();
  }
}

/** Runs work in as many lanes as there are connections. A lane has its own tickets, so that none waits for another. */
async function inLanes<T extends { readonly lane: number }>(
  work: readonly T[],
  act: (each: T) => Promise<unknown>,
): Promise<void> {
  await Promise.all(
    Array.from({ length: connections }, async (_, lane) => {
      for (const each of work) if (each.lane === lane) await act(each);
    }),
  );
}

const laneOf = (ticket: number) => ticket % connections;

async function benchCommands(pool: pg.Pool): Promise<void> {
  const desk = await deskWithTickets(postgresStore({ pool, schema: 'ours' }));
  let round = 0;
  const ours = async () => {
    round += 1;
    const all = tagCommands(round, commands).map((command: DeskCommand, n) => ({
      command,
      lane: laneOf(n % ticketCount),
    }));
    let done = 0;
    await inLanes(all, async ({ command }) => {
      if ((await desk.execute(command)).ok) done += 1;
    });
    mustAgree('all commands are carried out', done, commands);
    return done;
  };
  const bare = await bareStatements(pool);
  const contestants = [
    { name: 'our durable commands', operations: commands, run: ours },
    { name: 'the bare statements: a read, a write', operations: commands, run: () => bare(true) },
    { name: 'the bare write alone', operations: commands, run: () => bare(false) },
  ];
  const measured = await measure(contestants, { clock: 'wall', warmUp: 8 });
  const [own = Number.NaN, both = Number.NaN] = measured.map(({ microseconds }) => microseconds);
  const what = 'commands a second, by those of the bare statements';
  report('PostgreSQL, every commit survives a power cut, 8 connections', measured, [], 'wall', [
    { what, measured: both / own, unit: '×', goal: 0.5, atLeast: true },
  ]);
}

/** The same rows into the same tables without any of our code: one statement reads, one writes, as in our store. */
async function bareStatements(pool: pg.Pool): Promise<(reads: boolean) => Promise<number>> {
  const desk = await deskWithTickets(postgresStore({ pool, schema: 'bare' }));
  const snapshots = await snapshotsOf(desk, async (id) => {
    const found = await pool.query('select record from bare.ticket where id = $1', [id]);
    return found.rows[0].record;
  });
  const { rows } = await pool.query('select * from bare.event order by ticket, version limit 1');
  const like = rows[0] as Readonly<Record<string, unknown>>;
  const stored = await pool.query('select id, version from bare.ticket');
  const versions = new Map(stored.rows.map(({ id, version }) => [String(id), Number(version)]));
  const read = {
    name: 'bare_read',
    text: `select ticket.record, ticket.head, command.id from bare.ticket left join bare.command
      on command.ticket = ticket.id and command.id = $2 where ticket.id = $1`,
  };
  const write = {
    name: 'bare_write',
    text: `with written as (
        update bare.ticket set version = $2, head = $3, record = $4 where id = $1 and version = $2 - 1 returning id
      ), logged as (
        insert into bare.event (ticket, version, type, v, at, recorded_at, actor, command, machine, rules, calendar, state,
          data, prev_hash, hash)
        select id, $2, 'ticket.tagged', 1, $5, $5, $6, $7, $8, $9, $10, $11, $12, $3, $3 from written
      ), remembered as (
        insert into bare.command select id, $7, $3, $2, $2 from written
      ) insert into bare.outbox (ticket, version) select id, $2 from written`,
  };
  const { at, actor, machine, rules, calendar, state, hash } = like;
  const data = JSON.stringify({ add: ['夜间施工'] });
  let round = 0;
  return async (reads) => {
    round += 1;
    const all = Array.from({ length: commands }, (_, n) => ({ n, lane: laneOf(n % ticketCount) }));
    let written = 0;
    await inLanes(all, async ({ n }) => {
      const [id, command] = [`t${n % ticketCount}`, `bare-${round}-${n}`];
      if (reads) await pool.query({ ...read, values: [id, command] });
      const version = (versions.get(id) ?? 0) + 1;
      versions.set(id, version);
      const record = snapshots[n % ticketCount]?.[Math.floor(n / ticketCount) % 2] ?? '';
      const values = [id, version, hash, record, at, actor, command, machine, rules, calendar, state, data];
      const { rowCount } = await pool.query({ ...write, values });
      written += rowCount ?? 0;
    });
    mustAgree('all rows are written', written, commands);
    return written;
  };
}

const batch = 100;

/** Eight loops take what is due, a hundred at a time, until nothing is left. */
async function claimAll(claim: () => Promise<number>): Promise<number> {
  let claimed = 0;
  const loop = async () => {
    for (;;) {
      const count = await claim();
      if (count === 0) return;
      claimed += count;
    }
  };
  await Promise.all(Array.from({ length: connections }, loop));
  return claimed;
}

async function benchClaims(pool: pg.Pool, connectionString: string): Promise<void> {
  const ours = await ourClaims(pool, 20_000);
  const boss = await bossClaims(connectionString, 5_000);
  const graphile = await graphileJobs(pool, 1_000);
  const measured = await measure([ours, boss.contestant, graphile.contestant], { clock: 'wall' });
  await boss.stop();
  await graphile.stop();
  const [own = Number.NaN] = measured.map(({ microseconds }) => microseconds);
  const notes = ['graphile-worker has no claim of its own: its line is a job that does nothing, taken and completed'];
  report('Due clocks claimed, 8 connections', measured, notes, 'wall', [
    { what: 'due clocks claimed a second', measured: 1e6 / own, unit: '/s', goal: 20_000, atLeast: true },
  ]);
}

async function ourClaims(pool: pg.Pool, count: number): Promise<Contestant> {
  const store = postgresStore({ pool, schema: 'claims' });
  await store.open();
  await pool.query(
    `insert into claims.deadline (ticket, clock, due_at) select 'ticket-' || n, 'handle', n from generate_series(1, $1) as n`,
    [count],
  );
  return {
    name: 'our claims, 100 at a time',
    operations: count,
    before: async () => {
      await pool.query('update claims.deadline set lease_until = 0');
      await pool.query('vacuum analyze claims.deadline');
    },
    run: async () => {
      const claimed = await claimAll(async () => (await store.claimDue(count, batch, count + 60_000)).length);
      mustAgree('every due clock is claimed once', claimed, count);
    },
  };
}

async function bossClaims(connectionString: string, count: number) {
  const boss = new PgBoss({ connectionString, max: connections, supervise: false, schedule: false });
  boss.on('error', (error) => console.error(error));
  await boss.start();
  const queue = 'due';
  await boss.createQueue(queue);
  const contestant: Contestant = {
    name: 'pg-boss, jobs fetched 100 at a time',
    operations: count,
    before: () => boss.insert(Array.from({ length: count }, (_, n) => ({ name: queue, data: { ticket: n } }))),
    run: async () => {
      const fetched = await claimAll(async () => (await boss.fetch(queue, { batchSize: batch }))?.length ?? 0);
      mustAgree('every job is fetched once', fetched, count);
    },
  };
  return { contestant, stop: () => boss.stop({ graceful: false, wait: false }) };
}

/** One line a job would be measured, too. */
const silent = new Logger(() => () => {});

async function graphileJobs(pool: pg.Pool, count: number) {
  const utils = await makeWorkerUtils({ pgPool: pool, logger: silent });
  await utils.migrate();
  let ran = 0;
  const contestant: Contestant = {
    name: 'graphile-worker, jobs done, concurrency 8',
    operations: count,
    before: async () => {
      ran = 0;
      await utils.addJobs(Array.from({ length: count }, (_, n) => ({ identifier: 'due', payload: { ticket: n } })));
    },
    run: async () => {
      const due = async () => {
        ran += 1;
      };
      const taskList = { due };
      await runOnce({ pgPool: pool, concurrency: connections, noHandleSignals: true, logger: silent, taskList });
      mustAgree('every job is done once', ran, count);
    },
  };
  return { contestant, stop: () => utils.release() };
}
