/** An instant as a host may have it: ISO text with offset, epoch milliseconds or a `Date`. */
export type InstantInput = string | number | Date;

/** The instant in epoch milliseconds; `undefined` for what is no instant. */
export function epochOf(instant: InstantInput | undefined): number | undefined {
  return Number(new Date(instant ?? '')) || undefined;
}

/** One second for everybody who counts down: a single timer, aligned to the seconds of the server's clock. */
export interface Ticker {
  /** The last whole second told, epoch milliseconds by the server's clock; `undefined` before the first. */
  now(): number | undefined;
  /** Calls the listener each second; the timer runs only while somebody listens. */
  subscribe(listener: () => void): () => void;
  /**
   * Tells the ticker what the server's clock showed, for instance when it made a view (epoch milliseconds). A reading
   * is always late by the way it took, so the reading furthest ahead is the truest and stays; a view from a cache
   * cannot set the time back. Until a reading comes, the device's own clock counts.
   */
  sync(serverNow: number): void;
}

/**
 * Makes a ticker. Widgets share one by default; a page with a clock of its own (a simulation, a test) gives its own
 * to `HotlineProvider`.
 *
 * @param getNow The device's clock, epoch milliseconds. Default: `Date.now`.
 * @example
 * const ticker = createTicker(() => 1_000_400)
 * ticker.sync(2_000_400) // the server is 1,000 s ahead
 * ticker.now() // 2000000
 */
export function createTicker(getNow: () => number = Date.now): Ticker {
  const listeners = new Set<() => void>();
  let ahead: number | undefined;
  let current: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const beat = () => {
    const exact = getNow() + (ahead ?? 0);
    const rest = exact % 1000;
    clearTimeout(timer);
    if (listeners.size > 0) timer = setTimeout(beat, 1000 - rest);
    if (exact - rest === current) return;
    current = exact - rest;
    for (const listener of listeners) listener();
  };

  return {
    now: () => current,
    subscribe(listener) {
      listeners.add(listener);
      if (listeners.size === 1) beat();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) clearTimeout(timer);
      };
    },
    sync(serverNow) {
      const reading = serverNow - getNow();
      if (ahead !== undefined && reading <= ahead) return;
      ahead = reading;
      beat();
    },
  };
}

/** The ticker of all widgets that are given no other. */
export const sharedTicker: Ticker = /* @__PURE__ */ createTicker();
