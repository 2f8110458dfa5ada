import {
  type CityPack,
  type Consequence,
  choose,
  escalate,
  isOutcome,
  type Outcome,
  oversightDue,
  type TicketFacts,
} from '@hotline-kit/rules';
import { isOpen, startClock } from '../clocks/clock-changes.js';
import { factsOfTicket } from '../dispatch/facts-of-ticket.js';
import type { NewEvent } from '../ticket/event.js';
import type { IsoInstant } from '../ticket/instant.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import { isSupervised } from '../tracks/supervision/supervision-state.js';

/** An outcome with its ground: a rule, or a clause of the procedure. */
export type Grounded = Pick<Outcome, 'type' | 'params' | 'rule' | 'article'>;

/**
 * What the pack's escalation rules and the grounds of its procedure make of the ticket as it stands, and the tags that
 * its routing rules give: campaigns, merged lines, key items. Each acts once a round.
 */
export function escalationOf(ticket: TicketRecord, pack: CityPack, at: IsoInstant): readonly Outcome[] {
  const facts = factsOfTicket(ticket, pack, at);
  const when = { at: Date.parse(at) };
  const tags = pack.routing.decide(facts, when).outcomes.filter(({ type }) => type === 'tag');
  const outcomes = [...tags, ...escalate(pack, facts, when), ...byProcedure(ticket, pack, facts)];
  return outcomes.filter(({ rule }) => !ticket.escalated.includes(rule));
}

/** Urging and supervision whose grounds the procedure itself names. */
function byProcedure(ticket: TicketRecord, { procedure }: CityPack, facts: TicketFacts): readonly Outcome[] {
  const { urging, supervision } = procedure;
  const knows = urging?.grounds ?? supervision?.levels ?? supervision?.measures;
  if (knows === undefined) return [];
  const due = oversightDue(procedure, facts);
  const urges = due.urging.map(({ id, title, article = urging?.article }) =>
    outcome('urge', { text: title }, `urging.${id}`, article),
  );
  const notices = due.measures.map(({ id, title, by = [], article = supervision?.article }) =>
    outcome(
      'notify',
      { text: title, roles: by, units: ticket.lead === null ? [] : [ticket.lead] },
      `supervision.${id}`,
      article,
    ),
  );
  if (due.supervision === undefined) return [...urges, ...notices];
  const { level, title, article = supervision?.article } = due.supervision;
  return [...urges, ...notices, outcome('supervise', { level, text: title }, `supervision.level${level}`, article)];
}

function outcome(type: string, params: Outcome['params'], rule: string, article: string | undefined): Outcome {
  return { type, params, rule, priority: 0, ...(article === undefined ? {} : { article }) };
}

/** A consequence of the procedure as an outcome; its ground is the command that it follows from. */
export function groundedIn(command: string, { outcome: { type, params }, article }: Consequence): Grounded {
  return { type, params, rule: `procedure.${command}`, ...(article === undefined ? {} : { article }) };
}

/** What the desk does about an outcome: an event, or nothing where it changes nothing. */
export function consequenceOf(
  ticket: TicketRecord,
  grounded: Grounded,
  at: IsoInstant,
  pack: CityPack,
): NewEvent | undefined {
  const { rule, article } = grounded;
  const ground = { rule, ...(article === undefined ? {} : { article }) };
  const envelope = { ticket: ticket.id, at, state: ticket.state };
  const made: Outcome = { priority: 0, ...grounded };
  if (isOutcome(made, 'startClock')) {
    const clock = pack.clocks.find(({ id }) => id === made.params.clock);
    const record = ticket.clocks[made.params.clock];
    const runs = record !== undefined && isOpen(record);
    return clock === undefined || runs ? undefined : startClock(ticket, clock, at, pack);
  }
  if (isOutcome(made, 'urge')) {
    const { text, unit } = made.params;
    const to = unit === undefined ? {} : { unit };
    return { ...envelope, type: 'ticket.urged', data: { reason: text?.zh ?? rule, ...to, ...ground } };
  }
  if (isOutcome(made, 'tag')) {
    if (ticket.tags.includes(made.params.tag)) return undefined;
    return { ...envelope, type: 'ticket.tagged', data: { add: [made.params.tag], origin: 'rule', ...ground } };
  }
  if (isOutcome(made, 'notify')) {
    const { text, units, roles } = made.params;
    const to = { ...(units === undefined ? {} : { units }), ...(roles === undefined ? {} : { roles }) };
    return { ...envelope, type: 'notice.given', data: { ...to, text: bothWays(text), ...ground } };
  }
  if (isOutcome(made, 'instruct')) {
    const { role, text } = made.params;
    const name = role === undefined ? {} : { inTheNameOf: role };
    return { ...envelope, type: 'instruction.given', data: { text: text.zh, ...name, ...ground } };
  }
  if (isOutcome(made, 'account')) {
    const { subject, ground: on, points } = made.params;
    const subjects = choose(pack.procedure.accountability?.subjects, factsOfTicket(ticket, pack, at));
    if (subjects !== undefined && !subjects.includes(subject)) return undefined;
    const weight = points ?? pack.procedure.accountability?.grounds?.find(({ id }) => id === on)?.points;
    const data = {
      subject,
      ground: on,
      ...(weight === undefined ? {} : { points: weight }),
      ...subjectOf(ticket, subject),
    };
    return { ...envelope, type: 'accountability.entered', data: { ...data, ...ground } };
  }
  if (isOutcome(made, 'supervise')) {
    const { level, text } = made.params;
    const data = { level, reason: text?.zh ?? rule, ...ground };
    if (!isSupervised(ticket)) return { ...envelope, type: 'supervision.started', data };
    if (level > ticket.supervision.level) return { ...envelope, type: 'supervision.escalated', data };
  }
  return undefined;
}

function bothWays({ zh, en }: { readonly zh: string; readonly en?: string }): { zh: string; en: string } {
  return { zh, en: en ?? zh };
}

/** Who is held accountable: the lead unit, or the person handling it. */
function subjectOf({ lead, handler }: TicketRecord, subject: string): { unit?: string; person?: string } {
  return {
    ...(lead === null || subject === 'knowledgeEntry' ? {} : { unit: lead }),
    ...(handler === null || subject !== 'person' ? {} : { person: handler }),
  };
}
