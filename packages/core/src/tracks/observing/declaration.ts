import * as z from 'zod';
import { staying } from '../../ticket/chart-fragment.js';
import { declareTrack } from '../../ticket/declaration.js';
import { text } from '../../ticket/field-schemas.js';
import { granted } from '../../ticket/grant.js';
import { openStates } from '../../ticket/life-states.js';

const observers = [granted('anyone', 'citizenSupervisor')] as const;

/** Watching for the public 社会监督: deputies, lawyers, cadres, media follow tickets that are not confidential. */
export const observing = declareTrack({
  chart: [staying([...openStates, 'closed'], ['watch', 'comment']), staying(openStates, ['joinSupervision'])],
  commands: {
    watch: { data: z.strictObject({}), by: observers },
    comment: {
      data: z.strictObject({
        text: text(),
        /** What is said of it in public is heating up 舆情热点. */
        hotSpot: z.boolean().exactOptional(),
      }),
      by: observers,
    },
    joinSupervision: { data: z.strictObject({ remark: text().exactOptional() }), by: observers },
  },
});

/** What citizen supervisors write into the log. */
export interface ObservingEvents {
  'ticket.watched': { readonly observer: string };
  'ticket.commented': { readonly observer: string; readonly text: string; readonly hotSpot?: boolean };
  'supervision.joined': { readonly observer: string; readonly remark?: string };
}

/** What a ticket knows of those who watch it. */
export interface ObservingFields {
  /** Ids of the citizen supervisors who watch it, or have said something of it. */
  readonly observers: readonly string[];
  readonly comments: number;
}
