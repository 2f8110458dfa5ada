import type { CityPack } from '@hotline-kit/rules';
import { readLog } from '../log/read-log.js';
import type { TicketStore } from '../storage/store.js';
import { FactRows } from './fact-rows.js';

/** Tickets read from the store at a time. */
const PAGE = 1000;

/** The rows of a store's tickets. Each reading takes in only what is new since the last. */
export class StoreRows {
  readonly #store: TicketStore;
  readonly #rows: FactRows;

  constructor(store: TicketStore, pack: CityPack) {
    this.#store = store;
    this.#rows = new FactRows(pack);
  }

  /** The rows as the store stands now. */
  async read(): Promise<FactRows> {
    for (let after = ''; ; ) {
      const page = await this.#store.find({ limit: PAGE, after });
      for (const { record } of page) {
        const known = this.#rows.versionOf(record.id);
        if (known === record.version) continue;
        const events = await readLog(this.#store, record.id, record.version);
        this.#rows.add(events.slice(known));
      }
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) return this.#rows;
      after = last.record.id;
    }
  }
}
