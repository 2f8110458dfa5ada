import * as z from 'zod';
import type { ConditionCompiler } from '../compile/compile-condition.js';
import type { Condition } from '../conditions.js';
import { join } from '../diagnostic/pointer.js';
import { strictObject } from '../diagnostic/strict-object.js';
import { conditionShape } from './choice.js';

const label = strictObject({ zh: z.string().min(1), en: z.string().min(1).exactOptional() });

/**
 * The shape of `assessment.json`. A metric is two filters over one row of facts per ticket, never a formula: the bases
 * differ from city to city.
 */
export const assessmentSchema = strictObject({
  $schema: z.string().exactOptional(),
  metrics: z.array(
    strictObject({
      id: z.string().min(1),
      title: label,
      period: z.string().min(1).exactOptional(),
      denominator: conditionShape,
      numerator: conditionShape,
      exclude: z.array(conditionShape).exactOptional(),
      round: strictObject({
        digits: z.int().min(0).max(6),
        mode: z.enum(['halfUp', 'halfEven', 'down']),
      }).exactOptional(),
      groupBy: z.array(z.string().min(1)).exactOptional(),
      target: z.number().exactOptional(),
      article: z.string().min(1).exactOptional(),
      basis: z.enum(['text', 'sample']).exactOptional(),
    }),
  ),
});

/** A metric as data. An empty filter `{}` counts every ticket. */
export interface Metric extends Readonly<Omit<MetricShape, 'denominator' | 'numerator' | 'exclude'>> {
  readonly denominator: Condition | Readonly<Record<string, never>>;
  readonly numerator: Condition | Readonly<Record<string, never>>;
  readonly exclude?: readonly Condition[];
}

type MetricShape = z.output<typeof assessmentSchema>['metrics'][number];

/** Checks metrics: ids once, filters well formed. Faults gather in the compiler. */
export function readAssessment(
  file: Readonly<z.output<typeof assessmentSchema>>,
  conditions: ConditionCompiler,
): readonly Metric[] {
  const ids = new Set<string>();
  for (const [index, metric] of file.metrics.entries()) {
    const place = join('/metrics', index);
    if (ids.has(metric.id)) {
      const message = `The metric "${metric.id}" stands twice.`;
      conditions.fault({
        code: 'duplicateId',
        pointer: join(place, 'id'),
        value: metric.id,
        message,
        fix: 'Give each metric an id of its own.',
      });
    }
    ids.add(metric.id);
    for (const key of ['denominator', 'numerator'] as const) {
      if (Object.keys(metric[key]).length > 0) conditions.compile(metric[key], join(place, key));
    }
    for (const [at, excluded] of (metric.exclude ?? []).entries())
      conditions.compile(excluded, join(place, 'exclude', at));
  }
  return file.metrics as unknown as readonly Metric[];
}
