import type { Term } from '@hotline-kit/sla-calendar';
import * as z from 'zod';
import type { ConditionCompiler } from '../compile/compile-condition.js';
import { labelOf } from '../compile/define-facts.js';
import { join } from '../diagnostic/pointer.js';
import { strictObject } from '../diagnostic/strict-object.js';
import { type Choice, compileTerms, conditionShape, type FactTest, termChoice } from '../pack/choice.js';
import { safeId } from '../pack/safe-id.js';
import { COMMANDS, type CommandName } from '../vocabulary/commands.js';
import { type Label, wordsOf } from '../vocabulary/label.js';
import { RECIPIENTS, type Recipient } from '../vocabulary/recipients.js';
import {
  articleSchema,
  compileFields,
  defined,
  fieldChoice,
  means,
  type Setting,
  sourceShape,
  titleSchema,
} from './setting.js';

/** A recipient as it stands in a document. */
export const recipientSchema = z.enum(wordsOf(RECIPIENTS));

const recipients = z.union([recipientSchema, z.array(recipientSchema).min(1)]);

const waiverSchema = z.array(
  z.union([
    z.string().min(1),
    strictObject({
      id: means(z.string().min(1), '编号', 'Its id'),
      title: titleSchema,
      when: means(conditionShape, '何时可免', 'Where it counts; always, unless said').exactOptional(),
      article: articleSchema,
    }),
  ]),
);

const dutySchema = z.union([
  recipientSchema,
  strictObject({
    id: means(safeId, '编号', 'Its id'),
    title: titleSchema,
    to: means(recipients, '告知谁', 'Who is told'),
    copy: means(recipients, '抄送谁', 'Who receives a copy').exactOptional(),
    by: means(
      recipientSchema,
      '由谁告知；默认办理该操作的人',
      'Who owes it; whoever gives the command, unless said',
    ).exactOptional(),
    on: means(
      z.enum(wordsOf(COMMANDS)),
      '由哪项操作引起；默认本节完成时',
      'The command from which it arises; that which completes the section, unless said',
    ).exactOptional(),
    when: means(conditionShape, '何时须告知；默认总是', 'Where it is owed; always, unless said').exactOptional(),
    term: means(termChoice, '时限；默认即时', 'Time for it; at once, unless said').exactOptional(),
    parts: means(fieldChoice, '须告知的内容', 'What must be said').exactOptional(),
    proof: means(fieldChoice, '须留下的证明', 'What proves that it was done').exactOptional(),
    waiver: means(waiverSchema, '可免于告知的情形', 'Grounds on which it need not be done').exactOptional(),
    ...sourceShape,
  }),
]);

const dutiesSchema = z.array(dutySchema);

/** A ground on which a duty need not be fulfilled. */
export interface DutyWaiver {
  readonly id: string;
  readonly title: Label;
  readonly when?: FactTest;
  readonly article?: string;
}

/**
 * A duty to inform (告知义务): who is told, by whom, within which time, what must be said, and what proves it. Answering
 * the citizen and reporting back to the hotline are two duties, each with a clock of its own.
 */
export interface Duty {
  readonly id: string;
  readonly title: Label;
  readonly to: readonly Recipient[];
  /** Who receives a copy. */
  readonly copy: readonly Recipient[];
  /** Who owes it; whoever gives the command, unless said. */
  readonly by?: Recipient;
  /** The command from which it arises; that which completes the section, unless said. */
  readonly on?: CommandName;
  readonly when?: FactTest;
  /** Time within which it must be fulfilled; at once, unless said. */
  readonly term?: Choice<Term>;
  /** What must be said. */
  readonly parts?: Choice<readonly string[]>;
  /** What proves that it was done. */
  readonly proof?: Choice<readonly string[]>;
  /** Grounds on which it need not be done. */
  readonly waiver: readonly DutyWaiver[];
  readonly article?: string;
  readonly basis: 'text' | 'sample';
}

/** Who is told of something. */
export function duties(zh: string, en: string): Setting<typeof dutiesSchema, readonly Duty[]> {
  return {
    meaning: { zh, en },
    schema: dutiesSchema,
    compile: (raw, pointer, conditions) => {
      const seen = new Set<string>();
      return raw.map((each, index) => {
        const duty = dutyOf(each, join(pointer, index), conditions);
        if (seen.has(duty.id)) {
          conditions.fault({
            code: 'duplicateId',
            pointer: join(pointer, index),
            value: duty.id,
            message: `The duty "${duty.id}" stands twice.`,
            fix: 'Give each duty an id of its own.',
          });
        }
        seen.add(duty.id);
        return duty;
      });
    },
  };
}

function dutyOf(raw: z.output<typeof dutySchema>, pointer: string, conditions: ConditionCompiler): Duty {
  if (typeof raw === 'string') {
    return { id: raw, title: titleOf([raw]), to: [raw], copy: [], waiver: [], basis: 'sample' };
  }
  const to = listOf(raw.to);
  return {
    id: raw.id,
    title: raw.title === undefined ? titleOf(to) : labelOf(raw.title),
    to,
    copy: raw.copy === undefined ? [] : listOf(raw.copy),
    ...defined('by', raw.by),
    ...defined('on', raw.on),
    ...(raw.when && { when: conditions.compile(raw.when, join(pointer, 'when')) }),
    ...(raw.term && { term: compileTerms<Term>(raw.term, join(pointer, 'term'), conditions) }),
    ...(raw.parts && { parts: compileFields(raw.parts, join(pointer, 'parts'), conditions) }),
    ...(raw.proof && { proof: compileFields(raw.proof, join(pointer, 'proof'), conditions) }),
    waiver: (raw.waiver ?? []).map((waiver, index) => waiverOf(waiver, join(pointer, 'waiver', index), conditions)),
    ...defined('article', raw.article),
    basis: raw.basis ?? 'sample',
  };
}

function waiverOf(
  raw: z.output<typeof waiverSchema>[number],
  pointer: string,
  conditions: ConditionCompiler,
): DutyWaiver {
  if (typeof raw === 'string') return { id: raw, title: labelOf(raw) };
  return {
    id: raw.id,
    title: labelOf(raw.title ?? raw.id),
    ...(raw.when && { when: conditions.compile(raw.when, join(pointer, 'when')) }),
    ...defined('article', raw.article),
  };
}

function listOf(to: Recipient | readonly Recipient[]): readonly Recipient[] {
  return typeof to === 'string' ? [to] : to;
}

function titleOf(to: readonly Recipient[]): Label {
  const labels = to.map((recipient) => RECIPIENTS[recipient]);
  return {
    zh: `告知${labels.map(({ zh }) => zh).join('、')}`,
    en: `Inform ${labels.map(({ en }) => en).join(', ')}`,
  };
}
