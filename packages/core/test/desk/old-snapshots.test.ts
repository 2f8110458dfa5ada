import { type Desk, openDesk } from '@hotline-kit/core';
import { sqliteStore } from '@hotline-kit/core/storage-sqlite';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test } from 'vitest';
import { done, handledTicket, pack, people } from '../sample-desk.js';
import { at } from '../sample-town.js';

/** A database as an earlier version left it: its snapshots know nothing of what came later. */
async function oldDatabase(): Promise<{ desk: Desk; database: InstanceType<typeof DatabaseSync> }> {
  const database = new DatabaseSync(':memory:');
  const desk = await openDesk({ pack, store: sqliteStore({ database }) });
  await handledTicket(desk);
  database.exec("update ticket set record = json_remove(record, '$.shape', '$.observers', '$.promises', '$.clocks')");
  return { desk: await openDesk({ pack, store: sqliteStore({ database }) }), database };
}

test('a snapshot of an earlier version is folded anew from the log, at any instant and in lists', async () => {
  const { desk } = await oldDatabase();
  expect((await desk.ticket('call-1'))?.record).toMatchObject({
    observers: [],
    clocks: { handle: { state: 'running' } },
  });
  expect((await desk.find())[0]?.record.clocks['handle']?.state).toBe('running');
  expect(await desk.verify('call-1')).toMatchObject({ ok: true });
});

test('it is written in today’s shape with the next command', async () => {
  const { desk, database } = await oldDatabase();
  const ticket = await desk.ticket('call-1');
  if (ticket === undefined || !ticket.is('handling')) throw new Error('it is being handled');
  done(await ticket.do('recordProgress', { text: '已约谈' }, { by: people.handler, at: at('09:30') }));
  const row = database.prepare('select record from ticket').get() as { record: string };
  expect(JSON.parse(row.record)).toMatchObject({ shape: 4, clocks: { handle: { state: 'running' } } });
});

test('a snapshot whose fields are not those of shape 4 has another number (raise SNAPSHOT_SHAPE, then this list)', async () => {
  const desk = await openDesk({ pack, store: sqliteStore({ file: ':memory:' }) });
  const { record } = await handledTicket(desk);
  const fields = [...Object.keys(record), ...Object.keys(record.clocks['handle'] ?? {}).map((key) => `clocks.${key}`)];
  expect({ shape: record.shape, fields: fields.sort().join(' ') }).toMatchInlineSnapshot(`
    {
      "fields": "absorbed arrivedAt assists beyondCity call callbacks clocks clocks.breachedAt clocks.certainty clocks.dueAt clocks.generation clocks.id clocks.late clocks.pausedAt clocks.pausedTotal clocks.pauses clocks.startedAt clocks.state clocks.stoppedAt clocks.term clocks.warnings closedAt clues comments consultation contactedAt contenders counts departmentCall duties enquiries escalated evidence extension finishedAssists handler handover id imported instructions interimReplies lead leadSince leaderAssigned limits meanwhile mergedInto milestones number observers parts path praises promise promises qualityChecks rating reason received recused registeredAt remedy reply requests returnFrom round shape stages state statutory supervision suspension tags tally termination unreasonable updatedAt urgedAt urges version",
      "shape": 4,
    }
  `);
});
