import { millisecondsInDay } from 'date-fns/constants';
import type { DayNumber } from './civil-date.js';
import type { Timeline } from './timeline.js';
import type { ZoneOffsets } from './zone-offsets.js';

/** The timeline of a calendar that never closes: working time is wall time, and every civil day is a working day. */
export class AlwaysOpen implements Timeline {
  readonly #zone: ZoneOffsets;

  constructor(zone: ZoneOffsets) {
    this.#zone = zone;
  }

  advance(from: number, delta: number): number {
    return from + delta;
  }

  between(a: number, b: number): number {
    return b - a;
  }

  isOpen(): boolean {
    return true;
  }

  touches(): boolean {
    return true;
  }

  nextOpening(at: number): number {
    return at;
  }

  previousClosing(at: number): number {
    return at;
  }

  nextClosing(): undefined {
    return undefined;
  }

  dayOf(at: number): DayNumber {
    return Math.floor((at + this.#zone.offsetAt(at)) / millisecondsInDay);
  }

  isWorkingDay(): boolean {
    return true;
  }

  workingDay(day: DayNumber, n: number, included: boolean): DayNumber {
    return day + n - (included && n !== 0 ? Math.sign(n) : 0);
  }

  workingDaysBetween(a: DayNumber, b: DayNumber): number {
    return b - a;
  }

  openingOf(day: DayNumber): number {
    return this.#zone.instantOf(day * millisecondsInDay);
  }

  closingOf(day: DayNumber): number {
    return this.#zone.instantOf((day + 1) * millisecondsInDay);
  }

  segments(from: number, to: number): readonly (readonly [number, number])[] {
    return from < to ? [[from, to]] : [];
  }
}
