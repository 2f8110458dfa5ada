import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** A text in English that the sources make for people; `{}` stands for each value in it. */
export interface EnglishText {
  readonly file: string;
  readonly text: string;
}

/**
 * The sentences for people in the sources, without those that stand beside their Chinese: texts of several words that
 * begin like a sentence, or with a value, and end like one.
 */
export function englishTexts(folder: URL): readonly EnglishText[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /\.ts$/.test(file) && !/\.test(-d)?\.ts$/.test(file))
    .flatMap((file) => textsOf(file, folder));
}

function textsOf(file: string, folder: URL): readonly EnglishText[] {
  const source = ts.createSourceFile(file, readFileSync(new URL(file, folder), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: EnglishText[] = [];
  const visit = (node: ts.Node): void => {
    if (isBesideChinese(node)) return;
    const text = textOf(node);
    if (text !== undefined) {
      if (isSentence(text)) found.push({ file, text });
      if (ts.isTemplateExpression(node)) for (const { expression } of node.templateSpans) visit(expression);
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The text of a literal, a template, or several that are added up. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    return node.head.text + node.templateSpans.map(({ literal }) => `{}${literal.text}`).join('');
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [textOf(node.left), textOf(node.right)];
    return left === undefined || right === undefined ? undefined : left + right;
  }
  return undefined;
}

function isBesideChinese(node: ts.Node): boolean {
  return ts.isObjectLiteralExpression(node) && node.properties.some((each) => each.name?.getText() === 'zh');
}

function isSentence(text: string): boolean {
  return (
    /^["A-Z{]/.test(text) && /[.?…}]$/.test(text) && /[a-z]{2,} ?\S* [a-z{"]/.test(text) && !/\p{sc=Han}/u.test(text)
  );
}
