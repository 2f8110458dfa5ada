import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chinaCalendar } from './china-calendar.js';
import { type ClockEvent, evaluateClock } from './clock.js';
import { type ClockPolicy, clockPolicySchema } from './clock-policy.js';
import { dueAfterExtension, dueAfterPause } from './clock-time.js';
import { createCalendar } from './create-calendar.js';
import { isoInZone } from './local-time.js';
import { publishedYears } from './published-years.js';

const office = chinaCalendar();

function at(text: string): string {
  return `2026-${text.replace(' ', 'T')}:00+08:00`;
}

function shown(date: Date): string {
  return isoInZone(date, 'Asia/Shanghai').slice(5, 16).replace('T', ' ');
}

function due(policy: ClockPolicy, ...pauses: [string, string][]): string {
  const events = pauses.flatMap(([from, to]): ClockEvent[] => [
    { type: 'pause', at: at(from) },
    { type: 'resume', at: at(to) },
  ]);
  return shown(
    evaluateClock(policy, [{ type: 'start', at: at('03-02 09:00') }, ...events], at('03-20 09:00'), office).dueAt,
  );
}

describe('a pause by whole days moves a term by every working day that it touches', () => {
  const policy: ClockPolicy = { term: { kind: 'workingDays', amount: 5 }, pauses: 'wholeDays' };

  test('from Tuesday 16:00 to Thursday 09:30 are three working days, though little more than one of working time', () => {
    expect(due(policy)).toBe('03-09 17:30');
    expect(due(policy, ['03-03 16:00', '03-05 09:30'])).toBe('03-12 17:30');
    expect(due({ ...policy, pauses: 'workingTime' }, ['03-03 16:00', '03-05 09:30'])).toBe('03-11 11:00');
  });

  test('weekends, evenings and the lunch break touch no working day', () => {
    expect(due(policy, ['03-06 17:30', '03-09 09:00'])).toBe('03-09 17:30');
    expect(due(policy, ['03-03 12:00', '03-03 13:30'])).toBe('03-09 17:30');
    expect(due(policy, ['03-03 12:00', '03-03 13:31'])).toBe('03-10 17:30');
  });

  test('a day counts once, however many pauses touch it, so that splitting a pause changes nothing', () => {
    expect(due(policy, ['03-03 10:00', '03-03 11:00'], ['03-03 15:00', '03-03 16:00'])).toBe('03-10 17:30');
    expect(due(policy, ['03-03 10:00', '03-04 11:00'], ['03-04 11:00', '03-05 10:00'])).toBe(
      due(policy, ['03-03 10:00', '03-05 10:00']),
    );
  });

  test('pause by pause, told of those before it, the due instant is that of the whole clock', () => {
    const minute = fc.integer({ min: 0, max: 14 * 24 * 60 });
    const start = Date.parse(at('03-02 09:00'));
    const cuts = fc.array(minute, { minLength: 2, maxLength: 8 }).map((all) => [...new Set(all)].sort((a, b) => a - b));
    fc.assert(
      fc.property(cuts, fc.integer({ min: 1, max: 20 }), (minutes, amount) => {
        const whole: ClockPolicy = { term: { kind: 'workingDays', amount }, pauses: 'wholeDays' };
        const pauses = minutes.flatMap((from, index) => {
          const to = minutes[index + 1];
          return index % 2 === 1 || to === undefined ? [] : [{ from: start + from * 60_000, to: start + to * 60_000 }];
        });
        const events = pauses.flatMap(({ from, to }): ClockEvent[] => [
          { type: 'pause', at: from },
          { type: 'resume', at: to },
        ]);
        const reading = evaluateClock(
          whole,
          [{ type: 'start', at: start }, ...events],
          start + 30 * 86_400_000,
          office,
        );
        const first = evaluateClock(whole, [{ type: 'start', at: start }], start, office).dueAt;
        const moved = pauses.reduce(
          (dueAt, { from, to }, index) =>
            dueAfterPause(dueAt, from, to, whole.term, office, {
              pauses: 'wholeDays',
              earlier: pauses.slice(0, index),
            }),
          first,
        );
        expect(moved).toEqual(reading.dueAt);
      }),
      { numRuns: 200 },
    );
  });

  test('the term ends as it says: at closing, at 24:00, or at the same clock', () => {
    const end = (how: 'endOfDay' | 'sameClock'): ClockPolicy => ({
      term: { kind: 'workingDays', amount: 1, end: how },
      pauses: 'wholeDays',
    });
    expect(due(end('endOfDay'), ['03-03 10:00', '03-03 11:00'])).toBe('03-05 00:00');
    expect(due(end('sameClock'), ['03-03 10:00', '03-03 11:00'])).toBe('03-04 09:00');
  });

  test('natural terms count civil days, and still roll off a day off', () => {
    const natural: ClockPolicy = { term: { kind: 'naturalDays', amount: 3 }, pauses: 'wholeDays' };
    expect(due(natural)).toBe('03-05 17:30');
    expect(due(natural, ['03-03 22:00', '03-04 00:00'])).toBe('03-06 17:30');
    expect(due(natural, ['03-03 22:00', '03-04 00:01'])).toBe('03-09 17:30');
    expect(
      due({ ...natural, term: { kind: 'naturalDays', amount: 3, roll: 'none' } }, ['03-03 22:00', '03-04 00:01']),
    ).toBe('03-08 00:00');
  });

  test('a night shift belongs to the day on which it began', () => {
    const night: [string, string][] = [['20:00', '29:00']];
    const shifts = createCalendar({
      id: 'nights',
      zone: 'Asia/Shanghai',
      weekly: { mon: night, tue: night, wed: night, thu: night, fri: night },
    });
    const term = { kind: 'workingDays', amount: 1 } as const;
    const moved = dueAfterPause(at('03-05 05:00'), at('03-04 02:00'), at('03-04 04:00'), term, shifts, {
      pauses: 'wholeDays',
    });
    expect(shown(moved)).toBe('03-06 05:00');
    expect(shown(dueAfterExtension(at('03-04 22:00'), { kind: 'workingDays', amount: 1 }, shifts))).toBe('03-06 05:00');
    expect(shown(dueAfterExtension(at('03-05 05:00'), { kind: 'workingDays', amount: 1 }, shifts))).toBe('03-06 05:00');
  });

  test('the cheaper piece gives the same due instant as the whole clock', () => {
    const moved = dueAfterPause(at('03-09 17:30'), at('03-03 16:00'), at('03-05 09:30'), policy.term, office, {
      pauses: 'wholeDays',
    });
    expect(shown(moved)).toBe('03-12 17:30');
  });

  test('working days are moved by working days, also over a weekend', () => {
    const eight: ClockPolicy = { ...policy, term: { kind: 'workingDays', amount: 8 } };
    expect(due(eight)).toBe('03-12 17:30');
    expect(due(eight, ['03-03 16:00', '03-05 09:30'])).toBe('03-17 17:30');
  });

  test('a term of day lengths keeps its time of day', () => {
    const lengths: ClockPolicy = {
      term: { kind: 'workingDays', amount: 1, end: 'dayLengths' },
      pauses: 'wholeDays',
    };
    expect(due(lengths)).toBe('03-02 17:30');
    const term = { kind: 'workingDays', amount: 1, end: 'dayLengths' } as const;
    const moved = dueAfterPause(at('03-03 11:00'), at('03-02 15:00'), at('03-02 16:00'), term, office, {
      pauses: 'wholeDays',
    });
    expect(shown(moved)).toBe('03-04 11:00');
  });

  test('a pause that touches no day leaves the due instant where it is, wherever that is', () => {
    const events: ClockEvent[] = [
      { type: 'start', at: at('03-02 09:00') },
      { type: 'extend', at: at('03-03 09:00'), term: { kind: 'workingTime', amount: 2, unit: 'hour' } },
      { type: 'pause', at: at('03-03 18:00') },
      { type: 'resume', at: at('03-03 20:00') },
    ];
    expect(shown(evaluateClock(policy, events, at('03-09 09:00'), office).dueAt)).toBe('03-10 11:00');
    const natural = { kind: 'naturalDays', amount: 3 } as const;
    for (const to of ['03-03 10:00', '03-02 10:00']) {
      const same = dueAfterPause(at('03-05 17:30'), at('03-03 10:00'), at(to), natural, office, {
        pauses: 'wholeDays',
      });
      expect(shown(same)).toBe('03-05 17:30');
    }
  });

  test('on the first day of the first year nothing is asked of the year before', () => {
    const [table] = chinaCalendar().coverage().years.slice(-1);
    const first = createCalendar({
      id: 'first',
      zone: 'Asia/Shanghai',
      weekly: office.definition.weekly,
      holidays: [publishedYears.filter(({ year }) => year === table)],
      dates: { '2026-01-01': [['09:00', '12:00']] },
    });
    const term = { kind: 'workingDays', amount: 1 } as const;
    expect(shown(dueAfterExtension(at('01-01 12:00'), term, first))).toBe('01-04 17:30');
    const moved = dueAfterPause(at('01-01 12:00'), at('01-01 09:30'), at('01-01 10:00'), term, first, {
      pauses: 'wholeDays',
    });
    expect(shown(moved)).toBe('01-04 17:30');
  });

  test('the schema refuses whole days for terms of hours', () => {
    const parse = (value: unknown) => clockPolicySchema.safeParse(value).success;
    expect(parse(policy)).toBe(true);
    expect(parse({ term: { kind: 'naturalMonths', amount: 1 }, pauses: 'wholeDays' })).toBe(true);
    expect(parse({ term: { kind: 'elapsed', amount: 1, unit: 'hour' }, pauses: 'wholeDays' })).toBe(false);
    expect(parse({ term: { kind: 'workingTime', amount: 1, unit: 'hour' }, pauses: 'workingTime' })).toBe(true);
    expect(parse({ term: { kind: 'sameDay' }, pauses: 'wholeDays' })).toBe(false);
  });
});
