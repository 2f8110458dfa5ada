import { eachOnce, lacking } from './each-once.js';
import { type Lint, type LintedRules, named } from './lint.js';

/** `missingArticle`: a rule that does not say which article it carries out. */
export function missingArticleLints({ rules, pointer }: LintedRules): readonly Lint[] {
  const without = eachOnce(rules).filter(({ rule }) => rule.article === undefined);
  const fix = 'Add "article": the law that it carries out.';
  return lacking(without, pointer, { code: 'missingArticle', severity: 'warning', what: 'article', fix }, named);
}
