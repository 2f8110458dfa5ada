import { backtest, compileRuleSet } from '@hotline-kit/rules';
import { measure } from '../measure.js';
import { report } from '../report.js';
import { cityFacts, cityRules } from './city.js';
import { cityDocument } from './document.js';

const CASES = 1_000_000;

/** Past cases decided by two versions of the rules of the largest city, of which the newer moves one matter in ten. */
export async function benchBacktest(): Promise<void> {
  const rules = cityRules(39_000);
  const before = compileRuleSet(cityDocument(rules));
  const after = compileRuleSet(
    cityDocument(
      rules.map((rule, n) =>
        n % 10 === 3 ? { ...rule, outcome: { ...rule.outcome, params: { unit: 'new' } } } : rule,
      ),
    ),
  );
  const facts = cityFacts(39_000, 4_096);
  function* cases() {
    for (let n = 0; n < CASES; n += 1) yield facts[n % facts.length] ?? {};
  }
  let moved = 0;
  const measured = await measure([
    {
      name: 'a case, decided twice and compared',
      operations: CASES,
      run: () => {
        moved = backtest(before, after, cases()).different;
      },
    },
  ]);
  const seconds = ((measured[0]?.microseconds ?? Number.NaN) * CASES) / 1e6;
  const notes = [`${moved.toLocaleString('en')} of ${CASES.toLocaleString('en')} cases are decided otherwise`];
  report('Backtest in memory, 39,050 rules in two versions', measured, notes, 'CPU', [
    { what: 'a million cases', measured: seconds, unit: 's CPU', goal: 5 },
  ]);
}
