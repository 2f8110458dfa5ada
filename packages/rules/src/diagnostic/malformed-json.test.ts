import { describe, expect, it } from 'vitest';
import { malformedJson } from './malformed-json.js';
import { chineseOf } from './wording.js';

/** Where a text goes wrong, as `line:column`, and how it is mended. */
function mend(text: string): readonly [place: string, what: string, fix: string | undefined] {
  const { line, column, message, fix } = malformedJson(text, 'pack.json');
  return [`${line}:${column}`, message.replace('The file is not valid JSON: ', ''), fix];
}

describe('what people write who have no JSON at their fingers', () => {
  it.each([
    ['a full-width comma', '{"a": 10， "b": 2}', '1:9', 'Write , instead of ，.'],
    ['a full-width colon', '{"a"： 10}', '1:5', 'Write : instead of ：.'],
    ['Chinese quotation marks', '{“a”: 10}', '1:2', 'Write " instead of “.'],
    ['a Chinese quotation mark that should end a text', '{"a": "b”}', '1:9', 'Write " instead of ”.'],
    ['full-width digits', '{"a": １0}', '1:7', 'Write 1 instead of １.'],
    ['single quotes', "{'a': 10}", '1:2', `Write " instead of '.`],
    ['a semicolon', '{"a": 1; "b": 2}', '1:8', 'Write , instead of ;.'],
    ['an equals sign', '{"a" = 1}', '1:6', 'Write : instead of =.'],
    ['True', '{"a": True}', '1:7', 'Write true instead of True.'],
    ['an ideographic space', '{\u3000"a": 1}', '1:2', 'Write a plain blank, or remove it.'],
    ['a comma after the last member', '{"a": 1,\n}', '1:8', 'Remove the comma.'],
    ['a comma after the last item', '[1, 2, ]', '1:6', 'Remove the comma.'],
    ['two commas', '{"a": 1,, "b": 2}', '1:8', 'Remove the comma.'],
    ['no comma at the end of the line before', '{\n  "a": 1\n  "b": 2\n}', '2:9', 'Write a comma here.'],
    ['no colon', '{"a" 1}', '1:5', 'Write a colon between a name and its value.'],
    [
      'a quotation mark inside a text',
      '["办"法"条"]',
      '1:4',
      'Write a quotation mark inside a text as “ ”, or as \\".',
    ],
    ['a code with a leading zero', '[007]', '1:2', 'A code with a zero in front is a text: write it in double quotes.'],
    ['a bracket of the other kind', '{"a": [1}', '1:9', 'Write } for each {, and ] for each [.'],
    ['a brace that is not closed', '{\n"a": {"b": 1}\n', '2:14', 'Write } where it should end.'],
    ['a brace too many', '{"a": 1}}', '1:9', 'Remove what follows, or the bracket before it that is one too many.'],
    ['a comment', '{"a": 1 /* x */}', '1:9', 'Remove the comment.'],
    ['a comment of a line', '{"a": 1 // x\n}', '1:9', 'Remove the comment.'],
    ['a path of Windows', '["C:\\\\a\\条"]', '1:8', 'Write a backslash twice: \\\\.'],
    ['a tab in a text', '["a\tb"]', '1:4', 'Write a tab as \\t, or remove it.'],
    ['nothing', ' \n', '1:1', 'Write what belongs into it, or remove the file.'],
  ])('%s', (_, text, place, fix) => {
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    const [at, what, told] = mend(text);
    expect([at, told]).toEqual([place, fix]);
    const chinese = chineseOf(malformedJson(text, 'pack.json'));
    expect(chinese.message).not.toContain(what);
    expect(chinese.fix).not.toBe(fix);
  });

  it('a text over two lines', () => {
    expect(mend('["a\nb"]')[0]).toBe('1:2');
  });

  it('the bracket that is left open is named by its line', () => {
    expect(mend('{\n  "a": [\n    1\n')).toEqual([
      '3:6',
      'the [ in line 2 is not closed.',
      'Write ] where it should end.',
    ]);
  });

  it('the sign is named in Chinese', () => {
    expect(chineseOf(malformedJson('{"a"： 10}', 'pack.json'))).toMatchObject({
      message: '文件不是有效的 JSON：此处的 ： 不是 JSON 的写法。',
      fix: '请把 ： 改为 : 。',
    });
  });
});
