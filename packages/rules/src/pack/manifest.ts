import * as z from 'zod';
import { strictObject } from '../diagnostic/strict-object.js';
import { effectiveSchema } from '../effective.js';
import { factDeclarationsSchema } from '../rule-set-document.js';
import { fixedPart } from './fixed-part.js';

const name = z.string().regex(/^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u, 'letters, digits, "_", "." and "-"');
const label = strictObject({ zh: z.string().min(1), en: z.string().min(1) });

/**
 * The shape of `pack.json`: who the pack is, whose rules it inherits, and its defaults.
 *
 * - `parent`: folder of the pack that it inherits from, for example `../province`
 * - `calendar`: id of the calendar whose working time counts unless a clock names another; `always` is built in
 * - `hotline`: id of the unit that is the hotline centre
 * - `fallbackUnit`: id of the unit that receives what no rule and no list routes
 * - `numbering.prefix`: what ticket numbers begin with
 * - `fixed`: what packs that inherit from this one may not override
 * - `facts`, `channels`: those that the pack adds to the known ones
 */
export const manifestSchema = strictObject({
  $schema: z.string().exactOptional(),
  format: z.literal(1),
  id: name,
  version: name,
  title: label,
  parent: z.string().min(1).exactOptional(),
  calendar: z.string().min(1).exactOptional(),
  effective: effectiveSchema.exactOptional(),
  fallbackUnit: z.string().min(1).exactOptional(),
  hotline: z.string().min(1).exactOptional(),
  numbering: strictObject({
    prefix: z.string().regex(/^[A-Za-z0-9-]{1,12}$/, 'up to 12 letters, digits and "-"'),
  }).exactOptional(),
  fixed: z.array(fixedPart).exactOptional(),
  facts: factDeclarationsSchema.exactOptional(),
  channels: z.record(name, label).exactOptional(),
});

/** `pack.json`. */
export type Manifest = Readonly<z.output<typeof manifestSchema>>;
