import { parentPort, workerData } from 'node:worker_threads';
import { simulate } from '@hotline-kit/core/testing';
import { townCast } from './town-cast.js';

/** Which histories a thread lives: every `step`th seed. */
export interface Share {
  readonly from: number;
  readonly until: number;
  readonly step: number;
}

/** What came of them; it ends with the first that fails. */
export interface Lived {
  readonly histories: number;
  readonly events: number;
  readonly faults: number;
  readonly failing: number | undefined;
}

const { from, until, step } = workerData as Share;
let [histories, events, faults] = [0, 0, 0];
let failing: number | undefined;
for (let seed = from; seed < until && failing === undefined; seed += step) {
  const simulation = await simulate(townCast, seed);
  histories += 1;
  events += simulation.events;
  faults += simulation.faults;
  if (simulation.violations.length > 0) failing = seed;
}
parentPort?.postMessage({ histories, events, faults, failing } satisfies Lived);
