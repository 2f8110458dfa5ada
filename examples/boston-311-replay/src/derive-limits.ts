/**
 * Derives the limits by type in `pack/clocks.json` from the published targets of the sample.
 *
 *   pnpm --filter @hotline-kit/example-boston-311-replay derive-limits            which term fits each type, and how well
 *   pnpm --filter @hotline-kit/example-boston-311-replay derive-limits --terms    the list of terms for clocks.json
 */
import { sample } from './arguments.js';
import { loadBostonPack } from './boston-pack.js';
import { limitsByType, type TypeLimit, termChoices } from './limits/limits-by-type.js';

const limits = await limitsByType(sample, await loadBostonPack());
if (process.argv.includes('--terms')) {
  process.stdout.write(`${JSON.stringify(termChoices(limits), null, 2)}\n`);
} else {
  process.stdout.write(`${line('rows', 'exact', '5 s', '1 min', 'term', 'type')}\n`);
  for (const { rows, exact, within5s, within1min, term, type } of limits) {
    const words = 'amount' in term ? `${term.amount} ${term.kind}` : term.kind;
    process.stdout.write(`${line(rows, exact, within5s, within1min, words, type)}\n`);
  }
  const total = (of: (limit: TypeLimit) => number) => limits.reduce((sum, limit) => sum + of(limit), 0);
  const all = [total(({ rows }) => rows), total(({ exact }) => exact), total(({ within5s }) => within5s)];
  process.stdout.write(
    `${line(
      ...(all as [number, number, number]),
      total(({ within1min }) => within1min),
      '',
      'all',
    )}\n`,
  );
}

type Cell = string | number;

function line(rows: Cell, exact: Cell, within5s: Cell, within1min: Cell, term: string, type: string): string {
  const counts = [rows, exact, within5s, within1min].map((cell) => String(cell).padStart(5));
  return `${counts.join('  ')}  ${term.padEnd(16)}  ${type}`;
}
