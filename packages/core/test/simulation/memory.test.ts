import { memoryStore } from '@hotline-kit/core';
import { type Cast, FAULTS, shrink, simulate } from '@hotline-kit/core/testing';
import { expect, test } from 'vitest';
import { liveAll } from './live-all.js';
import { townCast } from './town-cast.js';

const histories = { quick: 300, ci: 100_000, full: 1_000_000 }[process.env['HOTLINE_PROOF'] ?? 'quick'] ?? 300;

test(`${histories} histories with ${FAULTS.length - 1} kinds of fault: nothing lost, nothing applied or fired twice`, {
  timeout: 24 * 3_600_000,
}, async () => {
  const lived = await liveAll(histories);
  if (lived.failing !== undefined) expect.fail(JSON.stringify(await shrink(townCast, lived.failing), undefined, 2));
  expect(lived.histories).toBe(histories);
  // The proof is worth something only if much happens and much goes wrong.
  expect(lived.events).toBeGreaterThan(histories * 15);
  expect(lived.faults).toBeGreaterThan(histories * 2);
});

test('a seed gives the same history again', async () => {
  for (let seed = 1; seed <= 10; seed += 1)
    expect(await simulate(townCast, seed)).toEqual(await simulate(townCast, seed));
});

/** A store that says "written" of a commit in every few, and does not write it. */
function forgetful(): Cast {
  return {
    ...townCast,
    makeStore() {
      const store = memoryStore();
      let commits = 0;
      return {
        ...store,
        async commit(all) {
          commits += 1;
          return commits % 7 === 0 ? { ok: true } : store.commit(all);
        },
      };
    },
  };
}

test('a store that forgets is found out, and the failure shrinks to a few steps, the same each time', async () => {
  const failing = [];
  for (let seed = 1; seed <= 20; seed += 1) {
    if ((await simulate(forgetful(), seed)).violations.length > 0) failing.push(seed);
  }
  expect(failing.length).toBeGreaterThan(10);
  const seed = failing[0] ?? 0;
  const failure = await shrink(forgetful(), seed);
  expect(failure?.violations.join()).toMatch(/is lost|never left|in the log|broken|result/);
  expect(failure?.steps.length).toBeLessThan(10);
  expect(await shrink(forgetful(), seed)).toEqual(failure);
  expect(await shrink(townCast, seed), 'with a store that keeps its word nothing fails').toBeUndefined();
});
