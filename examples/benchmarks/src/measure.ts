/** One thing to measure: `run` does `operations` operations and gives something that depends on all of them. */
export interface Contestant {
  readonly name: string;
  readonly operations: number;
  readonly run: () => unknown | Promise<unknown>;
}

/** What a contestant took: CPU time of the whole process, the median of several rounds. */
export interface Measured {
  readonly name: string;
  readonly microsecondsCpu: number;
  readonly operationsPerSecond: number;
}

const rounds = 5;

/**
 * Measures contestants in turn, round after round, so that a noisy moment meets all of them alike. The first round of
 * each warms the compiler up and is not counted.
 */
export async function measure(contestants: readonly Contestant[]): Promise<readonly Measured[]> {
  const times = new Map<Contestant, number[]>(contestants.map((contestant) => [contestant, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [contestant, taken] of times) {
      globalThis.gc?.();
      const before = process.cpuUsage();
      await contestant.run();
      const { user, system } = process.cpuUsage(before);
      if (round > 0) taken.push((user + system) / contestant.operations);
    }
  }
  return [...times].map(([{ name }, taken]) => {
    const microsecondsCpu = median(taken);
    return { name, microsecondsCpu, operationsPerSecond: 1e6 / microsecondsCpu };
  });
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Prints a group: each contestant's CPU time an operation, and how many times the first one's it is. */
export function report(title: string, measured: readonly Measured[], notes: readonly string[] = []): void {
  const width = Math.max(...measured.map(({ name }) => name.length));
  const first = measured[0]?.microsecondsCpu ?? Number.NaN;
  console.log(`\n${title}`);
  for (const { name, microsecondsCpu, operationsPerSecond } of measured) {
    const time = `${format(microsecondsCpu)} µs CPU`.padStart(16);
    const rate = `${Math.round(operationsPerSecond).toLocaleString('en')}/s`.padStart(16);
    console.log(`  ${name.padEnd(width)}${time}${rate}${`× ${format(microsecondsCpu / first)}`.padStart(14)}`);
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
