import { assess, type FactRow, hostRow } from '@hotline-kit/core/assessment';
import { cityFolder, loadCityPack } from '@hotline-kit/rules/node';
import { describe, expect, test } from 'vitest';
import type { LifeOptions } from '../assessment/lives.js';
import { assessed, at, bad, figure, good, november, rowsOf, tickets } from './city-assessment.js';
import { agent, carriedOut, deskOf, dispatcher } from './city-desk.js';

/** The same instant a year before. */
const lastYear = (instant: string) => instant.replace(/^2024/, '2023');

test('YF2: 平均签收时长−69%,平均办理时长−16%,签收和办结均按时100% — against the year before', async () => {
  const pack = await loadCityPack(cityFolder('yunfu'));
  const { calendar = pack.defaultCalendar } = pack.clocks.find(({ id }) => id === 'handle') ?? {};
  // A Wednesday, and the Monday of the year before.
  const registeredAt = at(6);
  /** Signed so many minutes, and answered so many working hours, after the dispatch ten minutes after the call. */
  const life = (of: (instant: string) => string, signedAfter: number, hours: number): Omit<LifeOptions, 'id'> => {
    const dispatched = new Date(Date.parse(of(registeredAt)) + 600_000);
    const end = calendar.addWorkingTime(dispatched, { hours }).toISOString();
    return {
      registeredAt: of(registeredAt),
      signedAfter,
      dueAt: of(at(29)),
      repliedAt: end,
      closedAt: end,
    };
  };
  const now = (instant: string) => instant;
  const assessment = await assessed(
    'yunfu',
    [...tickets(10, life(lastYear, 100, 25)), ...tickets(10, life(now, 31, 21))],
    { previous: 'year' },
  );
  expect(figure(assessment, 'meanSign').change).toMatchObject({ text: '-69.00%', in: 'percent' });
  expect(figure(assessment, 'meanHandling').change).toMatchObject({ text: '-16.00%', in: 'percent' });
  expect(figure(assessment, 'signOnTimeRate').text).toBe('100.00%');
  expect(figure(assessment, 'onTimeClosureRate').text).toBe('100.00%');
});

describe('HK10: 日均话务700→3400,高峰10400;接通率不足60%→98.5%;满意率48%→95%', () => {
  const day = (n: number) => at(n).slice(0, 10);
  function* calls(instant: string, count: number, answered: number): Generator<FactRow> {
    for (let n = 0; n < count; n += 1) {
      const callAnswered = n < answered;
      yield hostRow('calls', `${instant}-${n}`, Date.parse(instant), { callOffered: true, callAnswered });
    }
  }

  test('calls a day, the peak among them, and the rate answered, beside the year before', async () => {
    const pack = await loadCityPack(cityFolder('haikou'));
    const rows = [...calls(lastYear(at(4)), 700, 413), ...calls(at(4), 3400, 3349), ...calls(at(5), 10_400, 10_244)];
    const drawn = assess(rows, pack, { ...november, previous: 'year', metrics: ['callVolume', 'answerRate'] });
    expect(figure(drawn, 'callVolume', 'day', day(4)).base).toBe(3400);
    expect(figure(drawn, 'callVolume', 'day', day(5)).base).toBe(10_400);
    const [busiest] = drawn.metrics[0]?.parts.find(({ by }) => by === 'day')?.figures ?? [];
    expect(busiest?.key).toBe(day(5));
    expect(figure(drawn, 'answerRate')).toMatchObject({
      text: '98.5%',
      reached: true,
      change: { before: '59.0%', text: '+39.50' },
    });
  });

  /** By the size of the proof: the reported days before and at the peak, or a seventh of the first. */
  const peak = { quick: 100, ci: 700, full: 10_400 }[process.env['HOTLINE_PROOF'] ?? 'quick'] ?? 100;

  test(`a day of ${peak} calls on one desk: each has a number of its own, a unit and its limits`, async () => {
    const { desk } = await deskOf('haikou');
    const from = Date.parse(at(4, '00:00'));
    const numbers = new Set<string>();
    for (let n = 0; n < peak; n += 1) {
      const instant = new Date(from + Math.floor((n / peak) * 86_400_000));
      const place = { district: ['meilan', 'longhua', 'xiuying', 'qiongshan'][n % 4] ?? '' };
      const call = { channel: 'phone', type: 'complaint', matter: 'litter', content: '垃圾', place } as const;
      const taken = carriedOut(await desk.register(call, { by: agent, at: instant }));
      const sent = carriedOut(await taken.do('dispatch', {}, { by: dispatcher, at: instant } as never));
      numbers.add(sent.number);
      if (sent.lead === null || sent.clocks['respond'] === undefined) expect.fail(`${n}: nobody leads`);
    }
    expect(numbers.size).toBe(peak);
    const drawn = await desk.assess({ ...november, metrics: ['received'] });
    expect(figure(drawn, 'received', 'day', day(4)).base).toBe(peak);
  }, 120_000);

  test('满意率48% → 95%: the change in points', async () => {
    const lives = (share: number, of: (instant: string) => string) => {
      const moved = (life: typeof good | typeof bad) => ({
        ...life,
        registeredAt: of(life.registeredAt),
        dueAt: of(life.dueAt),
        repliedAt: of(life.repliedAt),
        closedAt: of(life.closedAt),
      });
      return [...tickets(share, moved(good)), ...tickets(100 - share, moved(bad))];
    };
    const drawn = await assessed('haikou', [...lives(48, lastYear), ...lives(95, (same) => same)], {
      previous: 'year',
    });
    expect(figure(drawn, 'satisfaction')).toMatchObject({ text: '95.0%', change: { before: '48.0%', text: '+47.00' } });
  });
});

test('CS7: 每季度专题听取 — a quarter is its three months together, beside the quarter before', async () => {
  const month = (m: string, count: number) => {
    const on = (d: string) => `2024-${m}-${d}T09:00:00+08:00`;
    return tickets(count, { registeredAt: on('02'), dueAt: on('20'), repliedAt: on('08'), closedAt: on('09') });
  };
  const lives = [...month('08', 5), ...month('10', 2), ...month('11', 3), ...month('12', 4)];
  const assessment = await assessed('changsha', lives, {
    ...{ from: '2024-10-01T00:00:00+08:00', to: '2025-01-01T00:00:00+08:00' },
    previous: { from: '2024-07-01T00:00:00+08:00', to: '2024-10-01T00:00:00+08:00' },
  });
  expect(figure(assessment, 'received')).toMatchObject({ base: 9, change: { before: '5', text: '+80.00%' } });
  const months = ['2024-10', '2024-11', '2024-12'].map((key) => figure(assessment, 'received', 'month', key).base);
  expect(months).toEqual([2, 3, 4]);
});

test('DG4: 接通率、满意度达95%以上 — beside the target, with surges left out', async () => {
  const pack = await loadCityPack(cityFolder('dongguan'));
  const lives = [...tickets(95, good), ...tickets(5, { ...good, satisfaction: 2 })];
  const calls = Array.from({ length: 100 }, (_, n) =>
    hostRow('calls', `c-${n}`, Date.parse(at(4)), { callOffered: true, callAnswered: n < 95 }),
  );
  const surge = hostRow('calls', 'surge', Date.parse(at(4)), { callOffered: true, callExcused: true });
  const drawn = assess([...rowsOf(pack, lives), ...calls, surge], pack, november);
  expect(figure(drawn, 'answerRate')).toMatchObject({ text: '95.0%', base: 100, excluded: 1, reached: true });
  expect(figure(drawn, 'satisfaction')).toMatchObject({ text: '95.0%', base: 100, reached: true });
});
