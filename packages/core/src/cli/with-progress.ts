import { Progress, type Terminal } from '@hotline-kit/rules/command-line';
import type { TicketStore } from '../storage/store.js';
import type { BilingualText } from '../ticket/refusal.js';

/** Tells that so much more is done. */
type Advance = (more: number) => void;

/**
 * Shows how far long work is while it goes on, where there is a terminal to show it.
 *
 * @param total how much there is to do; undefined where nobody knows, and then what is done is counted
 */
export async function withProgress<T>(
  terminal: Terminal,
  what: BilingualText,
  total: number | undefined,
  act: (advance: Advance) => Promise<T>,
): Promise<T> {
  const progress = await Progress.begin(terminal, what, total);
  let done = 0;
  try {
    return await act((more) => {
      done += more;
      const count = total === undefined ? done.toLocaleString('en') : `${done}/${total}`;
      progress.update(done, { zh: count, en: count });
    });
  } finally {
    progress.end();
  }
}

/** The same for work on a database: the tickets that are read, and those that are written, are counted. */
export function withStoreProgress<T>(
  terminal: Terminal,
  what: BilingualText,
  store: TicketStore,
  act: (store: TicketStore) => Promise<T>,
): Promise<T> {
  if (terminal.live === undefined) return act(store);
  return withProgress(terminal, what, undefined, (advance) => act(counted(store, advance)));
}

function counted(store: TicketStore, advance: Advance): TicketStore {
  const find: TicketStore['find'] = async (query) => {
    const page = await store.find(query);
    advance(page.length);
    return page;
  };
  const commit: TicketStore['commit'] = async (commits) => {
    const outcome = await store.commit(commits);
    advance(commits.length);
    return outcome;
  };
  const own = { find, commit } as const;
  return new Proxy(store, {
    get(target, key) {
      if (key === 'find' || key === 'commit') return own[key];
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
