import { TICKET_TYPES, wordsOf } from '@hotline-kit/rules';
import * as z from 'zod';
import { staying } from '../../ticket/chart-fragment.js';
import { declareTrack } from '../../ticket/declaration.js';
import { text } from '../../ticket/field-schemas.js';
import { byDispatchers, granted } from '../../ticket/grant.js';

const part = z.strictObject({
  content: text(20_000),
  matter: text(200).exactOptional(),
  type: z.enum(wordsOf(TICKET_TYPES)).exactOptional(),
});

/** Splitting 分件: one call holds several matters; each becomes a ticket of its own, linked to the first. */
export const splitting = declareTrack({
  chart: [staying(['received', 'pendingDispatch', 'dispatched', 'signed', 'handling'], ['split'])],
  commands: {
    split: {
      data: z.strictObject({ parts: z.array(part).min(1).max(50), reason: text() }),
      by: [granted('anyone', 'agent'), ...byDispatchers],
    },
  },
});

/** What splitting writes into the log. */
export interface SplittingEvents {
  'ticket.split': {
    readonly parts: readonly SplitPart[];
    readonly reason: string;
  };
}

/** A part, and the id of the ticket that it becomes. */
interface SplitPart extends Readonly<z.infer<typeof part>> {
  readonly ticket: string;
}

/** What a ticket knows of its parts. */
export interface SplittingFields {
  /** Ids of the tickets that were split from it. */
  readonly parts: readonly string[];
}
