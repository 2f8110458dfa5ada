import * as z from 'zod';
import { instant, text } from './field-schemas.js';

/** Evidence that somebody brings along; the bytes stay with the host, the log keeps their fingerprint. */
export const medium = z.strictObject({
  id: text(200),
  mediaType: text(100),
  /** SHA-256 of the bytes, hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().nonnegative(),
  takenAt: instant.exactOptional(),
});

/** Such pieces of evidence. */
export const media = z.array(medium).max(100).exactOptional();

/** One of them. */
export type Medium = z.infer<typeof medium>;
