import type { Hours } from './hours-schema.js';
import { minutesOf } from './minutes.js';

/** Opening hours of a day in minutes. */
export function lengthOf(hours: Hours): number {
  return hours.reduce((sum, [from, to]) => sum + minutesOf(to) - minutesOf(from), 0);
}

/** What is left of the hours of a day when its breaks are taken out. Times of the form `HH:MM` sort as text. */
export function hoursWithout(hours: Hours, breaks: Hours): Hours {
  return breaks.reduce<Hours>(
    (left, [pause, end]) =>
      left.flatMap(([from, to]): Hours => {
        if (to <= pause || end <= from) return [[from, to]];
        return [...(from < pause ? ([[from, pause]] as Hours) : []), ...(end < to ? ([[end, to]] as Hours) : [])];
      }),
    hours,
  );
}
