import * as z from 'zod';
import type { ConditionCompiler } from '../compile/compile-condition.js';
import { labelOf } from '../compile/define-facts.js';
import { join } from '../diagnostic/pointer.js';
import { strictObject } from '../diagnostic/strict-object.js';
import { type Choice, conditionShape, type FactTest } from '../pack/choice.js';
import { safeId } from '../pack/safe-id.js';
import type { Label } from '../vocabulary/label.js';
import { type Duty, duties } from './duty.js';
import { type EvidenceChoice, evidence } from './evidence.js';
import {
  compileFields,
  defined,
  fieldChoice,
  means,
  type Setting,
  sourceShape,
  textSchema,
  titleSchema,
} from './setting.js';

const tell = duties('', '');

const groundSchema = z.union([
  safeId,
  strictObject({
    id: means(safeId, '编号（数据 ground）', 'Its id, as the data `ground` names it'),
    title: titleSchema,
    when: means(conditionShape, '事实符合时才可引用', 'Where it may be named; always, unless said').exactOptional(),
    requires: means(fieldChoice, '以此为由时须填写的内容', 'Data fields needed on this ground').exactOptional(),
    evidence: means(
      evidence.schema,
      '以此为由时须提交的证据',
      'Kinds of evidence needed on this ground',
    ).exactOptional(),
    tell: means(
      textSchema,
      '告知诉求人的内容，如法定途径',
      'What the citizen is told, such as the legal path',
    ).exactOptional(),
    inform: means(tell.schema, '另须告知谁', 'Who is told besides').exactOptional(),
    points: means(z.number(), '分值', 'What it weighs').exactOptional(),
    ...sourceShape,
  }),
]);

const groundsSchema = z.array(groundSchema).min(1);

/** A ground (情形) that counts, as for a refusal, a suspension, a termination, or the waiver of a callback. */
export interface Ground {
  readonly id: string;
  readonly title: Label;
  /** Where it can be named only if the facts bear it out. */
  readonly when?: FactTest;
  /** Data fields that the command must bring on this ground. */
  readonly requires?: Choice<readonly string[]>;
  /** Kinds of evidence that prove this ground. */
  readonly evidence?: EvidenceChoice;
  /** What the citizen is told: why, and which legal path is open instead. */
  readonly tell?: Label;
  /** Who is told, beside those of the section. */
  readonly inform: readonly Duty[];
  /** What it weighs, where grounds are weighed: points of a deduction. */
  readonly points?: number;
  readonly article?: string;
}

/** The grounds that count; none other does. */
export function grounds(zh: string, en: string): Setting<typeof groundsSchema, readonly Ground[]> {
  return {
    meaning: { zh, en },
    schema: groundsSchema,
    compile: (raw, pointer, conditions) =>
      raw.map((ground, index) => groundOf(ground, join(pointer, index), conditions)),
  };
}

function groundOf(raw: z.output<typeof groundSchema>, pointer: string, conditions: ConditionCompiler): Ground {
  if (typeof raw === 'string') return { id: raw, title: labelOf(raw), inform: [] };
  return {
    id: raw.id,
    title: labelOf(raw.title ?? raw.id),
    ...(raw.when && { when: conditions.compile(raw.when, join(pointer, 'when')) }),
    ...(raw.requires && { requires: compileFields(raw.requires, join(pointer, 'requires'), conditions) }),
    ...(raw.evidence && { evidence: evidence.compile(raw.evidence, join(pointer, 'evidence'), conditions) }),
    ...(raw.tell && { tell: labelOf(raw.tell) }),
    inform: tell.compile(raw.inform ?? [], join(pointer, 'inform'), conditions),
    ...defined('points', raw.points),
    ...defined('article', raw.article),
  };
}
