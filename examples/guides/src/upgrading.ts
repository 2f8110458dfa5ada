import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HotlineError, MACHINE_VERSION, openDesk } from '@hotline-kit/core';
import { sqliteStore } from '@hotline-kit/core/storage-sqlite';
import { recordLife, replayLife } from '@hotline-kit/core/testing';
import { cityFolder, loadCityPack } from '@hotline-kit/rules/node';
import { createCalendar } from '@hotline-kit/sla-calendar';

const folder = mkdtempSync(join(tmpdir(), 'hotline-kit-upgrading-'));
const file = join(folder, 'hotline.db');
const nextFolder = join(folder, 'dongguan-next');
cpSync(cityFolder('dongguan'), nextFolder, { recursive: true });
const edit = (name: string, from: string, to: string) => {
  const path = join(nextFolder, name);
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
};
edit('pack.json', '"version": "2023.7"', '"version": "sample-next"');
edit('clocks.json', '"kind": "workingTime", "amount": 4', '"kind": "workingTime", "amount": 2');

const pack = await loadCityPack(cityFolder('dongguan'));
const office = { id: 'office', role: 'system' } as const;
const dispatcher = { id: 'zhou.wei', role: 'dispatcher' } as const;
const lead = 'dongkeng-urban-management';
const dispatched = (ticket: string, at: string) => {
  const call = { channel: 'phone', type: 'help', content: '路灯不亮', place: { district: 'dongkeng' } } as const;
  const given = { ticket, by: dispatcher, at };
  return [
    { ...given, id: ticket, type: 'register', data: call },
    { ...given, id: `${ticket}-dispatch`, type: 'dispatch', data: { lead } },
  ] as const;
};

// #region tables
const looking = sqliteStore({ file, migrate: 'check' });
await looking.open().catch((error: unknown) => {
  if (error instanceof HotlineError) console.log(error.code); // storeOutdated
});
const desk = await openDesk({ pack, store: sqliteStore({ file, migrate: 'apply' }) });
// #endregion

await desk.batch(dispatched('open', '2023-07-10T09:00:00+08:00'));

// #region lives
const line = JSON.stringify(await recordLife(desk, 'open'));
console.log(replayLife(JSON.parse(line)).length); // 0
// #endregion

// #region pack
const dueOf = async (id: string) => (await desk.ticket(id))?.clocks['sign']?.dueAt.toISOString();
console.log(await dueOf('open')); // 2023-07-10T07:00:00.000Z
desk.usePack(await loadCityPack(nextFolder), { by: office, at: '2023-07-10T09:30:00+08:00' });
await desk.batch(dispatched('new', '2023-07-10T10:00:00+08:00'));
console.log(await dueOf('open')); // 2023-07-10T07:00:00.000Z
console.log(await dueOf('new')); // 2023-07-10T04:00:00.000Z
// #endregion

// #region provenance
for (const id of ['open', 'new']) {
  const [first] = await desk.history(id);
  console.log(first?.rules.split('#')[0], first?.machine === MACHINE_VERSION);
}
// dongguan@2023.7 true
// dongguan@sample-next true
// #endregion

// #region retime
const { definition } = desk.pack.defaultCalendar;
const calendar = createCalendar({ ...definition, dates: { ...definition.dates, '2023-07-10': [['13:30', '17:30']] } });
const given = { by: office, at: '2023-07-10T10:05:00+08:00', reason: '样例：当天上午停止办公' };
console.log((await desk.retime({ ...given, calendar })).tickets); // 2
console.log(await dueOf('open')); // 2023-07-10T09:30:00.000Z
console.log((await desk.history('open')).at(-1)?.type); // clock.retimed
// #endregion

// #region verify
for (const id of ['open', 'new']) console.log((await desk.verify(id)).ok);
// true
// true
// #endregion

await desk.close();
rmSync(folder, { recursive: true });
