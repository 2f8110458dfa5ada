import * as z from 'zod';
import { labelOf } from '../compile/define-facts.js';
import { strictObject } from '../diagnostic/strict-object.js';
import { conditionShape, type FactTest } from '../pack/choice.js';
import { CLUSTER_DIMENSIONS, type ClusterDimension } from '../vocabulary/assessment.js';
import { type Label, wordsOf } from '../vocabulary/label.js';
import { labelShape, sourceShape } from './metric-schema.js';

/** What a pack calls a cluster: tickets that agree, where there are enough of them. */
export const clusterSchema = strictObject({
  id: z.string().min(1),
  title: labelShape,
  /** Tickets that agree in all of these are one cluster. */
  by: z.array(z.enum(wordsOf(CLUSTER_DIMENSIONS))).min(1),
  /** Fewer tickets are no cluster. */
  atLeast: z.int().positive(),
  /** Only tickets for which this holds, over the facts of a row; all unless given. */
  where: conditionShape.exactOptional(),
  ...sourceShape,
});

/** A cluster as a pack defines it: hotspots 热点, pain points 难点, sensitive appeals 敏感诉求. */
export interface ClusterDefinition {
  readonly id: string;
  readonly title: Label;
  readonly by: readonly ClusterDimension[];
  readonly atLeast: number;
  /** Whether a ticket counts, from the facts of its row; all count unless given. */
  readonly where?: FactTest;
  readonly article?: string;
  readonly basis: 'text' | 'sample';
}

/** The definition of a cluster as the file has it, with its condition compiled. */
export function clusterOf(
  { title, where, basis, ...rest }: z.output<typeof clusterSchema>,
  compile: (condition: unknown) => FactTest,
): ClusterDefinition {
  return {
    ...rest,
    title: labelOf(title),
    ...(where !== undefined && { where: compile(where) }),
    basis: basis ?? 'sample',
  };
}
