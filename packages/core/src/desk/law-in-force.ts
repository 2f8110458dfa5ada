import type { CityPack } from '@hotline-kit/rules';
import { StoreRows } from '../assessment/store-rows.js';
import type { TicketEvent } from '../ticket/event.js';
import type { DeskOptions } from './desk-options.js';
import { Executor } from './executor.js';
import type { Numbering } from './numbering.js';
import { Reader } from './reader.js';

/** The law that counts now, and what works under it: all of it changes together. */
export class LawInForce {
  readonly #options: DeskOptions;
  readonly #numbering: Numbering;
  #pack: CityPack;
  #executor: Executor;
  #reader: Reader;
  #assessed: StoreRows;

  constructor(options: DeskOptions, numbering: Numbering) {
    const { pack, store } = options;
    this.#options = options;
    this.#numbering = numbering;
    this.#pack = pack;
    this.#executor = this.#executorOf(pack);
    this.#reader = new Reader(store, pack);
    this.#assessed = new StoreRows(store, pack);
  }

  get pack(): CityPack {
    return this.#pack;
  }

  get executor(): Executor {
    return this.#executor;
  }

  get reader(): Reader {
    return this.#reader;
  }

  /** The rows that metrics count, kept up to date from call to call. */
  get assessed(): StoreRows {
    return this.#assessed;
  }

  /** From now on this pack counts. */
  use(pack: CityPack): void {
    const { store } = this.#options;
    this.#pack = pack;
    this.#executor = this.#executorOf(pack);
    this.#reader = new Reader(store, pack);
    this.#assessed = new StoreRows(store, pack);
  }

  /** Whether the host wants this event from the outbox. */
  leaves({ type }: TicketEvent): boolean {
    const { publish = 'all' } = this.#options;
    return publish === 'all' || (publish !== 'none' && publish.includes(type));
  }

  #executorOf(pack: CityPack): Executor {
    const { newId, now, hooks = {}, store } = this.#options;
    return new Executor({
      pack,
      store,
      numbering: this.#numbering,
      hooks,
      detectRepeats: this.#options.detectRepeats ?? false,
      newId: newId ?? (() => globalThis.crypto.randomUUID()),
      now: now ?? (() => new Date()),
      leaves: (event) => this.leaves(event),
    });
  }
}
