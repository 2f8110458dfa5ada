import * as z from 'zod';
import { text } from './field-schemas.js';

/** A value that a pack's own field may have. */
export const fieldValue = z.union([text(), z.number(), z.boolean(), z.array(text()).max(100)]);

/** Names that belong to every object and so can be no field. */
const RESERVED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Fields that the pack's procedure asks for beside those of the command, by their names. */
export const moreFields = z.record(
  z
    .string()
    .regex(/^[A-Za-z]\w{0,63}$/)
    .refine((name) => !RESERVED.has(name)),
  fieldValue,
);

/** Fields that the pack's procedure asks for beside those of the command, by their names. */
export type MoreFields = Readonly<z.infer<typeof moreFields>>;
