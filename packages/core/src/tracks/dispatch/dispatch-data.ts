import { type Term, termSchema } from '@hotline-kit/sla-calendar';
import * as z from 'zod';
import { article, clockId, text, unitId, unitIds } from '../../ticket/field-schemas.js';

/** Without a lead the pack's rules and lists say who is responsible. */
export const dispatchSchema = z.strictObject({
  lead: unitId.exactOptional(),
  assists: unitIds.exactOptional(),
  /** Limits of this very ticket by clock id: a promise, a statutory date, a target of the platform it came from. */
  limits: z.record(clockId, termSchema).exactOptional(),
  /** A statutory period for this matter, as a term or a date; the procedure says whether it prevails. */
  statutory: termSchema.exactOptional(),
  /** The law that gives the statutory period. */
  law: text().exactOptional(),
  article: article.exactOptional(),
});

/** Why a unit has the ticket. */
export interface DispatchReason {
  readonly via: 'rule' | 'list' | 'fallback' | 'person';
  readonly rule: string | null;
  /** Line of the implementation list. */
  readonly line: number | null;
  readonly article: string | null;
}

/** Who gets the ticket, with the limits that it carries itself, and why. */
export interface DispatchTarget extends DispatchReason {
  readonly lead: string;
  readonly assists: readonly string[];
  readonly limits: Readonly<Record<string, Term>>;
  readonly statutory?: Term;
  readonly law?: string;
  /** The units that passed it down, the highest first. */
  readonly path?: readonly string[];
}
