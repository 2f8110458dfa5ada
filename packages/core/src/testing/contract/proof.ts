import type { TicketStore } from '../../storage/store.js';

/** Proves one promise on an open, empty store; rejects with an `AssertionError` where it does not hold. */
export type Proof = (store: TicketStore) => Promise<void>;
