import { type Choice, type CityPack, choose, nextStage, type Procedure, type TicketFacts } from '@hotline-kit/rules';
import type { Term } from '@hotline-kit/sla-calendar';
import { factsOfTicket } from '../dispatch/facts-of-ticket.js';
import type { NewEvent } from '../ticket/event.js';
import type { BilingualText } from '../ticket/refusal.js';
import { takenOf } from '../ticket/stage-in-question.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import { drawnFor } from '../tracks/quality/drawn-for.js';
import { ASSIST } from './assist-clock.js';
import { assistClockChanges } from './assist-clocks.js';
import { clockStarted } from './clock-started.js';

type TermOf = (procedure: Procedure, ticket: TicketRecord, facts: () => TicketFacts) => Choice<Term> | undefined;

/** A time that the procedure itself gives for something: its clock, and the events between which it runs. */
interface ProcedureClock {
  readonly title: BilingualText;
  readonly term: TermOf;
  readonly starts: readonly NewEvent['type'][];
  readonly stops: readonly NewEvent['type'][];
  /** Whether what it waits for has come with the event. */
  readonly isDone?: (ticket: TicketRecord) => boolean;
  /** Whether each further start begins it anew. */
  readonly restarts?: true;
  /** Whether it runs on after the ticket's end. */
  readonly outlives?: true;
}

/**
 * The clocks that `procedure.json` starts by its own terms, by their ids. Where `clocks.json` has a clock of the same id,
 * that one counts instead.
 */
const PROCEDURE_CLOCKS: Readonly<Record<string, ProcedureClock>> = {
  emergency: {
    title: { zh: '紧急热线接收', en: 'Acknowledgement of the emergency line' },
    term: ({ emergency }) => emergency?.term,
    starts: ['handover.offered'],
    stops: ['handover.acknowledged', 'handover.declined', 'ticket.transferredToEmergency'],
  },
  consultation: {
    title: { zh: '会商', en: 'Consultation' },
    term: ({ consultation }) => consultation?.term,
    starts: ['consultation.convened'],
    stops: ['consultation.concluded'],
  },
  departments: {
    title: { zh: '部门响应', en: 'Response of the departments' },
    term: ({ departmentCall }) => departmentCall?.term,
    starts: ['departments.called'],
    stops: ['department.responded'],
    isDone: ({ departmentCall }) =>
      departmentCall?.departments.every((unit) => departmentCall.responded.includes(unit)) ?? true,
    restarts: true,
  },
  beyondCity: {
    title: { zh: '上级答复跟进', en: 'Follow-up with superiors' },
    term: ({ beyondCity }) => beyondCity?.term,
    starts: ['ticket.escalatedBeyondCity'],
    stops: ['superior.answered'],
  },
  urging: {
    title: { zh: '催办反馈', en: 'Answer to the urging' },
    term: ({ urging }) => urging?.term,
    starts: ['ticket.urged'],
    stops: ['progress.recorded', 'citizen.contacted', 'site.arrived', 'reply.submitted'],
  },
  superviseReply: {
    title: { zh: '督办反馈', en: 'Report on supervision' },
    term: ({ supervision }, { supervision: { level } }) =>
      supervision?.levels?.find((each) => each.level === level)?.term,
    starts: ['supervision.started', 'supervision.escalated'],
    stops: ['supervision.reported', 'supervision.concluded'],
    restarts: true,
  },
  disputeDecision: {
    title: { zh: '争议裁定', en: 'Decide a dispute' },
    term: (procedure, ticket, facts) => nextStage(procedure, 'dispute', facts(), takenOf(ticket, 'dispute'))?.term,
    starts: ['dispute.raised'],
    stops: ['ticket.designated'],
  },
  remedy: {
    title: { zh: '救济决定', en: 'Decide on the remedy' },
    term: ({ remedies }, { remedy }) => remedies?.stages?.find(({ id }) => id === remedy?.stage)?.term,
    starts: ['remedy.sought'],
    stops: ['remedy.decided'],
    outlives: true,
  },
  qualityCheck: {
    title: { zh: '质检', en: 'Quality check' },
    term: (procedure, ticket, facts) => termOfNext('quality', procedure, ticket, facts),
    starts: ['quality.checked', 'ticket.closed'],
    stops: ['quality.checked'],
    outlives: true,
    restarts: true,
  },
  callback: {
    title: { zh: '回访', en: 'Call back' },
    term: ({ callback }, { state }) => (state === 'replied' ? callback?.window : undefined),
    starts: ['reply.submitted', 'reply.approved'],
    stops: ['ticket.rated', 'callback.waived'],
  },
  callbackStage: {
    title: { zh: '回访步骤', en: 'Stage of the callback' },
    term: (procedure, ticket, facts) =>
      ticket.state === 'replied' ? termOfNext('callback', procedure, ticket, facts) : undefined,
    starts: ['reply.submitted', 'reply.approved', 'citizen.calledBack'],
    stops: ['citizen.calledBack', 'ticket.rated', 'callback.waived'],
    restarts: true,
  },
  nextReply: {
    title: { zh: '下次答复', en: 'Next reply' },
    term: ({ reply }, { interimReplies, reply: waiting }) =>
      waiting === null ? reply?.kinds?.find(({ id }) => id === interimReplies.at(-1)?.kind)?.next : undefined,
    starts: ['reply.submitted', 'reply.approved'],
    stops: ['reply.submitted'],
    restarts: true,
  },
  suspension: {
    title: { zh: '挂起期限', en: 'End of the suspension' },
    term: (_procedure, { suspension }) =>
      suspension === null || suspension.until === null
        ? undefined
        : { options: [{ value: { kind: 'fixed', at: suspension.until } }] },
    starts: ['ticket.suspended'],
    stops: ['ticket.resumed'],
  },
};

/** The time for the next stage; nothing where the ticket is not drawn for it. */
function termOfNext(
  section: 'callback' | 'quality',
  procedure: Procedure,
  ticket: TicketRecord,
  facts: () => TicketFacts,
): Choice<Term> | undefined {
  if (procedure[section]?.stages === undefined) return undefined;
  const stage = nextStage(procedure, section, facts(), takenOf(ticket, section));
  return stage !== undefined && drawnFor(ticket.id, stage) ? stage.term : undefined;
}

/** The words of a clock that the procedure itself starts. */
export function procedureClockTitle(clock: string): BilingualText | undefined {
  if (clock === ASSIST) return { zh: '协办', en: 'Assist' };
  return Object.hasOwn(PROCEDURE_CLOCKS, clock) ? PROCEDURE_CLOCKS[clock]?.title : undefined;
}

/** Which of them an event may start or stop. */
const byEvent: ReadonlyMap<string, readonly string[]> = new Map(
  [...new Set(Object.values(PROCEDURE_CLOCKS).flatMap(({ starts, stops }) => [...starts, ...stops]))].map((type) => [
    type,
    Object.keys(PROCEDURE_CLOCKS).filter((id) => {
      const { starts, stops } = PROCEDURE_CLOCKS[id] as ProcedureClock;
      return starts.includes(type) || stops.includes(type);
    }),
  ]),
);

/**
 * What an event does to the clocks that the procedure itself gives.
 * @param ticket the ticket after the event
 */
export function procedureClockChanges(ticket: TicketRecord, event: NewEvent, pack: CityPack): readonly NewEvent[] {
  if (event.type.startsWith('clock.')) return [];
  const changes: NewEvent[] = [];
  for (const id of byEvent.get(event.type) ?? []) {
    if (!pack.clocks.some((clock) => clock.id === id)) changes.push(...changesOf(id, ticket, event, pack));
  }
  changes.push(...assistClockChanges(ticket, event, pack));
  return ticket.closedAt === null ? changes : [...changes, ...ended(ticket, event, pack, changes)];
}

function changesOf(id: string, ticket: TicketRecord, event: NewEvent, pack: CityPack): readonly NewEvent[] {
  const { term, starts, stops, isDone, restarts, outlives } = PROCEDURE_CLOCKS[id] as ProcedureClock;
  const record = ticket.clocks[id];
  const isRunning = record !== undefined && record.stoppedAt === null;
  const isStopped = stops.includes(event.type) && (isDone?.(ticket) ?? true);
  const changes: NewEvent[] = [];
  const envelope = { ticket: ticket.id, at: event.at, state: ticket.state };
  const isOver = ticket.closedAt !== null && outlives !== true;
  const facts = () => factsOfTicket(ticket, pack, event.at);
  const mayStart = starts.includes(event.type) && !isOver && !(isStopped && restarts !== true);
  const choice = mayStart ? term(pack.procedure, ticket, facts) : undefined;
  const given = choice && choose(choice, facts());
  if (isRunning && (isStopped || (given !== undefined && restarts === true))) {
    changes.push({ ...envelope, type: 'clock.stopped', data: { clock: id, late: event.at > record.dueAt } });
  }
  if (given !== undefined && (!isRunning || restarts === true)) {
    changes.push(
      clockStarted(ticket, { id, term: given, startedAt: event.at, at: event.at, calendar: pack.defaultCalendar }),
    );
  }
  return changes;
}

/** Nothing outlives a ticket but what is about its end. */
function ended(
  ticket: TicketRecord,
  { at }: NewEvent,
  pack: CityPack,
  changes: readonly NewEvent[],
): readonly NewEvent[] {
  const touched = new Set(changes.map(({ data }) => (data as { readonly clock?: string }).clock));
  return Object.entries(PROCEDURE_CLOCKS).flatMap(([id, { outlives }]) => {
    const record = ticket.clocks[id];
    const isOpen = record !== undefined && record.stoppedAt === null && !touched.has(id);
    if (!isOpen || outlives === true || pack.clocks.some((clock) => clock.id === id)) return [];
    return [{ ticket: ticket.id, at, state: ticket.state, type: 'clock.cancelled', data: { clock: id } } as const];
  });
}
