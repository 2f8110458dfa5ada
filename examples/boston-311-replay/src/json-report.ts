import { isoInZone } from '@hotline-kit/sla-calendar';
import type { Messages } from './messages/messages.js';
import type { Replayed } from './replay.js';

/** What a run cost. */
export interface Cost {
  /** Wall time. */
  readonly seconds: number;
  /** Largest resident memory of the process. */
  readonly peakMegabytes: number;
}

/** The result as one JSON object. */
export function jsonReport({ tally, asOf }: Replayed, cost: Cost, zone: string, messages: Messages): string {
  const { rows, withTargetAndFlag, flagsAgree, targetsExact, targetsWithin5s, targetsWithin1min } = tally;
  const problems = tally.firstUnreadable.map(({ line, problem }) => ({
    line,
    code: problem.code,
    text: messages.problem(problem),
  }));
  return JSON.stringify({
    rows,
    unreadable: tally.unreadable,
    withTarget: tally.withTarget,
    withTargetAndFlag,
    flagsAgree,
    targetsExact,
    targetsWithin5s,
    targetsWithin1min,
    routedAsPublished: tally.routedAsPublished,
    asOf: asOf === undefined ? null : isoInZone(asOf, zone),
    seconds: cost.seconds,
    peakMegabytes: cost.peakMegabytes,
    departments: tally.departments,
    problems,
    disagreements: tally.firstDisagreements,
  });
}
