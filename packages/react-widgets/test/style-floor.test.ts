import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const source = join(import.meta.dirname, '..', 'src');
const css = readFileSync(join(source, 'styles.css'), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');

/** What Chrome 86 does not know: a rule with it would be dropped, or the page unstyled. */
const unknownToChrome86: readonly [string, RegExp][] = [
  [':where, :is, :has, :not of a list', /:(where|is|has)\(|:not\([^)]*,/],
  ['@layer, @container, @property, @scope', /@(layer|container|property|scope|starting-style)\b/],
  ['logical shorthands', /(^|[\s;{])(margin|padding|inset)-(inline|block)\s*:/],
  ['inset', /(^|[\s;{])inset(-[a-z-]+)?\s*:/],
  ['aspect-ratio', /aspect-ratio\s*:/],
  ['nesting', /&/],
  ['new units', /\d(dvh|svh|lvh|dvw|cqw|cqi|lh|rlh)\b/],
  ['new colours and functions', /\b(color-mix|oklch|oklab|lab|lch|light-dark|round|sin|cos)\(/],
  [
    'accent-color, translate and scale of their own, text-wrap',
    /(^|[\s;{])(accent-color|translate|scale|rotate|text-wrap)\s*:/,
  ],
  ['range media queries', /@media[^{]*[<>]/],
  ['grid', /(^|[\s;{])(grid|subgrid|display\s*:\s*(inline-)?grid)/],
  ['overflow: clip, font-palette', /overflow[a-z-]*\s*:\s*clip/],
];

describe('styles.css keeps the floor of Chrome 86', () => {
  test.each(unknownToChrome86)('%s', (_, pattern) => {
    expect(css.match(pattern)).toBeNull();
  });

  test('every class begins with hk-, and no selector reaches beyond the widgets', () => {
    const selectors = [...css.matchAll(/([^{}]+)\{/g)]
      .map(([, text = '']) => text.trim())
      .filter((s) => !s.startsWith('@'));
    expect(selectors.length).toBeGreaterThan(50);
    for (const selector of selectors.flatMap((list) => list.split(/,(?![^(]*\))/))) {
      expect(selector.trim()).toMatch(/^\.hk-/);
      for (const [name] of selector.matchAll(/\.[a-z][\w-]*/g)) expect(name).toMatch(/^\.hk-/);
    }
  });

  test('text is sized in rem only, so that it follows the reader’s own size', () => {
    expect(css.match(/font-size\s*:[^;]*\dpx/g)).toBeNull();
  });
});

describe('the sources keep the floor of Chrome 86', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !/\.test/.test(name),
  );
  const unknown =
    /\.(at|replaceAll|findLast|findLastIndex|toSorted|toReversed|with)\(|structuredClone|hasOwn\b|groupBy|crypto\.randomUUID|Array\.fromAsync|Promise\.any|\|\|=|&&=|\?\?=/;
  const impure =
    /Math\.random|new Date\(\)|getTimezoneOffset|dangerouslySetInnerHTML|createPortal|fetch\(|localStorage|document\.|window\./;

  test.each(files)('%s', (name) => {
    const text = readFileSync(join(source, name), 'utf8');
    expect(text.match(unknown)).toBeNull();
    expect(text.match(impure)).toBeNull();
    if (name !== 'ticker.ts') expect(text).not.toContain('Date.now');
  });
});

test('the layered sheet is the same sheet in a layer', () => {
  expect(readFileSync(join(source, 'styles.layered.css'), 'utf8').trim()).toBe(
    '@import "./styles.css" layer(hotline-kit);',
  );
});
