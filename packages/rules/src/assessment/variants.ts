import * as z from 'zod';
import { ConditionGroup } from '../compile/condition-group.js';
import { labelOf } from '../compile/define-facts.js';
import type { FactTable } from '../compile/fact-table.js';
import type { Fault } from '../diagnostic/diagnostic.js';
import { didYouMean } from '../diagnostic/nearest.js';
import { join } from '../diagnostic/pointer.js';
import { strictObject } from '../diagnostic/strict-object.js';
import { conditionShape } from '../pack/choice.js';
import { DIMENSIONS } from '../vocabulary/assessment.js';
import { wordsOf } from '../vocabulary/label.js';
import { labelShape, type MetricFile } from './metric-schema.js';

const id = z.string().regex(/^[A-Za-z][\w-]*$/, 'a letter, then letters, digits, "_" and "-"');

/**
 * Metrics of a part 分项指标: each metric of `of` once more for each of `by`, over the rows that hold its condition. Its
 * id is `<metric>-<part>`, its title names both.
 */
export const variantSchema = strictObject({
  of: z.array(id).min(1),
  by: z.array(strictObject({ id, title: labelShape, where: conditionShape })).min(1),
  /** By what these are broken down; nothing unless given. */
  groupBy: z.array(z.enum(wordsOf(DIMENSIONS))).exactOptional(),
});

type VariantFile = Readonly<z.output<typeof variantSchema>>;

type RawCondition = Readonly<Record<string, unknown>>;

/** The metrics that variants make of others, and what is wrong with them. Those with faults are left out. */
export function metricsOfVariants(
  variants: readonly VariantFile[],
  metrics: readonly MetricFile[],
  facts: FactTable,
  conditions: Readonly<Record<string, unknown>>,
): { readonly metrics: readonly MetricFile[]; readonly faults: readonly Fault[] } {
  const byId = new Map(metrics.map((metric) => [metric.id, metric]));
  const made: MetricFile[] = [];
  const faults: Fault[] = [];
  for (const [index, { of, by, groupBy = [] }] of variants.entries()) {
    const place = join('/variants', index);
    const checker = new ConditionGroup(facts, conditions);
    const sound = by.filter(({ where }, at) => {
      const before = checker.faults.length;
      checker.add(where, join(place, 'by', at, 'where'));
      return checker.faults.length === before;
    });
    faults.push(...checker.faults);
    for (const [at, name] of of.entries()) {
      const metric = byId.get(name);
      if (metric !== undefined && metric.kind !== 'score') {
        made.push(...sound.map((part) => ({ ...partOf(metric, part), groupBy })));
        continue;
      }
      const allowed = metrics.flatMap((each) => (each.kind === 'score' ? [] : each.id));
      faults.push({
        code: 'unknownMetric',
        pointer: join(place, 'of', at),
        value: name,
        message: `There is no metric "${name}" that can be counted by parts.`,
        allowed,
        fix: didYouMean(name, allowed) ?? `Allowed are ${allowed.slice(0, 20).join(', ')}.`,
      });
    }
  }
  return { metrics: made, faults };
}

function partOf(metric: MetricFile, { id, title, where }: VariantFile['by'][number]): MetricFile {
  const [whole, part] = [labelOf(metric.title), labelOf(title)];
  const isRate = (metric.kind ?? 'rate') === 'rate';
  return {
    ...metric,
    id: `${metric.id}-${id}`,
    title: { zh: `${part.zh}${whole.zh}`, en: `${whole.en}: ${part.en}` },
    ...(isRate ? { denominator: both(metric.denominator ?? {}, where) } : { where: both(metric.where ?? {}, where) }),
  };
}

function both(one: RawCondition, other: RawCondition): RawCondition {
  return Object.keys(one).length === 0 ? other : { all: [one, other] };
}
