import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '..', 'src', 'styles.css'), 'utf8');

/** Tokens of a rule, by its selector. */
function tokens(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`no rule ${selector}`);
  const body = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    [...body.matchAll(/--hk-color-([\w-]+): (#[\da-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
}

/** Relative luminance after WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((index) => {
    const share = Number.parseInt(hex.slice(index, index + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const texts: readonly [string, string][] = [
  ...['ink', 'ink-second', 'primary', 'running', 'done', 'warned', 'breached', 'paused'].map(
    (name) => [name, 'surface'] as [string, string],
  ),
  ['on-primary', 'primary'],
  ['ink', 'primary-soft'],
  ['primary', 'primary-soft'],
  ['running', 'primary-soft'],
  ['warned', 'primary-soft'],
  ['breached', 'primary-soft'],
  ['paused', 'primary-soft'],
  ['ink-second', 'ground'],
  ['warned', 'warned-soft'],
  ['breached', 'breached-soft'],
  ['ink', 'breached-soft'],
];

describe.each([
  '.hk-root',
  '[data-theme="gov-red"]',
  '[data-theme="dark"]',
  '[data-theme="auto"]',
  '[data-theme="contrast"]',
])('theme %s', (theme) => {
  const all = { ...tokens('.hk-root'), ...(theme === '.hk-root' ? {} : tokens(`.hk-root${theme}`)) };
  const least = theme.includes('contrast') ? 7 : 4.5;

  test.each(texts)(`%s on %s is at least ${least} : 1`, (text, ground) => {
    expect(ratio(all[text] ?? '', all[ground] ?? '')).toBeGreaterThanOrEqual(least);
  });

  test('the outline of a control is at least 3 : 1', () => {
    expect(ratio(all['control'] ?? '', all['surface'] ?? '')).toBeGreaterThanOrEqual(3);
  });
});

test('auto in the dark is the dark theme', () => {
  expect(tokens('.hk-root[data-theme="auto"]')).toEqual(tokens('.hk-root[data-theme="dark"]'));
});
