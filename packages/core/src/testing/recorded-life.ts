import type { Desk } from '../desk/desk.js';
import { noTicket } from '../errors.js';
import { upcast } from '../log/upcast.js';
import { verifyLog } from '../log/verify.js';
import type { TicketEvent } from '../ticket/event.js';
import { foldOf } from '../ticket/fold-of.js';
import type { TicketRecord } from '../ticket/ticket-record.js';

/** A life kept as a golden history: the log, and the ticket that it folded to when it was recorded. Plain JSON. */
export interface RecordedLife {
  readonly record: TicketRecord;
  readonly log: readonly TicketEvent[];
}

/** Something of a recorded life that today's packages tell otherwise. */
export interface LifeDifference {
  /** Field of the ticket; `log` where the log itself is not whole. */
  readonly field: string;
  readonly recorded: unknown;
  readonly replayed: unknown;
}

/**
 * Records a ticket's life, to be kept as a file: one for each release, never changed afterwards.
 * @throws HotlineError `ticketUnknown`
 * @example
 * writeFileSync('golden/1.4.0.ndjson', JSON.stringify(await recordLife(desk, 't-1')));
 */
export async function recordLife(desk: Desk, ticket: string): Promise<RecordedLife> {
  const stored = await desk.ticket(ticket);
  if (stored === undefined) throw noTicket(ticket);
  return { record: stored.record, log: await desk.history(ticket) };
}

/**
 * Replays a recorded life with today's packages. What a later version tells beside it is no difference.
 * @returns nothing where the life is told as it was
 * @example
 * expect(replayLife(JSON.parse(line))).toEqual([]);
 */
export function replayLife({ record, log }: RecordedLife): readonly LifeDifference[] {
  const whole = verifyLog(log);
  if (!whole.ok) return [{ field: 'log', recorded: 'whole', replayed: whole }];
  const replayed = foldOf(log.map((event) => upcast(event)));
  return Object.keys(record).flatMap((field) => {
    const [before, after] = [record, replayed ?? {}].map((each) => (each as Record<string, unknown>)[field]);
    return tells(after, before) ? [] : [{ field, recorded: before, replayed: after }];
  });
}

/** Whether a value of today tells everything that was recorded. */
function tells(today: unknown, recorded: unknown): boolean {
  if (typeof recorded !== 'object' || recorded === null || typeof today !== 'object' || today === null) {
    return Object.is(today, recorded);
  }
  if (Array.isArray(recorded) && recorded.length !== (today as readonly unknown[]).length) return false;
  return Object.entries(recorded).every(
    ([key, value]) => Object.hasOwn(today, key) && tells((today as Record<string, unknown>)[key], value),
  );
}
