import { useMemo, useSyncExternalStore } from 'react';
import type { Ticker } from './ticker.js';

/**
 * What `select` makes of each second; renders again only when it returns another value, so `select` must return the
 * same object while nothing that is shown has changed. Server and first client render show `serverNow`.
 *
 * @param fixedNow A standing instant: nothing ticks. Epoch milliseconds.
 * @param serverNow The server's instant that the data is of, shown until the ticker knows better. Epoch milliseconds.
 */
export function useTicking<T>(
  ticker: Ticker,
  fixedNow: number | undefined,
  serverNow: number | undefined,
  select: (now: number | undefined) => T,
): T {
  const subscribe = useMemo(
    () => (listener: () => void) => {
      if (fixedNow !== undefined) return () => {};
      if (serverNow !== undefined) ticker.sync(serverNow);
      return ticker.subscribe(listener);
    },
    [ticker, fixedNow, serverNow],
  );
  const first = fixedNow ?? serverNow;
  const read = () => {
    const told = ticker.now() ?? 0;
    // The server's clock has passed the instant of its own data.
    return select(fixedNow === undefined && told > (serverNow ?? 0) ? told : first);
  };
  return useSyncExternalStore(subscribe, read, () => select(first));
}
