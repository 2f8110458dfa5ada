import type { Term } from '@hotline-kit/sla-calendar';
import * as z from 'zod';
import type { ConditionCompiler } from '../compile/compile-condition.js';
import { labelOf } from '../compile/define-facts.js';
import { join } from '../diagnostic/pointer.js';
import { strictObject } from '../diagnostic/strict-object.js';
import {
  type Choice,
  choiceOf,
  compileChoice,
  compileTerms,
  conditionShape,
  type FactTest,
  termChoice,
} from '../pack/choice.js';
import type { Label } from '../vocabulary/label.js';
import type { Role } from '../vocabulary/roles.js';
import { type Duty, duties } from './duty.js';
import { type EvidenceChoice, evidence, ownId } from './evidence.js';
import { type Ground, grounds } from './ground.js';
import {
  compileFields,
  defined,
  fieldChoice,
  means,
  roleChoice,
  type Setting,
  sourceShape,
  titleSchema,
} from './setting.js';

const told = duties('', '');
const why = grounds('', '');

/** What a reply does to the ticket. */
export type ReplyEffect = 'replies' | 'continues' | 'pauses' | 'extends';

const kindSchema = strictObject({
  id: means(ownId, '编号（数据 kind）', 'Its id, as the data `kind` names it'),
  title: titleSchema,
  when: means(conditionShape, '何时可以采用；默认总是', 'Where it may be given; always, unless said').exactOptional(),
  effect: means(
    z.enum(['replies', 'continues', 'pauses', 'extends']),
    '对工单的作用：答复（replies，默认）、继续办理（continues）、暂停计时（pauses）、延至 until（extends）',
    'What it does to the ticket: it is answered (the default), goes on, its clock stands, or moves to the date `until`',
  ).exactOptional(),
  grounds: means(why.schema, '可以采用的情形', 'The grounds on which it may be given').exactOptional(),
  requires: means(fieldChoice, '须载明的内容', 'What it must contain').exactOptional(),
  evidence: means(evidence.schema, '须附的证据', 'Kinds of evidence that it must bring').exactOptional(),
  approver: means(
    roleChoice,
    '审批人；默认本节审批人',
    'Who approves it; the approvers of the section, unless said',
  ).exactOptional(),
  maximum: means(choiceOf(z.int().nonnegative()), '最多几次', 'How often at most').exactOptional(),
  next: means(termChoice, '下一次答复的时限', 'Time within which the next reply must follow').exactOptional(),
  inform: means(told.schema, '须告知谁', 'Who is told').exactOptional(),
  ...sourceShape,
});

const kindsSchema = z.array(kindSchema).min(1);

/** A kind of reply (答复种类): final, interim, in stages, that of a statutory period, or any other that a pack names. */
export interface ReplyKind {
  readonly id: string;
  readonly title: Label;
  /** Where this kind may be given at all. */
  readonly when?: FactTest;
  /**
   * `replies`: the ticket is answered, and goes to approval and callback. `continues`: it stays in handling and its
   * clocks run on. `pauses`: its handling clock stands until the next reply. `extends`: its handling clock moves to the
   * date that the reply names in `until`.
   */
  readonly effect: ReplyEffect;
  readonly grounds?: readonly Ground[];
  /** What the reply must contain. */
  readonly requires?: Choice<readonly string[]>;
  readonly evidence?: EvidenceChoice;
  /** Who approves it; the approvers of the section, unless said. */
  readonly approver?: Choice<readonly Role[]>;
  readonly maximum?: Choice<number>;
  /** Time within which the next reply must follow. */
  readonly next?: Choice<Term>;
  readonly inform: readonly Duty[];
  readonly article?: string;
  readonly basis: 'text' | 'sample';
}

/** The kinds of reply that a city knows; where none is listed, a reply is final. */
export function replyKinds(zh: string, en: string): Setting<typeof kindsSchema, readonly ReplyKind[]> {
  return {
    meaning: { zh, en },
    schema: kindsSchema,
    compile: (raw, pointer, conditions) => raw.map((kind, index) => kindOf(kind, join(pointer, index), conditions)),
  };
}

function kindOf(raw: z.output<typeof kindSchema>, pointer: string, conditions: ConditionCompiler): ReplyKind {
  return {
    id: raw.id,
    title: labelOf(raw.title ?? raw.id),
    ...(raw.when && { when: conditions.compile(raw.when, join(pointer, 'when')) }),
    effect: raw.effect ?? 'replies',
    ...(raw.grounds && { grounds: why.compile(raw.grounds, join(pointer, 'grounds'), conditions) }),
    ...(raw.requires && { requires: compileFields(raw.requires, join(pointer, 'requires'), conditions) }),
    ...(raw.evidence && { evidence: evidence.compile(raw.evidence, join(pointer, 'evidence'), conditions) }),
    ...(raw.approver && {
      approver: compileChoice<readonly Role[]>(raw.approver, join(pointer, 'approver'), conditions),
    }),
    ...(raw.maximum !== undefined && {
      maximum: compileChoice<number>(raw.maximum, join(pointer, 'maximum'), conditions),
    }),
    ...(raw.next && { next: compileTerms<Term>(raw.next, join(pointer, 'next'), conditions) }),
    inform: told.compile(raw.inform ?? [], join(pointer, 'inform'), conditions),
    ...defined('article', raw.article),
    basis: raw.basis ?? 'sample',
  };
}
