import type { DurableFigures } from './durable-commands.js';
import { timesAsLong } from './measure.js';
import { inOwnProcess } from './own-process.js';
import { report } from './report.js';
import { settings, workloads } from './workloads.js';

const ofBare = 'of the commands a second of the bare statements';

/**
 * Durable commands in SQLite: each way of committing in a process of its own, as a desk has one. The goal is set for the
 * commit of one event; what whole lives reach beside their own statements is reported apart.
 */
export async function benchStore(): Promise<void> {
  for (const [setting, { title }] of settings.entries()) {
    for (const [workload, { what, isOneEvent }] of workloads.entries()) {
      const { measured, statements } = await inOwnProcess<DurableFigures>('./durable-commands.ts', [setting, workload]);
      const [own, floor] = measured;
      const ratio = timesAsLong(floor, own, 'wall');
      const notes = [
        ...(isOneEvent ? [] : [`${ratio.toPrecision(3)} × ${ofBare}`]),
        `by CPU time, which leaves out the waiting for the disk: ${timesAsLong(floor, own, 'CPU').toPrecision(3)} ×`,
        `${statements.toFixed(1)} statements a command; all databases end with the same rows`,
      ];
      const goals = isOneEvent ? [{ what: ofBare, measured: ratio, unit: '×', goal: 0.5, atLeast: true }] : [];
      report(`${title}; ${what}`, measured, notes, 'wall', goals);
    }
  }
}
