import { readFileSync } from 'node:fs';
import { format } from 'node:util';
import * as door from '@hotline-kit/sla-calendar';
import { expect, test } from 'vitest';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const snippets = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, code = '']) => code);

test('every snippet of the README runs and prints what the README says', () => {
  const code = snippets.join('\n').replace(/^import .*$/gm, '');
  const expected = [...code.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)].map(([, output]) => output);
  expect(expected.length).toBeGreaterThanOrEqual(9);
  expect(expected).toHaveLength(code.split('console.log').length - 1);

  const printed: string[] = [];
  const print = { log: (...values: unknown[]) => printed.push(format(...values)) };
  const exported = Object.entries(door);
  const run = new Function(...exported.map(([name]) => name), 'console', code);
  run(...exported.map(([, value]) => value), print);
  expect(printed).toEqual(expected);
});

test('every error code stands in the table with its class', () => {
  const classes = Object.keys(door).filter((name) => name.endsWith('Error'));
  for (const name of classes) expect(readme).toContain(`\`${name}\``);
});
