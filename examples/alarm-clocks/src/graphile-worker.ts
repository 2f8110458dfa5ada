import type { Desk } from '@hotline-kit/core';
import { run } from 'graphile-worker';

/**
 * graphile-worker as the alarm clock: once a minute, and at the instant that the desk names.
 * @returns ends it
 */
export async function wakeWithGraphileWorker(desk: Desk, connectionString: string): Promise<() => Promise<void>> {
  const runner = await run({
    connectionString,
    noHandleSignals: true,
    crontab: '* * * * * hotline_run_due',
    taskList: {
      async hotline_run_due(_payload, { addJob }) {
        const { nextDueAt } = await desk.runDue(new Date());
        if (nextDueAt === undefined) return;
        await addJob('hotline_run_due', {}, { jobKey: 'hotline_run_due_next', runAt: nextDueAt });
      },
    },
  });
  await runner.addJob('hotline_run_due', {});
  return () => runner.stop();
}
