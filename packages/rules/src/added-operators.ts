export { ADDED_TESTS as addedOperators } from './added-tests.js';
export type { OperatorTest } from './operator-tests.js';
