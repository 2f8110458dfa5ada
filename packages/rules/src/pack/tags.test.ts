import { expect, test } from 'vitest';
import { readTags } from './tags.js';

test('a library inherits: its own row of a name stands before that of the parent', () => {
  const inherited = [
    { name: '停水', kind: 'topic', words: [] },
    { name: '云城区', kind: 'place', words: ['云城'] },
  ] as const;
  const { tags, diagnostics } = readTags('tag,kind,words\n停水,topic,没水; 断水\n\n', 'tags.csv', inherited);
  expect(diagnostics).toEqual([]);
  expect(tags.map(({ name, words }) => [name, words])).toEqual([
    ['云城区', ['云城']],
    ['停水', ['没水', '断水']],
  ]);
});

test('a tag has a name of its own and one of the three kinds', () => {
  const { diagnostics } = readTags('tag,kind,words\n停水,topik,\n,place,\n停水,topic,\n停水,topic,\n', 'tags.csv', []);
  expect(diagnostics.map(({ code, line, column, fix }) => [code, line, column, fix])).toEqual([
    ['wrongValue', 2, 4, 'Did you mean "topic"?'],
    ['missingKey', 3, 1, 'Write its name.'],
    ['duplicateId', 5, 1, 'Keep one of the rows.'],
  ]);
});
