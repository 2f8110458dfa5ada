import type { TicketType } from '@hotline-kit/rules';
import type { Call } from '../../intake/call.js';
import type { IsoInstant } from '../../ticket/instant.js';

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
  /** Several applicants of one matter; empty where there is one. */
  readonly applicants: readonly ApplicantRecord[];
  readonly replyWanted: boolean;
  readonly leaderAssigned: boolean;
  /** Earlier tickets of the same matter. */
  readonly repeats: readonly string[];
  /** Facts that the pack declares. */
  readonly facts: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  /** The ticket that this one was split from. */
  readonly splitFrom: string | null;
  /** From when clocks count, by their ids, where this part of a split ticket keeps the start of the whole. */
  readonly clocksSince: Readonly<Record<string, IsoInstant>>;
  /** The grounds on which the procedure itself makes it confidential. */
  readonly confidentialOn: readonly string[];
}

/** One of several applicants, by the host's own id. */
interface ApplicantRecord {
  readonly id: string;
  readonly representative?: boolean;
  readonly representedBy?: string;
  readonly consent?: boolean;
}
