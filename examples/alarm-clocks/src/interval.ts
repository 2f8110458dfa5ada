import type { Desk } from '@hotline-kit/core';

/**
 * No queue at all: a process that looks once a minute. Start it two times, on two machines, and one may fall.
 * @returns ends it, after the round that runs
 */
export function wakeWithInterval(desk: Desk, everyMilliseconds = 60_000): () => Promise<void> {
  let round = Promise.resolve();
  const look = () => {
    round = round.then(async () => {
      const { failed } = await desk.runDue(new Date());
      for (const { ticket, error } of failed) console.error(ticket, error);
    }, console.error);
  };
  look();
  const timer = setInterval(look, everyMilliseconds);
  return async () => {
    clearInterval(timer);
    await round;
  };
}
