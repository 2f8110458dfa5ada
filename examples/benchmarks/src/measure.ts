/** One thing to measure: `run` does `operations` operations and gives something that depends on all of them. */
export interface Contestant {
  readonly name: string;
  readonly operations: number;
  readonly run: () => unknown | Promise<unknown>;
  /** What must be laid ready before each round, and is not measured. */
  readonly before?: () => unknown | Promise<unknown>;
}

/** How a group is measured. */
export interface Watch {
  /** CPU time of the whole process (default): what a busy machine disturbs least. The wall's: for what waits for a disk. */
  readonly clock?: Clock;
  /** Rounds of each that count; 5 by default. */
  readonly rounds?: number;
  /** Rounds of each before, that warm the compiler up; 1 by default. */
  readonly warmUp?: number;
  /**
   * What is collected before each round, so that nobody pays for another one's garbage: `all` memory by default. With a
   * full collection V8 throws compiled code away where no object of its classes is left: what is measured warm, as it
   * runs all day, has only the `young` objects collected, among them those that the benchmark has laid ready.
   */
  readonly collects?: 'all' | 'young';
}

type Clock = 'CPU' | 'wall';

/** What a contestant took an operation, in microseconds. */
export interface Measured {
  readonly name: string;
  /** The median of the rounds, by the clock that was asked for. */
  readonly microseconds: number;
  /** Each round that counts, by both clocks. */
  readonly rounds: Readonly<Record<Clock, readonly number[]>>;
}

/** Runs contestants in turn, round after round, so that a noisy moment meets all of them alike. */
export async function measure(
  contestants: readonly Contestant[],
  { clock = 'CPU', rounds = 5, warmUp = 1, collects = 'all' }: Watch = {},
): Promise<readonly Measured[]> {
  const taken = contestants.map(() => ({ CPU: [] as number[], wall: [] as number[] }));
  for (let round = 0; round < warmUp + rounds; round += 1) {
    for (const [index, { before, run, operations }] of contestants.entries()) {
      await before?.();
      collect(collects);
      const [cpu, wall] = [process.cpuUsage(), performance.now()];
      await run();
      const [{ user, system }, elapsed] = [process.cpuUsage(cpu), performance.now() - wall];
      if (round < warmUp) continue;
      taken[index]?.CPU.push((user + system) / operations);
      taken[index]?.wall.push((elapsed * 1000) / operations);
    }
  }
  return contestants.map(({ name }, index) => {
    const own = taken[index] ?? { CPU: [], wall: [] };
    return { name, microseconds: median(own[clock]), rounds: own };
  });
}

/** An object is moved out of the young ones where it survives two collections. */
function collect(what: 'all' | 'young'): void {
  if (what === 'all') globalThis.gc?.();
  else for (let n = 0; n < 2; n += 1) globalThis.gc?.({ type: 'minor', execution: 'sync' });
}

/** How many times as long the first took as the second: the median of the rounds, each compared with its neighbour. */
export function timesAsLong(first: Measured | undefined, second: Measured | undefined, clock: Clock = 'CPU'): number {
  const ratios = (first?.rounds[clock] ?? []).map((taken, n) => taken / (second?.rounds[clock][n] ?? Number.NaN));
  return median(ratios);
}

/** The middle one of several figures. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The megabytes of heap that stay behind when something was made and is kept. */
export async function heapOf(make: () => unknown | Promise<unknown>): Promise<number> {
  const collect = globalThis.gc;
  if (collect === undefined) throw new Error('Heap is measured with --expose-gc only.');
  collect();
  const before = process.memoryUsage().heapUsed;
  const kept = await make();
  collect();
  const bytes = process.memoryUsage().heapUsed - before;
  // Read once more, so that it cannot be collected before.
  return kept === undefined ? 0 : bytes / 1e6;
}

/** Runs something several times over. */
export function times(count: number, act: () => unknown): unknown {
  let last: unknown;
  for (let n = 0; n < count; n += 1) last = act();
  return last;
}

/** Stops the run where two contestants do not give the same: a fast wrong answer is no figure. */
export function mustAgree(what: string, left: unknown, right: unknown): void {
  const [one, other] = [left, right].map((each) => JSON.stringify(each));
  if (one === other) return;
  throw new Error(`${what}: the outputs differ: ${one?.slice(0, 500)} and ${other?.slice(0, 500)}`);
}
