export type { Expectation, Scenario, ScenarioStep } from './scenario/scenario.js';
export { given, type Then, type When } from './testing/given-when-then.js';
export { type LifeDifference, type RecordedLife, recordLife, replayLife } from './testing/recorded-life.js';
export type { Cast } from './testing/simulator/cast.js';
export { FAULTS, type Fault, type PlannedStep } from './testing/simulator/plan.js';
export { type Failure, type Simulation, shrink, simulate } from './testing/simulator/simulate.js';
export { type ContractCase, storeContract } from './testing/store-contract.js';
export { openTestDesk } from './testing/test-desk.js';
