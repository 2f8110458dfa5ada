import type { TicketStore } from '../storage/store.js';
import { commitCases } from './contract/commit-cases.js';
import { deadlineCases } from './contract/deadline-cases.js';
import { findCases } from './contract/find-cases.js';
import { outboxCases } from './contract/outbox-cases.js';
import type { Proof } from './contract/proof.js';

/** One promise of a store. */
export interface ContractCase {
  /** What it promises, as a sentence. */
  readonly title: string;
  /** Proves it on a store of its own; rejects with an `AssertionError` where it does not hold. */
  run(): Promise<void>;
}

/**
 * The promises of every store, for any test runner.
 * @param makeStore gives a new, empty store that is not yet open
 * @example
 * for (const { title, run } of storeContract(() => myStore())) test(title, run);
 */
export function storeContract(makeStore: () => TicketStore | Promise<TicketStore>): readonly ContractCase[] {
  const promises: Readonly<Record<string, Proof>> = { ...commitCases, ...deadlineCases, ...outboxCases, ...findCases };
  return Object.entries(promises).map(([title, prove]) => ({
    title,
    async run() {
      const store = await makeStore();
      await store.open();
      try {
        await prove(store);
      } finally {
        await store.close();
      }
    },
  }));
}
