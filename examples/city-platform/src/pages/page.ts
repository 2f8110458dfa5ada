import type { Label } from '@hotline-kit/rules';
import type { SampleUser } from '../people/sample-users.js';
import type { CallChoices } from '../screens/call-choices.js';
import type { FollowedTicket } from '../screens/followed-ticket.js';
import type { Queue, QueueRow } from '../screens/queue.js';
import type { StaffTicket } from '../screens/staff-ticket.js';
import type { FollowSample, StartFacts } from '../screens/start-facts.js';
import type { Language, Look } from './choices.js';

/** What stands around every page. */
export interface Frame {
  readonly lang: Language;
  readonly theme: Look;
  readonly elder: boolean;
  readonly city: Label;
  readonly user: SampleUser;
  readonly users: readonly SampleUser[];
  readonly path: string;
}

/** A page with what it shows. `now` is demo time as ISO text. */
export type Page = { readonly now: string } & (
  | ({ readonly kind: 'start' } & StartFacts)
  | ({ readonly kind: 'queue' } & Queue)
  | ({ readonly kind: 'ticket' } & StaffTicket)
  | ({ readonly kind: 'call' } & CallChoices)
  | { readonly kind: 'lookUp'; readonly mine: readonly QueueRow[]; readonly samples: readonly FollowSample[] }
  | ({ readonly kind: 'followed' } & FollowedTicket)
  | { readonly kind: 'missing' }
);

/** The page of one kind. */
export type PageOf<Kind extends Page['kind']> = Extract<Page, { readonly kind: Kind }>;

/** Where a page's data comes from when it is asked for again; undefined where it does not change. */
export function sourceOf(page: Page): string | undefined {
  switch (page.kind) {
    case 'start':
      return '/api/start';
    case 'queue':
      return '/api/tickets';
    case 'ticket':
      return `/api/tickets/${encodeURIComponent(page.view.id)}`;
    case 'followed':
      return `/api/follow/${encodeURIComponent(page.view.id)}`;
    default:
      return undefined;
  }
}
