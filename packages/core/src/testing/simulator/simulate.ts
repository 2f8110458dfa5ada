import type { DeskCommand } from '../../desk/desk-command.js';
import { type Cast, commandOf } from './cast.js';
import { judge } from './judge.js';
import { type Fault, type PlannedStep, planOf } from './plan.js';
import { World } from './world.js';

/** What a simulated history came to. */
export interface Simulation {
  readonly seed: number;
  /** What does not hold; empty where all does. */
  readonly violations: readonly string[];
  readonly events: number;
  readonly faults: number;
}

/** A failure, with the shortest plan that still fails. */
export interface Failure {
  readonly seed: number;
  readonly violations: readonly string[];
  readonly steps: readonly PlannedStep[];
}

/** Steps of a history unless something else is asked. */
const usualLength = 10;

/**
 * Lives one history with faults: two processes on one store, whose commits, reads, clocks, disks, packs and calendars
 * go wrong as the seed says. Nothing in it depends on the wall clock, so a seed gives the same history again.
 * @example
 * (await simulate(cast, 42)).violations // []
 */
export async function simulate(cast: Cast, seed: number, length = usualLength): Promise<Simulation> {
  const steps = planOf(seed, length);
  const { violations, events } = await live(cast, steps);
  return { seed, violations, events, faults: steps.filter(({ fault }) => fault !== 'none').length };
}

/**
 * Takes away steps as long as the history still fails.
 * @returns undefined where the seed does not fail
 */
export async function shrink(cast: Cast, seed: number, length = usualLength): Promise<Failure | undefined> {
  let steps = planOf(seed, length);
  let { violations } = await live(cast, steps);
  if (violations.length === 0) return undefined;
  for (let size = Math.ceil(steps.length / 2); size > 0; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < steps.length; ) {
      const fewer = [...steps.slice(0, from), ...steps.slice(from + size)];
      const outcome = await live(cast, fewer);
      if (outcome.violations.length === 0) from += size;
      else [steps, violations] = [fewer, outcome.violations];
    }
  }
  return { seed, violations, steps };
}

const tickets = ['a', 'b'] as const;

async function live(
  cast: Cast,
  steps: readonly PlannedStep[],
): Promise<{ violations: readonly string[]; events: number }> {
  const world = await World.open(cast);
  try {
    let now = Date.parse(cast.start);
    for (const ticket of tickets) {
      await world.give(0, { type: 'register', id: ticket, data: cast.call, by: cast.agent, at: now } as DeskCommand);
    }
    const late: (() => Promise<void>)[] = [];
    for (const [index, step] of steps.entries()) {
      now += step.wait * 60_000;
      const held = late.splice(0);
      await take(world, step, index, now, late);
      for (const act of held) await act();
    }
    for (const act of late) await act();
    return await judge(world, now);
  } finally {
    await world.store.close();
  }
}

async function take(
  world: World,
  step: PlannedStep,
  index: number,
  now: number,
  late: (() => Promise<void>)[],
): Promise<void> {
  const worker = step.detail % 2;
  const mishaps = world.mishaps[worker];
  if (mishaps === undefined) return;
  // Two hours either way, mostly less: the order of the log is that of the commits, whatever the clocks say.
  const skew = step.fault === 'clockSkew' ? ((step.detail % 240) - 120) * 60_000 : 0;
  const at = now + skew;
  const ticket = tickets[step.ticket % tickets.length] ?? 'a';
  const { stored } = await world.store.load(ticket);
  const meant = commandOf(world.cast, stored?.record.state ?? '', ticket, step.choice);
  const command = { ...meant, id: `${index}`, at } as DeskCommand;
  const give = (by: number) => world.give(by, command);
  const acts: { readonly [F in Fault]: () => Promise<unknown> } = {
    none: () => give(worker),
    staleReader: () => {
      mishaps.staleReads = 1 + (step.detail % 3);
      return give(worker);
    },
    duplicate: () => Promise.all([give(0), give(1)]),
    reordered: async () => void late.push(() => give(worker)),
    clockSkew: () => give(worker),
    crashBeforeCommit: async () => {
      mishaps.crash = 'before';
      await give(worker);
      await give(worker + 1);
    },
    crashAfterCommit: async () => {
      mishaps.crash = 'after';
      await give(worker);
      await give(worker + 1);
    },
    crashWhileDelivering: () => world.deliver(worker, at, step.detail % 4),
    twoWorkers: () => Promise.all([0, 1].map((each) => world.survive(each, () => world.desk(each).runDue(at)))),
    amendedCalendar: () => world.amendCalendar(worker, at),
    changedPack: async () => {
      world.changePack(at);
      await give(worker);
    },
    fullDisk: async () => {
      mishaps.full = true;
      await give(worker);
      await give(worker);
    },
    settleLost: async () => {
      mishaps.settleLost = true;
      await world.deliver(worker, at);
    },
  };
  await acts[step.fault]();
}
