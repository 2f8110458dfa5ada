import type { Desk } from '@hotline-kit/core';

/**
 * No queue at all: a process that looks once a minute. Start it two times, on two machines, and one may fall. A database
 * that cannot be reached is told, and looked for again a minute later.
 * @returns ends it, after the round that runs
 */
export function wakeWithInterval(desk: Desk, everyMilliseconds = 60_000): () => Promise<void> {
  let round = Promise.resolve();
  const look = () => {
    round = round.then(() => lookOnce(desk)).catch(console.error);
  };
  look();
  const timer = setInterval(look, everyMilliseconds);
  return async () => {
    clearInterval(timer);
    await round;
  };
}

async function lookOnce(desk: Desk): Promise<void> {
  const { failed } = await desk.runDue(new Date());
  for (const { ticket, error } of failed) console.error(ticket, error);
}
