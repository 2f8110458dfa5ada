import * as z from 'zod';
import { staying } from '../../ticket/chart-fragment.js';
import { declareTrack } from '../../ticket/declaration.js';
import { ground, text } from '../../ticket/field-schemas.js';
import { granted, supervisors } from '../../ticket/grant.js';
import type { IsoInstant } from '../../ticket/instant.js';

const states = [
  'pendingDispatch',
  'dispatched',
  'signed',
  'handling',
  'pendingApproval',
  'replied',
  'calledBack',
] as const;

/** 提请上级: what the city cannot settle is taken up with superiors, and tracked until they answer. */
export const superiors = declareTrack({
  chart: [staying(states, ['escalateBeyondCity', 'recordSuperiorAnswer'])],
  commands: {
    escalateBeyondCity: {
      data: z.strictObject({
        /** Which authority of the province or the state. */
        to: text(200),
        reason: text(),
        ground: ground.exactOptional(),
        reference: text(200).exactOptional(),
      }),
      by: [granted('anyone', 'dispatcher', ...supervisors)],
    },
    recordSuperiorAnswer: {
      data: z.strictObject({ answer: text(20_000), reference: text(200).exactOptional() }),
      by: [granted('anyone', 'dispatcher', ...supervisors)],
    },
  },
});

/** What it writes into the log. */
export interface SuperiorEvents {
  'ticket.escalatedBeyondCity': {
    readonly to: string;
    readonly reason: string;
    readonly ground?: string;
    readonly reference?: string;
  };
  'superior.answered': { readonly to: string; readonly answer: string; readonly reference?: string };
}

/** What a ticket knows of it. */
export interface SuperiorFields {
  readonly beyondCity: {
    readonly to: string;
    readonly since: IsoInstant;
    readonly answeredAt: IsoInstant | null;
  } | null;
}
