import {
  alwaysCalendar,
  type ClockEvent,
  type ClockPolicy,
  chinaCalendar,
  createCalendar,
  evaluateClock,
  evaluateClocks,
  isoInZone,
  nextInstant,
} from '@hotline-kit/sla-calendar';
import { describe, expect, test } from 'vitest';

const office = chinaCalendar();
const hour = 3_600_000;

function at(text: string): string {
  return `2026-${text.replace(' ', 'T')}:00+08:00`;
}

function shown(date: Date | undefined): string {
  return date === undefined ? '' : isoInZone(date, 'Asia/Shanghai').slice(5, 16).replace('T', ' ');
}

function events(...list: [ClockEvent['type'] & ('start' | 'pause' | 'resume'), string][]): ClockEvent[] {
  return list.map(([type, text]) => ({ type, at: at(text) }));
}

describe('faults that other clocks are known for', () => {
  test('ERPNext #49414: a hold that reaches outside working hours is not counted twice', () => {
    const policy: ClockPolicy = { term: { kind: 'workingTime', amount: 8, unit: 'hour' } };
    // Held from Monday 16:30 to Tuesday 10:00: 17.5 hours on the wall, two working hours, and two hours are what it moves.
    const held = evaluateClock(
      policy,
      events(['start', '03-02 09:00'], ['pause', '03-02 16:30'], ['resume', '03-03 10:00']),
      at('03-03 10:00'),
      office,
    );
    expect(held.pausedTotal).toBe(2 * hour);
    expect(shown(held.dueAt)).toBe('03-03 12:00');
    expect(shown(evaluateClock(policy, events(['start', '03-02 09:00']), at('03-02 09:00'), office).dueAt)).toBe(
      '03-03 10:00',
    );
    // A hold over a whole weekend takes no working time at all.
    const weekend = evaluateClock(
      policy,
      events(['start', '03-06 09:00'], ['pause', '03-06 17:30'], ['resume', '03-09 09:00']),
      at('03-09 09:00'),
      office,
    );
    expect([weekend.pausedTotal, shown(weekend.dueAt)]).toEqual([0, '03-09 10:00']);
  });

  test('GLPI #22678: one hour before 09:30 on Monday is 17:00 on Friday, not 08:30 by the wall clock', () => {
    const policy: ClockPolicy = {
      term: { kind: 'workingTime', amount: 7, unit: 'hour' },
      warn: [{ id: 'lastHour', before: { amount: 1, unit: 'hour' } }],
    };
    const reading = evaluateClock(policy, events(['start', '03-06 09:30']), at('03-06 09:30'), office);
    expect(shown(reading.dueAt)).toBe('03-09 09:30');
    expect(shown(reading.warnings[0]?.at)).toBe('03-06 17:00');
    expect(
      shown(
        evaluateClock(
          { ...policy, warn: [{ id: 'two', before: { amount: 2, unit: 'hour' } }] },
          events(['start', '03-06 09:30']),
          at('03-06 09:30'),
          office,
        ).warnings[0]?.at,
      ),
    ).toBe('03-06 16:00');
  });

  test('GLPI #15605: a change of policy keeps the pauses that have been', () => {
    const list: ClockEvent[] = [
      ...events(['start', '03-02 09:00'], ['pause', '03-02 10:00'], ['resume', '03-02 12:00']),
      {
        type: 'policyChanged',
        at: at('03-02 13:30'),
        policy: { term: { kind: 'workingTime', amount: 3, unit: 'hour' } },
      },
    ];
    const policy: ClockPolicy = { term: { kind: 'workingTime', amount: 20, unit: 'hour' } };
    const reading = evaluateClock(policy, list, at('03-02 14:30'), office);
    expect(reading.pausedTotal).toBe(2 * hour);
    expect(shown(reading.dueAt)).toBe('03-02 15:30');
    // A pause that is still open when the policy changes goes on.
    const open = evaluateClock(policy, [list[0], list[1], list[3]] as ClockEvent[], at('03-02 15:30'), office);
    expect([open.state, open.pausedTotal, open.remaining]).toEqual(['paused', 4 * hour, 2 * hour]);
  });

  test('Zammad #3180: round the clock holds no closed minute at midnight', () => {
    const allDay: [string, string][] = [['00:00', '24:00']];
    const week = { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay };
    // With a holiday far away, so that the calendar is counted by its hours and not as one that never closes.
    const roundTheClock = createCalendar({
      id: 'round',
      zone: 'Asia/Shanghai',
      weekly: week,
      dates: { '2020-01-01': [] },
    });
    for (const calendar of [roundTheClock, alwaysCalendar()]) {
      expect(calendar.workingTimeBetween(at('03-02 00:00'), at('03-09 00:00'))).toBe(7 * 24 * hour);
      expect(calendar.isOpen(Date.parse(at('03-03 00:00')) - 1)).toBe(true);
      expect(shown(calendar.addWorkingTime(at('03-02 23:30'), { hours: 1 }))).toBe('03-03 00:30');
      expect(calendar.periods(at('03-02 12:00'), at('03-04 12:00'))).toHaveLength(1);
    }
  });

  test('Zammad #5177: no clock of a ticket overrules another', () => {
    const start: ClockEvent = { type: 'start', at: at('03-06 17:20') };
    const warn = [{ id: 'half', percent: 50 }];
    const clocks = {
      contact: {
        policy: { term: { kind: 'elapsed', amount: 30, unit: 'minute' }, warn },
        events: [start],
        calendar: alwaysCalendar(),
      },
      handle: { policy: { term: { kind: 'workingDays', amount: 2 }, warn }, events: [start], calendar: office },
      reply: {
        policy: { term: { kind: 'workingTime', amount: 4, unit: 'hour' } },
        events: [start, { type: 'pause', at: at('03-09 10:00') }],
        calendar: office,
      },
    } as const;
    const whole = evaluateClocks(clocks, at('03-09 11:00'));
    expect(whole.contact).toMatchObject({ state: 'breached' });
    expect(whole.handle).toMatchObject({ state: 'running' });
    expect(whole.reply).toMatchObject({ state: 'paused' });
    for (const [name, clock] of Object.entries(clocks)) {
      const alone = evaluateClocks({ [name]: clock }, at('03-09 11:00'));
      expect(alone[name]).toEqual(whole[name as keyof typeof whole]);
    }
    // Answering the citizen stops the contact clock and nothing else.
    const answered = evaluateClocks(
      { ...clocks, contact: { ...clocks.contact, events: [start, { type: 'satisfied', at: at('03-06 17:30') }] } },
      at('03-09 11:00'),
    );
    expect(answered.contact).toMatchObject({ state: 'met', late: false });
    expect([answered.handle, answered.reply]).toEqual([whole.handle, whole.reply]);
  });
});

describe('the next instant at which anything happens', () => {
  const start: ClockEvent = { type: 'start', at: at('03-06 17:20') };
  const clocks = {
    contact: {
      policy: { term: { kind: 'elapsed', amount: 30, unit: 'minute' }, warn: [{ id: 'half', percent: 50 }] },
      events: [start],
      calendar: alwaysCalendar(),
    },
    handle: {
      policy: {
        term: { kind: 'workingDays', amount: 1 },
        warn: [{ id: 'lastHour', before: { amount: 1, unit: 'hour' } }],
      },
      events: [start],
      calendar: office,
    },
  } as const;

  test('is walked from one to the next, across calendars, and each changes what the clocks say', () => {
    const seen: string[] = [];
    let now = Date.parse(at('03-06 17:20'));
    for (;;) {
      const [first, ...rest] = nextInstant(evaluateClocks(clocks, now), now);
      if (first === undefined) break;
      const before = JSON.stringify(statesAt(first.at.getTime() - 1));
      now = first.at.getTime();
      expect(JSON.stringify(statesAt(now))).not.toBe(before);
      seen.push(
        `${shown(first.at)} ${[first, ...rest].map(({ clock, what, warning = '' }) => `${clock} ${what} ${warning}`.trim()).join(', ')}`,
      );
    }
    expect(seen).toEqual([
      '03-06 17:35 contact warning half',
      '03-06 17:50 contact breach',
      '03-09 16:30 handle warning lastHour',
      '03-09 17:30 handle breach',
    ]);
  });

  function statesAt(now: number) {
    const readings = evaluateClocks(clocks, now);
    return Object.values(readings).map((reading) => [reading?.state, reading?.warnings.map(({ fired }) => fired)]);
  }

  test('paused and stopped clocks are silent, unstarted ones are left out, ties come together', () => {
    const paused = { ...clocks.contact, events: [start, { type: 'pause', at: at('03-06 17:25') }] } as const;
    const met = { ...clocks.contact, events: [start, { type: 'satisfied', at: at('03-06 17:25') }] } as const;
    const now = at('03-06 17:30');
    expect(nextInstant(evaluateClocks({ paused, met }, now), now)).toEqual([]);
    expect(evaluateClocks(clocks, at('03-06 17:19'))).toEqual({});
    expect(nextInstant({ gone: undefined }, now)).toEqual([]);
    const onlyPause = { ...clocks.contact, events: [{ type: 'pause', at: at('03-06 17:20') }] } as const;
    const onlyReset = { ...clocks.contact, events: [{ type: 'reset', at: at('03-06 17:20') }] } as const;
    expect(Object.keys(evaluateClocks({ onlyPause, onlyReset }, now))).toEqual(['onlyReset']);
    const twins = nextInstant(evaluateClocks({ a: clocks.contact, b: clocks.contact }, now), now);
    expect(twins.map(({ clock }) => clock)).toEqual(['a', 'b']);
  });
});
