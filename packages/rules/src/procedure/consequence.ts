import * as z from 'zod';
import { outcomeFaults } from '../compile/check-outcome.js';
import { join } from '../diagnostic/pointer.js';
import { strictObject } from '../diagnostic/strict-object.js';
import { conditionShape, type FactTest } from '../pack/choice.js';
import { COMMANDS, type CommandName } from '../vocabulary/commands.js';
import { wordsOf } from '../vocabulary/label.js';
import { articleSchema, defined, means, type Setting } from './setting.js';

const consequencesSchema = z.array(
  strictObject({
    on: means(
      z.enum(wordsOf(COMMANDS)),
      '由哪项操作引起；默认本节完成时',
      'The command from which it follows; that which completes the section, unless said',
    ).exactOptional(),
    when: means(conditionShape, '何时；默认总是', 'Where it follows; always, unless said').exactOptional(),
    outcome: means(
      strictObject({ type: z.string().min(1), params: z.record(z.string(), z.unknown()).exactOptional() }),
      '结果，同规则的 event：类型（type）与参数（params）',
      'The outcome, as the event of a rule: its `type` and `params`',
    ),
    article: articleSchema,
  }),
);

/** What follows from a command of a section: an outcome, as rules decide it. */
export interface Consequence {
  /** The command from which it follows; that which completes the section, unless said. */
  readonly on?: CommandName;
  readonly when?: FactTest;
  readonly outcome: { readonly type: string; readonly params: Readonly<Record<string, unknown>> };
  readonly article?: string;
}

/** What follows: outcomes as in rule sets (tag, notify, urge, supervise, startClock, instruct, account). */
export const consequences: Setting<typeof consequencesSchema, readonly Consequence[]> = {
  meaning: {
    zh: '办理后随之发生的结果，如不当退单记入考核',
    en: 'What follows: outcomes as in rules, for example what an improper return costs',
  },
  schema: consequencesSchema,
  compile: (raw, pointer, conditions) =>
    raw.map(({ on, when, outcome, article }, index) => {
      const place = join(pointer, index);
      const params = outcome.params ?? {};
      const checks = { open: false, declared: NONE, domains: conditions.domains };
      for (const fault of outcomeFaults(outcome.type, params, join(place, 'outcome'), checks)) conditions.fault(fault);
      return {
        ...defined('on', on),
        ...(when && { when: conditions.compile(when, join(place, 'when')) }),
        outcome: { type: outcome.type, params },
        ...defined('article', article),
      };
    }),
};

const NONE: ReadonlySet<string> = new Set();
