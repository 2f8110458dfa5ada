import { describe, expect, it } from 'vitest';
import { MOST_LEVELS, wayUp } from './way-up.js';

/** A chain in which each number lies below the one before it. */
const above = (id: string): string | undefined => (id === '0' ? undefined : String(Number(id) - 1));

describe('the way up from a node of a tree', () => {
  it('may have as many levels as a city needs, and no more', () => {
    expect(wayUp(String(MOST_LEVELS), above)).toBeUndefined();
    expect(wayUp(String(MOST_LEVELS + 1), above)).toEqual({ kind: 'tooDeep' });
  });

  it('of a hundred thousand levels is not gone', () => {
    let asked = 0;
    const counted = (id: string): string | undefined => {
      asked += 1;
      return above(id);
    };
    wayUp('100000', counted);
    expect(asked).toBeLessThan(2 * MOST_LEVELS);
  });

  it('leads back to the node in a circle, and past it into a circle of others', () => {
    const parents: Readonly<Record<string, string>> = { a: 'b', b: 'c', c: 'b' };
    expect(wayUp('b', (id) => parents[id])).toEqual({ kind: 'circle', way: ['b', 'c', 'b'] });
    expect(wayUp('a', (id) => parents[id])).toBeUndefined();
  });
});
