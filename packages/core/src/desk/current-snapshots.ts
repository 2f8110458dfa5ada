import { upcast } from '../log/upcast.js';
import type { LoadedTicket, StoredTicket, TicketStore } from '../storage/store.js';
import { foldOf } from '../ticket/fold-of.js';
import { SNAPSHOT_SHAPE } from '../ticket/snapshot-shape.js';

/**
 * A store whose snapshots are all of today's shape: one that an earlier version of this package wrote is folded anew
 * from the log as it is read, and written with the ticket's next command. An upgrade needs no step for them.
 */
export function withCurrentSnapshots(store: TicketStore): TicketStore {
  const current = async (stored: StoredTicket): Promise<StoredTicket> => {
    const { record, head } = stored;
    if (record.shape === SNAPSHOT_SHAPE) return stored;
    const log = await store.events(record.id, record.version);
    return { record: foldOf(log.map((event) => upcast(event))) ?? record, head };
  };
  const currentOf = async (loaded: LoadedTicket): Promise<LoadedTicket> =>
    loaded.stored === undefined ? loaded : { ...loaded, stored: await current(loaded.stored) };
  const join = store.within?.bind(store);
  return {
    open: () => store.open(),
    ...(join === undefined ? {} : { within: (connection: unknown) => withCurrentSnapshots(join(connection)) }),
    load: async (ticket, command, known) => currentOf(await store.load(ticket, command, known)),
    loadMany: async (wanted) => Promise.all((await store.loadMany(wanted)).map(currentOf)),
    events: (ticket, through) => store.events(ticket, through),
    commit: (commits) => store.commit(commits),
    reserveNumbers: (scope, count) => store.reserveNumbers(scope, count),
    claimDue: (at, limit, leaseUntil) => store.claimDue(at, limit, leaseUntil),
    nextDueAt: () => store.nextDueAt(),
    claimOutbox: (at, limit, leaseUntil) => store.claimOutbox(at, limit, leaseUntil),
    settle: (delivered) => store.settle(delivered),
    release: (undelivered) => store.release(undelivered),
    find: async (query) => Promise.all((await store.find(query)).map(current)),
    caller: (ticket) => store.caller(ticket),
    eraseCaller: (ticket) => store.eraseCaller(ticket),
    close: () => store.close(),
  };
}
