import { Random } from './random.js';

/** What can go wrong with a step. */
export const FAULTS = [
  /** Nothing does. */
  'none',
  /** The worker decides on a snapshot that is older than the newest. */
  'staleReader',
  /** The same command comes twice, at once. */
  'duplicate',
  /** The command arrives after the next ones. */
  'reordered',
  /** The worker's clock is hours off. */
  'clockSkew',
  /** The process dies before the commit is written. */
  'crashBeforeCommit',
  /** The process dies after the commit was written, before anybody hears of it. */
  'crashAfterCommit',
  /** The process dies while it hands events on. */
  'crashWhileDelivering',
  /** Two workers run what is due at the same time. */
  'twoWorkers',
  /** The calendar is amended under the open tickets. */
  'amendedCalendar',
  /** The pack is changed under the open tickets. */
  'changedPack',
  /** The disk is full: nothing can be written. */
  'fullDisk',
  /** What was delivered cannot be written down as delivered. */
  'settleLost',
] as const;

/** Something that goes wrong. */
export type Fault = (typeof FAULTS)[number];

/**
 * One step, as raw numbers: what they mean is decided by where the ticket then stands, so a plan stays a plan when
 * steps are taken out of it.
 */
export interface PlannedStep {
  readonly fault: Fault;
  /** Which ticket. */
  readonly ticket: number;
  /** Which command, by whom and with which data. */
  readonly choice: number;
  /** Minutes since the step before. */
  readonly wait: number;
  /** By how much a clock is off, which worker dies, and so on. */
  readonly detail: number;
}

/** The plan of a seed. */
export function planOf(seed: number, length: number): readonly PlannedStep[] {
  const random = new Random(seed);
  return Array.from({ length }, () => {
    const wild = random.below(3) === 0;
    return {
      fault: wild ? (FAULTS[1 + random.below(FAULTS.length - 1)] ?? 'none') : 'none',
      ticket: random.below(2),
      choice: random.next(),
      wait: random.below(4) === 0 ? random.below(3_000) : random.below(30),
      detail: random.next(),
    };
  });
}
