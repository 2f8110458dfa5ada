import type { TicketRecord } from '../ticket/ticket-record.js';
import type { CallRecord } from '../tracks/intake/call-record.js';
import type { VisibleField } from './visible-fields.js';

/**
 * Who reads a field of a ticket's record, beside the part of a view that it belongs to (`VisibleField`):
 * - `anyone`: whoever may list the ticket at all
 * - `parties`: staff and the applicants
 * - `staff`: the hotline, those who supervise, the auditors, and the units that handle it
 * - `reporter`: staff and the applicants; of a protected ticket not the units, for it tells what the reporter did
 * - `linking`: the same for staff alone: it leads from a protected ticket to others of the same reporter
 * - `office`: the hotline, those who supervise, and the auditors
 */
export type Sight = 'anyone' | 'parties' | 'staff' | 'reporter' | 'linking' | 'office' | VisibleField;

/** Fields that are cut, not only shown or left out: `record-for.ts` says how. */
type Cut = 'call' | 'reply' | 'rating' | 'requests';

/** By whom each field is read. A field that is new does not compile before it stands here. */
export const RECORD_READERS: Readonly<Record<Exclude<keyof TicketRecord, Cut>, Sight>> = {
  shape: 'anyone',
  id: 'anyone',
  number: 'anyone',
  version: 'anyone',
  state: 'anyone',
  round: 'anyone',
  registeredAt: 'anyone',
  contactedAt: 'anyone',
  arrivedAt: 'anyone',
  closedAt: 'anyone',
  updatedAt: 'anyone',
  lead: 'holder',
  leadSince: 'holder',
  assists: 'assists',
  clocks: 'clocks',
  supervision: 'supervision',
  interimReplies: 'reply',
  promise: 'parties',
  promises: 'parties',
  mergedInto: 'reporter',
  remedy: 'reporter',
  praises: 'reporter',
  enquiries: 'reporter',
  callbacks: 'reporter',
  absorbed: 'linking',
  parts: 'linking',
  imported: 'source',
  clues: 'office',
  qualityChecks: 'office',
  observers: 'office',
  tally: 'office',
  stages: 'office',
  handler: 'staff',
  reason: 'staff',
  limits: 'staff',
  counts: 'staff',
  returnFrom: 'staff',
  extension: 'staff',
  suspension: 'staff',
  urges: 'staff',
  urgedAt: 'staff',
  escalated: 'staff',
  path: 'staff',
  finishedAssists: 'staff',
  received: 'staff',
  contenders: 'staff',
  statutory: 'staff',
  meanwhile: 'staff',
  handover: 'staff',
  evidence: 'staff',
  milestones: 'staff',
  termination: 'staff',
  consultation: 'staff',
  instructions: 'staff',
  leaderAssigned: 'staff',
  departmentCall: 'staff',
  recused: 'staff',
  beyondCity: 'staff',
  unreasonable: 'staff',
  comments: 'staff',
  tags: 'staff',
  duties: 'staff',
};

/** The same for what the citizen gave; the applicants and the place are cut. */
export const CALL_READERS: Readonly<Record<Exclude<keyof CallRecord, 'applicant' | 'applicants' | 'place'>, Sight>> = {
  channel: 'anyone',
  type: 'anyone',
  urgent: 'anyone',
  confidential: 'anyone',
  matter: 'matter',
  content: 'content',
  line: 'source',
  reference: 'source',
  anonymous: 'parties',
  replyWanted: 'parties',
  facts: 'reporter',
  repeats: 'linking',
  splitFrom: 'linking',
  leaderAssigned: 'staff',
  clocksSince: 'staff',
  confidentialOn: 'staff',
};
