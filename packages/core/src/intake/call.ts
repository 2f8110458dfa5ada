import { TICKET_TYPES, wordsOf } from '@hotline-kit/rules';
import * as z from 'zod';

const text = (max: number) => z.string().trim().min(1).max(max);

/** Evidence that the citizen sent along; the bytes stay with the host, the log keeps their fingerprint. */
const mediaSchema = z.strictObject({
  id: text(200),
  mediaType: text(100),
  /** SHA-256 of the bytes, hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().nonnegative(),
  takenAt: z.iso.datetime({ offset: true }).exactOptional(),
});

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
  media: z.array(mediaSchema).max(100).exactOptional(),
  /** Where a merged line or another platform brought it from, with its own reference number. */
  source: z.strictObject({ line: text(100).exactOptional(), reference: text(200).exactOptional() }).exactOptional(),
});

/** What a citizen gave the hotline, before it is a ticket. */
export type Call = z.infer<typeof callSchema>;

/** Who called; a record of its own beside the log. */
export type Caller = z.infer<typeof callerSchema>;
