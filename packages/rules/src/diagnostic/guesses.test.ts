import { expect, it } from 'vitest';
import { Guesses } from './guesses.js';

const many = Array.from({ length: 39_000 }, (_, index) => `matter-${index}`);

it('a code that lost the zeros before it is known by its number', () => {
  const guesses = new Guesses(() => ['12', '120', 'noise']);
  expect(guesses.didYouMean('0012')).toMatch(/^Did you mean "12"\? A spreadsheet program drops the zeros/);
  expect(new Guesses(() => ['0012']).didYouMean('12')).toMatch(/^Did you mean "0012"\?/);
  expect(guesses.didYouMean('nois')).toBe('Did you mean "noise"?');
});

it('a title stands for its id', () => {
  const guesses = new Guesses(
    () => ['urban', 'police'],
    () => new Map([['市城管局', 'urban']]),
  );
  expect(guesses.didYouMean('市城管局')).toBe('Did you mean "urban"?');
  expect(guesses.didYouMean('市城管')).toBe('Did you mean "urban"?');
  expect(guesses.didYouMean('水务局')).toBeUndefined();
});

it('of a long list, a hundred words are compared with all of it, and titles with any number', () => {
  const guesses = new Guesses(
    () => many,
    () => new Map([['噪声', 'matter-1']]),
  );
  for (let word = 0; word < 100; word += 1) expect(guesses.didYouMean(`mater-${word}`)).toBeDefined();
  expect(guesses.didYouMean('mater-7')).toBeUndefined();
  expect(guesses.didYouMean('噪声')).toBe('Did you mean "matter-1"?');
});

it('of two letters none may differ: another name is no misspelt one', () => {
  const guesses = new Guesses(() => ['东城区', '西区']);
  expect(guesses.didYouMean('南区')).toBeUndefined();
  expect(guesses.didYouMean('东成区')).toBe('Did you mean "东城区"?');
});
