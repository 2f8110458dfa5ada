import {
  type CityPack,
  escalate,
  type Facts,
  isOutcome,
  type OutcomeType,
  permit,
  routeTicket,
} from '@hotline-kit/rules';
import { cityFolder, loadCityPack } from '@hotline-kit/rules/node';
import { dueDate, isoInZone } from '@hotline-kit/sla-calendar';
import { expect } from 'vitest';

/** A Monday, a working day, on which all city packs are in force. */
export const monday = '2024-11-04T09:00:00+08:00';

/** A city's pack with short ways to ask it. */
export async function cityPack(id: string) {
  const pack = await loadCityPack(cityFolder(id));
  return {
    pack,
    route: (facts: Facts) => routeTicket(pack, facts, { at: monday }),
    tags: (facts: Facts) =>
      pack.routing
        .decide(facts, { at: new Date(monday) })
        .outcomes.flatMap((outcome) => (isOutcome(outcome, 'tag') ? outcome.params.tag : [])),
    due: (clock: string, facts: Facts, from: string) => dueOf(pack, clock, facts, from),
    /** What the escalation rules decide of a type: the parameters, each with its article. */
    follows: (type: OutcomeType, facts: Facts) =>
      escalate(pack, facts, { at: monday })
        .filter((outcome) => outcome.type === type)
        .map(({ params, article }) => ({ ...params, article })),
    refusal: (command: Parameters<typeof permit>[1], facts: Facts, data: Facts = {}) => {
      const permission = permit(pack.procedure, command, facts, data);
      return permission.ok ? [] : permission.problems;
    },
    kinds: (kind: string) => pack.units.all.filter((unit) => unit.kind === kind),
  };
}

function dueOf(pack: CityPack, id: string, facts: Facts, from: string): string {
  const clock = pack.clocks.find((each) => each.id === id);
  if (clock === undefined) expect.fail(`there is no clock ${id}`);
  expect(clock.applies(facts), `${id} starts`).toBe(true);
  return isoInZone(dueDate(clock.termFor(facts), from, clock.calendar).dueAt, 'Asia/Shanghai');
}
