import type { DurableFigures } from './durable-commands.js';
import { timesAsLong } from './measure.js';
import { inOwnProcess } from './own-process.js';
import { report } from './report.js';
import { settings, workloads } from './workloads.js';

/** Durable commands in SQLite: each way of committing in a process of its own, as a desk has one. */
export async function benchStore(): Promise<void> {
  for (const [setting, { title }] of settings.entries()) {
    for (const [workload, { what }] of workloads.entries()) {
      const { measured, statements } = await inOwnProcess<DurableFigures>('./durable-commands.ts', [setting, workload]);
      const [own, floor] = measured;
      const rows = `${statements.toFixed(1)} statements a command; all databases end with the same rows`;
      const ratio = 'commands a second, by those of the bare statements';
      report(`${title}; ${what}`, measured, [rows], 'wall', [
        { what: ratio, measured: timesAsLong(floor, own), unit: '×', goal: 0.5, atLeast: true },
      ]);
    }
  }
}
