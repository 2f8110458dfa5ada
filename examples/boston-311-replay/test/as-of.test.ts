import { afterAll, expect, test } from 'vitest';
import { csvRow, header, lastLine, Workplace } from './run-program.js';

const place = new Workplace();
afterAll(() => place.remove());

const stillOpen = csvRow({ id: '1', closed: '', ontime: 'OVERDUE' });
const closedLater = csvRow({ id: '2', closed: '2011-07-08 12:00:00', ontime: 'OVERDUE' });
const file = place.file('open.csv', [header, stillOpen, closedLater].join('\n'));

test("rows still open are judged at the file's last instant", async () => {
  const { code, out } = await place.run(['--file', file, '--json']);
  expect(code).toBe(0);
  expect(lastLine(out)).toMatchObject({ flagsAgree: 2, asOf: '2011-07-08T12:00:00-04:00' });
});

test('or at --as-of: at the very target they are still on time', async () => {
  const { code, out } = await place.run(['--file', file, '--json', '--as-of', '2011-07-07 10:00:00']);
  expect(code).toBe(1);
  expect(lastLine(out)).toMatchObject({
    flagsAgree: 1,
    asOf: '2011-07-07T10:00:00-04:00',
    disagreements: [{ line: 2, id: '1', published: 'OVERDUE', readBack: 'ONTIME' }],
  });
});
