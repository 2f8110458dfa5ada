import * as z from 'zod';
import { labelOf } from '../compile/define-facts.js';
import { strictObject } from '../diagnostic/strict-object.js';
import type { Label } from '../vocabulary/label.js';
import { ownId } from './evidence.js';
import { articleSchema, defined, fieldSchema, means, titleSchema } from './setting.js';

/** The shape of `milestones`: the milestones (节点) of a pack, by id. */
export const milestonesSchema = z.record(
  ownId,
  strictObject({
    title: titleSchema,
    outside: means(
      z.boolean(),
      '是否发生在系统之外，另有发生时间（occurredAt）；默认否',
      'Whether it happens outside the system, at a time of its own (`occurredAt`); no, unless said',
    ).exactOptional(),
    requires: means(z.array(fieldSchema), '须记录的内容', 'What must be recorded with it').exactOptional(),
    evidence: means(z.array(ownId), '须提交的证据种类', 'Kinds of evidence that prove it').exactOptional(),
    article: articleSchema,
  }),
);

/** A milestone that a pack knows: a step of the work that is recorded, and that clocks may start, stop or pause at. */
export interface Milestone {
  readonly id: string;
  readonly title: Label;
  /** Whether it happens outside the system, at a time of its own (`occurredAt`): a court's ruling, an expert's report. */
  readonly outside: boolean;
  /** What must be recorded with it. */
  readonly requires: readonly string[];
  /** Kinds of evidence that prove it. */
  readonly evidence: readonly string[];
  readonly article?: string;
}

/** The milestones of a pack, from the file. */
export function milestones(file: z.output<typeof milestonesSchema>): Readonly<Record<string, Milestone>> {
  return Object.fromEntries(
    Object.entries(file).map(([id, { title, outside, requires, evidence, article }]) => [
      id,
      {
        id,
        title: labelOf(title ?? id),
        outside: outside ?? false,
        requires: requires ?? [],
        evidence: evidence ?? [],
        ...defined('article', article),
      },
    ]),
  );
}
