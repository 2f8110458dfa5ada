import * as z from 'zod';
import { leading } from '../../ticket/chart-fragment.js';
import { declareTrack } from '../../ticket/declaration.js';
import { text } from '../../ticket/field-schemas.js';
import { granted, hotline } from '../../ticket/grant.js';

/** Closing 办结, what follows it 归档, and what undoes it 重新受理. */
export const closing = declareTrack({
  chart: [
    leading(['answeredOnline', 'calledBack'], 'close', 'closed'),
    { closed: { reopen: { target: 'received' }, archive: { target: 'archived' } } },
  ],
  commands: {
    close: {
      data: z.strictObject({ reason: text().exactOptional() }),
      by: [granted('anyone', 'callbackOfficer', 'dispatcher')],
    },
    archive: { data: z.strictObject({}), by: [granted('anyone', 'dispatcher', 'callbackOfficer', 'system')] },
    reopen: { data: z.strictObject({ reason: text() }), by: [granted('anyone', ...hotline)] },
  },
});

/** What closing writes into the log. */
export interface ClosingEvents {
  'ticket.closed': { readonly reason?: string };
  'ticket.archived': Record<never, never>;
  'ticket.reopened': { readonly reason: string };
}
