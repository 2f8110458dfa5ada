import { type CityPack, COMMANDS, TICKET_STATES } from '@hotline-kit/rules';
import { audienceOf } from '../privacy/audience.js';
import { isDraft, sees, type VisibleField } from '../privacy/visible-fields.js';
import type { Actor } from '../ticket/actor.js';
import type { TicketEvent } from '../ticket/event.js';
import type { IsoInstant } from '../ticket/instant.js';
import type { Allowed } from '../ticket/permissions.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import { replyPassedOn } from '../tracks/merging/passed-on.js';
import type { ReplyRecord } from '../tracks/reply/declaration.js';
import { supervisionLevel } from '../tracks/supervision/supervision-state.js';
import { clockViews } from './clock-view.js';
import { stepsOf } from './steps.js';
import { timelineFor, unitName } from './timeline.js';
import type { TicketView } from './view-types.js';

/** What a view is made of. */
interface ViewSource {
  readonly ticket: TicketRecord;
  /** The ticket that it was merged into, where it was. */
  readonly root: TicketRecord | undefined;
  readonly events: readonly TicketEvent[];
  readonly pack: CityPack;
  readonly viewer: Actor | 'public';
  readonly at: IsoInstant;
  /** What the viewer may do, asked only for those who may see the ticket. */
  readonly actions: () => readonly Allowed[];
}

/** A ticket as plain JSON for a screen, cut to what the viewer's audience may see. */
export function ticketView({ ticket, root, events, pack, viewer, at, actions }: ViewSource): TicketView {
  const audience = audienceOf(viewer, ticket, pack.units);
  const may = (field: VisibleField) => sees(field, audience, ticket, pack, viewer);
  const matter = ticket.call.matter === null ? undefined : pack.matters.get(ticket.call.matter);
  const { district, street, address } = ticket.call.place;
  return {
    id: ticket.id,
    number: ticket.number,
    version: ticket.version,
    asOf: at,
    state: ticket.state,
    stateText: TICKET_STATES[ticket.state],
    ...(may('matter') && matter ? { matter: { code: matter.code, name: { zh: matter.name, en: matter.name } } } : {}),
    place: {
      ...(may('area') && district !== undefined ? { district } : {}),
      ...(may('area') && street !== undefined ? { street } : {}),
      ...(may('address') && address !== undefined ? { address } : {}),
    },
    urgent: ticket.call.urgent,
    round: ticket.round,
    ...(may('holder') && ticket.lead !== null && ticket.leadSince !== null
      ? { holder: { unit: ticket.lead, name: unitName(ticket.lead, pack), since: ticket.leadSince } }
      : {}),
    ...replyView(ticket, root === undefined ? null : replyPassedOn(ticket, root, pack), may),
    assists: may('assists') ? ticket.assists.map((unit) => ({ unit, name: unitName(unit, pack) })) : [],
    steps: stepsOf(ticket, events, audience),
    clocks: may('clocks') ? clockViews(ticket, pack, at) : [],
    actions: may('actions') ? actions().map((allowed) => ({ ...allowed, text: COMMANDS[allowed.command] })) : [],
    timeline: timelineFor(viewer, events, ticket, pack),
    supervision: may('supervision') ? supervisionLevel(ticket) : 0,
  };
}

/** Before it is approved, a reply is the administration's own draft. A merged ticket has that of its root. */
function replyView(
  ticket: TicketRecord,
  ofRoot: ReplyRecord | null,
  may: (field: VisibleField) => boolean,
): Pick<TicketView, 'reply'> {
  const reply = ofRoot ?? ticket.reply;
  if (reply === null || !may(isDraft(ticket) ? 'draftReply' : 'reply')) return {};
  const { result, solved, approvedAt } = reply;
  return { reply: { result, solved, ...(approvedAt === null ? {} : { approvedAt }) } };
}
