import { articlesOf } from '@hotline-kit/rules';
import { askedFacts } from './asked-facts.js';
import type { Asking } from './asking.js';
import type { NewEvent } from './event.js';
import type { TicketRecord } from './ticket-record.js';

/**
 * The event of a command with the articles that permit it, as its procedure cites them when it is decided: a later
 * pack changes nothing about them. Where the procedure cites none, the event says none.
 *
 * @param ticket before the command; of `register`, after it
 * @param data what the command brought and what was found
 */
export function citing(event: NewEvent, asking: Asking, ticket: TicketRecord, data: object): NewEvent {
  const { pack, command } = asking;
  const facts = askedFacts(asking, ticket, data);
  const articles = articlesOf(pack.procedure, command, facts, data as Readonly<Record<string, unknown>>);
  return articles.length === 0 ? event : ({ ...event, data: { ...event.data, articles } } as NewEvent);
}
