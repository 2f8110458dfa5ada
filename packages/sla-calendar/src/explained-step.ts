/** A sentence in both languages. */
export interface BilingualText {
  readonly zh: string;
  readonly en: string;
}

/** One step of an explained due date. */
export interface ExplainedStep {
  /**
   * `start`: how the count begins · `counted`: a day or stretch of time that counts · `skipped`: one that does not ·
   * `rolled`: the last day after moving off days off · `due`: how the last day ends.
   */
  readonly kind: 'start' | 'counted' | 'skipped' | 'rolled' | 'due';
  /** Date in the calendar's zone, `YYYY-MM-DD`; 24:00 belongs to the day that it ends. */
  readonly date: string;
  /** The stretch of time, for steps that count time; `to` alone is the due instant. */
  readonly from?: Date;
  readonly to?: Date;
  /** Number of the day in the count, from 1. */
  readonly day?: number;
  readonly text: BilingualText;
  /** The article or the notice that the step rests on. */
  readonly source?: string;
}
