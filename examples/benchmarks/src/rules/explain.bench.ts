import { compileRuleSet } from '@hotline-kit/rules';
import { measure } from '../measure.js';
import { report } from '../report.js';
import { cityFacts, cityRules } from './city.js';
import { cityDocument } from './document.js';

/** Explaining decisions among the rules of the largest city. */
export async function benchExplain(): Promise<void> {
  const ruleSet = compileRuleSet(cityDocument(cityRules(39_000)));
  const facts = cityFacts(39_000, 4_096);
  const some = facts.slice(0, 32);
  const measured = await measure([
    {
      name: 'why: the rules that hold, what they read, in words',
      operations: facts.length,
      run: () => facts.map((each) => ruleSet.explain(each, { most: 0 }).why.length),
    },
    {
      name: 'and the nearest misses, and what would change it',
      operations: some.length,
      run: () => some.map((each) => ruleSet.explain(each).nearest.length),
    },
  ]);
  const [why = Number.NaN, nearest = Number.NaN] = measured.map(({ microseconds }) => microseconds);
  report('Explain one decision of 39,050 rules', measured, [], 'CPU', [
    { what: 'why', measured: why, unit: 'µs CPU', goal: 100 },
    { what: 'all of it', measured: nearest / 1000, unit: 'ms CPU', goal: 5 },
  ]);
}
