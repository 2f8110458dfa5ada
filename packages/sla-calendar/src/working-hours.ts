import { type Weekday, weekdays } from './civil-date.js';
import type { Hours, Weekly } from './hours-schema.js';
import { minutesOf } from './minutes.js';

/** Opening hours as minutes after the midnight with which their date begins; an end above 1440 lies in the next day. */
export type MinuteInterval = readonly [from: number, to: number];

/** Hours of the seven weekdays, Monday first. */
export type WeeklyMinutes = readonly (readonly MinuteInterval[])[];

/** `HH:MM` of minutes after midnight; 1500 is `25:00`. */
export function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

export function minuteIntervals(hours: Hours): readonly MinuteInterval[] {
  return hours.map(([from, to]) => [minutesOf(from), minutesOf(to)]);
}

export function weeklyMinutes(weekly: Weekly): WeeklyMinutes {
  return weekdays.map((weekday: Weekday) => minuteIntervals(weekly[weekday] ?? []));
}

/** What is left of the hours of a day when its breaks are taken out. */
export function withoutBreaks(
  hours: readonly MinuteInterval[],
  breaks: readonly MinuteInterval[],
): readonly MinuteInterval[] {
  let left = hours;
  for (const [breakFrom, breakTo] of breaks) {
    left = left.flatMap(([from, to]): MinuteInterval[] => {
      const parts: MinuteInterval[] = [
        [from, Math.min(to, breakFrom)],
        [Math.max(from, breakTo), to],
      ];
      return parts.filter(([start, end]) => start < end);
    });
  }
  return left;
}

export function lengthOf(hours: readonly MinuteInterval[]): number {
  return hours.reduce((sum, [from, to]) => sum + to - from, 0);
}
