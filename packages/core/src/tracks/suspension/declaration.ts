import * as z from 'zod';
import { staying } from '../../ticket/chart-fragment.js';
import { declareTrack } from '../../ticket/declaration.js';
import { type Evidence, evidence } from '../../ticket/evidence.js';
import { ground, instant, text } from '../../ticket/field-schemas.js';
import { byDispatchers, granted, unitStaff } from '../../ticket/grant.js';
import type { IsoInstant } from '../../ticket/instant.js';

const suspenders = [granted('ofLead', ...unitStaff), ...byDispatchers] as const;

/** Suspension 挂起: the clocks that the pack names stand still. */
export const suspending = declareTrack({
  chart: [staying(['handling'], ['suspend', 'resume'])],
  commands: {
    suspend: {
      data: z.strictObject({
        ground,
        reason: text(),
        evidence: evidence.exactOptional(),
        until: instant.exactOptional(),
      }),
      by: suspenders,
    },
    resume: { data: z.strictObject({ reason: text().exactOptional() }), by: suspenders },
  },
});

/** What suspensions write into the log. */
export interface SuspensionEvents {
  'ticket.suspended': {
    readonly ground: string;
    readonly reason: string;
    readonly evidence?: Evidence;
    readonly until?: IsoInstant;
  };
  'ticket.resumed': {
    readonly reason?: string;
    /** When the time that was set for it was over, where it ended by itself. */
    readonly endedAt?: IsoInstant;
  };
}

/** What a ticket knows of its suspensions. */
export interface SuspensionFields {
  /** Since when it is suspended, and until when at the latest. */
  readonly suspension: { readonly since: IsoInstant; readonly until: IsoInstant | null } | null;
}
