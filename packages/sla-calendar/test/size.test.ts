import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';

const resolveDir = fileURLToPath(new URL('../src', import.meta.url));

/** Bytes of a program that uses the package, minified and gzipped, without date-fns, zod and noble. */
async function size(program: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    external: ['zod', 'date-fns', 'date-fns/*', '@noble/hashes/*'],
  });
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length;
}

const kib = 1024;

describe('what a browser loads (gzip, all years included, without zod, date-fns and noble)', () => {
  test.each([
    ['the data of twenty years', 1.8, "export { publishedYears } from './published-years.js'"],
    [
      'the engine with all years',
      8,
      "export { WorkingCalendar } from './working-calendar.js'; export { dueInstant } from './due-instant.js'; export { publishedYears } from './published-years.js'",
    ],
    ['chinaCalendar and dueDate with explain()', 13.1, "export { chinaCalendar, dueDate } from './index.js'"],
    ['the whole main door', 17.6, "export * from './index.js'"],
  ])('%s: at most %d KiB', async (_, budget, program) => {
    const bytes = await size(program);
    expect(bytes / kib).toBeLessThanOrEqual(budget);
    // A budget that is far from the truth watches nothing.
    expect(bytes / kib).toBeGreaterThan(budget * 0.98);
  });
});
