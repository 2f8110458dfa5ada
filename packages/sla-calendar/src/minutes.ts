import { millisecondsInMinute } from './milliseconds.js';

/** Minutes after midnight of a time `HH:MM`. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** Milliseconds after midnight of a time `HH:MM`. */
export function clock(time: string): number {
  return minutesOf(time) * millisecondsInMinute;
}
