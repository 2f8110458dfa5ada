import { compileRuleSet, lintRuleSet } from '@hotline-kit/rules';
import { measure } from '../measure.js';
import { report } from '../report.js';
import { cityRules } from './city.js';
import { cityDocument } from './document.js';

/** Loading and linting the largest city, every rule checked. */
export async function benchLoad(): Promise<void> {
  const document = cityDocument(cityRules(39_000));
  const text = JSON.stringify(document);
  // A desk goes on deciding by the rules that it has until it has the new ones.
  let served = compileRuleSet(document);
  const measured = await measure([
    {
      name: 'load from JSON text: read, check, compile, hash',
      operations: 1,
      run: () => {
        served = compileRuleSet(JSON.parse(text));
        return served.hash;
      },
    },
    { name: 'JSON.parse alone', operations: 1, run: () => JSON.parse(text) },
    { name: 'every lint', operations: 1, run: () => lintRuleSet(document) },
  ]);
  const [load = Number.NaN, , lint = Number.NaN] = measured.map(({ microseconds }) => microseconds / 1000);
  report('Load 39,050 rules', measured, [`${(text.length / 1e6).toFixed(1)} MB of JSON`], 'CPU', [
    { what: 'load', measured: load, unit: 'ms CPU', goal: 400 },
    { what: 'full lint', measured: lint, unit: 'ms CPU', goal: 300 },
  ]);
}
