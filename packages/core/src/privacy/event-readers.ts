import type { EventName } from '../ticket/event.js';
import type { Audience } from './audience.js';

/** Who reads of an event: those of a kind, and whether a protected ticket keeps it from the units. */
interface Reading {
  /** Who reads that it happened. */
  readonly of: readonly Audience[];
  /** Who reads what was said or given; nobody, unless said. */
  readonly detail: readonly Audience[];
}

const office = ['hotline', 'supervisor', 'auditor'] as const;
const staff = [...office, 'unit', 'assist'] as const;
const all = [...staff, 'applicant', 'citizenSupervisor'] as const;
/** Staff, and those who watch for the public. */
const watched = [...staff, 'citizenSupervisor'] as const;
const nobody: readonly Audience[] = [];

/** What the applicant and those who watch for the public are told of, and what of it is given in detail. */
const told: Readonly<Partial<Record<EventName, Reading>>> = {
  'ticket.registered': { of: all, detail: nobody },
  'ticket.dispatched': { of: all, detail: all },
  'ticket.redispatched': { of: all, detail: all },
  'ticket.designated': { of: [...staff, 'applicant'], detail: [...staff, 'applicant'] },
  'ticket.signed': { of: all, detail: nobody },
  'ticket.accepted': { of: all, detail: nobody },
  'citizen.contacted': { of: [...staff, 'applicant'], detail: nobody },
  'site.arrived': { of: all, detail: nobody },
  'promise.made': { of: [...staff, 'applicant'], detail: [...staff, 'applicant'] },
  'promise.fulfilled': { of: [...staff, 'applicant'], detail: nobody },
  'reply.approved': { of: all, detail: nobody },
  'citizen.calledBack': { of: [...staff, 'applicant'], detail: nobody },
  'callback.waived': { of: [...staff, 'applicant'], detail: nobody },
  'ticket.rated': { of: [...staff, 'applicant'], detail: nobody },
  'ticket.closed': { of: all, detail: nobody },
  'ticket.commented': { of: watched, detail: watched },
  'supervision.joined': { of: watched, detail: nobody },
};

/** What stays with the hotline: who looked up the caller, clues about a unit, and what it is held accountable for. */
const kept: Readonly<Partial<Record<EventName, Reading>>> = {
  'caller.read': { of: office, detail: nobody },
  'caller.erased': { of: office, detail: nobody },
  'clue.transferred': { of: office, detail: nobody },
  'quality.checked': { of: office, detail: nobody },
  'accountability.entered': { of: office, detail: nobody },
};

/** What the staff say to each other, and whose words stand in the timeline. */
const among: Readonly<Partial<Record<EventName, Reading>>> = {
  'progress.recorded': { of: staff, detail: staff },
  'reply.submitted': { of: staff, detail: staff },
  'reply.rejected': { of: staff, detail: staff },
  'ticket.urged': { of: staff, detail: staff },
  'supervision.started': { of: staff, detail: staff },
  'supervision.escalated': { of: staff, detail: staff },
  'supervision.reported': { of: staff, detail: staff },
  'supervision.concluded': { of: staff, detail: staff },
};

const READINGS: Readonly<Partial<Record<EventName, Reading>>> = { ...told, ...kept, ...among };

/** Of a protected ticket, what the reporter did or was asked is not told to units, nor what was said of it. */
const ofReporter: ReadonlySet<EventName> = new Set<EventName>([
  'ticket.enquired',
  'ticket.rated',
  'ticket.praised',
  'ticket.withdrawn',
  'remedy.sought',
  'citizen.calledBack',
]);

/** Words of the hotline about a protected ticket may name the reporter: they are for the hotline and supervisors. */
const wordsOfHotline: ReadonlySet<EventName> = new Set<EventName>(['ticket.urged']);

/** What every other event is: read by staff, without detail but the names of clocks. */
const byDefault: Reading = { of: staff, detail: nobody };

/** Whether an audience reads that an event happened. */
export function readsOf(type: EventName, audience: Audience, isProtected: boolean): boolean {
  const isUnit = audience === 'unit' || audience === 'assist';
  if (isProtected && isUnit && ofReporter.has(type)) return false;
  if (isProtected && audience === 'citizenSupervisor') return false;
  return (READINGS[type] ?? byDefault).of.includes(audience);
}

/** Whether an audience reads what an event says. */
export function readsDetailOf(type: EventName, audience: Audience, isProtected: boolean): boolean {
  const isUnit = audience === 'unit' || audience === 'assist';
  if (isProtected && isUnit && wordsOfHotline.has(type)) return false;
  if (type.startsWith('clock.')) return readsOf(type, audience, isProtected);
  return (READINGS[type] ?? byDefault).detail.includes(audience);
}
