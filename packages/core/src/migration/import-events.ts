import type { IsoInstant } from '../ticket/instant.js';

/** What the log says of a ticket that began its life in another system. */
export interface ImportEvents {
  /** It stood so when it was taken over. What had happened to it before is known to the old system alone. */
  'ticket.imported': {
    /** The old system, and the ticket's id there. */
    readonly source: string;
    readonly reference: string;
    readonly round: number;
    readonly lead: string | null;
    readonly assists: readonly string[];
    /** Since when the lead has had it. */
    readonly leadSince: IsoInstant | null;
    readonly handler: string | null;
    readonly contactedAt: IsoInstant | null;
    readonly closedAt: IsoInstant | null;
  };
}

/** What a ticket knows of its life in another system. */
export interface ImportFields {
  readonly imported: { readonly source: string; readonly reference: string; readonly at: IsoInstant } | null;
}
