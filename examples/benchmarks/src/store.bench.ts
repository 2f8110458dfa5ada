import type { DurableFigures } from './durable-commands.js';
import { timesAsLong } from './measure.js';
import { inOwnProcess } from './own-process.js';
import { report } from './report.js';
import { settings, workloads } from './workloads.js';

const what = 'commands a second, by those of the bare statements';

/**
 * Durable commands in SQLite: each way of committing in a process of its own, as a desk has one. The goal is set for the
 * commit of one event; what whole lives reach beside their own statements is reported apart.
 */
export async function benchStore(): Promise<void> {
  for (const [setting, { title }] of settings.entries()) {
    for (const [workload, { what: of, isOneEvent }] of workloads.entries()) {
      const { measured, statements } = await inOwnProcess<DurableFigures>('./durable-commands.ts', [setting, workload]);
      const [own, floor] = measured;
      const ratio = timesAsLong(floor, own);
      const rows = `${statements.toFixed(1)} statements a command; all databases end with the same rows`;
      const notes = isOneEvent ? [rows] : [`${what}: ${ratio.toPrecision(3)} ×`, rows];
      const goals = isOneEvent ? [{ what, measured: ratio, unit: '×', goal: 0.5, atLeast: true }] : [];
      report(`${title}; ${of}`, measured, notes, 'wall', goals);
    }
  }
}
