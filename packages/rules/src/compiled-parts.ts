import type { PredicateTable } from './compile/predicates.js';
import type { Ranking } from './compile/rank-rules.js';
import type { DecidedPolicy, RankedRules, RuleDecider } from './decider.js';
import type { Editable } from './edit/editable.js';
import type { Period } from './effective-period.js';
import type { ValueNames } from './explain/words.js';
import type { OperatorTest } from './operator-tests.js';
import type { Label } from './vocabulary/label.js';

/** What a compiled rule set is made of. */
export interface CompiledParts {
  readonly decider: RuleDecider;
  readonly predicates: PredicateTable;
  readonly rules: RankedRules;
  /** What json-rules-engine needs beyond its own operators, by name. */
  readonly operators: Readonly<Record<string, OperatorTest>>;
  /** Where the condition of each rank begins. */
  readonly starts: Int32Array;
  /** Titles of the rules by rank. */
  readonly titles: readonly (string | Label | undefined)[];
  /** The row of a table that the rule of a rank is. */
  readonly rowOf: Ranking['rowOf'];
  readonly period: Period;
  readonly policies: ReadonlyMap<string, DecidedPolicy>;
  /** Only where it was asked for. */
  readonly editable?: Editable;
  /** The names of values, such as those of matters and units. */
  readonly names?: ValueNames | undefined;
}
