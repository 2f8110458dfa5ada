import { statSync } from 'node:fs';
import { SingleBar } from 'cli-progress';
import type { Messages } from './messages/messages.js';
import { count, duration, percent } from './numbers.js';

/** Shows how far a run is. */
export interface Progress {
  update(bytes: number, rows: number): void;
  stop(): void;
}

/** Nothing is shown. */
export const silent: Progress = { update() {}, stop() {} };

/** A bar with rate and time left on a terminal; elsewhere a plain line for every tenth. Both on standard error. */
export function progressOf(file: string, messages: Messages): Progress {
  const total = Math.max(1, sizeOf(file));
  return process.stderr.isTTY ? bar(total, messages) : lines(total, messages);
}

function bar(total: number, messages: Messages): Progress {
  const started = performance.now();
  const single = new SingleBar({
    barsize: 18,
    hideCursor: true,
    clearOnComplete: true,
    format: (options, { progress, eta }, { rows }) => {
      const width = options.barsize ?? 18;
      const full = Math.round(progress * width);
      const drawn = `${'█'.repeat(full)}${'░'.repeat(width - full)}`;
      const rate = messages.rowsPerSecond(count((rows / Math.max(1, performance.now() - started)) * 1000));
      const left = messages.secondsLeft(duration(Number(eta)));
      return `${messages.replaying} ${drawn} ${messages.rowsSoFar(percent(progress), count(rows))} · ${rate} · ${left}`;
    },
  });
  single.start(total, 0, { rows: 0 });
  return { update: (bytes, rows) => single.update(bytes, { rows }), stop: () => single.stop() };
}

function lines(total: number, messages: Messages): Progress {
  let tenths = 0;
  return {
    update: (bytes, rows) => {
      const reached = Math.floor((bytes / total) * 10);
      if (reached <= tenths) return;
      tenths = reached;
      process.stderr.write(`${messages.replaying} ${messages.rowsSoFar(percent(bytes / total), count(rows))}\n`);
    },
    stop() {},
  };
}

/** Bytes of a file; 0 where it cannot be looked at, which whoever reads it will report. */
function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}
