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
  const { district, street, address } = call.place;
  const texts = [record.number, call.content, district, street, address, call.reference];
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
    parties: partiesOf(record).map(plain),
    tags: record.tags.map(plain),
    confidential: call.confidential ? 1 : 0,
    supervision: supervisionLevel(record),
    dueAt: earliestDue(record),
    registeredAt: Date.parse(record.registeredAt),
    search: plain(texts.filter(Boolean).join('\n').toLowerCase()),
  };
}

/** Whether two versions of a ticket stand alike in every list. */
export function isListedAlike(before: TicketRecord, after: TicketRecord): boolean {
  // Versions share what did not change, so that most commands are told by a few comparisons.
  return (
    before.state === after.state &&
    before.lead === after.lead &&
    before.handler === after.handler &&
    before.call === after.call &&
    before.assists === after.assists &&
    before.tags === after.tags &&
    before.meanwhile === after.meanwhile &&
    before.departmentCall === after.departmentCall &&
    (before.consultation === null) === (after.consultation === null) &&
    before.clues > 0 === after.clues > 0 &&
    supervisionLevel(before) === supervisionLevel(after) &&
    (before.clocks === after.clocks || earliestDue(before) === earliestDue(after))
  );
}

/** How somebody is named among the parties of a ticket. */
export const party = {
  applicant: (id: string) => `applicant:${id}`,
  unit: (id: string) => `unit:${id}`,
  role: (role: string) => `role:${role}`,
} as const;

/** Those whom few tickets have: further applicants, who handles meanwhile, called departments, who chairs or investigates. */
function partiesOf({ call, meanwhile, departmentCall, consultation, clues }: TicketRecord): readonly string[] {
  const others = call.applicants.filter(({ id }) => id !== call.applicant);
  return [
    ...others.map(({ id }) => party.applicant(id)),
    ...[meanwhile ?? [], departmentCall?.departments ?? []].flat().map(party.unit),
    ...(consultation === null ? [] : [party.role('consultationChair')]),
    ...(clues > 0 ? [party.role('clueReceiver')] : []),
  ];
}

function earliestDue(record: TicketRecord): number {
  let earliest = NEVER_DUE;
  for (const id in record.clocks) {
    const clock = record.clocks[id];
    if (clock?.state === 'running' || clock?.state === 'breached') {
      earliest = Math.min(earliest, Date.parse(clock.dueAt));
    }
  }
  return earliest;
}

/** No database keeps U+0000 in a text; in JSON it stands escaped. */
function plain<T extends string | null>(text: T): T {
  return text?.includes('\0') ? (text.replaceAll('\0', '') as T) : text;
}
