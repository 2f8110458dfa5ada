import { readdirSync, readFileSync } from 'node:fs';
import { CODES } from '@hotline-kit/rules';
import { expect, it } from 'vitest';
import { pages } from '../scripts/reference-pages.js';

const docs = new URL('../../../docs/reference/', import.meta.url);
const sources = new URL('../src/', import.meta.url);

it.each(Object.keys(pages))('docs/reference/%s is what the code says; else run scripts/write-reference.ts', (name) => {
  expect(readFileSync(new URL(name, docs), 'utf8')).toBe(pages[name]);
});

it('words every code of a diagnostic that the sources give, and no other', () => {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    // The codes of errors and of refusals are other words.
    .filter(
      (file) =>
        /\.ts$/.test(file) && !/\.test\.ts$|-error\.ts$|^procedure\/(permit|problem|guards|sections)/.test(file),
    );
  const texts = files.map((file) => readFileSync(new URL(file, sources), 'utf8'));
  const given = new Set(
    texts.flatMap((text) => [...text.matchAll(/\bcode(?::| =) '([a-z][A-Za-z]+)'/g)].map(([, code]) => code)),
  );
  const known = new Set(Object.keys(CODES));
  const errors = ['noRoute', 'misuse', 'invalidPortableRuleSet'];
  expect([...given].filter((code) => !known.has(code ?? '') && !errors.includes(code ?? ''))).toEqual([]);
  const words = texts.filter((text) => !text.includes('export const CODES')).join('\n');
  // Of what is unknown in a row of the list, the code is put together.
  const composed = ['unknownDistrict'];
  expect([...known].filter((code) => !words.includes(`'${code}'`) && !composed.includes(code))).toEqual([]);
});
