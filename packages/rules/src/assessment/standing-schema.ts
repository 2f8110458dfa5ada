import * as z from 'zod';
import { strictObject } from '../diagnostic/strict-object.js';
import type { FactDefinition } from '../facts.js';
import { conditionShape } from '../pack/choice.js';
import { CONSEQUENCE_ACTIONS } from '../vocabulary/assessment.js';
import { type Label, wordsOf } from '../vocabulary/label.js';
import { ROLES } from '../vocabulary/roles.js';
import { UNIT_KINDS, type UnitKind } from '../vocabulary/units.js';
import { labelShape, sourceShape } from './metric-schema.js';

const id = z.string().min(1);

/** Units that are compared with each other: those that meet every key given. */
export const groupSchema = strictObject({
  id,
  title: labelShape,
  kinds: z
    .array(z.enum(wordsOf(UNIT_KINDS)))
    .min(1)
    .exactOptional(),
  /** Directly below this unit. */
  parent: id.exactOptional(),
  /** Anywhere below this unit. */
  below: id.exactOptional(),
  tags: z.array(id).min(1).exactOptional(),
  units: z.array(id).min(1).exactOptional(),
});

/** A ranking of the units of each group by one metric; red and black lists only where asked for. */
export const boardSchema = strictObject({
  id,
  title: labelShape,
  metric: id,
  /** `branch` counts what lies below a unit, `unit` the unit alone, `handler` ranks people. */
  by: z.enum(['branch', 'unit', 'handler']),
  groups: z.array(id).min(1).exactOptional(),
  red: z.int().positive().exactOptional(),
  black: z.int().positive().exactOptional(),
  /** Who has fewer rows in the base than this is not ranked. */
  minimum: z.int().positive().exactOptional(),
  ...sourceShape,
});

/** What follows from a standing on a board: a condition over the facts of the standing, and what is done. */
export const consequenceSchema = strictObject({
  id,
  title: labelShape,
  board: id,
  when: conditionShape,
  action: z.enum(wordsOf(CONSEQUENCE_ACTIONS)),
  /** Who gives it: a unit, for example the supervision office. */
  office: id.exactOptional(),
  to: z
    .array(z.enum(wordsOf(ROLES)))
    .min(1)
    .exactOptional(),
  text: labelShape,
  ...sourceShape,
});

/** Units that are compared with each other. */
export interface Group {
  readonly id: string;
  readonly title: Label;
  readonly kinds?: readonly UnitKind[];
  readonly parent?: string;
  readonly below?: string;
  readonly tags?: readonly string[];
  readonly units?: readonly string[];
}

/** What a condition of a consequence may look at: where a unit or a person stands on a board. */
export const STANDING_FACTS: Readonly<Record<string, FactDefinition>> = {
  unit: { type: 'string', domain: 'units', title: { zh: '单位', en: 'Unit' } },
  handler: { type: 'string', title: { zh: '经办人', en: 'Handler' } },
  group: { type: 'string', title: { zh: '分组', en: 'Group' } },
  value: { type: 'number', title: { zh: '指标值', en: 'Figure, rounded' } },
  base: { type: 'number', title: { zh: '基数', en: 'Rows in the base' } },
  rank: { type: 'number', title: { zh: '名次', en: 'Rank, 1 is best' } },
  rankFromLast: { type: 'number', title: { zh: '倒数名次', en: 'Rank from the last, 1 is last' } },
  size: { type: 'number', title: { zh: '组内排名数', en: 'How many are ranked' } },
  list: { type: 'string', enum: ['red', 'black', 'none'], title: { zh: '红黑榜', en: 'Red or black list' } },
  missedTarget: { type: 'boolean', default: false, title: { zh: '未达目标', en: 'The target was missed' } },
  timesLast: {
    type: 'number',
    default: 0,
    title: { zh: '连续末位次数', en: 'Periods in a row at the end, this one included' },
  },
  timesBlack: {
    type: 'number',
    default: 0,
    title: { zh: '连续黑榜次数', en: 'Periods in a row on the black list, this one included' },
  },
  timesMissed: {
    type: 'number',
    default: 0,
    title: { zh: '连续未达标次数', en: 'Periods in a row below the target, this one included' },
  },
};
