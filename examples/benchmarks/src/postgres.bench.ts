import type { Desk, DeskCommand } from '@hotline-kit/core';
import { type PostgresPool, postgresStore } from '@hotline-kit/core/storage-postgres';
import { Logger, makeWorkerUtils, runOnce } from 'graphile-worker';
import pg from 'pg';
import PgBoss from 'pg-boss';
import { postgresPrograms, startPostgres } from '../../../scripts/postgres.mjs';
import { commandsOfBlock } from './life-commands.js';
import { type Contestant, measure, mustAgree, timesAsLong } from './measure.js';
import { report } from './report.js';
import { deskWithTickets } from './tag-commands.js';
import { workloads } from './workloads.js';

const connections = 8;
const commands = 2 * commandsOfBlock;
/** A desk runs all day: so many rounds until the compiler has seen enough of it. */
const warmUp = 4;

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
    for (const { what, commandsOf } of workloads) await benchCommands(pool, what, commandsOf);
    await benchClaims(pool, server.url);
  } finally {
    await pool.end();
    server.stop();
  }
}

/** As many lanes as there are connections. A ticket has its lane, so that none waits for another. */
function lanesOf(all: readonly DeskCommand[]): readonly (readonly DeskCommand[])[] {
  const laneOf = ({ ticket = '' }: DeskCommand) => Number(/\d+$/.exec(ticket)?.[0]) % connections;
  return Array.from({ length: connections }, (_, lane) => all.filter((command) => laneOf(command) === lane));
}

/** Our desk, and the statements that a desk runs for the same commands, run again without any of our code. */
async function benchCommands(
  pool: pg.Pool,
  what: string,
  commandsOf: (round: number, count: number) => readonly DeskCommand[],
): Promise<void> {
  const log = recordingPool(pool);
  for (const schema of schemas) await pool.query(`drop schema if exists ${schema} cascade`);
  const desk = await deskWithTickets(postgresStore({ pool, schema: 'ours' }));
  const recorded = await deskWithTickets(postgresStore({ pool: log.pool, schema: 'listened' }));
  await deskWithTickets(postgresStore({ pool, schema: 'bare' }));

  let round = 0;
  let lanes: readonly (readonly DeskCommand[])[] = [];
  let statements: readonly (readonly StatementSent[])[] = [];
  const next = async () => {
    round += 1;
    lanes = lanesOf(commandsOf(round, commands));
    const sent: (readonly StatementSent[])[] = [];
    for (const lane of lanes) {
      log.take();
      for (const command of lane) await carriedOut(recorded, command);
      sent.push(log.take().map(({ text, ...rest }) => ({ ...rest, text: text.replaceAll('listened', 'bare') })));
    }
    statements = sent;
  };
  const ours = () =>
    Promise.all(
      lanes.map(async (lane) => {
        for (const command of lane) await carriedOut(desk, command);
      }),
    );
  const replay = () =>
    Promise.all(
      statements.map(async (lane) => {
        for (const { name, text, values } of lane) {
          // It looks at a ticket before it writes it, as a program that has nothing to think about must.
          if (text.startsWith('with') && typeof values[0] === 'string')
            await pool.query({ ...look, values: [values[0]] });
          await pool.query({ name: `bare ${name}`, text, values: [...values] });
        }
      }),
    );
  const measured = await measure(
    [
      { name: 'our durable commands', operations: commands, before: next, run: ours },
      { name: 'the bare statements: reads, writes', operations: commands, run: replay },
    ],
    { clock: 'wall', rounds: 9, warmUp, collects: 'young' },
  );
  const [own, listened, replayed] = await Promise.all(schemas.map((schema) => contentOf(pool, schema)));
  mustAgree('the rows of the statements that were run again', replayed, listened);
  // Tickets that are registered at the same time take their numbers in any order.
  mustAgree('the rows but their numbers', withoutNumbers(own), withoutNumbers(listened));

  const [time, floor] = measured;
  report(
    `PostgreSQL, every commit survives a power cut, 8 connections; ${what}`,
    measured,
    ['both end with the same rows'],
    'wall',
    [
      {
        what: 'commands a second, by those of the bare statements',
        measured: timesAsLong(floor, time, 'wall'),
        unit: '×',
        goal: 0.5,
        atLeast: true,
      },
    ],
  );
}

const schemas = ['ours', 'listened', 'bare'];

const look = { name: 'bare look', text: 'select version, head, record from bare.ticket where id = $1' };

async function carriedOut(desk: Desk, command: DeskCommand): Promise<void> {
  const result = await desk.execute(command);
  if (!result.ok) throw new Error(result.refusal.text.en);
}

/** A statement as it was sent. */
interface StatementSent {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A pool that also writes down which statements it is told to run. */
function recordingPool(pool: pg.Pool): { readonly pool: PostgresPool; take(): readonly StatementSent[] } {
  let sent: StatementSent[] = [];
  const query = (config: StatementSent) => {
    if (!config.text.startsWith('select')) sent.push(config);
    return pool.query({ ...config, values: [...config.values] });
  };
  const take = () => {
    const taken = sent;
    sent = [];
    return taken;
  };
  return { pool: { query, connect: () => pool.connect() } as unknown as PostgresPool, take };
}

/** What a schema says of every ticket, and how much stands in the other tables. */
async function contentOf(pool: pg.Pool, schema: string): Promise<Content> {
  const { rows } = await pool.query(
    `select id, version, encode(head, 'hex') as head, record::text as record from ${schema}.ticket order by id`,
  );
  const counts = ['event', 'command', 'deadline', 'outbox'].map(async (table) => {
    const counted = await pool.query(`select count(*) as rows from ${schema}.${table}`);
    return Number(counted.rows[0].rows);
  });
  return { tickets: rows, counts: await Promise.all(counts) };
}

interface Content {
  readonly tickets: readonly { readonly id: string; readonly version: number; readonly record: string }[];
  readonly counts: readonly number[];
}

function withoutNumbers(content: Content | undefined): unknown {
  const tickets = content?.tickets.map(({ id, version, record }) => ({
    id,
    version,
    record: { ...JSON.parse(record), number: '' },
  }));
  return { tickets, counts: content?.counts };
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
