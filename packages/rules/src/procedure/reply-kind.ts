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
import { compileFields, defined, fieldChoice, roleChoice, type Setting, sourceShape, textSchema } from './setting.js';

const told = duties('', '');
const why = grounds('', '');

/** What a reply does to the ticket. */
export type ReplyEffect = 'replies' | 'continues' | 'pauses' | 'extends';

const kindSchema = strictObject({
  id: ownId,
  title: textSchema.exactOptional(),
  when: conditionShape.exactOptional(),
  effect: z.enum(['replies', 'continues', 'pauses', 'extends']).exactOptional(),
  grounds: why.schema.exactOptional(),
  requires: fieldChoice.exactOptional(),
  evidence: evidence.schema.exactOptional(),
  approver: roleChoice.exactOptional(),
  maximum: choiceOf(z.int().nonnegative()).exactOptional(),
  next: termChoice.exactOptional(),
  inform: told.schema.exactOptional(),
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
