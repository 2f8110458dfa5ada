import * as z from 'zod';
import { labelOf } from '../compile/define-facts.js';
import { join } from '../diagnostic/pointer.js';
import { strictObject } from '../diagnostic/strict-object.js';
import { conditionShape, type FactTest } from '../pack/choice.js';
import type { Label } from '../vocabulary/label.js';
import { articleSchema, defined, means, type Setting, textSchema } from './setting.js';

const prohibitionsSchema = z.array(
  strictObject({
    when: means(conditionShape, '何时不得办理', 'Where the command is refused'),
    article: articleSchema,
    text: means(textSchema, '不得办理的理由', 'Why it is refused').exactOptional(),
    remedy: means(textSchema, '可以怎么办', 'What can be done instead').exactOptional(),
  }),
);

/** A prohibition: where its condition holds, the command is refused. */
export interface Prohibition {
  readonly when: FactTest;
  readonly text: Label;
  readonly article?: string;
  readonly remedy?: Label;
}

/** Conditions under which a command is refused, each with its article. */
export const prohibitions: Setting<typeof prohibitionsSchema, readonly Prohibition[]> = {
  meaning: {
    zh: '出现所列情形即不得办理，逐条列明依据',
    en: 'Where one of these conditions holds, the command is refused',
  },
  schema: prohibitionsSchema,
  compile: (raw, pointer, conditions) =>
    raw.map(({ when, text, article, remedy }, index) => ({
      when: conditions.compile(when, join(pointer, index, 'when')),
      text: labelOf(text ?? { zh: '规程禁止该操作', en: 'The procedure forbids this' }),
      ...defined('article', article),
      ...(remedy && { remedy: labelOf(remedy) }),
    })),
};
