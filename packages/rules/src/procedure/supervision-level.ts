import type { Term } from '@hotline-kit/sla-calendar';
import * as z from 'zod';
import { labelOf } from '../compile/define-facts.js';
import { join } from '../diagnostic/pointer.js';
import { strictObject } from '../diagnostic/strict-object.js';
import { type Choice, compileTerms, conditionShape, type FactTest, termChoice } from '../pack/choice.js';
import type { Label } from '../vocabulary/label.js';
import type { Role } from '../vocabulary/roles.js';
import { type Duty, duties } from './duty.js';
import { ownId } from './evidence.js';
import { articleSchema, defined, means, roleSchema, type Setting, titleSchema } from './setting.js';

const levelsSchema = z
  .array(
    strictObject({
      level: means(z.union([z.literal(1), z.literal(2), z.literal(3)]), '级别', 'The level: 1, 2 or 3'),
      title: titleSchema,
      when: means(conditionShape, '触发情形', 'Where supervision of this level is due').exactOptional(),
      roles: means(
        z.array(roleSchema).min(1),
        '可发起的角色',
        'Roles that may supervise at this level',
      ).exactOptional(),
      term: means(termChoice, '反馈时限', 'Time for the report of the unit').exactOptional(),
      article: articleSchema,
    }),
  )
  .min(1);

/** One level of supervision (督办级别). */
export interface SupervisionLevelRule {
  readonly level: 1 | 2 | 3;
  readonly title: Label;
  /** Where supervision of this level is due (触发情形). */
  readonly when?: FactTest;
  /** Who may supervise at this level. */
  readonly roles?: readonly Role[];
  /** Time for the unit's report. */
  readonly term?: Choice<Term>;
  readonly article?: string;
}

/** The levels of supervision that a city knows. */
export const supervisionLevels: Setting<typeof levelsSchema, readonly SupervisionLevelRule[]> = {
  meaning: {
    zh: '督办级别：触发情形、可督办的角色、反馈时限；未列则三级均可',
    en: 'The levels: when each is due, who may supervise, time for the report; all three, unless listed',
  },
  schema: levelsSchema,
  compile: (raw, pointer, conditions) =>
    raw.map(({ level, title, when, roles, term, article }, index) => {
      const place = join(pointer, index);
      const byDefault = { zh: `${'一二三'[level - 1] ?? ''}级督办`, en: `Supervision, level ${level}` };
      return {
        level,
        title: labelOf(title ?? byDefault),
        ...(when && { when: conditions.compile(when, join(place, 'when')) }),
        ...defined('roles', roles),
        ...(term && { term: compileTerms<Term>(term, join(place, 'term'), conditions) }),
        ...defined('article', article),
      };
    }),
};

const told = duties('', '');

const measuresSchema = z
  .array(
    strictObject({
      id: means(ownId, '编号', 'Its id'),
      title: titleSchema,
      when: means(
        conditionShape,
        '何时采取；未列则另行决定',
        'Where it follows; by decision only, unless said',
      ).exactOptional(),
      by: means(z.array(roleSchema).min(1), '由谁作出', 'Who takes it').exactOptional(),
      term: means(termChoice, '时限', 'Time within which it must be taken').exactOptional(),
      inform: means(told.schema, '须告知谁', 'Who is told').exactOptional(),
      article: articleSchema,
    }),
  )
  .min(1);

/** A measure beside supervision: a notice (通报), an interview (约谈), and their like. */
export interface Measure {
  readonly id: string;
  readonly title: Label;
  /** Where it follows; by decision only, unless said. */
  readonly when?: FactTest;
  readonly by?: readonly Role[];
  /** Time within which it must be taken. */
  readonly term?: Choice<Term>;
  readonly inform: readonly Duty[];
  readonly article?: string;
}

/** Measures that follow, and when. */
export const measures: Setting<typeof measuresSchema, readonly Measure[]> = {
  meaning: { zh: '通报、约谈等措施及其情形', en: 'Notices, interviews and other measures, and when they follow' },
  schema: measuresSchema,
  compile: (raw, pointer, conditions) =>
    raw.map(({ id, title, when, by, term, inform, article }, index) => {
      const place = join(pointer, index);
      return {
        id,
        title: labelOf(title ?? id),
        ...(when && { when: conditions.compile(when, join(place, 'when')) }),
        ...defined('by', by),
        ...(term && { term: compileTerms<Term>(term, join(place, 'term'), conditions) }),
        inform: told.compile(inform ?? [], join(place, 'inform'), conditions),
        ...defined('article', article),
      };
    }),
};
