import * as z from 'zod';
import { strictObject } from '../diagnostic/strict-object.js';
import { conditionShape } from '../pack/choice.js';
import { DIMENSIONS, HIT_DIMENSIONS, METRIC_KINDS } from '../vocabulary/assessment.js';
import { wordsOf } from '../vocabulary/label.js';

/** A text in Chinese, and in English where there is one. */
export const labelShape = strictObject({ zh: z.string().min(1), en: z.string().min(1).exactOptional() });

/** Where a figure comes from. */
export const sourceShape = {
  article: z.string().min(1).exactOptional(),
  basis: z.enum(['text', 'sample']).exactOptional(),
};

const id = z.string().regex(/^[A-Za-z][\w-]*$/, 'a letter, then letters, digits, "_" and "-"');

/**
 * The shape of a metric. Which keys it has depends on its `kind`, which `readMetrics` checks:
 *
 * - `rate` (the default): `denominator` and, among those, `numerator`; with `hitBy`, under whose keys a hit counts
 * - `count`: how many rows hold `where`
 * - `statistic`: `mean`, `median`, `p90` or `sum` of the number `of`, in `unit`
 * - `histogram`: the share of rows whose number `of` is at most each bucket’s bound
 * - `score`: `full` marks less `deductions`, each drawn from another metric
 */
export const metricSchema = strictObject({
  id,
  title: labelShape,
  kind: z.enum(wordsOf(METRIC_KINDS)).exactOptional(),
  /** What is counted: tickets, or rows that the host brings, such as `calls`. */
  over: z.string().min(1).exactOptional(),
  period: z.string().min(1).exactOptional(),
  denominator: conditionShape.exactOptional(),
  numerator: conditionShape.exactOptional(),
  hitBy: z.enum(wordsOf(HIT_DIMENSIONS)).exactOptional(),
  where: conditionShape.exactOptional(),
  of: z.string().min(1).exactOptional(),
  statistic: z.enum(['mean', 'median', 'p90', 'sum']).exactOptional(),
  unit: z.enum(['second', 'minute', 'hour', 'day']).exactOptional(),
  buckets: z
    .array(strictObject({ id, title: labelShape, atMost: z.number() }))
    .min(1)
    .exactOptional(),
  full: z.number().positive().exactOptional(),
  deductions: z
    .array(
      strictObject({
        metric: id,
        below: z.number().exactOptional(),
        above: z.number().exactOptional(),
        /** So many units of the metric cost `points`. */
        per: z.number().positive().exactOptional(),
        points: z.number().positive(),
        most: z.number().positive().exactOptional(),
        title: labelShape.exactOptional(),
        ...sourceShape,
      }),
    )
    .min(1)
    .exactOptional(),
  exclude: z.array(conditionShape).exactOptional(),
  round: strictObject({
    digits: z.int().min(0).max(6),
    mode: z.enum(['halfUp', 'halfEven', 'down']),
  }).exactOptional(),
  groupBy: z.array(z.enum(wordsOf(DIMENSIONS))).exactOptional(),
  /** A number is reached from below; of a metric that should be low, `atMost`. */
  target: z
    .union([z.number(), strictObject({ atLeast: z.number() }), strictObject({ atMost: z.number() })])
    .exactOptional(),
  better: z.enum(['higher', 'lower']).exactOptional(),
  ...sourceShape,
});

/** A metric as it stands in the file. */
export type MetricFile = Readonly<z.output<typeof metricSchema>>;
