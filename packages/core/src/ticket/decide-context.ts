import type { CityPack } from '@hotline-kit/rules';
import type { IsoInstant } from './instant.js';
import type { TicketRecord } from './ticket-record.js';

/** What a decision knows beside the ticket and the command. */
export interface DecideContext {
  readonly pack: CityPack;
  /** When it is done, by the host's clock. */
  readonly at: IsoInstant;
  /** Id of the ticket; of a new one, the id that it shall have. */
  readonly ticket: string;
  /** Number of a new ticket. */
  readonly number?: string | undefined;
  /** The ticket that a merge names as its root, as it stands; without it there is no such ticket. */
  readonly root?: TicketRecord | undefined;
}
