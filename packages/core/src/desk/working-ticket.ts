import { nextMomentOf } from '../clocks/due.js';
import type { Caller } from '../intake/call.js';
import { GENESIS_HASH, type SealContext, seal } from '../log/seal.js';
import type { CommandRow, StoredTicket, TicketCommit } from '../storage/store.js';
import type { NewEvent, TicketEvent } from '../ticket/event.js';
import type { TicketRecord } from '../ticket/ticket-record.js';

/** One ticket while a unit of work goes on: what was loaded, and what has come to it since. */
export class WorkingTicket {
  record: TicketRecord | undefined;
  readonly events: TicketEvent[] = [];
  /** Commands that this work carries out. */
  readonly commands = new Map<string, CommandRow>();
  /** Commands that the store was asked for, with their rows where they had been carried out before. */
  readonly asked = new Map<string, CommandRow | undefined>();
  caller: Caller | undefined;
  #head: string;

  constructor(
    readonly id: string,
    readonly loaded: StoredTicket | undefined,
  ) {
    this.record = loaded?.record;
    this.#head = loaded?.head ?? GENESIS_HASH;
  }

  /** The version in the log, with what this work adds. */
  get version(): number {
    return (this.loaded?.record.version ?? 0) + this.events.length;
  }

  /** Whether the ticket did not exist before this work. */
  get isNew(): boolean {
    return this.loaded === undefined;
  }

  /** Puts decided events into the log. */
  add(events: readonly NewEvent[], after: TicketRecord, context: SealContext): readonly TicketEvent[] {
    const sealed = seal(events, { version: this.version, hash: this.#head }, context);
    this.events.push(...sealed);
    this.#head = sealed.at(-1)?.hash ?? this.#head;
    this.record = after;
    return sealed;
  }

  /** What is to be written, if anything changed. */
  commit(leaves: (event: TicketEvent) => boolean): TicketCommit | undefined {
    const { record, loaded } = this;
    if (record === undefined || this.events.length === 0) return undefined;
    return {
      ticket: this.id,
      expectedVersion: loaded?.record.version ?? 0,
      expectedHead: loaded?.head ?? GENESIS_HASH,
      ...(loaded === undefined ? {} : { before: loaded.record }),
      stored: { record, head: this.#head },
      events: this.events,
      commands: [...this.commands.values()],
      deadlines: changedDeadlines(loaded?.record, record),
      outbox: this.events.filter(leaves).map(({ version }) => version),
      ...(this.caller === undefined ? {} : { caller: this.caller }),
    };
  }
}

const NONE: ReadonlyMap<string, number | null> = new Map();

/** The next moment of each clock that changed: only those rows are written. */
function changedDeadlines(before: TicketRecord | undefined, after: TicketRecord): ReadonlyMap<string, number | null> {
  if (before?.clocks === after.clocks) return NONE;
  const changed = new Map<string, number | null>();
  for (const id in after.clocks) {
    const was = before?.clocks[id];
    const is = after.clocks[id];
    if (is === undefined || is === was) continue;
    const next = nextMomentOf(is);
    if (next !== (was && nextMomentOf(was))) changed.set(id, next ?? null);
  }
  return changed;
}
