import { HotlineError } from '../../errors.js';
import type { StoredTicket, TicketStore } from '../../storage/store.js';

/** What the next calls of a store shall suffer. */
export interface Mishaps {
  /** The next load gives the snapshot before the newest one. */
  staleReads: number;
  /** The next commit dies before it is written, or after. */
  crash: 'before' | 'after' | undefined;
  /** Commits fail: there is no room. */
  full: boolean;
  /** The next settlement is lost. */
  settleLost: boolean;
}

/** A process that died. The simulator opens a new one. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

const full = {
  what: { zh: '磁盘已满', en: 'no space left on device' },
  fix: { zh: '请清理磁盘', en: 'make room' },
};

/** No mishaps. */
export const calm = (): Mishaps => ({ staleReads: 0, crash: undefined, full: false, settleLost: false });

/** A store through which one process sees another one's: with its mishaps. */
export function faultyStore(store: TicketStore, mishaps: Mishaps): TicketStore {
  const before = new Map<string, StoredTicket>();
  const newest = new Map<string, StoredTicket>();
  const remember = (ticket: string, stored: StoredTicket) => {
    const known = newest.get(ticket);
    if (known !== undefined && known.record.version < stored.record.version) before.set(ticket, known);
    newest.set(ticket, stored);
  };
  const load: TicketStore['load'] = async (ticket, command, known) => {
    const loaded = await store.load(ticket, command, mishaps.staleReads === 0 ? known : undefined);
    if (loaded.stored === undefined) return loaded;
    remember(ticket, loaded.stored);
    const old = before.get(ticket);
    if (mishaps.staleReads === 0 || old === undefined) return loaded;
    mishaps.staleReads -= 1;
    // A stale reader does not know of the command either, unless it is older than the snapshot.
    const knows = loaded.command !== undefined && loaded.command.lastVersion <= old.record.version;
    return knows ? { ...loaded, stored: old } : { stored: old };
  };
  return {
    ...store,
    load,
    loadMany: (wanted) => Promise.all(wanted.map(({ ticket, command, known }) => load(ticket, command, known))),
    async commit(commits) {
      const { crash } = mishaps;
      if (crash === 'before') throw new Crash('before the commit');
      if (mishaps.full) throw new HotlineError('storeUnavailable', full.what, full);
      const outcome = await store.commit(commits);
      if (outcome.ok) for (const { ticket, stored } of commits) remember(ticket, stored);
      if (crash === 'after') throw new Crash('after the commit');
      return outcome;
    },
    async settle(delivered) {
      if (mishaps.settleLost) throw new Crash('before the settlement');
      return store.settle(delivered);
    },
    // A process that dies or closes leaves the database to the others.
    async open() {},
    async close() {},
  };
}
