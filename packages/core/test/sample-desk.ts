import type { Call, Desk, DeskOptions, Result } from '@hotline-kit/core';
import { openTestDesk } from '@hotline-kit/core/testing';
import { expect } from 'vitest';
import { at, noiseAtNight, pack, people } from './sample-town.js';

export { at, noiseAtNight, pack, people };

/** A desk under the law of the sample town, whose log is the same on every run. */
export async function openSampleDesk(options: Partial<DeskOptions> = {}): Promise<Desk> {
  return openTestDesk(pack, options);
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
