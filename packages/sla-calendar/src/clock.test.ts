import { describe, expect, test } from 'vitest';
import { alwaysCalendar, chinaCalendar } from './china-calendar.js';
import { type ClockEvent, evaluateClock } from './clock.js';
import { type ClockPolicy, clockPolicySchema } from './clock-policy.js';
import { dueAfterExtension, dueAfterPause, warningInstants } from './clock-time.js';
import { createCalendar } from './create-calendar.js';
import { InvalidTermError } from './errors.js';
import { isoInZone } from './local-time.js';

const office = chinaCalendar();
const always = alwaysCalendar();
const hour = 3_600_000;

/** `03-02 09:00` of 2026 on China's clocks. */
function at(text: string): string {
  return `2026-${text.replace(' ', 'T')}:00+08:00`;
}

function shown(date: Date | undefined): string {
  return date === undefined ? '' : isoInZone(date, 'Asia/Shanghai').slice(5, 16).replace('T', ' ');
}

const twoDays: ClockPolicy = { term: { kind: 'workingDays', amount: 2 } };
const tenHours: ClockPolicy = {
  term: { kind: 'workingTime', amount: 10, unit: 'hour' },
  warn: [
    { id: 'half', percent: 50 },
    { id: 'lastHour', before: { amount: 1, unit: 'hour' } },
  ],
};
const halfHour: ClockPolicy = {
  term: { kind: 'elapsed', amount: 30, unit: 'minute' },
  warn: [{ id: 'half', percent: 50 }],
};

describe('state', () => {
  const started: ClockEvent = { type: 'start', at: at('03-02 09:00') };
  const read = (now: string, ...events: ClockEvent[]) => evaluateClock(halfHour, [started, ...events], at(now), always);

  test('exactly at the due instant is still on time, a millisecond later is breached', () => {
    expect(read('03-02 09:30')).toMatchObject({ state: 'running', late: false, remaining: 0, overdueBy: 0 });
    const due = Date.parse(at('03-02 09:30'));
    expect(evaluateClock(halfHour, [started], due + 1, always)).toMatchObject({
      state: 'breached',
      late: true,
      overdueBy: 1,
    });
  });

  test('stopped in time is met, stopped late is met and late, and stays so', () => {
    expect(read('03-02 12:00', { type: 'satisfied', at: at('03-02 09:30') })).toMatchObject({
      state: 'met',
      late: false,
    });
    const late = read('03-05 12:00', { type: 'satisfied', at: at('03-02 09:45') });
    expect(late).toMatchObject({ state: 'met', late: true, overdueBy: hour / 4, elapsed: 0.75 * hour });
  });

  test('paused wins over breached', () => {
    expect(read('03-02 11:00', { type: 'pause', at: at('03-02 10:00') })).toMatchObject({
      state: 'paused',
      late: true,
    });
  });

  test('a pause after the due instant makes nothing undone', () => {
    const reading = read(
      '03-02 11:00',
      { type: 'pause', at: at('03-02 10:00') },
      { type: 'resume', at: at('03-02 10:40') },
    );
    expect(reading).toMatchObject({ state: 'breached', overdueBy: 50 * 60_000, pausedTotal: 40 * 60_000 });
  });

  test('cancelled, and nothing counts after it', () => {
    const events: ClockEvent[] = [
      { type: 'cancel', at: at('03-02 09:10') },
      { type: 'satisfied', at: at('03-02 09:20') },
    ];
    expect(read('03-02 12:00', ...events)).toMatchObject({ state: 'cancelled', elapsed: 600_000, late: false });
  });

  test('a re-dispatch starts the clock anew', () => {
    const events: ClockEvent[] = [
      { type: 'satisfied', at: at('03-02 09:20') },
      { type: 'reset', at: at('03-03 10:00') },
    ];
    const reading = read('03-03 10:10', ...events);
    expect(reading).toMatchObject({ state: 'running', elapsed: 600_000, pausedTotal: 0 });
    expect(shown(reading.startedAt)).toBe('03-03 10:00');
  });

  test('events after now have not happened, and their order in the list does not matter', () => {
    const stop: ClockEvent = { type: 'satisfied', at: at('03-02 09:20') };
    expect(read('03-02 09:10', stop).state).toBe('running');
    expect(evaluateClock(halfHour, [stop, started], at('03-02 10:00'), always).state).toBe('met');
  });

  test('a clock that has not started cannot be read', () => {
    expect(() => evaluateClock(halfHour, [started], at('03-02 08:59'), always)).toThrow(InvalidTermError);
    expect(() => evaluateClock(halfHour, [], at('03-02 08:59'), always)).toThrow(/no event "start"/);
  });
});

describe('what begins a clock', () => {
  test('the first start does: what lies before it has not happened, and a second one changes nothing', () => {
    const events: ClockEvent[] = [
      { type: 'pause', at: at('03-02 08:00') },
      { type: 'start', at: at('03-02 09:00') },
      { type: 'start', at: at('03-02 09:10') },
    ];
    const reading = evaluateClock(halfHour, events, at('03-02 09:20'), always);
    expect([reading.state, shown(reading.startedAt)]).toEqual(['running', '03-02 09:00']);
    expect(() => evaluateClock(halfHour, events.slice(0, 1), at('03-02 09:20'), always)).toThrow(/no event "start"/);
  });

  test('a reset keeps the policy of the moment, and begins a clock that had not started', () => {
    const events: ClockEvent[] = [
      { type: 'start', at: at('03-02 09:00') },
      { type: 'policyChanged', at: at('03-02 09:05'), policy: tenHours },
      { type: 'reset', at: at('03-02 10:00') },
    ];
    expect(shown(evaluateClock(halfHour, events, at('03-02 11:00'), office).dueAt)).toBe('03-03 14:30');
    expect(shown(evaluateClock(halfHour, events.slice(2), at('03-02 11:00'), always).dueAt)).toBe('03-02 10:30');
  });
});

describe('pauses', () => {
  const run = (policy: ClockPolicy, now: string, ...pauses: [string, string][]) => {
    const events = pauses.flatMap(([from, to]): ClockEvent[] => [
      { type: 'pause', at: at(from) },
      { type: 'resume', at: at(to) },
    ]);
    return evaluateClock(policy, [{ type: 'start', at: at('03-02 09:00') }, ...events], at(now), office);
  };

  test('a pause outside working hours moves nothing', () => {
    expect(shown(run(twoDays, '03-04 09:00', ['03-02 18:00', '03-03 08:00']).dueAt)).toBe('03-04 17:30');
    expect(run(twoDays, '03-04 09:00', ['03-02 18:00', '03-03 08:00']).pausedTotal).toBe(0);
  });

  test('the due instant moves by the working time paused', () => {
    expect(shown(run(tenHours, '03-04 09:00').dueAt)).toBe('03-03 12:00');
    expect(shown(run(tenHours, '03-04 09:00', ['03-02 16:30', '03-03 10:00']).dueAt)).toBe('03-03 15:30');
  });

  test('elapsed clocks move by the wall time paused', () => {
    const events: ClockEvent[] = [
      { type: 'start', at: at('03-02 23:50') },
      { type: 'pause', at: at('03-03 00:00') },
      { type: 'resume', at: at('03-03 03:00') },
    ];
    expect(shown(evaluateClock(halfHour, events, at('03-03 04:00'), office).dueAt)).toBe('03-03 03:20');
  });

  test('while paused, remaining stands still and the due instant moves with now', () => {
    const events: ClockEvent[] = [
      { type: 'start', at: at('03-02 09:00') },
      { type: 'pause', at: at('03-02 11:00') },
    ];
    const before = evaluateClock(tenHours, events, at('03-02 11:00'), office);
    const after = evaluateClock(tenHours, events, at('03-02 14:30'), office);
    expect([before.remaining, after.remaining]).toEqual([8 * hour, 8 * hour]);
    expect([shown(before.dueAt), shown(after.dueAt)]).toEqual(['03-03 12:00', '03-03 15:30']);
    expect(after).toMatchObject({ state: 'paused', elapsed: 2 * hour, pausedTotal: 2 * hour });
  });

  test('splitting a pause changes nothing', () => {
    const whole = run(tenHours, '03-05 09:00', ['03-02 10:00', '03-02 16:00']);
    const split = run(tenHours, '03-05 09:00', ['03-02 10:00', '03-02 12:30'], ['03-02 12:30', '03-02 16:00']);
    expect(split).toEqual(whole);
  });

  test('pauses survive a change of policy, and warnings follow the new term', () => {
    const events: ClockEvent[] = [
      { type: 'start', at: at('03-02 09:00') },
      { type: 'pause', at: at('03-02 10:00') },
      { type: 'resume', at: at('03-02 11:00') },
      {
        type: 'policyChanged',
        at: at('03-02 14:00'),
        policy: { term: { kind: 'workingTime', amount: 4, unit: 'hour' }, warn: [{ id: 'w', percent: 75 }] },
      },
    ];
    const reading = evaluateClock(tenHours, events, at('03-02 14:00'), office);
    expect(shown(reading.dueAt)).toBe('03-02 15:30');
    expect(reading.warnings.map(({ id, at: warnAt }) => `${id} ${shown(warnAt)}`)).toEqual(['w 03-02 14:30']);
  });

  test('the cheaper piece gives the same due instant as the whole clock', () => {
    const due = dueAfterPause(at('03-03 12:00'), at('03-02 16:30'), at('03-03 10:00'), tenHours.term, office);
    expect(due).toEqual(run(tenHours, '03-04 09:00', ['03-02 16:30', '03-03 10:00']).dueAt);
  });
});

describe('warnings', () => {
  const start = at('03-02 09:00');

  test('are counted in the time of the clock: one hour before Tuesday 09:30 is Monday afternoon', () => {
    const [warning] = warningInstants(
      tenHours.term,
      start,
      at('03-03 09:30'),
      [{ id: 'a', before: { amount: 1, unit: 'hour' } }],
      office,
    );
    expect(shown(warning?.at)).toBe('03-02 17:00');
  });

  test('a percentage is a share of working time, for elapsed clocks of wall time', () => {
    const reading = evaluateClock(tenHours, [{ type: 'start', at: start }], at('03-02 15:00'), office);
    expect(reading.warnings.map(({ id, at: warnAt, fired }) => [id, shown(warnAt), fired])).toEqual([
      ['half', '03-02 15:30', false],
      ['lastHour', '03-03 11:00', false],
    ]);
    expect(evaluateClock(halfHour, [{ type: 'start', at: start }], at('03-02 09:15'), always).warnings).toEqual([
      { id: 'half', at: new Date(at('03-02 09:15')), fired: true },
    ]);
  });

  test('a pause moves the warnings that lie after it, never those that were given', () => {
    const events: ClockEvent[] = [
      { type: 'start', at: start },
      { type: 'pause', at: at('03-02 16:30') },
      { type: 'resume', at: at('03-02 17:30') },
    ];
    const reading = evaluateClock(tenHours, events, at('03-03 09:00'), office);
    expect(reading.warnings.map(({ id, at: warnAt, fired }) => [id, shown(warnAt), fired])).toEqual([
      ['half', '03-02 15:30', true],
      ['lastHour', '03-03 13:30', false],
    ]);
  });

  test('a warning that falls on the beginning of a pause is given then, not at its end', () => {
    const events: ClockEvent[] = [
      { type: 'start', at: start },
      { type: 'pause', at: at('03-02 15:30') },
      { type: 'resume', at: at('03-02 16:30') },
    ];
    const [half] = evaluateClock(tenHours, events, at('03-02 16:45'), office).warnings;
    expect(shown(half?.at)).toBe('03-02 15:30');

    const late: ClockEvent[] = [
      { type: 'start', at: start },
      { type: 'pause', at: at('03-03 11:00') },
    ];
    for (const now of ['03-03 11:00', '03-03 11:30', '03-03 16:00']) {
      const [, lastHour] = evaluateClock(tenHours, late, at(now), office).warnings;
      expect(lastHour).toEqual({ id: 'lastHour', at: new Date(at('03-03 11:00')), fired: true });
    }
  });

  test('one working day before expiry keeps the time of day and leaves out weekends', () => {
    const warn = [{ id: 'a', before: { amount: 1, unit: 'workingDay' } }] as const;
    expect(shown(warningInstants(twoDays.term, start, at('03-09 17:30'), warn, office)[0]?.at)).toBe('03-06 17:30');
    expect(shown(warningInstants(twoDays.term, start, at('03-10 00:00'), warn, office)[0]?.at)).toBe('03-07 00:00');
    const day = [{ id: 'a', before: { amount: 1, unit: 'day' } }] as const;
    expect(shown(warningInstants(twoDays.term, start, at('03-09 17:30'), day, office)[0]?.at)).toBe('03-08 17:30');
  });
});

describe('extensions', () => {
  test('count from the old due instant, in any unit', () => {
    expect(shown(dueAfterExtension(at('03-05 17:30'), { kind: 'workingDays', amount: 2 }, office))).toBe('03-09 17:30');
    expect(shown(dueAfterExtension(at('03-05 17:30'), { kind: 'workingTime', amount: 2, unit: 'hour' }, office))).toBe(
      '03-06 11:00',
    );
    expect(shown(dueAfterExtension(at('03-05 17:30'), { kind: 'fixed', at: '2026-03-20' }, office))).toBe(
      '03-20 17:30',
    );
  });

  test('24:00 belongs to the day that it ends', () => {
    const term = { kind: 'workingDays', amount: 1, end: 'endOfDay' } as const;
    expect(shown(dueAfterExtension(at('03-05 00:00'), term, office))).toBe('03-06 00:00');
    expect(shown(dueAfterExtension(at('03-05 00:00'), { kind: 'naturalDays', amount: 1 }, always))).toBe('03-06 00:00');
  });

  test('move the clock and its warnings, or count from the approval', () => {
    const term = { kind: 'workingTime', amount: 10, unit: 'hour' } as const;
    const events: ClockEvent[] = [
      { type: 'start', at: at('03-02 09:00') },
      { type: 'extend', at: at('03-02 14:00'), term },
    ];
    const reading = evaluateClock(tenHours, events, at('03-02 15:30'), office);
    expect(shown(reading.dueAt)).toBe('03-04 16:30');
    expect(reading.warnings[0]).toEqual({ id: 'half', at: new Date(at('03-03 12:00')), fired: false });
    const approved = evaluateClock(
      tenHours,
      [events[0] as ClockEvent, { type: 'extend', at: at('03-02 16:30'), term, from: 'at' }],
      at('03-02 17:00'),
      office,
    );
    expect(shown(approved.dueAt)).toBe('03-04 11:00');
  });
});

describe('the pieces of a clock', () => {
  const nightHours: [string, string][] = [['20:00', '29:00']];
  const nights = createCalendar({
    id: 'nights',
    zone: 'Asia/Shanghai',
    weekly: { mon: nightHours, tue: nightHours, wed: nightHours, thu: nightHours, fri: nightHours },
  });

  test('a pause that ends before it begins moves nothing', () => {
    const due = dueAfterPause(at('03-03 12:00'), at('03-02 11:00'), at('03-02 10:00'), tenHours.term, office);
    expect(shown(due)).toBe('03-03 12:00');
  });

  test('an extension in hours runs from the due instant itself, also from 24:00', () => {
    for (const kind of ['elapsed', 'workingTime'] as const) {
      const due = dueAfterExtension(at('03-05 00:00'), { kind, amount: 30, unit: 'minute' }, always);
      expect(due.toISOString()).toBe('2026-03-04T16:30:00.000Z');
    }
  });

  test('an extension at the same clock keeps the clock of a closing after midnight', () => {
    const term = { kind: 'workingDays', amount: 1, end: 'sameClock' } as const;
    expect(shown(dueAfterExtension(at('03-05 05:00'), term, nights))).toBe('03-06 05:00');
    const closing = { kind: 'workingDays', amount: 1, end: 'closing' } as const;
    expect(shown(dueAfterExtension(at('03-05 05:00'), closing, nights))).toBe('03-06 05:00');
  });

  test('warnings leave every pause out, forwards and backwards', () => {
    const stops = [
      { from: at('03-02 14:00'), to: at('03-02 15:00') },
      { from: at('03-03 09:30'), to: at('03-03 10:30') },
    ];
    const warn = [
      { id: 'half', percent: 50 },
      { id: 'nine tenths', percent: 90 },
      { id: 'late', before: { amount: 405, unit: 'minute' } },
    ] as const;
    const given = warningInstants(tenHours.term, at('03-02 09:00'), at('03-03 15:30'), warn, office, stops);
    expect(given.map((warning) => shown(warning.at))).toEqual(['03-02 16:30', '03-03 14:30', '03-02 13:45']);
  });
});

describe('a clock of working days', () => {
  test('tells the working days left and how certain they are', () => {
    const events: ClockEvent[] = [{ type: 'start', at: at('02-12 10:00') }];
    const policy: ClockPolicy = { term: { kind: 'workingDays', amount: 13 } };
    expect(evaluateClock(policy, events, at('02-12 10:00'), office)).toMatchObject({
      remainingWorkingDays: 13,
      certainty: 'official',
    });
    expect(evaluateClock(policy, events, at('02-20 10:00'), office).remainingWorkingDays).toBe(11);
    expect(evaluateClock(policy, events, at('03-10 10:00'), office)).toMatchObject({
      remainingWorkingDays: 0,
      state: 'breached',
    });
    const start: ClockEvent[] = [{ type: 'start', at: at('03-02 09:00') }];
    for (const kind of ['naturalDays', 'naturalMonths'] as const) {
      const natural = evaluateClock({ term: { kind, amount: 1 } }, start, at('03-02 10:00'), office);
      expect(natural.remainingWorkingDays).toBe(kind === 'naturalDays' ? 1 : 23);
    }
    const midnight: ClockPolicy = { term: { kind: 'workingDays', amount: 2, end: 'endOfDay' } };
    const left = (now: string) => evaluateClock(midnight, start, at(now), office).remainingWorkingDays;
    expect([left('03-02 10:00'), left('03-04 23:59'), left('03-05 00:00')]).toEqual([2, 0, 0]);
    expect(evaluateClock(halfHour, events, at('02-12 10:10'), always)).not.toHaveProperty('remainingWorkingDays');
  });
});

test('a policy from a document refuses unknown keys, units and percentages', () => {
  const parse = (warn: unknown) => clockPolicySchema.safeParse({ term: { kind: 'sameDay' }, warn }).success;
  expect(parse([{ id: 'a', percent: 50 }])).toBe(true);
  expect(parse([{ id: 'a', percent: 101 }])).toBe(false);
  expect(parse([{ id: 'a', before: { amount: 1, unit: 'week' } }])).toBe(false);
  expect(parse([{ id: 'a', percent: 50, extra: 1 }])).toBe(false);
});
