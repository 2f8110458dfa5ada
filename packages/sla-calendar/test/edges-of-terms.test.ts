import {
  alwaysCalendar,
  type CalendarDefinition,
  chinaCalendar,
  createCalendar,
  dueAfterExtension,
  dueAfterPause,
  dueDate,
  InvalidInstantError,
  InvalidTermError,
  instantOf,
  type Term,
  toEpochMilliseconds,
  warningInstants,
} from '@hotline-kit/sla-calendar';
import { describe, expect, test } from 'vitest';

const office = chinaCalendar();
const provisional = chinaCalendar({ onMissingYear: 'provisional' });

describe('what a result rests on', () => {
  const certainty = (term: Term, startedAt: string) => dueDate(term, startedAt, provisional).certainty;
  const unknown = '2031-03-03T10:00:00+08:00';

  test('time on the wall and instants that are given are official in any year', () => {
    expect(certainty({ kind: 'elapsed', amount: 1, unit: 'hour' }, unknown)).toBe('official');
    expect(certainty({ kind: 'fixed', at: '2031-03-04T10:00:00+08:00' }, unknown)).toBe('official');
    expect(certainty({ kind: 'fixed', at: '2031-03-04' }, unknown)).toBe('provisional');
    expect(certainty({ kind: 'elapsed', amount: 1, unit: 'hour', startAt: 'nextOpening' }, unknown)).toBe(
      'provisional',
    );
    expect(certainty({ kind: 'workingTime', amount: 1, unit: 'hour' }, unknown)).toBe('provisional');
  });

  test('24:00 of 24 December belongs to that day, which is official before the next notice', () => {
    const term = { kind: 'naturalDays', amount: 1, end: 'endOfDay' } as const;
    expect(dueDate(term, '2026-12-23T10:00:00+08:00', provisional)).toMatchObject({
      dueAt: new Date('2026-12-25T00:00:00+08:00'),
      certainty: 'official',
    });
    expect(certainty(term, '2026-12-24T10:00:00+08:00')).toBe('provisional');
  });

  test('the later of start and due counts, where a date lies before the start', () => {
    expect(certainty({ kind: 'fixed', at: '2026-03-02' }, '2026-12-28T10:00:00+08:00')).toBe('provisional');
    expect(certainty({ kind: 'fixed', at: '2026-03-02' }, '2026-06-01T10:00:00+08:00')).toBe('official');
  });

  test('a stretch may be named from either end', () => {
    expect(provisional.certainty('2027-01-01', '2026-03-02')).toBe('provisional');
    expect(provisional.certainty('2026-03-02', '2027-01-01')).toBe('provisional');
    expect(provisional.certainty('2026-03-02', '2025-03-02')).toBe('official');
  });

  test('solar holidays are foreseen from the decree of 2025 on only', () => {
    const kinds = ['1999-10-01', '2030-10-01', '2030-05-02', '2030-05-03'].map(
      (date) => provisional.dayInfo(date).kind,
    );
    expect(kinds).toEqual(['workday', 'holiday', 'holiday', 'workday']);
  });
});

describe('the identity of a calendar', () => {
  test('its version is the years that it holds, or 1, or its own', () => {
    expect(office.version).toBe('2007-2026');
    expect(alwaysCalendar().version).toBe('1');
    expect(chinaCalendar({ version: 'spring' }).version).toBe('spring');
  });

  test('coverage has no dates where every date is covered', () => {
    expect(alwaysCalendar().coverage()).toEqual({ years: [] });
    expect(Object.keys(alwaysCalendar().coverage())).toEqual(['years']);
    expect(office.coverage()).toMatchObject({ from: '2007-01-01', to: '2026-12-31' });
  });

  test('results carry it as one object that nobody can change', () => {
    const term = { kind: 'workingDays', amount: 1 } as const;
    const [one, other] = [1, 2].map(() => dueDate(term, '2026-03-02T10:00:00+08:00', office).calendar);
    expect(one).toBe(other);
    expect(JSON.parse(JSON.stringify(one))).toEqual({ id: 'cn-office', version: '2007-2026', hash: office.hash });
    expect(Object.isFrozen(one)).toBe(true);
  });
});

describe('dates and instants from outside', () => {
  test('a date is a text of ten characters, an instant is a Date, a number or a longer text', () => {
    const sunday = '2026-03-01T12:00:00Z';
    for (const day of ['2026-03-01', sunday, new Date(sunday), Date.parse(sunday)])
      expect(office.dayInfo(day).date).toBe('2026-03-01');
    expect(() => office.isWorkingDay('2026-02-30')).toThrow('"2026-02-30" is no date.');
    expect(() => office.isWorkingDay('2026-3-1')).toThrow(InvalidInstantError);
    expect(() => office.isWorkingDay(Number.NaN)).toThrow(InvalidInstantError);
  });

  test('a Date holds 8.64e15 milliseconds, and no more', () => {
    expect(toEpochMilliseconds(8.64e15)).toBe(8.64e15);
    expect(toEpochMilliseconds(-8.64e15)).toBe(-8.64e15);
    expect(() => toEpochMilliseconds(8.64e15 + 1)).toThrow(InvalidInstantError);
    expect(toEpochMilliseconds(1.9)).toBe(1);
  });

  test('an error shows the beginning of a long text', () => {
    const long = 'x'.repeat(10_000);
    for (const read of [() => instantOf(long, 'UTC'), () => toEpochMilliseconds(long)])
      expect(read).toThrow(/^"x{60}"/);
  });

  test('amounts of working time are finite', () => {
    const from = '2026-03-02T10:00:00+08:00';
    for (const hours of [Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => office.addWorkingTime(from, { hours })).toThrow(InvalidTermError);
    expect(office.addWorkingTime(from, { milliseconds: 0.5 })).toEqual(new Date('2026-03-02T10:00:00.001+08:00'));
  });
});

describe('the same day and the next', () => {
  const steps = (startedAt: string, term: Term) =>
    dueDate(term, startedAt, office)
      .explain()
      .map(({ kind, date, text }) => `${kind} ${date} ${text.en}`);

  test('received by the cutoff it is the day of receipt, after it the next', () => {
    const term = { kind: 'sameDay', cutoff: '16:00' } as const;
    expect(steps('2026-03-02T16:00:00+08:00', term)).toEqual([
      'start 2026-03-02 the same day',
      'due 2026-03-02 the last day ends when business stops, at 17:30',
    ]);
    expect(steps('2026-03-02T16:00:00.001+08:00', term)).toEqual([
      'start 2026-03-02 received after 16:00, so it counts as received the next day',
      'due 2026-03-03 the last day ends when business stops, at 17:30',
    ]);
  });
});

describe('warnings, pauses and extensions at their edges', () => {
  const nights: CalendarDefinition = {
    id: 'nights',
    zone: 'Asia/Shanghai',
    weekly: { mon: [['20:00', '29:00']], thu: [['20:00', '29:00']] },
  };

  test('a warning at 0 % is given at the start, and at 100 % when the clock is due, whatever pause lies between', () => {
    const term = { kind: 'workingTime', amount: 4, unit: 'hour' } as const;
    const [start, from, to] = [9, 10, 11].map(
      (hour) => new Date(`2026-03-02T${String(hour).padStart(2, '0')}:00:00+08:00`),
    ) as [Date, Date, Date];
    const due = dueAfterPause(dueDate(term, start, office).dueAt, from, to, term, office);
    const warn = [0, 25, 50, 100].map((percent) => ({ id: `${percent}`, percent }));
    expect(warningInstants(term, start, due, warn, office, [{ from, to }]).map(({ at }) => at)).toEqual(
      ['09:00', '10:00', '12:00', '15:30'].map((time) => new Date(`2026-03-02T${time}:00+08:00`)),
    );
  });

  test('a pause of no length moves nothing', () => {
    const noon = '2026-03-02T12:30:00+08:00';
    const term = { kind: 'workingDays', amount: 1 } as const;
    expect(dueAfterPause(noon, noon, noon, term, office)).toEqual(new Date(noon));
    expect(dueAfterPause(noon, noon, noon, term, office, { pauses: 'wholeDays' })).toEqual(new Date(noon));
  });

  test('an extension from the day after one without hours', () => {
    const wednesday = '2026-03-04T12:00:00+08:00';
    expect(dueAfterExtension(wednesday, { kind: 'workingDays', amount: 1 }, createCalendar(nights))).toEqual(
      new Date('2026-03-06T05:00:00+08:00'),
    );
  });

  test('a pause over closed days touches those with working time alone', () => {
    const term = { kind: 'workingDays', amount: 1 } as const;
    const move = (from: string, to: string) =>
      dueAfterPause('2026-03-09T17:30:00+08:00', from, to, term, office, { pauses: 'wholeDays' });
    expect(move('2026-03-06T17:30:00+08:00', '2026-03-09T09:00:00+08:00')).toEqual(
      new Date('2026-03-09T17:30:00+08:00'),
    );
    expect(move('2026-03-06T17:29:00+08:00', '2026-03-09T09:00:00+08:00')).toEqual(
      new Date('2026-03-10T17:30:00+08:00'),
    );
    expect(move('2026-03-06T12:00:00+08:00', '2026-03-06T13:30:00+08:00')).toEqual(
      new Date('2026-03-09T17:30:00+08:00'),
    );
  });

  test('day lengths moved by whole days end at the same clock', () => {
    const term = { kind: 'workingDays', amount: 1, end: 'dayLengths' } as const;
    expect(
      dueAfterPause(
        '2026-03-03T11:00:00+08:00',
        '2026-03-02T12:00:00+08:00',
        '2026-03-02T16:00:00+08:00',
        term,
        office,
        {
          pauses: 'wholeDays',
        },
      ),
    ).toEqual(new Date('2026-03-04T11:00:00+08:00'));
  });
});
