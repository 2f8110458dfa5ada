import { type CityPack, type TicketFacts, underCeiling } from '@hotline-kit/rules';
import { dueAfterExtension, type Term, termSchema } from '@hotline-kit/sla-calendar';
import { definitionOf } from '../clocks/definition-of.js';
import { isHandling } from '../clocks/handling-term.js';
import type { IsoInstant } from './instant.js';
import type { ChartCommand } from './machine.js';
import type { TicketRecord } from './ticket-record.js';

/**
 * How the handling limit that a command leads to stands to the procedure's ceiling: an extension, a reply that moves the
 * date, a limit that a dispatch names. Undefined where the command leads to none.
 */
export function ceilingOf(
  command: ChartCommand,
  ticket: TicketRecord,
  data: unknown,
  facts: TicketFacts,
  pack: CityPack,
  at: IsoInstant,
): 'within' | 'beyond' | 'over' | undefined {
  if (pack.procedure.handlingLimit?.ceiling === undefined) return undefined;
  const asked = limitAsked(command, ticket, data, pack, at);
  if (asked === undefined) return undefined;
  const { isCut, isBeyond } = underCeiling(pack.procedure, facts, asked.term, asked);
  return isCut ? 'over' : isBeyond ? 'beyond' : 'within';
}

function limitAsked(command: ChartCommand, ticket: TicketRecord, data: unknown, pack: CityPack, at: IsoInstant) {
  const given = (data ?? {}) as {
    readonly clock?: string;
    readonly term?: unknown;
    readonly until?: string;
    readonly effect?: string;
    readonly limits?: Readonly<Record<string, unknown>>;
  };
  const id = given.clock ?? 'handle';
  const calendar = definitionOf(id, pack)?.calendar ?? pack.defaultCalendar;
  const clock = ticket.clocks[id];
  const pending = ticket.extension;
  if ((command === 'requestExtension' || command === 'approveExtension') && clock !== undefined && isHandling(id)) {
    const term = termOf(command === 'approveExtension' ? pending?.term : given.term);
    if (term === undefined || (pending !== null && !isHandling(pending.clock))) return undefined;
    const dueAt = dueAfterExtension(clock.dueAt, term, calendar).toISOString();
    return { term: { kind: 'fixed', at: dueAt } as const, from: clock.startedAt, calendar };
  }
  if (command === 'submitReply' && given.effect === 'extends' && given.until !== undefined && clock !== undefined) {
    return { term: { kind: 'fixed', at: given.until } as const, from: clock.startedAt, calendar };
  }
  if (command !== 'dispatch' && command !== 'redispatch' && command !== 'designate') return undefined;
  const term = termOf(given.limits?.handle);
  return term === undefined ? undefined : { term, from: at, calendar };
}

function termOf(value: unknown): Term | undefined {
  const read = termSchema.safeParse(value);
  return read.success ? read.data : undefined;
}
