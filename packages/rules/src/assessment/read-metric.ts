import { labelOf } from '../compile/define-facts.js';
import type { Fault } from '../diagnostic/diagnostic.js';
import { join } from '../diagnostic/pointer.js';
import type { MetricKind } from '../vocabulary/assessment.js';
import type { Deduction, Metric, RowFilter, Target } from './metric.js';
import type { MetricFile } from './metric-schema.js';

/** The keys that a metric of each kind must have, and those that it may have beside what every metric may. */
const KEYS: Readonly<Record<MetricKind, { readonly must: readonly Key[]; readonly may: readonly Key[] }>> = {
  rate: { must: ['denominator', 'numerator'], may: ['hitBy'] },
  count: { must: [], may: ['where'] },
  statistic: { must: ['of', 'statistic'], may: ['where', 'unit'] },
  histogram: { must: ['of', 'buckets'], may: ['where', 'unit'] },
  score: { must: ['full', 'deductions'], may: [] },
};

type Key = keyof MetricFile;

const OWN_KEYS: readonly Key[] = [
  'denominator',
  'numerator',
  'hitBy',
  'where',
  'of',
  'statistic',
  'unit',
  'buckets',
  'full',
  'deductions',
];

/** The keys that the kind of a metric asks for and that are missing, and those that it does not know. */
export function kindFaults(file: MetricFile, pointer: string): readonly Fault[] {
  const kind = file.kind ?? 'rate';
  const { must, may } = KEYS[kind];
  const allowed = [...must, ...may];
  const missing = must
    .filter((key) => file[key] === undefined)
    .map(
      (key): Fault => ({
        code: 'missingKey',
        pointer,
        message: `A metric of kind "${kind}" needs "${key}".`,
        fix: `Add "${key}", or give another "kind".`,
      }),
    );
  const unknown = OWN_KEYS.filter((key) => file[key] !== undefined && !allowed.includes(key)).map(
    (key): Fault => ({
      code: 'unknownKey',
      pointer: join(pointer, key),
      atKey: true,
      value: key,
      message: `A metric of kind "${kind}" has no "${key}".`,
      allowed,
      fix: `Remove it, or give another "kind".`,
    }),
  );
  const sided = (file.deductions ?? []).flatMap(({ below, above }, index): readonly Fault[] =>
    (below === undefined) === (above === undefined)
      ? [
          {
            code: 'wrongValue',
            pointer: join(pointer, 'deductions', index),
            message: 'A deduction has either "below" or "above".',
            fix: 'Give one of the two.',
          },
        ]
      : [],
  );
  return [...missing, ...unknown, ...sided];
}

/** A metric with every default filled in. To be called when `kindFaults` finds none. */
export function metricOf(file: MetricFile): Metric {
  const common = {
    id: file.id,
    title: labelOf(file.title),
    over: file.over ?? 'tickets',
    period: file.period ?? 'registeredAt',
    exclude: (file.exclude ?? []).map((each) => each as RowFilter),
    round: file.round ?? { digits: 2, mode: 'halfUp' as const },
    groupBy: file.groupBy ?? [],
    better: file.better ?? betterOf(file),
    basis: file.basis ?? ('sample' as const),
    ...(file.target !== undefined && { target: targetOf(file.target) }),
    ...(file.article !== undefined && { article: file.article }),
  };
  const where = (file.where ?? {}) as RowFilter;
  const unit = file.unit === undefined ? {} : { unit: file.unit };
  const of = file.of ?? '';
  switch (file.kind ?? 'rate') {
    case 'rate':
      return {
        ...common,
        kind: 'rate',
        denominator: (file.denominator ?? {}) as RowFilter,
        numerator: (file.numerator ?? {}) as RowFilter,
        ...(file.hitBy !== undefined && { hitBy: file.hitBy }),
      };
    case 'count':
      return { ...common, kind: 'count', where };
    case 'statistic':
      return { ...common, kind: 'statistic', where, of, statistic: file.statistic ?? 'mean', ...unit };
    case 'histogram': {
      const buckets = (file.buckets ?? []).map((bucket) => ({ ...bucket, title: labelOf(bucket.title) }));
      return { ...common, kind: 'histogram', where, of, buckets, ...unit };
    }
    case 'score':
      return { ...common, kind: 'score', full: file.full ?? 100, deductions: (file.deductions ?? []).map(deductionOf) };
  }
}

function deductionOf({ title, basis: _, ...deduction }: NonNullable<MetricFile['deductions']>[number]): Deduction {
  return { ...deduction, per: deduction.per ?? 1, ...(title !== undefined && { title: labelOf(title) }) };
}

function targetOf(target: NonNullable<MetricFile['target']>): Target {
  return typeof target === 'number' ? { atLeast: target } : target;
}

function betterOf({ target }: MetricFile): 'higher' | 'lower' {
  return typeof target === 'object' && 'atMost' in target ? 'lower' : 'higher';
}
