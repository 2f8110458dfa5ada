import type { TicketType } from '@hotline-kit/rules';
import type { Call } from '../../intake/call.js';

/** What the citizen gave, as the ticket keeps it: without the caller's identity. */
export interface CallRecord {
  readonly channel: string;
  readonly type: TicketType;
  readonly matter: string | null;
  readonly content: string;
  readonly place: Call['place'];
  readonly urgent: boolean;
  readonly confidential: boolean;
  /** Nobody left a name or number. */
  readonly anonymous: boolean;
  /** The merged line it came over. */
  readonly line: string | null;
  readonly reference: string | null;
  readonly applicant: string | null;
}
