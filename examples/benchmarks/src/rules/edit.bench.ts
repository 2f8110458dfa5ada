import { compileRuleSet, type RuleSet } from '@hotline-kit/rules';
import { measure, mustAgree } from '../measure.js';
import { report } from '../report.js';
import { cityFacts, cityRules } from './city.js';
import { decisionsDigest } from './decisions-digest.js';
import { cityDocument } from './document.js';

/** Changes one after the other, each of another rule: as many as a morning of an integrator has. */
const CHANGES = 64;

/** One rule of the largest city is changed: its unit is another one. */
export async function benchEdit(): Promise<void> {
  const start = cityDocument(cityRules(39_000));
  const before = compileRuleSet(start, { editable: true });
  let document = start;
  let after: RuleSet = before;
  const measured = await measure([
    {
      name: 'one rule is changed: list copied, compiled, hashed',
      operations: CHANGES,
      run: () => {
        document = start;
        after = before;
        for (let change = 0; change < CHANGES; change += 1) {
          const at = (change * 7_919) % document.rules.length;
          const rule = document.rules[at];
          if (rule === undefined) throw new Error(`There is no rule ${at}.`);
          const event = { type: 'unit', params: { unit: `u${change}` } } as const;
          const rules = document.rules.with(at, { ...rule, event });
          document = { ...document, version: String(change + 2), rules };
          after = compileRuleSet(document, { previous: after });
        }
        return after.hash;
      },
    },
    { name: 'the same rules are compiled as a whole', operations: 1, run: () => compileRuleSet(document).hash },
  ]);
  const whole = compileRuleSet(document);
  const facts = cityFacts(39_000, 4_096);
  const digest = decisionsDigest(whole, facts);
  mustAgree('the hash after the changes', after.hash, whole.hash);
  mustAgree('decisions after the changes', decisionsDigest(after, facts), digest);
  const notes = [
    `after ${CHANGES} changes: the hash and ${facts.length.toLocaleString('en')} decisions are those of the whole; digest ${digest.slice(0, 12)}`,
  ];
  report('A change of one rule among 39,050', measured, notes, 'CPU', [
    {
      what: 'a change of one rule',
      measured: (measured[0]?.microseconds ?? Number.NaN) / 1000,
      unit: 'ms CPU',
      goal: 5,
    },
  ]);
}
