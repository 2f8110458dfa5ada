import { cityFolder, loadCityPack } from '@hotline-kit/rules/node';
import { expect, test } from 'vitest';
import { type Activity, activityRows } from './activities/activity.js';
import { type DutyRota, onDuty } from './activities/duty-rota.js';
import { openDesk } from './desk/desk.js';
import { HotlineError, type HotlineErrorCode } from './errors.js';
import { upcast } from './log/upcast.js';
import { type SharingPlan, shareBatch } from './sharing/share-batch.js';
import { memoryStore } from './storage/memory.js';
import { pendingMigrations } from './storage/migration.js';
import { openSqlite } from './storage/sqlite/driver.js';
import { sqliteStore } from './storage/sqlite/store.js';
import { parseCursor } from './storage/ticket-query.js';
import type { TicketEvent } from './ticket/event.js';
import { deriveTransitionTable } from './ticket/transition-table.js';

const pack = await loadCityPack(cityFolder('dongguan'));
const store = memoryStore();
const desk = await openDesk({ pack, store });
const at = '2026-03-02T09:00:00+08:00';
const agent = { id: 'agent-1', role: 'agent' } as const;
const stranger = { id: 'handler-9', role: 'handler', unit: 'elsewhere' } as const;
const call = { channel: 'phone', type: 'help', content: '路灯不亮', place: { district: 'dongkeng' } } as const;
await desk.register(call, { id: 't', by: agent, at });

/** Every code, and one way to meet it. */
const ways: Readonly<Record<HotlineErrorCode, () => unknown>> = {
  assessmentInvalid: () => desk.assess({ from: at, to: '2026-01-01T00:00:00+08:00' }),
  commandIdReused: () => desk.register({ ...call, content: '井盖缺失' }, { id: 't', by: agent, at }),
  instantOutOfRange: () => desk.runDue(1_700_000_000),
  invalidActivity: () => activityRows([{} as Activity], new Map()),
  invalidActor: () => desk.register(call, { by: { id: '', role: 'agent' }, at }),
  invalidCommand: () => desk.register({ ...call, content: 1n as unknown as string }, { by: agent, at }),
  invalidQuery: () => parseCursor('nowhere'),
  invalidRota: () => onDuty({} as DutyRota, at, 'Asia/Shanghai'),
  invalidSharing: () => shareBatch([], pack, {} as SharingPlan, { id: 's', at, from: at, to: at }),
  logOfLaterVersion: () => upcast({ ticket: 't', type: 'ticket.signed', v: 9 } as TicketEvent),
  machineNotFlat: () =>
    deriveTransitionTable({
      states: { draft: { key: 'draft', type: 'parallel' } },
    } as unknown as Parameters<typeof deriveTransitionTable>[0]),
  notAuthorised: () => desk.caller('t', { by: stranger, at }),
  packMismatch: () => desk.usePack({ ...pack, id: 'other' }, { by: { id: 'office', role: 'system' }, at }),
  sqliteMissing: () =>
    openSqlite(':memory:', {
      builtIn: () => undefined,
      peer: () => Promise.reject(new Error('there is no such package')),
    }),
  storeCannotJoin: () => desk.within({}),
  storeConflict: async () => {
    const busy = { ...store, commit: async () => ({ ok: false, conflict: 't' }) as const };
    const given = { by: { id: 'd', role: 'dispatcher' } as const, at };
    await (await openDesk({ pack, store: busy })).execute({ ...given, ticket: 't', type: 'dispatch', data: {} });
  },
  storeOutdated: () => pendingMigrations([{ name: '0001-tickets', sql: '' }], 0, 'check', 'hotline.db'),
  storeUnavailable: () => sqliteStore({ file: '/nowhere/at/all/hotline.db' }).open(),
  ticketUnknown: () => desk.verify('nobody'),
};

test.each(Object.entries(ways))('%s says in both languages what happened and what can be done', async (code, meet) => {
  const error = await Promise.resolve()
    .then(meet)
    .then(
      () => undefined,
      (reason: unknown) => reason,
    );
  expect(error).toBeInstanceOf(HotlineError);
  const { text, fix, message, code: own } = error as HotlineError;
  expect(own).toBe(code);
  expect(message).toBe(`${text.en} [${code}]`);
  expect(text.en).toContain(fix.en);
  expect(text.zh).toContain(fix.zh);
  // What is quoted from the call, or named in code, may stand in any language.
  expect(text.zh.replace(/“[^”]*”/g, '')).toMatch(/\p{Script=Han}{2,}.*。.*\p{Script=Han}{2,}.*。$/su);
  expect(text.en.replace(/"[^"]*"/g, '')).not.toMatch(/\p{Script=Han}/u);
});
