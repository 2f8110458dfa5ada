const assert = require('node:assert/strict');
const { writeFileSync } = require('node:fs');
const { HotlineError, memoryStore, openDesk } = require('@hotline-kit/core');
const { sqliteStore } = require('@hotline-kit/core/storage-sqlite');
const { cityFolder, loadCityPack } = require('@hotline-kit/rules/node');
const { chinaCalendar, dueDate } = require('@hotline-kit/sla-calendar');

async function main() {
  const term = { kind: 'workingDays', amount: 13 };
  const { dueAt } = dueDate(term, '2026-02-12T10:00:00+08:00', chinaCalendar());
  assert.equal(dueAt.toISOString(), '2026-03-09T09:30:00.000Z');

  const pack = await loadCityPack(cityFolder('dongguan'));
  for (const store of [memoryStore(), sqliteStore({ file: 'hotline.db' })]) {
    const desk = await openDesk({ pack, store });
    const call = {
      channel: 'phone',
      type: 'complaint',
      content: '夜间施工',
      place: { district: '东坑' },
      urgent: true,
    };
    const by = { id: 'agent-7', role: 'agent' };
    const result = await desk.register(call, { id: 'call-1', by, at: '2023-07-10T09:00:00+08:00' });
    assert.equal(result.ok && result.ticket.state, 'received');
    // What a page gets, for the projects that show it.
    writeFileSync('view.json', JSON.stringify(await desk.view('call-1', by, { at: '2023-07-10T09:01:00+08:00' })));
    await desk.close();
  }
  // An error class is the same through every door.
  await assert.rejects(sqliteStore({ file: 'no/such/folder/hotline.db' }).open(), HotlineError);
  console.log('ok');
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
