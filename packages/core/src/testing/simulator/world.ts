import { type Desk, openDesk } from '../../desk/desk.js';
import type { DeskCommand } from '../../desk/desk-command.js';
import type { Result } from '../../desk/ticket.js';
import { HotlineError } from '../../errors.js';
import { memoryStore } from '../../storage/memory.js';
import type { TicketStore } from '../../storage/store.js';
import type { TicketEvent } from '../../ticket/event.js';
import type { Cast } from './cast.js';
import { Crash, calm, faultyStore, type Mishaps } from './faulty-store.js';

/** What was asked of a desk and what it said, as whoever asked remembers it. */
export interface Memory {
  readonly command: DeskCommand;
  /** What it said; undefined while nobody knows, for the process died. */
  result: Result | undefined;
}

/** Two processes on one store, and everything that the world outside knows. */
export class World {
  readonly memories = new Map<string, Memory>();
  readonly delivered: string[] = [];
  readonly mishaps: readonly Mishaps[] = [calm(), calm()];
  readonly #desks: Desk[] = [];
  #usesOther = { pack: false, calendar: false };

  private constructor(
    readonly cast: Cast,
    readonly store: TicketStore,
  ) {}

  /** A world with an empty store. */
  static async open(cast: Cast): Promise<World> {
    const store = await (cast.makeStore ?? memoryStore)();
    await store.open();
    const world = new World(cast, store);
    for (const worker of [0, 1]) await world.restart(worker);
    return world;
  }

  /** The desk of a process. */
  desk(worker: number): Desk {
    const desk = this.#desks[worker % 2];
    if (desk === undefined) throw new RangeError('there are two workers');
    return desk;
  }

  /** A process begins anew: nothing of its memory is left. */
  async restart(worker: number): Promise<void> {
    const mishaps = this.mishaps[worker % 2] ?? calm();
    Object.assign(mishaps, calm());
    const pack = this.#usesOther.pack ? this.cast.otherPack : this.cast.pack;
    this.#desks[worker % 2] = await openDesk({ pack, store: faultyStore(this.store, mishaps), now: () => new Date(0) });
  }

  /** Gives a command; a process that dies is begun anew, and whoever asked knows nothing. */
  async give(worker: number, command: DeskCommand): Promise<void> {
    const id = command.id ?? '';
    const memory = this.memories.get(id) ?? { command, result: undefined };
    this.memories.set(id, memory);
    const result = await this.survive(worker, () => this.desk(worker).execute(command));
    if (result !== undefined) memory.result ??= result;
  }

  /** Runs what may die, or meet a full disk, or others again and again. */
  async survive<T>(worker: number, act: () => Promise<T>): Promise<T | undefined> {
    try {
      return await act();
    } catch (error) {
      if (error instanceof Crash) await this.restart(worker);
      else if (!(error instanceof HotlineError) || !['storeUnavailable', 'storeConflict'].includes(error.code))
        throw error;
      return undefined;
    } finally {
      Object.assign(this.mishaps[worker % 2] ?? {}, calm());
    }
  }

  /** Hands on what waits; dies after some events where it shall. */
  async deliver(worker: number, at: number, diesAfter = Number.POSITIVE_INFINITY): Promise<void> {
    let left = diesAfter;
    const handler = (event: TicketEvent) => {
      if (left === 0) throw new Crash('while delivering');
      left -= 1;
      this.delivered.push(`${event.ticket}:${event.version}`);
    };
    await this.survive(worker, () => this.desk(worker).deliver(handler, { at }));
  }

  /** The other pack comes, or the first one comes back, in both processes. */
  changePack(at: number): void {
    this.#usesOther.pack = !this.#usesOther.pack;
    const pack = this.#usesOther.pack ? this.cast.otherPack : this.cast.pack;
    for (const worker of [0, 1]) this.desk(worker).usePack(pack, { by: { id: 'office', role: 'system' }, at });
  }

  /** The other calendar comes, or the first one comes back. */
  async amendCalendar(worker: number, at: number): Promise<void> {
    this.#usesOther.calendar = !this.#usesOther.calendar;
    const { otherCalendar, pack } = this.cast;
    const calendar = this.#usesOther.calendar ? otherCalendar : pack.calendars[otherCalendar.id];
    const given = { by: { id: 'office', role: 'system' } as const, at };
    await this.survive(worker, () => this.desk(worker).retime({ ...given, ...(calendar && { calendar }) }));
  }
}
