import type { IsoInstant } from '../ticket/instant.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import { supervisionLevel } from '../tracks/supervision/supervision-state.js';

/** Stands for "no clock is open" in the order by due instant: later than all. */
const NEVER_DUE = Number.MAX_SAFE_INTEGER;

/** What a store keeps of a ticket beside its snapshot, so that queues can be listed without reading snapshots. */
export interface TicketRow {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly state: string;
  readonly lead: string | null;
  readonly assists: readonly string[];
  readonly handler: string | null;
  readonly applicant: string | null;
  readonly matter: string | null;
  /** Who may list it beside its lead, its assists and its applicant; see {@link partiesOf}. */
  readonly parties: readonly string[];
  readonly tags: readonly string[];
  /** 1 for a protected ticket, else 0. */
  readonly confidential: number;
  readonly supervision: number;
  /** Earliest due instant of a clock that runs or is overdue, in epoch milliseconds; else {@link NEVER_DUE}. */
  readonly dueAt: number;
  /** Epoch milliseconds. */
  readonly registeredAt: number;
  /** Number, content and place in small letters. */
  readonly search: string;
}

/** The columns of a ticket. */
export function rowOf(record: TicketRecord): TicketRow {
  const { call } = record;
  return {
    id: record.id,
    number: record.number,
    version: record.version,
    state: record.state,
    lead: record.lead,
    assists: record.assists,
    handler: plain(record.handler),
    applicant: plain(call.applicant),
    matter: plain(call.matter),
    parties: partiesOf(record),
    tags: record.tags.map(plain),
    confidential: call.confidential ? 1 : 0,
    supervision: supervisionLevel(record),
    dueAt: earliestDue(record),
    registeredAt: Date.parse(record.registeredAt),
    search: searchOf(record),
  };
}

/** How somebody is named among the parties of a ticket. */
export const party = {
  applicant: (id: string) => `applicant:${id}`,
  unit: (id: string) => `unit:${id}`,
  role: (role: string) => `role:${role}`,
} as const;

/** Those whom few tickets have: further applicants, who handles meanwhile, called departments, who chairs or investigates. */
export function partiesOf({ call, meanwhile, departmentCall, consultation, clues }: TicketRecord): readonly string[] {
  const others = call.applicants.filter(({ id }) => id !== call.applicant);
  return [
    ...others.map(({ id }) => party.applicant(id)),
    ...[meanwhile ?? [], departmentCall?.departments ?? []].flat().map(party.unit),
    ...(consultation === null ? [] : [party.role('consultationChair')]),
    ...(clues > 0 ? [party.role('clueReceiver')] : []),
  ].map(plain);
}

/** Earliest due instant of a clock that runs or is overdue, in epoch milliseconds; else {@link NEVER_DUE}. */
export function earliestDue({ clocks }: TicketRecord): number {
  let earliest: IsoInstant | undefined;
  for (const id in clocks) {
    const clock = clocks[id];
    if (clock?.state !== 'running' && clock?.state !== 'breached') continue;
    if (earliest === undefined || clock.dueAt < earliest) earliest = clock.dueAt;
  }
  return earliest === undefined ? NEVER_DUE : Date.parse(earliest);
}

/** Number, content and place in small letters, a line each. */
export function searchOf({ number, call }: TicketRecord): string {
  const { district, street, address } = call.place;
  const texts = [number, call.content, district, street, address, call.reference];
  return plain(texts.filter(Boolean).join('\n').toLowerCase());
}

/** No database keeps U+0000 in a text; in JSON it stands escaped. */
export function plain<T extends string | null>(text: T): T {
  return text?.includes('\0') ? (text.replaceAll('\0', '') as T) : text;
}
