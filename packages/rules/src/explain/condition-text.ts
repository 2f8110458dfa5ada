import type { Label } from '../vocabulary/label.js';
import type { ConditionExplanation } from './explanation.js';

/**
 * The part of a condition that tells, in words: of one that holds, what makes it hold; of one that does not, what it
 * needs. Of several ways, all that fail are named, parted by "or".
 */
export function conditionText(condition: ConditionExplanation): Label {
  return worded(condition) ?? { zh: '无条件', en: 'without a condition' };
}

function worded(condition: ConditionExplanation, isPart = false): Label | undefined {
  if (condition.kind === 'test') return condition.text;
  const { parts, holds, kind } = condition;
  if (kind === 'not') {
    const inner = parts[0] && worded(parts[0]);
    return inner && { zh: `并非（${inner.zh}）`, en: `not (${inner.en})` };
  }
  // One way is enough to hold; all ways are open to one that does not.
  const isChoice = kind === 'any' && !holds;
  const telling = parts.filter((part) => part.holds === holds);
  const texts = telling.flatMap((part) => worded(part, telling.length > 1) ?? []);
  if (texts.length === 0) return undefined;
  const zh = texts.map((text) => text.zh).join(isChoice ? '，或' : '，');
  const en = texts.map((text) => text.en).join(isChoice ? ' or ' : ', ');
  return isChoice && isPart && texts.length > 1 ? { zh: `（${zh}）`, en: `(${en})` } : { zh, en };
}
