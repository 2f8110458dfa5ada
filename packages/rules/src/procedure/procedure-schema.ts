import * as z from 'zod';
import { strictObject } from '../diagnostic/strict-object.js';
import { choiceOf, conditionShape, termChoice } from '../pack/choice.js';
import { COMMANDS, type CommandName } from '../vocabulary/commands.js';
import { wordsOf } from '../vocabulary/label.js';
import { ROLES } from '../vocabulary/roles.js';

const role = z.enum(wordsOf(ROLES));
const text = strictObject({ zh: z.string().min(1), en: z.string().min(1).exactOptional() });
const count = z.int().nonnegative();
const field = z.string().regex(/^[A-Za-z]\w*$/, 'the name of a data field');

/** Who is told: the citizen, the hotline centre, units by their relation to the ticket, or roles. */
const recipient = z.enum(['citizen', 'hotline', 'lead', 'assists', 'superior', ...wordsOf(ROLES)]);

const prohibition = strictObject({
  when: conditionShape,
  article: z.string().min(1).exactOptional(),
  text: text.exactOptional(),
  remedy: text.exactOptional(),
});

/** The keys of every section. */
const common = {
  requires: choiceOf(z.array(field)).exactOptional(),
  forbid: z.array(prohibition).exactOptional(),
  approver: choiceOf(z.array(role).min(1)).exactOptional(),
  inform: z.array(recipient).exactOptional(),
  article: z.string().min(1).exactOptional(),
  basis: z.enum(['text', 'sample']).exactOptional(),
};

const ground = z.union([
  z.string().min(1),
  strictObject({
    id: z.string().min(1),
    title: text.exactOptional(),
    when: conditionShape.exactOptional(),
    article: z.string().min(1).exactOptional(),
  }),
]);

/** The sections of `procedure.json`, each with the keys of its own. */
const sectionSchemas = {
  /** 退单: `window` from the dispatch, `maximum` returns of a ticket. */
  return: strictObject({ ...common, window: termChoice.exactOptional(), maximum: choiceOf(count).exactOptional() }),
  /** 延期: `maximum` extensions, each of `limit` at most, asked `beforeDue`. */
  extension: strictObject({
    ...common,
    maximum: choiceOf(count).exactOptional(),
    limit: termChoice.exactOptional(),
    beforeDue: choiceOf(z.boolean()).exactOptional(),
  }),
  /** 重办: whether an unhappy callback must, may or may not bring the ticket back; `round` never exceeds `maximumRounds`. */
  redispatch: strictObject({
    ...common,
    mode: choiceOf(z.enum(['must', 'may', 'mayNot'])),
    maximumRounds: choiceOf(z.int().positive()).exactOptional(),
  }),
  /** 答复. */
  reply: strictObject({ ...common }),
  /** 回访: within `window`; `waiver` says on which grounds none is needed. */
  callback: strictObject({
    ...common,
    window: termChoice.exactOptional(),
    attempts: choiceOf(z.int().positive()).exactOptional(),
    waiver: strictObject({ ...common, grounds: z.array(ground).min(1).exactOptional() }).exactOptional(),
  }),
  /** 督办: the levels that the pack knows, and the time for the unit's report. */
  supervision: strictObject({
    ...common,
    levels: z
      .array(
        strictObject({
          level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
          title: text.exactOptional(),
          roles: z.array(role).min(1).exactOptional(),
          term: termChoice.exactOptional(),
          article: z.string().min(1).exactOptional(),
        }),
      )
      .min(1)
      .exactOptional(),
  }),
  /** 派单. */
  dispatch: strictObject({ ...common, maximumAssists: choiceOf(count).exactOptional() }),
  /** 挂起: the grounds that count, for `limit` at most, `maximum` times. */
  suspension: strictObject({
    ...common,
    grounds: z.array(ground).min(1).exactOptional(),
    limit: termChoice.exactOptional(),
    maximum: choiceOf(count).exactOptional(),
  }),
  /** 重新受理: within `window` from the close, `maximum` times. */
  reopening: strictObject({ ...common, window: termChoice.exactOptional(), maximum: choiceOf(count).exactOptional() }),
};

/** The name of a section of `procedure.json`. */
export type SectionName = keyof typeof sectionSchemas;

/** The shape of `commands` in `procedure.json`: more guards of any command, and who may give it. */
const commandSchema = strictObject({
  requires: choiceOf(z.array(field)).exactOptional(),
  forbid: z.array(prohibition).exactOptional(),
  roles: choiceOf(z.array(role).min(1)).exactOptional(),
  article: z.string().min(1).exactOptional(),
  basis: z.enum(['text', 'sample']).exactOptional(),
});

/** An object with all commands as keys, so that a misspelt one can be told from the known ones. */
const commandsSchema = strictObject(
  Object.fromEntries(wordsOf(COMMANDS).map((name) => [name, commandSchema.exactOptional()])) as Record<
    CommandName,
    z.ZodExactOptional<typeof commandSchema>
  >,
);

/** The shape of `procedure.json`. */
export const procedureSchema = strictObject({
  $schema: z.string().exactOptional(),
  return: sectionSchemas.return.exactOptional(),
  extension: sectionSchemas.extension.exactOptional(),
  redispatch: sectionSchemas.redispatch.exactOptional(),
  reply: sectionSchemas.reply.exactOptional(),
  callback: sectionSchemas.callback.exactOptional(),
  supervision: sectionSchemas.supervision.exactOptional(),
  dispatch: sectionSchemas.dispatch.exactOptional(),
  suspension: sectionSchemas.suspension.exactOptional(),
  reopening: sectionSchemas.reopening.exactOptional(),
  commands: commandsSchema.exactOptional(),
});

/** `procedure.json` as it stands in the file. */
export type ProcedureFile = Readonly<z.output<typeof procedureSchema>>;
