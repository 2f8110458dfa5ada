import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readRows } from './read-rows.js';

const folder = mkdtempSync(join(tmpdir(), 'boston-311-rows-'));
afterAll(() => rmSync(folder, { recursive: true }));

const required = ['case_enquiry_id', 'open_dt', 'target_dt', 'closed_dt', 'ontime', 'type', 'department'];

async function read(text: string): Promise<readonly string[]> {
  const file = join(folder, 'rows.csv');
  writeFileSync(file, text);
  return readAt(file);
}

async function readAt(file: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const { rows } of readRows(file, 'America/New_York'))
    ids.push(...rows.map(({ line, id }) => `${line} ${id}`));
  return ids;
}

test('columns may stand in any order, beside others, behind a byte order mark and with any line end', async () => {
  const header = ['remark', ...required].reverse().join(',');
  expect(await read(`\ufeff${header}\r\nISD,Bed Bugs,,,,2011-07-01 10:00:00,7,"a, b"\r\n`)).toEqual(['2 7']);
});

test('what cannot be read at all is named', async () => {
  const fault = (code: string) => ({ fault: expect.objectContaining({ code }) });
  await expect(readAt(join(folder, 'none.csv'))).rejects.toMatchObject({
    fault: { code: 'fileUnreadable', reason: 'missing' },
  });
  await expect(readAt(folder)).rejects.toMatchObject({ fault: { code: 'fileUnreadable', reason: 'folder' } });
  await expect(read(' \n\n')).rejects.toMatchObject(fault('noHeader'));
  await expect(read(required.slice(2).join(','))).rejects.toMatchObject({
    fault: { code: 'missingColumns', columns: ['case_enquiry_id', 'open_dt'] },
  });
  await expect(read([...required, 'type'].join(','))).rejects.toMatchObject(fault('doubledColumns'));
  await expect(read(`${required.join(',')}\n${'x'.repeat(2_000_000)}`)).rejects.toMatchObject(fault('endlessLine'));
});
