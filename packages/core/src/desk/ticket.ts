import type { CityPack } from '@hotline-kit/rules';
import type { Instant } from '@hotline-kit/sla-calendar';
import type { ClockRecord } from '../clocks/clock-record.js';
import type { Actor } from '../ticket/actor.js';
import type { CommandData } from '../ticket/command.js';
import type { TicketEvent } from '../ticket/event.js';
import type { ChartCommand, ChartState, CommandIn, StateAfter } from '../ticket/machine.js';
import { type Allowed, permissions } from '../ticket/permissions.js';
import type { Refusal } from '../ticket/refusal.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import { supervisionLevel } from '../tracks/supervision/supervision-state.js';
import type { DeskCommand, GivenBy } from './desk-command.js';

/** What came of a command. Only faults are thrown. */
export type Result<S extends ChartState = ChartState> =
  | {
      readonly ok: true;
      readonly ticket: Ticket<S>;
      /** What this command brought, clocks' events included. */
      readonly events: readonly TicketEvent[];
      /** The command had been carried out before; this is its stored result. */
      readonly repeated: boolean;
    }
  | { readonly ok: false; readonly refusal: Refusal };

/** One clock of a ticket, its instants as `Date`. */
export interface TicketClock extends Pick<ClockRecord, 'id' | 'state' | 'late' | 'term' | 'certainty' | 'generation'> {
  readonly startedAt: Date;
  readonly dueAt: Date;
  /** When its breach was fired; it has been past due since `dueAt`. */
  readonly breachedAt: Date | undefined;
  readonly stoppedAt: Date | undefined;
}

/** What a ticket needs of its desk. */
export interface TicketHome {
  readonly pack: CityPack;
  execute(command: DeskCommand): Promise<Result>;
}

/**
 * A ticket 工单 as it stands at one version: an immutable snapshot. `do` gives the next one.
 *
 * @typeParam S the states that it may be in; `is` narrows them, and with them the commands that compile
 * @example
 * if (ticket.is('dispatched')) await ticket.do('sign', {}, { by: clerk, at });
 */
export class Ticket<S extends ChartState = ChartState> {
  readonly #home: TicketHome;
  readonly #whole: TicketRecord;
  /** Everything that the log tells of it, as plain JSON; of a ticket listed for a viewer, what they may see. */
  readonly record: TicketRecord;

  /** @param shown the record as its viewer may see it, where it was listed for one */
  constructor(whole: TicketRecord, home: TicketHome, shown: TicketRecord = whole) {
    this.record = shown;
    this.#whole = whole;
    this.#home = home;
  }

  /** The id that all calls take. */
  get id(): string {
    return this.record.id;
  }

  /** The number that people read out. */
  get number(): string {
    return this.record.number;
  }

  /** Number of events so far. */
  get version(): number {
    return this.record.version;
  }

  /** Where it stands. */
  get state(): S {
    return this.record.state as S;
  }

  /** 1 for the first dispatch, one more for each re-dispatch. */
  get round(): number {
    return this.record.round;
  }

  /** The one unit responsible, once it is dispatched. */
  get lead(): string | undefined {
    return this.record.lead ?? undefined;
  }

  /** The units that assist. */
  get assists(): readonly string[] {
    return this.record.assists;
  }

  /** Level of the supervision that runs; 0 where there is none. */
  get supervision(): 0 | 1 | 2 | 3 {
    return supervisionLevel(this.record);
  }

  /** Its clocks by id, in the order of their first start. */
  get clocks(): Readonly<Record<string, TicketClock>> {
    return Object.fromEntries(Object.values(this.record.clocks).map((clock) => [clock.id, clockOf(clock)]));
  }

  /** Whether it is in this state; afterwards only that state's commands compile. */
  is<T extends S>(state: T): this is Ticket<T> {
    return this.record.state === state;
  }

  /**
   * Every command of the chart with ok, or the reason why this actor may not give it now, whatever its data. Where data
   * names a stage, a ground or the like, `takes` has the values with which it may be given; what else the data lacks is
   * not judged before there is data.
   *
   * It reads this ticket alone, as it stands here. It presumes that nobody has changed it since, that other tickets
   * take part (the root of a merge is open, of a repeat that is registered again nothing stands against it), and that
   * the pack is still in force: whether a command is carried out, `execute` says.
   * @param at when it would be given; default the instant of the ticket's last event
   */
  can(by: Actor, { at = this.record.updatedAt }: { readonly at?: Instant } = {}): readonly Allowed[] {
    return permissions(this.#whole, by, { pack: this.#home.pack, at });
  }

  /**
   * Gives a command. It is decided on the ticket's newest version, which may be later than this snapshot; pass
   * `expectedVersion` to insist on this one.
   * @returns the ticket after it, or a refusal that says why and what would make it legal
   */
  do<C extends CommandIn<S>>(
    type: C,
    data: C extends ChartCommand ? CommandData[C] : never,
    given: GivenBy,
  ): Promise<Result<StateAfter<S, C>>> {
    const command = { ...given, ticket: this.id, type, data } as unknown as DeskCommand;
    return this.#home.execute(command) as Promise<Result<StateAfter<S, C>>>;
  }
}

function clockOf({ startedAt, dueAt, breachedAt, stoppedAt, ...clock }: ClockRecord): TicketClock {
  const { id, state, late, term, certainty, generation } = clock;
  return {
    id,
    state,
    late,
    term,
    certainty,
    generation,
    startedAt: new Date(startedAt),
    dueAt: new Date(dueAt),
    breachedAt: breachedAt === null ? undefined : new Date(breachedAt),
    stoppedAt: stoppedAt === null ? undefined : new Date(stoppedAt),
  };
}
