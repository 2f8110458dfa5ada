import { type ChartCommand, commandsIn, type TicketRecord } from '@hotline-kit/core';
import type { CityPack } from '@hotline-kit/rules';
import { allowedOn, dataFor, decideOn, everybodyAt } from './explore.js';

/** What ends a life or throws it back; rarely chosen, or none would get far. */
const abrupt: ReadonlySet<ChartCommand> = new Set([
  ...(['withdraw', 'merge', 'refuse', 'transferEmergency', 'answerOnline', 'approveTermination'] as const),
  ...(['requestReturn', 'designate', 'recuse', 'dispatch', 'rejectReply', 'split'] as const),
]);

/** Whole numbers below a bound, the same for the same seed. */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A life in which at each step somebody does something that they may, and the tickets that it passes through. */
export function* wander(
  start: TicketRecord,
  pack: CityPack,
  next: (below: number) => number,
  steps: number,
): Generator<TicketRecord> {
  let ticket = start;
  for (let step = 0; step < steps; step += 1) {
    yield ticket;
    const legal = commandsIn(ticket.state).filter((command) => !abrupt.has(command) || next(6) === 0);
    const command = legal[next(legal.length)];
    const people = everybodyAt(ticket);
    const turn = next(people.length);
    const able = [...people.slice(turn), ...people.slice(0, turn)].flatMap((by) => {
      const allowed = command === undefined ? undefined : allowedOn(ticket, command, by, pack);
      return allowed?.ok === true ? [{ by, takes: allowed.takes ?? {} }] : [];
    })[0];
    if (command === undefined || able === undefined) continue;
    const accepted = [...dataFor(ticket, command, able.takes)]
      .map((data) => decideOn(ticket, command, data, able.by, pack))
      .flatMap((decision) => (decision.ok ? [decision.ticket] : []));
    ticket = accepted[next(accepted.length)] ?? ticket;
  }
}
