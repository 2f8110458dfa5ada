import { dueDate, isoInZone, toEpochMilliseconds } from '@hotline-kit/sla-calendar';
import { canonicalJson } from '../compile/canonical-json.js';
import type { Outcome } from '../decisions.js';
import { escalate } from '../escalation/escalate.js';
import type { Facts } from '../facts.js';
import type { CityPack } from '../pack/city-pack.js';
import { permit } from '../procedure/permit.js';
import { routeTicket } from '../routing/route.js';
import type { ExpectedOutcomes, PackTest } from './pack-test.js';

/** What a test expected and did not get: the key of the expectation, and both in words. */
export interface Miss {
  readonly key: readonly string[];
  readonly expected: unknown;
  readonly got: unknown;
}

/** Runs one test of a pack: everything that came out otherwise. */
export function runPackTest(pack: CityPack, test: PackTest): readonly Miss[] {
  const options = test.at === undefined ? {} : { at: test.at };
  const misses: Miss[] = [];
  const { facts, route, outcomes, escalate: escalations, permit: permission, due } = test;
  if (route !== undefined) {
    const { lead, assists, via, rule } = routeTicket(pack, facts, options);
    const got: Facts = { lead, assists, via, rule };
    for (const [key, expected] of Object.entries(typeof route === 'string' ? { lead: route } : route)) {
      if (!isSame(got[key], expected)) misses.push({ key: ['route'], expected, got: got[key] });
    }
  }
  if (outcomes !== undefined)
    misses.push(...outcomeMisses(pack.routing.decide(facts, options).outcomes, outcomes, 'outcomes'));
  if (escalations !== undefined) misses.push(...outcomeMisses(escalate(pack, facts, options), escalations, 'escalate'));
  if (permission !== undefined) misses.push(...permitMisses(pack, facts, permission));
  if (due !== undefined) misses.push(...dueMisses(pack, facts, due));
  return misses;
}

/**
 * What outcomes were expected by type and did not come. Of each type, one outcome must be the expected one; `rule` names
 * the rule that must have decided it.
 */
export function outcomeMisses(
  outcomes: readonly Outcome[],
  expected: ExpectedOutcomes,
  key: string,
  rule?: string,
): readonly Miss[] {
  const misses: Miss[] = [];
  for (const [type, value] of Object.entries(expected)) {
    const counted = countedOf(outcomes, type);
    const isMet =
      value === null
        ? counted.length === 0
        : counted.some((outcome) => (rule === undefined || outcome.rule === rule) && isMeant(outcome, value));
    if (isMet) continue;
    const got = counted.map(({ params, rule: by }) => ({
      ...(typeof value === 'object' ? params : told(params)),
      rule: by,
    }));
    misses.push({ key: [key, type], expected: value, got: got.length === 1 ? got[0] : got.length === 0 ? null : got });
  }
  return misses;
}

/** The outcomes of a type that count. A ticket has one lead: of routes, it is the first. */
function countedOf(outcomes: readonly Outcome[], type: string): readonly Outcome[] {
  if (type !== 'route') return outcomes.filter((outcome) => outcome.type === type);
  const first = outcomes.find((outcome) => outcome.type === type);
  return first === undefined ? [] : [first];
}

function isMeant({ params }: Outcome, value: string | number | Readonly<Record<string, unknown>>): boolean {
  if (typeof value === 'object') return Object.entries(value).every(([key, each]) => isSame(params[key], each));
  return TELLING.some((key) => params[key] === value);
}

/** The parameters by which an outcome is told from others of its type. */
const TELLING = ['unit', 'tag', 'clock', 'level', 'role'] as const;

function told(params: Outcome['params']): Facts {
  return Object.fromEntries(TELLING.flatMap((key) => (params[key] === undefined ? [] : [[key, params[key]]])));
}

function permitMisses(pack: CityPack, facts: Facts, expected: NonNullable<PackTest['permit']>): readonly Miss[] {
  const permission = permit(pack.procedure, expected.command, facts, expected.data ?? {});
  const problems = permission.ok ? [] : permission.problems;
  if (permission.ok !== expected.ok) {
    return [
      { key: ['permit', 'ok'], expected: expected.ok, got: permission.ok || problems.map(({ text }) => text.zh) },
    ];
  }
  const got = problems.flatMap(({ code, field }) => (field === undefined ? [code] : [code, field]));
  const isMet = (expected.problems ?? []).every((each) => got.some((problem) => problem === each));
  return isMet ? [] : [{ key: ['permit', 'problems'], expected: expected.problems, got }];
}

function dueMisses(
  pack: CityPack,
  facts: Facts,
  { clock: id, from, dueAt }: NonNullable<PackTest['due']>,
): readonly Miss[] {
  const clock = pack.clocks.find((each) => each.id === id);
  if (clock === undefined) return [{ key: ['due', 'clock'], expected: id, got: pack.clocks.map((each) => each.id) }];
  const got = clock.applies(facts) ? dueDate(clock.termFor(facts), from, clock.calendar).dueAt : null;
  const isMet = got === null || dueAt === null ? got === dueAt : got.getTime() === toEpochMilliseconds(dueAt);
  if (isMet) return [];
  return [{ key: ['due', 'dueAt'], expected: dueAt, got: got && isoInZone(got, clock.calendar.zone) }];
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b));
}
