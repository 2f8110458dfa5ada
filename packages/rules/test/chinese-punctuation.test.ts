import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { pages } from '../scripts/reference-pages.js';

const sources = new URL('../src/', import.meta.url);

/** A mark of Western width beside a Chinese character or a closing quote. */
const NARROW = /[\u3400-\u9fff”）][,:;?!(](?! )|[,;?!)](?=[\u3400-\u9fff“（])/;

/** Tables, whose commas part columns; and JSON, in which a key is followed by its colon. */
const DATA = /\n|^[^。]*,[^。]*,[^。]*,|"[^"]*":/;

/** The texts of a source that hold Chinese, values left out. */
function textsOf(text: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) found.push(node.text);
    if (ts.isTemplateExpression(node)) {
      found.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('{}'));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest, true));
  return found.filter((each) => /[\u3400-\u9fff]/.test(each));
}

it('the Chinese texts of the sources have Chinese punctuation', () => {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.ts$/.test(file) && !/\.test(-d)?\.ts$/.test(file),
  );
  const narrow = files.flatMap((file) =>
    textsOf(readFileSync(new URL(file, sources), 'utf8'))
      .filter((text) => NARROW.test(text) && !DATA.test(text))
      .map((text) => `${file}: ${text}`),
  );
  expect(narrow).toEqual([]);
});

it('so have the generated pages, outside of code', () => {
  for (const [name, text] of Object.entries(pages)) {
    const prose = text.replace(/```[\s\S]*?```|`[^`\n]*`|\]\([^)]*\)/g, '');
    expect(
      prose.split('\n').filter((line) => NARROW.test(line)),
      name,
    ).toEqual([]);
  }
});
