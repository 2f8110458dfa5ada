import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseCityPack } from '@hotline-kit/rules';
import { type Measured, measure, median } from '../measure.js';
import { report } from '../report.js';
import { largePack } from './large-pack.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** Prints the microseconds of CPU of a process when it ends. */
const CLOCK = `data:text/javascript,process.on('exit',()=>{const{user,system}=process.cpuUsage();console.error(user+system)})`;

/** A pack of 39,000 items: loading it, and the integrator's command on it in a fresh process. */
export async function benchPack(): Promise<void> {
  const rows = largePack('rows');
  const { 'implementation-list.csv': _, ...without } = rows;
  const measured = await measure([
    { name: 'load a pack of 39,006 rows, each checked', operations: 1, run: () => parseCityPack(rows) },
    { name: 'the same pack without them', operations: 1, run: () => parseCityPack(without) },
  ]);
  const [loaded = Number.NaN, rest = Number.NaN] = measured.map(({ microseconds }) => microseconds / 1000);
  report('Load an implementation list', measured, [], 'CPU', [
    { what: 'the list alone', measured: loaded - rest, unit: 'ms CPU', goal: 80 },
  ]);

  const folder = mkdtempSync(join(tmpdir(), 'hotline-kit-bench-'));
  try {
    const commands = (['rows', 'rules'] as const).map((kind) => checkCommand(join(folder, kind), kind));
    report('hotline-rules check, a fresh process', commands, [], 'CPU', [
      ...commands.map(({ name, microseconds }) => ({
        what: name,
        measured: microseconds / 1e6,
        unit: 's CPU',
        goal: 2,
      })),
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function checkCommand(folder: string, kind: 'rows' | 'rules'): Measured {
  mkdirSync(folder);
  for (const [name, text] of Object.entries(largePack(kind))) writeFileSync(join(folder, name), text);
  const taken = Array.from({ length: 5 }, () => {
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      ['--import', CLOCK, join(root, 'packages/rules/dist/cli.js'), 'check', folder],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`hotline-rules check: ${stdout}${stderr}`);
    return Number(stderr.trim().split('\n').at(-1));
  });
  const name = kind === 'rows' ? '39,006 rows' : '39,006 rules, each with a test';
  return { name, microseconds: median(taken), rounds: taken };
}
