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
import { ownId } from './evidence.js';
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
import { type PreferredUnit, units } from './unit-preference.js';

const told = duties('', '');
const flagged = grounds('', '');
const where = units('', '');
const countChoice = choiceOf(z.int().nonnegative());

const stageSchema = strictObject({
  id: means(ownId, '编号（数据 stage）', 'Its id, as the data `stage` names it'),
  title: titleSchema,
  when: means(conditionShape, '何时适用；默认总是', 'Where it applies; always, unless said').exactOptional(),
  by: means(roleChoice, '由何角色进行', 'The roles that act').exactOptional(),
  units: means(where.schema, '由哪些单位进行', 'The units that act').exactOptional(),
  window: means(
    termChoice,
    '自上一步结束起，多久以内可提出',
    'Time in which it may be asked for, from the end of the stage before',
  ).exactOptional(),
  term: means(termChoice, '办理时限', 'Time that the actor has').exactOptional(),
  maximum: means(countChoice, '最多几次', 'How often at most').exactOptional(),
  requires: means(fieldChoice, '须记录的内容', 'What the actor must record').exactOptional(),
  sample: means(
    z.number().min(0).max(100),
    '抽查比例（%）；默认全部',
    'Share of the tickets that are taken, in percent; all, unless said',
  ).exactOptional(),
  flags: means(
    flagged.schema,
    '可指出的问题，各有须告知者',
    'What may be found fault with; each may notify',
  ).exactOptional(),
  inform: means(told.schema, '本步完成后须告知谁', 'Who is told of this stage').exactOptional(),
  final: means(z.boolean(), '是否终局；默认否', 'Whether nothing follows after it; no, unless said').exactOptional(),
  ...sourceShape,
});

const stagesSchema = z.array(stageSchema).min(1);

/** One stage of a path: a callback, a quality check, a settlement, a review, each by an actor of its own. */
export interface Stage {
  readonly id: string;
  readonly title: Label;
  /** Where the stage applies at all. */
  readonly when?: FactTest;
  /** Who acts. */
  readonly by?: Choice<readonly Role[]>;
  /** Of which unit. */
  readonly units?: readonly PreferredUnit[];
  /** Time in which the stage may be asked for, from the end of the one before. */
  readonly window?: Choice<Term>;
  /** Time that the actor has. */
  readonly term?: Choice<Term>;
  readonly maximum?: Choice<number>;
  /** What the actor must record. */
  readonly requires?: Choice<readonly string[]>;
  /** Share of the tickets that are taken, in percent; all, unless said. */
  readonly sample?: number;
  /** What the actor may find fault with; each may notify. */
  readonly flags: readonly Ground[];
  readonly inform: readonly Duty[];
  /** Whether nothing follows after it. */
  readonly final: boolean;
  readonly article?: string;
  readonly basis: 'text' | 'sample';
}

/** Stages, in their order. */
export function stages(zh: string, en: string): Setting<typeof stagesSchema, readonly Stage[]> {
  return {
    meaning: { zh, en },
    schema: stagesSchema,
    compile: (raw, pointer, conditions) => {
      const ids = raw.map(({ id }) => id);
      return raw.map((stage, index) => {
        const place = join(pointer, index);
        if (ids.indexOf(stage.id) < index) {
          conditions.fault({
            code: 'duplicateId',
            pointer: join(place, 'id'),
            value: stage.id,
            message: `The stage "${stage.id}" stands twice.`,
            fix: 'Give each stage an id of its own.',
          });
        }
        return stageOf(stage, place, conditions);
      });
    },
  };
}

function stageOf(raw: z.output<typeof stageSchema>, pointer: string, conditions: ConditionCompiler): Stage {
  return {
    id: raw.id,
    title: labelOf(raw.title ?? raw.id),
    ...(raw.when && { when: conditions.compile(raw.when, join(pointer, 'when')) }),
    ...(raw.by && { by: compileChoice<readonly Role[]>(raw.by, join(pointer, 'by'), conditions) }),
    ...(raw.units && { units: where.compile(raw.units, join(pointer, 'units'), conditions) }),
    ...(raw.window && { window: compileTerms<Term>(raw.window, join(pointer, 'window'), conditions) }),
    ...(raw.term && { term: compileTerms<Term>(raw.term, join(pointer, 'term'), conditions) }),
    ...(raw.maximum !== undefined && {
      maximum: compileChoice<number>(raw.maximum, join(pointer, 'maximum'), conditions),
    }),
    ...(raw.requires && { requires: compileFields(raw.requires, join(pointer, 'requires'), conditions) }),
    ...defined('sample', raw.sample),
    flags: raw.flags === undefined ? [] : flagged.compile(raw.flags, join(pointer, 'flags'), conditions),
    inform: told.compile(raw.inform ?? [], join(pointer, 'inform'), conditions),
    final: raw.final ?? false,
    ...defined('article', raw.article),
    basis: raw.basis ?? 'sample',
  };
}
