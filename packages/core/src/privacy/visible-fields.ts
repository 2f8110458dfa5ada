import { type CityPack, choose, type HideablePart } from '@hotline-kit/rules';
import { factsOfTicket } from '../dispatch/facts-of-ticket.js';
import type { Actor } from '../ticket/actor.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import type { Audience } from './audience.js';

/** The parts of a ticket that a projection shows or leaves out. */
export type VisibleField =
  | 'matter'
  | 'area'
  | 'address'
  | 'holder'
  | 'assists'
  | 'reply'
  | 'draftReply'
  | 'clocks'
  | 'actions'
  | 'supervision'
  | 'content'
  | 'applicants'
  | 'source';

const staff = ['hotline', 'supervisor', 'auditor', 'unit', 'assist'] as const;
const office = ['hotline', 'supervisor', 'auditor'] as const;
const everybody = [...staff, 'applicant', 'citizenSupervisor', 'public'] as const;

/**
 * Who sees what. What does not stand here is seen by nobody. `protected` holds for a confidential ticket: what could lead
 * to the reporter stays with the hotline and those who supervise, whatever a city's procedure says.
 */
const VISIBLE: Readonly<
  Record<VisibleField, { readonly open: readonly Audience[]; readonly protected: readonly Audience[] }>
> = {
  matter: { open: everybody, protected: [...staff, 'applicant'] },
  area: { open: everybody, protected: [...staff, 'applicant'] },
  address: { open: [...staff, 'applicant'], protected: [...staff, 'applicant'] },
  holder: { open: everybody, protected: [...staff, 'applicant'] },
  assists: { open: everybody, protected: [...staff, 'applicant'] },
  reply: { open: [...staff, 'applicant', 'citizenSupervisor'], protected: [...staff, 'applicant'] },
  draftReply: { open: staff, protected: staff },
  clocks: { open: [...staff, 'applicant'], protected: [...staff, 'applicant'] },
  actions: { open: [...staff, 'applicant', 'citizenSupervisor'], protected: [...staff, 'applicant'] },
  supervision: { open: staff, protected: staff },
  content: { open: [...staff, 'applicant'], protected: [...staff, 'applicant'] },
  applicants: { open: [...staff, 'applicant'], protected: [...office, 'applicant'] },
  source: { open: [...staff, 'applicant'], protected: [...office, 'applicant'] },
};

/** The names under which a procedure hides something of a confidential ticket (`confidentiality.hides`). */
const HIDDEN_AS: Readonly<Record<HideablePart, readonly VisibleField[]>> = {
  place: ['area', 'address'],
  matter: ['matter'],
  content: ['content'],
  applicant: ['applicants'],
  name: ['applicants'],
  phone: ['applicants'],
  email: ['applicants'],
  address: ['applicants'],
  source: ['source'],
};

/** Whether an audience sees a part of a ticket: by the table, and narrowed by the city's procedure. */
export function sees(
  field: VisibleField,
  audience: Audience,
  ticket: TicketRecord,
  pack: CityPack,
  viewer: Actor | 'public',
): boolean {
  const { confidential } = ticket.call;
  const allowed = VISIBLE[field][confidential ? 'protected' : 'open'];
  if (!allowed.includes(audience)) return false;
  return !confidential || audience === 'applicant' || !isHidden(field, ticket, pack, viewer);
}

/** What the procedure hides of a confidential ticket is for those roles that it names. */
function isHidden(field: VisibleField, ticket: TicketRecord, pack: CityPack, viewer: Actor | 'public'): boolean {
  const { confidentiality } = pack.procedure;
  if (confidentiality === undefined || viewer === 'public') return false;
  const facts = factsOfTicket(ticket, pack, ticket.updatedAt);
  const readers = choose(confidentiality.readers, facts);
  // Where readers are named, they are those of the applicant's identity, unless more is said.
  const hides = choose(confidentiality.hides, facts) ?? (readers === undefined ? [] : (['applicant'] as const));
  if (!hides.some((name) => HIDDEN_AS[name].includes(field))) return false;
  return !(readers ?? []).includes(viewer.role);
}

/** Whether the reply is still the administration's own draft: it was not approved, or the citizen has not had it. */
export function isDraft({ state }: Pick<TicketRecord, 'state'>): boolean {
  return state === 'pendingApproval' || state === 'handling';
}
