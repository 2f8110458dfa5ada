import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { chinaCalendar } from '@hotline-kit/sla-calendar';
import { expect, test } from 'vitest';

const script = fileURLToPath(new URL('./process-zones/chinese-days.ts', import.meta.url));
const first = Date.UTC(2007, 0, 1);
const dateOf = (index: number) => new Date(first + index * 86_400_000).toISOString().slice(0, 10);

test('every day of 2007 to 2026 is worked or free as npm chinese-days, typed by others from the notices, has it', () => {
  const env = { ...process.env, TZ: 'Asia/Shanghai' };
  const theirs = execFileSync(process.execPath, ['--import', 'tsx', script], { env, encoding: 'utf8' });
  expect(theirs).toHaveLength(7305);
  const office = chinaCalendar();
  const differing = [...theirs].flatMap((mark, index) => {
    const { working, kind, weekday } = office.dayInfo(dateOf(index));
    const weekend = weekday === 'sat' || weekday === 'sun';
    const ours = working ? (weekend ? 'm' : 'w') : weekend ? 'e' : 'o';
    return ours === mark && (ours === 'm') === (kind === 'makeupWorkday') ? [] : [`${dateOf(index)} ${mark} ${kind}`];
  });
  expect(differing).toEqual([]);
});
