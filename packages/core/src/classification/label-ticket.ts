import type { Instant } from '@hotline-kit/sla-calendar';
import type { Desk } from '../desk/desk.js';
import type { Result } from '../desk/ticket.js';
import { HotlineError, noTicket } from '../errors.js';
import type { TicketEvent } from '../ticket/event.js';
import type { TagLabel } from '../tracks/tagging/declaration.js';
import type { Classifier } from './classifier.js';

/** How a ticket is labelled. */
export interface LabelOptions {
  readonly at: Instant;
  /** Labels that are less sure are left out; 0.5 unless given. */
  readonly atLeast?: number;
}

/** Labels of one ticket at the most. */
const MOST = 200;

/**
 * Asks a classifier for the labels of a ticket and gives them as one `tag` command in its name: once for each classifier
 * id, however often it is called; a model that answers differently the second time changes nothing. Call it for each new ticket, from the outbox for example.
 *
 * @returns the result of the command; nothing where there was nothing to label, or the classifier may not read it
 * @throws HotlineError `ticketUnknown`
 * @example
 * await desk.deliver(async ({ type, ticket, at }) => {
 *   if (type === 'ticket.registered') await labelTicket(desk, ticket, classifier, { at });
 * });
 */
export async function labelTicket(
  desk: Pick<Desk, 'ticket' | 'execute'>,
  ticket: string,
  classifier: Classifier,
  { at, atLeast = 0.5 }: LabelOptions,
): Promise<Result | undefined> {
  const found = await desk.ticket(ticket);
  if (found === undefined) throw noTicket(ticket);
  const { call } = found.record;
  if (call.confidential && classifier.readsProtected !== true) return undefined;
  const id = `label:${classifier.id}:${ticket}`;
  const { content, place } = call;
  const { address } = place;
  const answer = await classifier.classify({ content, ...(address !== undefined && { address }) });
  const labels = sure(answer, atLeast);
  if (labels.length === 0) return undefined;
  const by = { id: classifier.id, role: 'system' } as const;
  try {
    return await desk.execute({ id, ticket, type: 'tag', data: { labels, origin: 'classifier' }, by, at });
  } catch (error) {
    if (error instanceof HotlineError && error.code === 'commandIdReused') return undefined;
    throw error;
  }
}

/** The sure ones, each tag once. */
function sure(labels: readonly TagLabel[], atLeast: number): TagLabel[] {
  const best = new Map<string, TagLabel>();
  for (const label of labels) {
    const { confidence = 1 } = label;
    if (confidence >= atLeast && confidence > (best.get(label.tag)?.confidence ?? -1)) best.set(label.tag, label);
  }
  return [...best.values()].sort((a, b) => (b.confidence ?? 1) - (a.confidence ?? 1)).slice(0, MOST);
}

/** A label that stands on a ticket, and where it comes from. */
export interface StandingLabel extends TagLabel {
  readonly origin: 'person' | 'rule' | 'classifier';
  /** Who gave it: the person's id, or the classifier's. */
  readonly by: string;
}

/**
 * The labels that stand on a ticket, as its log tells them: each with its origin and how sure it was.
 *
 * @example
 * labelsOf(await desk.history('t-1')); // [{ tag: '停水', kind: 'topic', confidence: 1, origin: 'classifier', … }]
 */
export function labelsOf(events: readonly TicketEvent[]): readonly StandingLabel[] {
  const standing = new Map<string, StandingLabel>();
  for (const event of events) {
    const by = event.actor.id;
    if (event.type === 'ticket.registered') {
      for (const tag of event.data.tags ?? []) standing.set(tag, { tag, origin: 'person', by });
    }
    if (event.type !== 'ticket.tagged') continue;
    const { add = [], labels = [], remove = [], origin = 'person' } = event.data;
    for (const label of [...add.map((tag): TagLabel => ({ tag })), ...labels]) {
      standing.set(label.tag, { ...label, origin, by });
    }
    for (const tag of remove) standing.delete(tag);
  }
  return [...standing.values()];
}
