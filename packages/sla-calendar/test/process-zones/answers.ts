import {
  chinaCalendar,
  civilDateOf,
  createCalendar,
  dueDate,
  evaluateClock,
  instantOf,
  isoInZone,
} from '@hotline-kit/sla-calendar';
import { definitionOf, schedules } from '../schedules.js';

/** Prints answers of all kinds; the process time zone must not be able to change a byte of it. */
const office = chinaCalendar();
const start = Date.parse('2026-02-01T00:07:11Z');
const answers: unknown[] = [office.hash, office.dayInfo('2026-02-14')];
for (let step = 0; step < 60; step++) {
  const at = start + step * 13 * 3_600_000;
  answers.push([
    office.addWorkingDays(at, step % 9),
    office.addWorkingTime(at, { minutes: 17 * step - 300 }),
    dueDate({ kind: 'naturalMonths', amount: 1 + (step % 5) }, at, office).explain(),
    evaluateClock({ term: { kind: 'workingDays', amount: 3 } }, [{ type: 'start', at }], at + 90_000_000, office),
    civilDateOf(at, 'Pacific/Apia'),
    isoInZone(at, 'America/St_Johns'),
    instantOf(`2026-03-${String(1 + (step % 31)).padStart(2, '0')} 02:30:00`, 'America/New_York'),
  ]);
}
for (const schedule of schedules) {
  const calendar = createCalendar(definitionOf(schedule));
  const from = Date.parse(`${schedule.from}T05:00:00Z`);
  answers.push(calendar.periods(from, from + 20 * 86_400_000));
}
console.log(JSON.stringify(answers));
