import { termSchema } from '@hotline-kit/sla-calendar';
import * as z from 'zod';
import { callSchema } from '../intake/call.js';
import type { Actor } from './actor.js';
import type { ChartCommand } from './machine.js';

const text = (max = 4_000) => z.string().trim().min(1).max(max);
const unitId = z.string().min(1).max(200);
const solved = z.enum(['yes', 'partly', 'no']);
const level = z.union([z.literal(1), z.literal(2), z.literal(3)]);

/** Without a lead the pack's rules and lists say who is responsible. */
const dispatchSchema = z.strictObject({
  lead: unitId.exactOptional(),
  assists: z.array(unitId).max(50).exactOptional(),
  /** Limits of this very ticket by clock id: a promise, a statutory date, a target of the platform it came from. */
  limits: z.record(z.string().min(1).max(64), termSchema).exactOptional(),
  article: text(500).exactOptional(),
});

/** The data of every command, by its name. */
export const commandSchemas = {
  register: callSchema,
  dispatch: dispatchSchema,
  sign: z.strictObject({}),
  accept: z.strictObject({ handler: text(200).exactOptional() }),
  contactCitizen: z.strictObject({ method: text(64), reached: z.boolean(), note: text().exactOptional() }),
  arriveOnSite: z.strictObject({ place: text(500).exactOptional(), media: callSchema.shape.media }),
  recordProgress: z.strictObject({ text: text() }),
  answerOnline: z.strictObject({
    answer: text(20_000),
    /** The knowledge entry that it was answered from. */
    knowledge: text(200).exactOptional(),
  }),
  refuse: z.strictObject({ ground: text(200), reason: text(), legalPath: text().exactOptional() }),
  transferEmergency: z.strictObject({ line: text(50), acknowledgement: text(500) }),
  withdraw: z.strictObject({ reason: text() }),
  addAssist: z.strictObject({ assists: z.array(unitId).min(1).max(50), reason: text().exactOptional() }),
  requestReturn: z.strictObject({
    reason: text(),
    evidence: text().exactOptional(),
    proposedUnit: unitId.exactOptional(),
  }),
  approveReturn: z.strictObject({ remark: text().exactOptional() }),
  rejectReturn: z.strictObject({ reason: text() }),
  raiseDispute: z.strictObject({ reason: text() }),
  designate: dispatchSchema.extend({ lead: unitId, reason: text() }),
  requestExtension: z.strictObject({
    term: termSchema,
    reason: text(),
    /** Which clock is to be extended; default `handle`. */
    clock: z.string().min(1).max(64).exactOptional(),
    /** That the citizen was told, where the procedure asks for it. */
    citizenTold: z.boolean().exactOptional(),
  }),
  approveExtension: z.strictObject({ remark: text().exactOptional() }),
  rejectExtension: z.strictObject({ reason: text() }),
  suspend: z.strictObject({
    ground: text(200),
    reason: text(),
    evidence: text().exactOptional(),
    until: z.iso.datetime({ offset: true }).exactOptional(),
  }),
  resume: z.strictObject({ reason: text().exactOptional() }),
  reopen: z.strictObject({ reason: text() }),
  archive: z.strictObject({}),
  promise: z.strictObject({
    what: text(),
    /** By when, where the unit names a date itself; else the pack's term counts. */
    by: z.iso.datetime({ offset: true }).exactOptional(),
  }),
  fulfilPromise: z.strictObject({ evidence: text().exactOptional(), media: callSchema.shape.media }),
  submitReply: z
    .strictObject({
      /** What came of it. There is no reply without a result. */
      result: text(20_000),
      solved,
      unsolvedReason: text().exactOptional(),
      facts: text(20_000).exactOptional(),
      basis: text().exactOptional(),
    })
    .refine((reply) => reply.solved === 'yes' || reply.unsolvedReason !== undefined, {
      path: ['unsolvedReason'],
      message: 'say why it is not solved',
    }),
  approveReply: z.strictObject({ remark: text().exactOptional() }),
  rejectReply: z.strictObject({ reason: text() }),
  callBack: z.strictObject({ method: text(64), reached: z.boolean(), remark: text().exactOptional() }),
  waiveCallback: z.strictObject({ ground: text(200), reason: text().exactOptional() }),
  rate: z.strictObject({
    solved,
    satisfaction: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
    contacted: z.boolean(),
    reasons: z.array(text(200)).max(20).exactOptional(),
    remark: text().exactOptional(),
  }),
  redispatch: dispatchSchema.extend({ reason: text() }),
  close: z.strictObject({ reason: text().exactOptional() }),
  urge: z.strictObject({ reason: text(), article: text(500).exactOptional() }),
  supervise: z.strictObject({ level, reason: text(), article: text(500).exactOptional() }),
  escalateSupervision: z.strictObject({ level, reason: text(), article: text(500).exactOptional() }),
  reportSupervision: z.strictObject({ report: text(20_000) }),
  concludeSupervision: z.strictObject({ conclusion: text(20_000) }),
} satisfies Record<ChartCommand, z.ZodType>;

/** The data of each command, checked. */
export type CommandData = { readonly [C in ChartCommand]: z.infer<(typeof commandSchemas)[C]> };

/** What somebody asks of a ticket. */
export type Command<C extends ChartCommand = ChartCommand> = C extends ChartCommand
  ? { readonly type: C; readonly data: CommandData[C]; readonly by: Actor }
  : never;
