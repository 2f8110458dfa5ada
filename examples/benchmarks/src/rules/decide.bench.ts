import { createHash } from 'node:crypto';
import { type Contestant, heapOf, measure, mustAgree, timesAsLong } from '../measure.js';
import { report } from '../report.js';
import { type CityFacts, cityFacts, cityRules } from './city.js';
import { jsonLogic, jsonRulesEngine, ours, type RulePeer, twoMaps, zen } from './peers.js';

/** So many different tickets are decided in turn: more than a processor keeps at hand, as in a city. */
const TICKETS = 4_096;

interface Peer {
  readonly name: string;
  readonly make: (rules: ReturnType<typeof cityRules>) => RulePeer;
  /** Decisions a round, by the number of rules: what takes a second each is asked for one. */
  readonly decisions: (rules: number) => number;
}

const upTo = (most: number, perRound: number) => (rules: number) =>
  Math.max(1, Math.min(most, Math.floor(perRound / rules)));

const peers: readonly Peer[] = [
  { name: 'json-rules-engine', make: jsonRulesEngine, decisions: upTo(256, 2_000) },
  { name: 'GoRules ZEN, one decision table', make: zen, decisions: upTo(2_048, 200_000) },
  { name: 'json-logic-engine, compiled', make: jsonLogic, decisions: upTo(4_096, 500_000) },
];

/** Decisions beside the peers and beside two bare look-ups, at five sizes of one city; then the sizes beside each other. */
export async function benchDecide(): Promise<void> {
  await benchPeers();
  await benchGrowth();
}

async function benchPeers(): Promise<void> {
  for (const size of [10, 100, 1_000, 10_000, 39_000]) {
    const rules = cityRules(size);
    const facts = cityFacts(size, TICKETS);
    let engine: RulePeer | undefined;
    const heap = await heapOf(() => {
      engine = ours(rules);
      return engine;
    });
    if (engine === undefined) throw new Error('No engine was made.');
    const decided = engine;
    const lookUp = twoMaps(rules);
    const contestants: Contestant[] = [
      inTurn('ours', decided, facts, 100 * TICKETS),
      {
        name: 'two Map look-ups (routing only)',
        operations: 200 * TICKETS,
        run: () => {
          let found = 0;
          for (let round = 0; round < 200; round += 1) for (const each of facts) if (lookUp(each)) found += 1;
          return found;
        },
      },
    ];
    const notes: string[] = [`${(await eventsOf(decided, facts)).toFixed(1)} rules hold for a ticket`];
    for (const { name, make, decisions } of peers) {
      const count = decisions(size);
      const compared = facts.slice(0, Math.min(count, 256));
      const peer = make(rules);
      const digest = await digestOf(decided, compared);
      mustAgree(`${name} at ${size} rules`, digest, await digestOf(peer, compared));
      notes.push(`${name} decides the same, tickets compared: ${compared.length}; digest ${digest.slice(0, 12)}`);
      contestants.push(inTurn(name, peer, facts.slice(0, count), count));
    }
    const measured = await measure(contestants);
    const [own, bare] = [measured[0]?.microseconds ?? Number.NaN, measured[1]?.microseconds ?? Number.NaN];
    const goals =
      size === 39_000
        ? [
            { what: 'a decision', measured: own, unit: 'µs CPU', goal: 1.5 },
            { what: 'a decision, in pairs of bare look-ups', measured: own / bare, unit: '×', goal: 15 },
            { what: 'heap of the compiled rules', measured: heap, unit: 'MB', goal: 8 },
          ]
        : [];
    report(`Decide, ${size.toLocaleString('en')} + 50 rules`, measured, notes, 'CPU', goals);
  }
}

/** What more rules cost a decision: a small city and a large one decide in turn, so that both meet the same moments. */
async function benchGrowth(): Promise<void> {
  const measured = await measure(
    [100, 39_000].map((size) => {
      const name = `ours, ${size.toLocaleString('en')} + 50 rules`;
      return inTurn(name, ours(cityRules(size)), cityFacts(size, TICKETS), 100 * TICKETS);
    }),
    { rounds: 9 },
  );
  const [small, large] = measured;
  report('Decide, by the number of rules', measured, [], 'CPU', [
    { what: 'a decision, by one at 100 rules', measured: timesAsLong(large, small), unit: '×', goal: 1.5 },
  ]);
}

function inTurn(name: string, { run }: RulePeer, facts: readonly CityFacts[], operations: number): Contestant {
  return {
    name,
    operations,
    run: async () => {
      let last: unknown;
      for (let done = 0; done < operations; done += facts.length) {
        for (const each of facts) {
          last = run(each);
          // Awaiting what is no promise would cost a synchronous engine more than its decision.
          if (last instanceof Promise) last = await last;
        }
      }
      return last;
    },
  };
}

/** A digest of which rules hold for each of some tickets, the order aside: json-rules-engine's is not defined. */
async function digestOf({ decide }: RulePeer, facts: readonly CityFacts[]): Promise<string> {
  const hash = createHash('sha256');
  for (const each of facts) hash.update(`${[...(await decide(each))].sort().join()}\n`);
  return hash.digest('hex');
}

async function eventsOf({ decide }: RulePeer, facts: readonly CityFacts[]): Promise<number> {
  let held = 0;
  for (const each of facts) held += (await decide(each)).length;
  return held / facts.length;
}
