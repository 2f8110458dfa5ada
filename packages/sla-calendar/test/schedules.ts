import type { CalendarDefinition } from '@hotline-kit/sla-calendar';
import type { Schedule } from './minute-oracle.js';

const office = '09:00-12:00 13:30-17:30';
const nine = '09:00-17:00';

/** The same hours from Monday to Friday. */
function weekdays(hours: string): Schedule['week'] {
  return ['', hours, hours, hours, hours, hours, ''];
}

function everyDay(hours: string): Schedule['week'] {
  return [hours, hours, hours, hours, hours, hours, hours];
}

/** Schedules around everything that makes working time hard: make-up days, nights, lunch, and changes of the clock. */
export const schedules: readonly Schedule[] = [
  {
    title: 'Shanghai office over the Spring Festival of 2026, two make-up Saturdays',
    zone: 'Asia/Shanghai',
    from: '2026-02-02',
    to: '2026-03-15',
    week: weekdays(office),
    off: ['15', '16', '17', '18', '19', '20', '21', '22', '23'].map((day) => `2026-02-${day}`),
    makeup: { dates: ['2026-02-14', '2026-02-28'], hours: office },
  },
  {
    title: 'Shanghai, summer time begins in 1988, hours in the gap',
    zone: 'Asia/Shanghai',
    from: '1988-04-01',
    to: '1988-05-05',
    week: ['00:00-03:15 09:00-17:00', nine, nine, nine, nine, nine, nine],
  },
  {
    title: 'Shanghai, summer time ends in 1988, round the clock from Monday to Friday and on Sunday',
    zone: 'Asia/Shanghai',
    from: '1988-08-25',
    to: '1988-09-25',
    week: ['00:00-24:00', '00:00-24:00', '00:00-24:00', '00:00-24:00', '00:00-24:00', '00:00-24:00', ''],
  },
  {
    title: 'Shanghai, summer time of 1991 ends, night shift',
    zone: 'Asia/Shanghai',
    from: '1991-09-01',
    to: '1991-09-29',
    week: everyDay('20:00-29:00'),
  },
  {
    title: 'London office, summer time begins',
    zone: 'Europe/London',
    from: '2026-03-16',
    to: '2026-04-15',
    week: weekdays(nine),
    off: ['2026-04-03', '2026-04-06'],
  },
  {
    title: 'London nights, summer time ends, hours in the repeated hour',
    zone: 'Europe/London',
    from: '2025-10-10',
    to: '2025-11-10',
    week: ['00:00-01:30 02:00-03:00', '00:00-03:00', nine, '', nine, nine, '23:30-25:30'],
  },
  {
    title: 'London 24x7 but for one day off',
    zone: 'Europe/London',
    from: '2026-03-20',
    to: '2026-04-10',
    week: everyDay('00:00-24:00'),
    off: ['2026-04-03'],
  },
  {
    title: 'New York, hours that begin and end in the gap of spring',
    zone: 'America/New_York',
    from: '2026-02-25',
    to: '2026-03-25',
    week: ['01:30-02:30 02:45-04:00 09:00-12:00', nine, nine, nine, nine, nine, '02:30-03:15'],
  },
  {
    title: 'New York night shift, summer time ends',
    zone: 'America/New_York',
    from: '2025-10-20',
    to: '2025-11-20',
    week: ['', '20:00-29:00', '20:00-29:00', '20:00-29:00', '20:00-29:00', '20:00-29:00', '20:00-29:00'],
  },
  {
    title: 'Los Angeles, one long Friday',
    zone: 'America/Los_Angeles',
    from: '2026-02-20',
    to: '2026-04-10',
    week: ['', '', '', '', '', '00:00-48:00', ''],
  },
  {
    title: 'Kathmandu, +05:45, Sunday to Friday with lunch and breaks',
    zone: 'Asia/Kathmandu',
    from: '2026-03-01',
    to: '2026-04-05',
    week: [
      '10:00-13:00 14:00-17:00',
      ...Array(4).fill('10:00-13:00 14:00-17:00'),
      '10:00-15:00',
      '',
    ] as unknown as Schedule['week'],
    breaks: { '2026-03-10': '10:30-11:00 12:45-14:10', '2026-03-11': '09:00-18:00' },
  },
  {
    title: 'Lord Howe, the clock goes back by half an hour',
    zone: 'Australia/Lord_Howe',
    from: '2026-03-22',
    to: '2026-04-20',
    week: ['01:15-01:45 09:00-17:00', ...Array(5).fill(nine), '22:00-26:00'] as unknown as Schedule['week'],
  },
  {
    title: 'Lord Howe, the clock goes forward by half an hour',
    zone: 'Australia/Lord_Howe',
    from: '2025-09-20',
    to: '2025-10-20',
    week: ['01:45-02:15 02:20-02:50 09:00-17:00', ...Array(5).fill(nine), '22:00-26:15'] as unknown as Schedule['week'],
  },
  {
    title: 'Apia, where 2011-12-30 did not happen, with nights',
    zone: 'Pacific/Apia',
    from: '2011-12-15',
    to: '2012-01-15',
    week: ['', nine, nine, nine, '09:00-17:00 20:00-29:00', '09:00-17:00 20:00-26:00', '12:00-13:00'],
  },
  {
    title: 'Shanghai 24x7',
    zone: 'Asia/Shanghai',
    from: '2026-03-01',
    to: '2026-03-25',
    week: everyDay('00:00-24:00'),
  },
  {
    title: 'Shanghai, three shifts that touch, overlap into the next day, and Sunday off',
    zone: 'Asia/Shanghai',
    from: '2026-05-01',
    to: '2026-05-31',
    week: [
      '',
      ...Array(5).fill('06:00-14:00 14:00-22:00 22:00-30:00'),
      '04:00-07:00 22:00-47:30',
    ] as unknown as Schedule['week'],
  },
  {
    title: 'Shanghai summer hours from June, own hours and breaks of single dates',
    zone: 'Asia/Shanghai',
    from: '2026-05-15',
    to: '2026-06-20',
    week: weekdays(office),
    dates: { '2026-05-18': '09:00-12:00', '2026-05-23': '10:00-11:30', '2026-06-02': '' },
    breaks: { '2026-05-20': '11:00-14:00', '2026-06-03': '15:10-15:20' },
    season: { from: '06-01', to: '09-30', week: weekdays('08:30-12:00 15:00-18:00') },
  },
  {
    title: 'Casablanca, where the clock goes back for Ramadan',
    zone: 'Africa/Casablanca',
    from: '2026-02-05',
    to: '2026-04-01',
    week: ['02:15-03:30', ...Array(5).fill('08:30-16:30'), ''] as unknown as Schedule['week'],
  },
];

const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** The calendar document of a schedule. */
export function definitionOf(schedule: Schedule): CalendarDefinition {
  const layer = schedule.off ?? schedule.makeup?.dates;
  const year = Number(schedule.from.slice(0, 4));
  return {
    id: 'oracle',
    zone: schedule.zone,
    weekly: weeklyOf(schedule.week),
    ...(layer === undefined
      ? {}
      : {
          holidays: [
            {
              year,
              off: (schedule.off ?? []).map((date) => ({ name: 'off', from: date })),
              work: (schedule.makeup?.dates ?? []).map((date) => ({ date })),
            },
          ],
          onMissingYear: 'provisional' as const,
        }),
    ...(schedule.makeup === undefined ? {} : { makeupAs: intervals(schedule.makeup.hours) }),
    dates: dated(schedule.dates),
    breaks: dated(schedule.breaks),
    seasons:
      schedule.season === undefined
        ? []
        : [{ from: schedule.season.from, to: schedule.season.to, weekly: weeklyOf(schedule.season.week) }],
  };
}

function weeklyOf(week: Schedule['week']): CalendarDefinition['weekly'] {
  return Object.fromEntries(names.map((name, index) => [name, intervals(week[index] ?? '')]));
}

function dated(dates: Schedule['dates']): Record<string, [string, string][]> {
  return Object.fromEntries(Object.entries(dates ?? {}).map(([date, hours]) => [date, intervals(hours)]));
}

function intervals(hours: string): [string, string][] {
  return hours
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => part.split('-') as [string, string]);
}
