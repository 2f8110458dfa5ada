import * as z from 'zod';
import { labelOf } from '../compile/define-facts.js';
import { join } from '../diagnostic/pointer.js';
import { strictObject } from '../diagnostic/strict-object.js';
import { conditionShape, type FactTest } from '../pack/choice.js';
import type { Label } from '../vocabulary/label.js';
import { articleSchema, defined, means, type Setting, titleSchema } from './setting.js';

const linesSchema = z
  .array(
    z.union([
      z.string().min(1),
      strictObject({
        id: means(z.string().min(1), '号码或名称（数据 line）', 'Its number or name, as the data `line` names it'),
        title: titleSchema,
        when: means(
          conditionShape,
          '转接什么；默认全部',
          'What is transferred to it; anything, unless said',
        ).exactOptional(),
        article: articleSchema,
      }),
    ]),
  )
  .min(1);

/** An emergency line (紧急热线): 110, 119, 120, or that of a utility. */
export interface EmergencyLine {
  readonly id: string;
  readonly title: Label;
  /** What is transferred to it; anything, unless said. */
  readonly when?: FactTest;
  readonly article?: string;
}

/** The emergency lines that a hotline transfers to. */
export const emergencyLines: Setting<typeof linesSchema, readonly EmergencyLine[]> = {
  meaning: { zh: '可转接的紧急热线；未列则不限', en: 'The lines that tickets are transferred to; any, unless listed' },
  schema: linesSchema,
  compile: (raw, pointer, conditions) =>
    raw.map((line, index) => {
      if (typeof line === 'string') return { id: line, title: labelOf(line) };
      return {
        id: line.id,
        title: labelOf(line.title ?? line.id),
        ...(line.when && { when: conditions.compile(line.when, join(pointer, index, 'when')) }),
        ...defined('article', line.article),
      };
    }),
};
