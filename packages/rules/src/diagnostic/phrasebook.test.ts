import { describe, expect, it } from 'vitest';
import { englishTexts } from '../../test/english-texts.js';
import { inChinese } from './phrasebook.js';
import { PHRASES } from './phrases.js';

/** Sentences that no person reads who writes rules: faults of this package, and descriptions inside of JSON Schemas. */
const OTHER = new Set([
  'The code of a condition ends too early.',
  'Not a portable rule set of format 1, but of {}. Make it with JSON.stringify(ruleSet).',
  'There is no outcome {}.',
  'No slot {}.',
  'No comparison {}.',
  'A guide does not run: {}',
  '{} {bar} {percentage}% {note}',
  '{} {} with {} {}',
  'The rule set has {}:\n{}',
  'The city pack has {}:\n{}',
  'A condition: { all }, { any }, { not }, the name of a condition, or a comparison.',
  // Composed of parts; the whole is tested above.
  'Several units answer{}: {}.',
  'The name {} is not allowed here{}.',
  'No rule "{}" in this rule set.{}',
  'A unit found by what it is: its kind, a tag, and the district that a fact names.',
]);

describe('the phrasebook', () => {
  it.each([
    ['Unknown unit "east".', '没有单位“east”。'],
    ['Unknown matter "unit".', '没有事项“unit”。'],
    ['"lessThan" compares numbers, but the fact "matter" is none.', '“lessThan”用于比较数，事实“matter”不是数。'],
    ['Expected an object, not [].', '应为对象，而不是 []。'],
    ['The matter "noise" has a row for all districts in line 3 already.', '事项“noise”（全部区县）已在第3行有一行。'],
    ['rule "a": expected "x", but got null.', '规则“a”：应为 "x"，实为 null。'],
    ['The file is not valid JSON: a comma is expected.', '文件不是有效的 JSON：此处应有逗号。'],
    ['Several units answer in "east": a, b.', '“east”有多个单位符合：a、b。'],
    ['Several units answer: a, b.', '多个单位符合：a、b。'],
    [
      'The name "a b" is not allowed here: letters, digits, "_", "." and "-".',
      '此处不允许名称 "a b"：字母、数字、“_”、“.”和“-”。',
    ],
    ['No rule "nois" in this rule set.', '规则集中没有规则“nois”。'],
    ['No rule "nois" in this rule set. Did you mean "noise"?', '规则集中没有规则“nois”。是否为“noise”？'],
    ['Too small: expected string to have >=1 characters.', '过短：文本至少1个字符。'],
  ])('%s', (english, chinese) => {
    expect(inChinese(english)).toBe(chinese);
  });

  it('says nothing of what it does not know', () => {
    expect(inChinese('Something else.')).toBeUndefined();
  });

  it('is linear in the length of hostile values', () => {
    const value = '" is of type "'.repeat(20_000);
    expect(inChinese(`Unknown fact "${value}".`)).toBe(`没有名为“${value}”的事实。`);
  });

  it('uses every gap of a phrase that it should, and no other', () => {
    for (const [english, chinese] of PHRASES) {
      const gaps = english.split('{}').length - 1;
      const used = [...chinese.matchAll(/\{(\d)、?\}/g)].map(([, gap]) => Number(gap));
      expect(
        used.filter((gap) => gap >= gaps),
        english,
      ).toEqual([]);
    }
  });

  const texts = englishTexts(new URL('../', import.meta.url)).filter(({ text }) => !OTHER.has(text));

  it.each([...new Set(texts.map(({ text }) => text))])('knows what the sources say: %s', (text) => {
    const filled = inChinese(text.replaceAll('{}', 'x')) ?? inChinese(text.replaceAll('{}', '1'));
    expect(filled, `Add it to src/diagnostic/phrases-of-rules.ts or phrases-of-packs.ts: ${text}`).toBeDefined();
    // Names stay as they are, one by one; two English words in a row are a phrase that was not translated.
    expect(filled?.replaceAll(/"[^"]*"|“[^”]*”|\{[^}]*\}/g, '')).not.toMatch(/(?<![-\w])[a-z]{2,} [a-z]{2,}\b/);
  });
});
