import { useCallback, useSyncExternalStore } from 'react';
import type { Ticker } from './ticker.js';

/** Where a widget takes its time from. */
export interface TimeSource {
  readonly ticker: Ticker;
  /** A standing instant: nothing ticks. Epoch milliseconds. */
  readonly fixedNow: number | undefined;
  /** The server's instant that the data is of, shown until the ticker knows better. Epoch milliseconds. */
  readonly serverNow: number | undefined;
}

const never = () => () => {};

/**
 * What `select` makes of each second; renders again only when it returns another value, so `select` must return the
 * same object while nothing that is shown has changed. Server and first client render show `serverNow`.
 */
export function useTicking<T>(source: TimeSource, select: (now: number | undefined) => T): T {
  const { ticker, fixedNow, serverNow } = source;
  const subscribe = useCallback(
    (listener: () => void) => {
      if (serverNow !== undefined) ticker.sync(serverNow);
      return ticker.subscribe(listener);
    },
    [ticker, serverNow],
  );
  const first = fixedNow ?? serverNow;
  const read = () => {
    const told = ticker.now();
    // The server's clock has passed the instant of its own data.
    return select(fixedNow === undefined && told !== undefined && told > (serverNow ?? 0) ? told : first);
  };
  return useSyncExternalStore(fixedNow === undefined ? subscribe : never, read, () => select(first));
}
