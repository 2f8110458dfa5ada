import type { Term } from '@hotline-kit/sla-calendar';
import { termSchema } from '@hotline-kit/sla-calendar';
import * as z from 'zod';
import { join } from '../diagnostic/pointer.js';
import { strictObject } from '../diagnostic/strict-object.js';
import { conditionShape, type FactTest } from '../pack/choice.js';
import { articleSchema, defined, means, type Setting } from './setting.js';

const ratesSchema = z
  .array(
    strictObject({
      maximum: means(z.int().nonnegative(), '最多几次', 'How often at most'),
      within: means(
        termSchema,
        '多长时间内；默认工单全程',
        'Counted over so long; over the life of the ticket, unless said',
      ).exactOptional(),
      per: means(
        z.enum(['ticket', 'applicant', 'unit', 'actor']),
        '按工单（默认）、诉求人、单位或办理人计',
        'What is counted together; a ticket, unless said',
      ).exactOptional(),
      when: means(conditionShape, '何时适用；默认总是', 'Where it binds; always, unless said').exactOptional(),
      article: articleSchema,
    }),
  )
  .min(1);

/** How often something may be done (频次). */
export interface Rate {
  readonly maximum: number;
  /** Counted over so long; over the whole life of the ticket, unless said. */
  readonly within?: Term;
  /** What is counted together; a ticket, unless said. */
  readonly per: 'ticket' | 'applicant' | 'unit' | 'actor';
  readonly when?: FactTest;
  readonly article?: string;
}

/** How often something may be done; all of them bind. */
export function rates(zh: string, en: string): Setting<typeof ratesSchema, readonly Rate[]> {
  return {
    meaning: { zh, en },
    schema: ratesSchema,
    compile: (raw, pointer, conditions) =>
      raw.map(({ maximum, within, per, when, article }, index) => ({
        maximum,
        ...defined('within', within),
        per: per ?? 'ticket',
        ...(when && { when: conditions.compile(when, join(pointer, index, 'when')) }),
        ...defined('article', article),
      })),
  };
}
