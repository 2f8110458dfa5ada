import {
  type CityPack,
  choose,
  extensionClosesAt,
  rateReached,
  stagesOf,
  type TicketFacts,
  windowOf,
} from '@hotline-kit/rules';
import { dueDate } from '@hotline-kit/sla-calendar';
import { applicantOf } from '../tracks/enquiry/applicant-of.js';
import type { TicketRequest } from '../tracks/enquiry/declaration.js';
import type { Asking } from './asking.js';
import { ceilingOf } from './ceiling.js';
import type { IsoInstant } from './instant.js';
import type { ChartCommand } from './machine.js';
import { stageInQuestion } from './stage-in-question.js';
import type { TicketRecord } from './ticket-record.js';

/**
 * The facts of a ticket, and beside them what a procedure asks about one command: whether its window is closed, its
 * rate used up, and of which kind the unit is that shall receive the ticket.
 */
export function askedFacts(asking: Asking, ticket: TicketRecord, data: object): TicketFacts {
  const { command, facts, pack, at } = asking;
  const about: {
    windowClosed?: boolean;
    tooSoon?: boolean;
    targetKind?: TicketFacts['targetKind'];
    stage?: string;
    ceiling?: TicketFacts['ceiling'];
  } = {};
  const stage = stageInQuestion(command, ticket, data, facts, pack);
  if (stage !== undefined) about.stage = stage;
  // What a soft ceiling asks for was given with the request; whoever approves it is asked by `authorised`.
  const ceiling = command === 'approveExtension' ? undefined : ceilingOf(command, ticket, data, facts, pack, at);
  if (ceiling !== undefined) about.ceiling = ceiling;
  if (isPastWindow(command, ticket, facts, pack, at) || isPastStage(command, ticket, stage, facts, pack, at))
    about.windowClosed = true;
  if (isTooSoon(asking, ticket, data)) about.tooSoon = true;
  const target = targetOf(data);
  const kind = target === undefined ? undefined : pack.units.get(target)?.kind;
  if (kind !== undefined) about.targetKind = kind;
  return Object.keys(about).length === 0 ? facts : { ...facts, ...about };
}

function isPastWindow(
  command: ChartCommand,
  ticket: TicketRecord,
  facts: TicketFacts,
  pack: CityPack,
  at: IsoInstant,
): boolean {
  if (command === 'requestReturn') return isOver('return', ticket.leadSince);
  if (command === 'reopen') return isOver('reopening', ticket.closedAt);
  if (command !== 'requestExtension') return false;
  const clock = ticket.clocks.handle;
  const closesAt = clock && extensionClosesAt(pack.procedure, facts, new Date(clock.dueAt), pack.defaultCalendar);
  return closesAt !== undefined && at > closesAt.toISOString();

  function isOver(section: 'return' | 'reopening', from: IsoInstant | null): boolean {
    const window = from === null ? undefined : windowOf(pack.procedure, section, facts);
    if (window === undefined || from === null) return false;
    return at > dueDate(window, from, pack.defaultCalendar).dueAt.toISOString();
  }
}

/** Whether a rate is used up: of the whole ticket, or of what the one who asks is counted together with. */
function isTooSoon({ command, by, facts, pack, at }: Asking, ticket: TicketRecord, data: object): boolean {
  if (command !== 'urge' && command !== 'enquire') return false;
  const section = command === 'urge' ? 'urging' : 'enquiry';
  if (pack.procedure[section]?.limits === undefined) return false;
  const given = ticket.requests.filter((each) => each.command === command);
  const applicant = applicantOf(ticket, by, (data as { readonly applicant?: string }).applicant);
  const timesOf = (counts: (request: TicketRequest) => boolean) => given.filter(counts).map((each) => each.at);
  const of = {
    actor: timesOf((each) => each.by === by.id),
    applicant: timesOf((each) => each.applicant === applicant),
    unit: timesOf((each) => each.unit === ticket.lead),
  };
  const times = command === 'urge' ? ticket.urgedAt : ticket.enquiries.times;
  return rateReached(pack.procedure, section, facts, { times, of, at, calendar: pack.defaultCalendar }) !== undefined;
}

/** Whether the time of a stage is over: it counts from the end of the stage before, or from what brought its path about. */
function isPastStage(
  command: ChartCommand,
  ticket: TicketRecord,
  stage: string | undefined,
  facts: TicketFacts,
  { procedure, defaultCalendar }: CityPack,
  at: IsoInstant,
): boolean {
  const section = command === 'callBack' ? 'callback' : command === 'checkQuality' ? 'quality' : undefined;
  if (section === undefined || stage === undefined) return false;
  const stages = stagesOf(procedure, section, facts);
  const index = stages.findIndex(({ id }) => id === stage);
  const window = choose(stages[index]?.window, facts);
  const before = stages[index - 1];
  const since =
    (before === undefined ? undefined : ticket.stages[`${section}.${before.id}`]) ??
    (section === 'callback' ? (ticket.reply?.approvedAt ?? ticket.reply?.submittedAt) : ticket.closedAt);
  if (window === undefined || since === null || since === undefined) return false;
  return at > dueDate(window, since, defaultCalendar).dueAt.toISOString();
}

/** The unit that a dispatch, a designation or an assist names. */
function targetOf(data: unknown): string | undefined {
  const { lead, assists } = (data ?? {}) as { readonly lead?: unknown; readonly assists?: unknown };
  if (typeof lead === 'string') return lead;
  const [first] = Array.isArray(assists) ? (assists as readonly unknown[]) : [];
  return typeof first === 'string' ? first : undefined;
}
