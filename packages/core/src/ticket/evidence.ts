import * as z from 'zod';
import { text } from './field-schemas.js';
import { medium } from './media.js';
import { fieldValue } from './more-fields.js';

/** Evidence in words, or in pieces of the kinds that the pack knows. */
export const evidence = z.union([
  text(),
  z
    .array(
      z
        .object({ kind: text(64), note: text().exactOptional(), media: z.array(medium).max(20).exactOptional() })
        .catchall(fieldValue),
    )
    .min(1)
    .max(50),
]);

/** Evidence in words, or in pieces of the kinds that the pack knows. */
export type Evidence = z.infer<typeof evidence>;
