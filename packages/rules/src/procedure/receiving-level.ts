import * as z from 'zod';
import { labelOf } from '../compile/define-facts.js';
import { join } from '../diagnostic/pointer.js';
import { strictObject } from '../diagnostic/strict-object.js';
import { conditionShape, type FactTest } from '../pack/choice.js';
import { type Label, wordsOf } from '../vocabulary/label.js';
import { UNIT_KINDS, type UnitKind } from '../vocabulary/units.js';
import { articleSchema, defined, means, type Setting, textSchema } from './setting.js';

const levelsSchema = z
  .array(
    strictObject({
      kinds: means(z.array(z.enum(wordsOf(UNIT_KINDS))).min(1), '单位类别', 'Kinds of units'),
      when: means(conditionShape, '承接什么；默认全部', 'What they receive; everything, unless said').exactOptional(),
      text: means(textSchema, '不承接其余工单的理由', 'Why they do not receive the rest').exactOptional(),
      article: articleSchema,
    }),
  )
  .min(1);

/** What units of a level may receive. */
export interface ReceivingLevel {
  readonly kinds: readonly UnitKind[];
  /** What they may receive; everything, unless said. */
  readonly when?: FactTest;
  /** Why they may not receive the rest. */
  readonly text: Label;
  readonly article?: string;
}

/** What each level may receive (承接范围). */
export const receivingLevels: Setting<typeof levelsSchema, readonly ReceivingLevel[]> = {
  meaning: {
    zh: '各层级可承接的工单；未列的层级不得承接',
    en: 'What units of each kind may receive; a kind that is not listed receives nothing',
  },
  schema: levelsSchema,
  compile: (raw, pointer, conditions) =>
    raw.map(({ kinds, when, text, article }, index) => ({
      kinds,
      ...(when && { when: conditions.compile(when, join(pointer, index, 'when')) }),
      text: labelOf(text ?? { zh: '该层级单位不承接此类工单', en: 'Units of this kind do not receive such tickets' }),
      ...defined('article', article),
    })),
};
