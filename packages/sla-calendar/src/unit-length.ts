import { millisecondsInHour, millisecondsInMinute, millisecondsInSecond } from './milliseconds.js';
import type { TimeTerm } from './term.js';

/** Length of one unit of a time term in milliseconds. */
export const unitLength: Readonly<Record<TimeTerm['unit'], number>> = {
  second: millisecondsInSecond,
  minute: millisecondsInMinute,
  hour: millisecondsInHour,
};
