import type { Term } from '@hotline-kit/sla-calendar';
import { termSchema } from '@hotline-kit/sla-calendar';
import * as z from 'zod';
import { join } from '../diagnostic/pointer.js';
import { strictObject } from '../diagnostic/strict-object.js';
import { conditionShape, type FactTest } from '../pack/choice.js';
import { defined, type Setting } from './setting.js';

const ratesSchema = z
  .array(
    strictObject({
      maximum: z.int().nonnegative(),
      within: termSchema.exactOptional(),
      per: z.enum(['ticket', 'applicant', 'unit', 'actor']).exactOptional(),
      when: conditionShape.exactOptional(),
      article: z.string().min(1).exactOptional(),
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
