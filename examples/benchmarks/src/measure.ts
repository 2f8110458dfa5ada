/** One thing to measure: `run` does `operations` operations and gives something that depends on all of them. */
export interface Contestant {
  readonly name: string;
  readonly operations: number;
  readonly run: () => unknown | Promise<unknown>;
}

/** What a contestant took an operation, the median of several rounds, in microseconds. */
export interface Measured {
  readonly name: string;
  readonly microseconds: number;
}

const rounds = 5;

/** Measures the CPU time of the whole process: what a busy machine disturbs least. */
export function measure(contestants: readonly Contestant[]): Promise<readonly Measured[]> {
  return inTurn(contestants, () => {
    const before = process.cpuUsage();
    return () => {
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
  });
}

/** Measures the time on the wall: for what waits for a disk. */
export function measureWall(contestants: readonly Contestant[]): Promise<readonly Measured[]> {
  return inTurn(contestants, () => {
    const before = performance.now();
    return () => (performance.now() - before) * 1000;
  });
}

/**
 * Runs contestants in turn, round after round, so that a noisy moment meets all of them alike. The first round of each
 * warms the compiler up and is not counted.
 */
async function inTurn(contestants: readonly Contestant[], watch: () => () => number): Promise<readonly Measured[]> {
  const times = new Map<Contestant, number[]>(contestants.map((contestant) => [contestant, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [contestant, taken] of times) {
      globalThis.gc?.();
      const elapsed = watch();
      await contestant.run();
      const microseconds = elapsed();
      if (round > 0) taken.push(microseconds / contestant.operations);
    }
  }
  return [...times].map(([{ name }, taken]) => ({ name, microseconds: median(taken) }));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Prints a group: each contestant's time an operation, and how many times the first one's it is. */
export function report(
  title: string,
  measured: readonly Measured[],
  notes: readonly string[] = [],
  kind: 'CPU' | 'wall' = 'CPU',
): void {
  const width = Math.max(...measured.map(({ name }) => name.length));
  const first = measured[0]?.microseconds ?? Number.NaN;
  console.log(`\n${title}`);
  for (const { name, microseconds } of measured) {
    const time = `${format(microseconds)} µs ${kind}`.padStart(18);
    const rate = `${Math.round(1e6 / microseconds).toLocaleString('en')}/s`.padStart(16);
    console.log(`  ${name.padEnd(width)}${time}${rate}${`× ${format(microseconds / first)}`.padStart(14)}`);
  }
  for (const note of notes) console.log(`  ${note}`);
}

function format(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}

/** Stops the run where two contestants do not give the same: a fast wrong answer is no figure. */
export function mustAgree(what: string, left: unknown, right: unknown): void {
  if (JSON.stringify(left) === JSON.stringify(right)) return;
  throw new Error(`${what}: the outputs differ: ${JSON.stringify(left)} and ${JSON.stringify(right)}`);
}
