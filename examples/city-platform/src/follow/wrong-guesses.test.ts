import { expect, test } from 'vitest';
import { WrongGuesses } from './wrong-guesses.js';

test('five wrong guesses close a number for a minute, and no other number', () => {
  let now = 0;
  const guesses = new WrongGuesses(() => now);
  for (let tried = 0; tried < 5; tried += 1) {
    expect(guesses.tooMany('DG-1')).toBe(false);
    guesses.count('DG-1');
  }
  expect(guesses.tooMany('DG-1')).toBe(true);
  expect(guesses.tooMany('DG-2')).toBe(false);
  now = 60_001;
  expect(guesses.tooMany('DG-1')).toBe(false);
});
