export type { Expectation, Scenario, ScenarioStep } from './scenario/scenario.js';
export { given, type Then, type When } from './testing/given-when-then.js';
export { type ContractCase, storeContract } from './testing/store-contract.js';
