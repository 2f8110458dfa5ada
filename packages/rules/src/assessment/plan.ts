import type { Run, Test } from '../compile/run.js';
import type { Facts } from '../facts.js';
import type { FactTest } from '../pack/choice.js';
import type { ConsequenceAction } from '../vocabulary/assessment.js';
import type { Label } from '../vocabulary/label.js';
import type { Role } from '../vocabulary/roles.js';
import type { ClusterDefinition } from './cluster-definition.js';
import type { Metric } from './metric.js';
import type { Group } from './standing-schema.js';

/** A ranking of units or people by one metric, within each group. */
export interface BoardDefinition {
  readonly id: string;
  readonly title: Label;
  readonly metric: string;
  readonly by: 'branch' | 'unit' | 'handler';
  /** The groups; all that are ranked together where there are none. */
  readonly groups?: readonly string[];
  /** The red list has so many of the first; without it there is none. */
  readonly red?: number;
  /** The black list has so many of the last; without it there is none. */
  readonly black?: number;
  /** Who has fewer rows in the base is not ranked; 1 unless given. */
  readonly minimum: number;
  readonly article?: string;
  readonly basis: 'text' | 'sample';
}

/** What follows from a standing on a board. */
export interface ConsequenceDefinition {
  readonly id: string;
  readonly title: Label;
  readonly board: string;
  /** Whether it follows, from the facts of the standing. */
  readonly when: FactTest;
  readonly action: ConsequenceAction;
  readonly office?: string;
  readonly to: readonly Role[];
  readonly text: Label;
  readonly article?: string;
  readonly basis: 'text' | 'sample';
}

/**
 * Where a row stands in a metric: `out` of its base, `excluded` from it, `in` it, or `hit`: in the numerator of a rate.
 */
export type RowPlace = 'out' | 'excluded' | 'in' | 'hit';

/** Reads rows one after the other: the facts once, then every metric's filters. */
export interface RowReader {
  /**
   * Takes the facts of the next row.
   *
   * @throws RuleFactError where a fact has another type than its definition says.
   */
  read(facts: Facts): void;
  /** Where the row stands in a metric of the plan, by the metric’s index. */
  place(metric: number): RowPlace;
}

/** The compiled filters of one metric. */
export interface MetricTests {
  readonly exclude: readonly Test[];
  readonly base: Test;
  /** Only of a rate. */
  readonly hit?: Test;
}

/** What a reader reads with. */
export interface FilterProgram {
  readonly newRun: () => Run;
  readonly fill: (run: Run, facts: Facts) => void;
  readonly facts: ReadonlySet<string>;
  readonly tests: readonly MetricTests[];
}

/** `assessment.json`, checked and compiled: what is measured, who is compared, and what follows. */
export class AssessmentPlan {
  readonly metrics: readonly Metric[];
  readonly groups: readonly Group[];
  readonly boards: readonly BoardDefinition[];
  readonly consequences: readonly ConsequenceDefinition[];
  readonly clusters: readonly ClusterDefinition[];
  /** The facts of a row that the metrics look at, breakdowns apart. */
  readonly facts: ReadonlySet<string>;
  readonly #program: FilterProgram;

  /** @internal */
  constructor(
    parts: Pick<AssessmentPlan, 'metrics' | 'groups' | 'boards' | 'consequences' | 'clusters'> & {
      readonly program: FilterProgram;
    },
  ) {
    this.metrics = parts.metrics;
    this.groups = parts.groups;
    this.boards = parts.boards;
    this.consequences = parts.consequences;
    this.clusters = parts.clusters;
    this.facts = parts.program.facts;
    this.#program = parts.program;
    Object.freeze(this);
  }

  /**
   * The metric of an id.
   *
   * @example
   * pack.assessment.metric('closedOnTime')?.title.zh; // '按时办结率'
   */
  metric(id: string): Metric | undefined {
    return this.metrics.find((metric) => metric.id === id);
  }

  /**
   * A reader of rows; each holds one row at a time.
   *
   * @example
   * const reader = pack.assessment.reader();
   * reader.read({ satisfaction: 5 });
   * reader.place(0); // 'hit'
   */
  reader(): RowReader {
    const { newRun, fill, tests } = this.#program;
    const run = newRun();
    return {
      read: (facts) => fill(run, facts),
      place: (metric) => {
        const { base, exclude, hit } = tests[metric] as MetricTests;
        if (!base(run)) return 'out';
        for (const excluded of exclude) if (excluded(run)) return 'excluded';
        return hit?.(run) === true ? 'hit' : 'in';
      },
    };
  }
}
