import { createHash } from 'node:crypto';
import type { RuleSet } from '@hotline-kit/rules';
import type { CityFacts } from './city.js';

/** A digest of whole outcomes, in their order: who decided, by which priority, and what. */
export function decisionsDigest(ruleSet: RuleSet, facts: readonly CityFacts[]): string {
  const hash = createHash('sha256');
  for (const each of facts) hash.update(`${JSON.stringify(ruleSet.decide(each).outcomes)}\n`);
  return hash.digest('hex');
}
