import * as z from 'zod';
import { strictObject } from './diagnostic/strict-object.js';
import { wordsOf } from './vocabulary/label.js';
import type { OutcomeType } from './vocabulary/outcomes.js';
import { RECIPIENTS } from './vocabulary/recipients.js';
import { ROLES } from './vocabulary/roles.js';

const id = z.string().min(1);
const text = strictObject({ zh: z.string().min(1), en: z.string().min(1).exactOptional() });
const role = z.enum(wordsOf(ROLES));

const to = z.array(z.enum(wordsOf(RECIPIENTS))).min(1);

/**
 * The parameters of each outcome that the desk acts upon. `to` names recipients by their relation to the ticket or by
 * role, `text` is what they are told.
 *
 * - `route`: the lead unit and those that assist
 * - `assist`: units that assist, whichever way the lead is found
 * - `tag`: a label on the ticket
 * - `startClock`: a clock of the pack, by its id
 * - `urge`: a reminder to `unit`, by default the lead; `to` receive a copy
 * - `supervise`: a level from 1 to 3, and the office that supervises; `to` receive a copy
 * - `notify`: a message to units, roles or recipients
 * - `instruct`: an instruction (批示) in the name of a role, `to` the lead unless said
 * - `account`: an entry of accountability (追责) against a unit, a person or a knowledge entry; `points` are those of the
 *   procedure's ground, unless given
 */
export const outcomeParams = {
  route: strictObject({ unit: id, assists: z.array(id).exactOptional() }),
  assist: strictObject({ units: z.array(id).min(1) }),
  tag: strictObject({ tag: id }),
  startClock: strictObject({ clock: id }),
  urge: strictObject({ unit: id.exactOptional(), to: to.exactOptional(), text: text.exactOptional() }),
  supervise: strictObject({
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    office: id.exactOptional(),
    to: to.exactOptional(),
    text: text.exactOptional(),
  }),
  notify: strictObject({
    units: z.array(id).exactOptional(),
    roles: z.array(role).exactOptional(),
    to: to.exactOptional(),
    text,
  }),
  instruct: strictObject({ role: role.exactOptional(), to: to.exactOptional(), text }),
  account: strictObject({
    subject: z.enum(['unit', 'person', 'knowledgeEntry']),
    ground: id,
    points: z.number().exactOptional(),
  }),
} satisfies Record<OutcomeType, z.ZodType>;

/** The parameters of an outcome, by its type. */
export type OutcomeParams = { readonly [Type in OutcomeType]: Readonly<z.output<(typeof outcomeParams)[Type]>> };

/** What one rule decided. */
export interface Outcome {
  /** One of `OUTCOME_TYPES`, or a type that the document declares in `outcomes`. */
  readonly type: string;
  /** Checked at load against the schema of the type; frozen. */
  readonly params: Readonly<Record<string, unknown>>;
  /** The rule's id, else its name, else `#` and its index in the document. */
  readonly rule: string;
  readonly priority: number;
  readonly article?: string;
}

/** An outcome whose type is known, with its typed parameters. */
export type KnownOutcome = {
  [Type in OutcomeType]: Omit<Outcome, 'type' | 'params'> & {
    readonly type: Type;
    readonly params: OutcomeParams[Type];
  };
}[OutcomeType];

/** What a rule set decided, and which one it was. */
export interface Decision {
  /** By falling priority, then by the order of declaration. */
  readonly outcomes: readonly Outcome[];
  readonly ruleSet: { readonly id: string; readonly version: string; readonly hash: string };
}

/**
 * Narrows an outcome to a type that the desk knows, with typed parameters.
 *
 * @example
 * if (isOutcome(outcome, 'supervise')) outcome.params.level; // 1 | 2 | 3
 */
export function isOutcome<Type extends OutcomeType>(
  outcome: Outcome,
  type: Type,
): outcome is Outcome & { readonly type: Type; readonly params: OutcomeParams[Type] } {
  return outcome.type === type;
}
