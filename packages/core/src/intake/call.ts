import { TICKET_TYPES, wordsOf } from '@hotline-kit/rules';
import * as z from 'zod';
import { clockId, instant, text } from '../ticket/field-schemas.js';
import { media } from '../ticket/media.js';

/** One of several applicants, by the host's own id; names and numbers stay in the caller's record. */
const applicantSchema = z.strictObject({
  id: text(200),
  /** Speaks for the others. */
  representative: z.boolean().exactOptional(),
  /** Id of the applicant who speaks for this one. */
  representedBy: text(200).exactOptional(),
  /** Whether this one agreed to be spoken for. */
  consent: z.boolean().exactOptional(),
});

/** A value of a fact that the pack declares. */
const factValue = z.union([z.string().max(500), z.number(), z.boolean(), z.array(z.string().max(500)).max(100)]);

/** Who called. Kept apart from the log, so that it can be erased while the log stays valid. */
const callerSchema = z.strictObject({
  name: text(100).exactOptional(),
  phone: text(50).exactOptional(),
  address: text(300).exactOptional(),
  email: text(200).exactOptional(),
});

/** What a citizen gave the hotline, before it is a ticket. */
export const callSchema = z.strictObject({
  /** The way it came in: a channel of the field, or one that the pack declares. */
  channel: z.string().min(1).max(64),
  type: z.enum(wordsOf(TICKET_TYPES)),
  /** Code of the pack's matter catalogue; may be settled at dispatch. */
  matter: text(200).exactOptional(),
  content: text(20_000),
  place: z.strictObject({
    district: text(200).exactOptional(),
    street: text(200).exactOptional(),
    address: text(500).exactOptional(),
  }),
  urgent: z.boolean().exactOptional(),
  /** The reporter must not become known to the unit or person reported. */
  confidential: z.boolean().exactOptional(),
  caller: callerSchema.exactOptional(),
  /** The host's own id of the citizen or enterprise, with which they follow and rate their ticket. */
  applicant: text(200).exactOptional(),
  media,
  /** Several applicants of one matter, with those who speak for the others. */
  applicants: z.array(applicantSchema).min(1).max(1_000).exactOptional(),
  /** Whether the citizen wants an answer; they do, unless said. */
  replyWanted: z.boolean().exactOptional(),
  /** A leader gave it over for handling, as on a leader's day. */
  leaderAssigned: z.boolean().exactOptional(),
  /** Labels of topic, subject and place. */
  tags: z.array(text(100)).max(200).exactOptional(),
  /** Ids of earlier tickets of the same matter: what is repeated counts in `repeatCount`. */
  repeats: z.array(text(200)).max(1_000).exactOptional(),
  /** Facts that the pack declares beside the known ones, by their names. */
  facts: z.record(z.string().regex(/^[A-Za-z][\w.]{0,99}$/), factValue).exactOptional(),
  /** The ticket that this one was split from. */
  splitFrom: text(200).exactOptional(),
  /** From when clocks count, by their ids, for a part that keeps the start of the whole. */
  clocksSince: z.record(clockId, instant).exactOptional(),
  /** Where a merged line or another platform brought it from, with its own reference number. */
  source: z.strictObject({ line: text(100).exactOptional(), reference: text(200).exactOptional() }).exactOptional(),
});

/** What a citizen gave the hotline, before it is a ticket. */
export type Call = z.infer<typeof callSchema>;

/** Who called; a record of its own beside the log. */
export type Caller = z.infer<typeof callerSchema>;
