import type { Measured } from './measure.js';

/** A figure that the project set itself, beside what was measured. */
export interface Goal {
  readonly what: string;
  readonly measured: number;
  readonly unit: string;
  /** What it may be at most; `atLeast` where more is better. */
  readonly goal: number;
  readonly atLeast?: boolean;
}

interface Group {
  readonly title: string;
  readonly clock: 'CPU' | 'wall';
  readonly lines: readonly { readonly name: string; readonly microseconds: number; readonly ratio: number }[];
  readonly goals: readonly Goal[];
  readonly notes: readonly string[];
}

const groups: Group[] = [];
let silent = false;

/** Nothing is printed until `printJson`. */
export function collectForJson(): void {
  silent = true;
}

/** Prints a group: each contestant's time an operation, and how many times the first one's it is. */
export function report(
  title: string,
  measured: readonly Measured[],
  notes: readonly string[] = [],
  clock: 'CPU' | 'wall' = 'CPU',
  goals: readonly Goal[] = [],
): void {
  const first = measured[0]?.microseconds ?? Number.NaN;
  const lines = measured.map(({ name, microseconds }) => ({ name, microseconds, ratio: microseconds / first }));
  const group = { title, clock, lines, goals, notes };
  groups.push(group);
  if (!silent) print(group);
}

/** All groups of the run as one JSON document. */
export function printJson(): void {
  console.log(
    JSON.stringify({ node: process.version, platform: `${process.platform} ${process.arch}`, groups }, null, 2),
  );
}

function print({ title, clock, lines, goals, notes }: Group): void {
  const width = Math.max(...lines.map(({ name }) => name.length));
  console.log(`\n${title}`);
  for (const { name, microseconds, ratio } of lines) {
    const time = `${format(microseconds)} µs ${clock}`.padStart(18);
    const rate = `${Math.round(1e6 / microseconds).toLocaleString('en')}/s`.padStart(16);
    console.log(`  ${name.padEnd(width)}${time}${rate}${`× ${format(ratio)}`.padStart(14)}`);
  }
  for (const { what, measured, unit, goal, atLeast } of goals) {
    const reached = atLeast === true ? measured >= goal : measured <= goal;
    const bound = `${atLeast === true ? '≥' : '≤'} ${goal}`;
    console.log(`  ${reached ? '✓' : '✗'} ${what}: ${format(measured)} ${unit} (goal ${bound})`);
  }
  for (const note of notes) console.log(`  ${note}`);
}

function format(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}
