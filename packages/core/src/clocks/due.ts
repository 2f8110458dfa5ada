import type { IsoInstant } from '../ticket/instant.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import type { ClockRecord } from './clock-record.js';

/** Something that a clock brings by itself. */
export interface DueMoment {
  readonly clock: string;
  readonly generation: number;
  readonly what: 'breach' | 'warning';
  /** Id of the warning; empty for a breach. */
  readonly warning: string;
  /** From when on it may be fired, in epoch milliseconds. */
  readonly at: number;
}

/**
 * What a running clock still has to bring, earliest first. Whoever acts exactly at the due instant is on time, so the
 * breach comes one millisecond later.
 */
function momentsOf(clock: ClockRecord): readonly DueMoment[] {
  if (clock.state !== 'running') return [];
  const { id, generation } = clock;
  const moments: DueMoment[] = clock.warnings
    .filter((warning) => !warning.fired)
    .map((warning) => ({ clock: id, generation, what: 'warning', warning: warning.id, at: Date.parse(warning.at) }));
  moments.push({ clock: id, generation, what: 'breach', warning: '', at: Date.parse(clock.dueAt) + 1 });
  return moments.sort((a, b) => a.at - b.at);
}

/** When a clock brings the first of what it still has to bring, in epoch milliseconds; nothing where it brings none. */
export function nextMomentOf({ state, dueAt, warnings }: ClockRecord): number | undefined {
  if (state !== 'running') return undefined;
  let first: IsoInstant | undefined;
  for (const { fired, at } of warnings) if (!fired && (first === undefined || at < first)) first = at;
  return first === undefined || first > dueAt ? Date.parse(dueAt) + 1 : Date.parse(first);
}

/** What is due on a ticket at an instant and has not been fired, earliest first. */
export function dueMoments(ticket: TicketRecord, at: IsoInstant): readonly DueMoment[] {
  let due: DueMoment[] | undefined;
  for (const id in ticket.clocks) {
    const clock = ticket.clocks[id];
    if (clock === undefined || isAhead(clock, at)) continue;
    const now = Date.parse(at);
    due ??= [];
    due.push(...momentsOf(clock).filter((moment) => moment.at <= now));
  }
  return due?.sort((a, b) => a.at - b.at || (a.clock < b.clock ? -1 : 1)) ?? NONE;
}

const NONE: readonly never[] = Object.freeze([]);

/** Whether all that a clock brings still lies ahead: most clocks of most commands are not due. */
function isAhead({ state, dueAt, warnings }: ClockRecord, at: IsoInstant): boolean {
  if (state !== 'running') return true;
  return dueAt >= at && warnings.every((warning) => warning.fired || warning.at > at);
}
