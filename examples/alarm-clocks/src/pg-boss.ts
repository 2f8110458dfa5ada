import type { Desk } from '@hotline-kit/core';
import PgBoss from 'pg-boss';

/** The queue whose jobs say no more than "look what is due". */
const queue = 'hotline-run-due';

/**
 * pg-boss as the alarm clock: once a minute, and at the instant that the desk names. A job that is lost, or comes
 * twice, does no harm: what is due stands in the tickets' own tables.
 * @returns ends it
 */
export async function wakeWithPgBoss(desk: Desk, connectionString: string): Promise<() => Promise<void>> {
  const boss = new PgBoss({ connectionString });
  boss.on('error', (error) => console.error(error));
  await boss.start();
  await boss.createQueue(queue);
  await boss.work(queue, { pollingIntervalSeconds: 1 }, async () => {
    const { nextDueAt } = await desk.runDue(new Date());
    if (nextDueAt !== undefined) await boss.sendAfter(queue, {}, { singletonKey: nextDueAt.toISOString() }, nextDueAt);
  });
  await boss.schedule(queue, '* * * * *');
  await boss.send(queue, {});
  return () => boss.stop({ graceful: true, wait: true });
}
