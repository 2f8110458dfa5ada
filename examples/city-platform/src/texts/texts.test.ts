import { expect, test } from 'vitest';
import { en } from './en.js';
import { zh } from './zh.js';

/** Every text of a language, functions called with something. */
function textsIn(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return textsIn(value('', '', '', '', ''), path);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${path}/${key}`));
}

/** Names that are the same in both languages. */
const names = new Set(['/lang', '/language', '/otherLanguage']);
const isName = ([path]: readonly [string, string]) => names.has(path) || /^\/start\/parts\/\d\/name$/.test(path);

test('the Chinese pages have no English bits', () => {
  expect(textsIn(zh).filter((each) => !isName(each) && /[A-Za-z]{2,}/.test(each[1]))).toEqual([]);
});

test('the English pages have no Chinese bits', () => {
  expect(textsIn(en).filter((each) => !isName(each) && /[\u3000-\u9fff\uff00-\uffef]/.test(each[1]))).toEqual([]);
});
