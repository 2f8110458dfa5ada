import { type Call, type Desk, type DeskOptions, memoryStore, openDesk, type Result } from '@hotline-kit/core';
import { expect } from 'vitest';
import { at, noiseAtNight, pack, people } from './sample-town.js';

export { at, noiseAtNight, pack, people };

/** A desk whose log is the same on every run. */
export async function openSampleDesk(options: Partial<DeskOptions> = {}): Promise<Desk> {
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `id-${ids}`;
  };
  return openDesk({ pack, store: memoryStore(), newId, now: () => new Date('2026-03-02T00:00:00Z'), ...options });
}

/** The ticket of a command that must have been carried out. */
export function done<R extends Result>(result: R): Extract<R, { ok: true }>['ticket'] {
  if (!result.ok) expect.fail(`refused: ${JSON.stringify(result.refusal)}`);
  return result.ticket as Extract<R, { ok: true }>['ticket'];
}

/** The refusal of a command that must not have been carried out. */
export function refused(result: Result): Extract<Result, { ok: false }>['refusal'] {
  if (result.ok) expect.fail('it was not refused');
  return result.refusal;
}

/** A ticket that Riverside is handling since 09:10. */
export async function handledTicket(desk: Desk, call: Call = noiseAtNight) {
  const { agent, dispatcher, clerk, handler } = people;
  const received = done(await desk.register(call, { id: 'call-1', by: agent, at: at('09:00') }));
  const dispatched = done(await received.do('dispatch', {}, { by: dispatcher, at: at('09:03') }));
  const signed = done(await dispatched.do('sign', {}, { by: clerk, at: at('09:05') }));
  return done(await signed.do('accept', {}, { by: handler, at: at('09:10') }));
}
