import type { ChartCommand, TicketRecord } from '@hotline-kit/core';

/** A track beside the flow as the walk sees it. */
interface Track {
  readonly commands: readonly ChartCommand[];
  /** Where it stands, in one word. */
  readonly at: (ticket: TicketRecord) => string;
  /** All that it can stand at. */
  readonly all: readonly string[];
  /** What may be left of it when the ticket has come to an end; elsewhere in `all` it must not stand then. */
  readonly survives: { readonly [state: string]: readonly string[] };
}

const nothing = ['none'];
const everywhere = (...left: readonly string[]) => ({ '*': [...nothing, ...left] });

/** The tracks, each with what of it outlives the ticket: by end state, or `*` for any. */
export const tracks: Readonly<Record<string, Track>> = {
  extension: {
    commands: ['requestExtension', 'approveExtension', 'rejectExtension'],
    at: ({ extension }) => (extension === null ? 'none' : 'asked'),
    all: ['none', 'asked'],
    survives: everywhere(),
  },
  suspension: {
    commands: ['suspend', 'resume'],
    at: ({ suspension }) => (suspension === null ? 'none' : 'suspended'),
    all: ['none', 'suspended'],
    survives: everywhere(),
  },
  termination: {
    commands: ['requestTermination', 'approveTermination', 'rejectTermination'],
    at: ({ termination }) => (termination === null ? 'none' : 'asked'),
    all: ['none', 'asked'],
    survives: everywhere(),
  },
  supervision: {
    commands: ['supervise', 'escalateSupervision', 'reportSupervision', 'concludeSupervision'],
    at: ({ supervision }) => supervision.state,
    all: ['none', 'open', 'reported', 'concluded', 'lapsed'],
    // Before the close the unit has reported; the conclusion may follow it.
    survives: { '*': ['none', 'concluded', 'lapsed'], closed: ['none', 'reported', 'concluded', 'lapsed'] },
  },
  consultation: {
    commands: ['convene', 'concludeConsultation', 'designate'],
    at: ({ consultation }) => consultation?.state ?? 'none',
    all: ['none', 'open', 'concluded'],
    survives: everywhere('concluded'),
  },
  departments: {
    commands: ['callForDepartments', 'departmentResponds'],
    at: ({ departmentCall }) =>
      departmentCall === null ? 'none' : departmentCall.responded.length === 0 ? 'called' : 'responded',
    all: ['none', 'called', 'responded'],
    survives: everywhere('responded'),
  },
  emergency: {
    commands: ['transferEmergency', 'acknowledgeHandover'],
    at: ({ handover }) => (handover === null ? 'none' : handover.acknowledgedAt === null ? 'offered' : 'acknowledged'),
    all: ['none', 'offered', 'acknowledged'],
    survives: everywhere('acknowledged'),
  },
  remedy: {
    commands: ['seekRemedy', 'decideRemedy'],
    at: ({ remedy }) => (remedy === null ? 'none' : remedy.decidedAt === null ? 'sought' : 'decided'),
    all: ['none', 'sought', 'decided'],
    // It is decided on a ticket whose life is over, and may bring it back.
    survives: {
      '*': ['none', 'decided'],
      ...Object.fromEntries(['closed', 'refused', 'terminated'].map((end) => [end, ['none', 'sought', 'decided']])),
    },
  },
  beyondCity: {
    commands: ['escalateBeyondCity', 'recordSuperiorAnswer'],
    at: ({ beyondCity }) => (beyondCity === null ? 'none' : beyondCity.answeredAt === null ? 'open' : 'answered'),
    all: ['none', 'open', 'answered'],
    survives: everywhere('answered'),
  },
  promise: {
    commands: ['promise', 'fulfilPromise'],
    at: ({ promises }) =>
      promises.length === 0 ? 'none' : promises.some(({ fulfilledAt }) => fulfilledAt === null) ? 'owed' : 'kept',
    all: ['none', 'owed', 'kept'],
    // It is owed to the citizen, whatever becomes of the ticket.
    survives: everywhere('owed', 'kept'),
  },
  assists: {
    commands: ['addAssist', 'finishAssist'],
    at: ({ assists, finishedAssists }) =>
      assists.length === 0 ? 'none' : assists.every((unit) => finishedAssists.includes(unit)) ? 'done' : 'assisting',
    all: ['none', 'assisting', 'done'],
    // Only a close waits for them; every other end, and a lead that does not wait, leaves on record who assisted.
    survives: everywhere('assisting', 'done'),
  },
  returns: {
    commands: ['requestReturn', 'approveReturn', 'rejectReturn', 'raiseDispute', 'designate'],
    at: ({ returnFrom, meanwhile }) => (returnFrom === null ? 'none' : meanwhile === null ? 'asked' : 'disputed'),
    all: ['none', 'asked', 'disputed'],
    survives: everywhere(),
  },
  recusal: {
    commands: ['recuse', 'designate'],
    at: ({ recused }) => (recused.persons.length + recused.units.length === 0 ? 'none' : 'recused'),
    all: ['none', 'recused'],
    survives: everywhere('recused'),
  },
  unreasonable: {
    commands: ['markUnreasonable'],
    at: ({ unreasonable }) => (unreasonable === null ? 'none' : 'found'),
    all: ['none', 'found'],
    survives: everywhere('found'),
  },
  informing: {
    commands: ['inform', 'waiveInforming'],
    at: ({ duties }) => {
      const states = Object.values(duties).map(({ state }) => state);
      return states.length === 0 ? 'none' : states.includes('open') ? 'owed' : 'told';
    },
    all: ['none', 'owed', 'told'],
    // Whoever must be told must be told after the end too; what nobody told stays on record.
    survives: everywhere('owed', 'told'),
  },
};
