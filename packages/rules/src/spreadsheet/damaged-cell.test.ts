import { expect, it } from 'vitest';
import { damageOf } from './damaged-cell.js';

it.each([
  ['1.20E+11', 'shortened'],
  ['5e+15', 'shortened'],
  ['2026-03-01', 'date'],
  ['2026/3/1', 'date'],
  ['3月1日', 'date'],
  ['#REF!', 'error of a formula'],
  ['#N/A', 'error of a formula'],
])('%s is no code any more', (text, what) => {
  expect(damageOf(text, true)?.message).toContain(what);
});

it.each(['001', '1E5', 'E+11', '2026-03', '03-01', '#1', 'noise', '噪声', ''])('"%s" may be a code', (text) => {
  expect(damageOf(text, true)).toBeUndefined();
});

it('a date may stand where no code does', () => {
  expect(damageOf('2026-03-01', false)).toBeUndefined();
  expect(damageOf('#VALUE!', false)).toBeDefined();
});
