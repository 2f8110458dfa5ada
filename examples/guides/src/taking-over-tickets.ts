import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'old-tickets-'));
const file = join(folder, 'old-tickets.csv');
const old = `number,received,channel,type,text,district,unit,state,deadline,closed,name,phone
2023-0417,2023-07-06 10:00,phone,complaint,夜间施工,dongkeng,dongkeng-urban-management,handling,2023-07-14 17:30,,陈先生,13800000000
2023-0418,2023-07-06 10:05,phone,consult,如何办理居住证,,,closed,,2023-07-06 10:20,,
2023-0419,2023-07-06 10:10,phone,complaint,占道经营,dongkeng,no-such-unit,handling,2023-07-14 17:30,,,
`;
writeFileSync(file, old);

// #region rows
import { createReadStream } from 'node:fs';
import { instantOf } from '@hotline-kit/sla-calendar';
import Papa from 'papaparse';

const instant = (local: string) => instantOf(local, 'Asia/Shanghai').toISOString();
const given = <T>(value: string, of: (value: string) => T) => (value === '' ? {} : of(value));

async function* rowsOf(path: string) {
  const csv = createReadStream(path).pipe(Papa.parse(Papa.NODE_STREAM_INPUT, { header: true }));
  for await (const line of csv) {
    yield {
      reference: line.number,
      registeredAt: instant(line.received),
      state: line.state,
      call: {
        channel: line.channel,
        type: line.type,
        content: line.text,
        place: given(line.district, (district) => ({ district })),
        ...given(line.name, (name) => ({ caller: { name, phone: line.phone } })),
      },
      ...given(line.unit, (lead) => ({ lead })),
      ...given(line.deadline, (deadline) => ({ due: { handle: instant(deadline) } })),
      ...given(line.closed, (closed) => ({ closedAt: instant(closed) })),
    };
  }
}

// #endregion

// #region import
import { memoryStore, openDesk } from '@hotline-kit/core';
import { cityFolder, loadCityPack } from '@hotline-kit/rules/node';

const pack = await loadCityPack(cityFolder('dongguan'));
const desk = await openDesk({ pack, store: memoryStore() });
const by = { id: 'migration', role: 'system' } as const;
const today = { source: 'old-hotline', by, at: '2023-07-10T08:00:00+08:00' };
const { imported, refused } = await desk.import(rowsOf(file), today);
console.log(imported); // 2
for (const { row, reference, refusal } of refused) console.log(row, reference, refusal.text.zh);
// 3 2023-0419 单位“no-such-unit”不在单位目录中
// #endregion

// #region after
const ticket = await desk.ticket('old-hotline:2023-0417');
console.log(ticket?.number, ticket?.state, ticket?.clocks.handle?.dueAt.toISOString());
// DG-20230706-0001 handling 2023-07-14T09:30:00.000Z
console.log((await desk.import(rowsOf(file), today)).repeated); // 2, for what was taken over stays as it is
// #endregion

await desk.close();
rmSync(folder, { recursive: true });
