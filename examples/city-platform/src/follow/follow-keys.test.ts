import { expect, test } from 'vitest';
import { FollowKeys } from './follow-keys.js';

test('a key opens the tickets that were looked up with it, and no others', () => {
  const keys = new FollowKeys();
  const key = keys.issue('a', undefined);
  expect(keys.issue('b', key)).toBe(key);
  expect([keys.opens(key, 'a'), keys.opens(key, 'b'), keys.opens(key, 'c')]).toEqual([true, true, false]);
  expect([keys.opens(undefined, 'a'), keys.opens('guessed', 'a')]).toEqual([false, false]);
  expect(keys.issue('a', 'guessed')).not.toBe('guessed');
});
