import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  earliestWith,
  indexSegments,
  latestWith,
  type SegmentIndex,
  segmentAfter,
  workBefore,
} from './segment-index.js';

const minute = 60_000;

/** Segments with gaps between them, as gap and length in minutes. */
const segments = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 480 })), { minLength: 1, maxLength: 40 })
  .map((parts) => {
    let at = 1_700_000_000_000;
    return parts.map(([gap, length]) => {
      const start = at + gap * minute;
      at = start + length * minute;
      return [start, at] as const;
    });
  });

function indexOf(list: readonly (readonly [number, number])[]): SegmentIndex {
  return indexSegments(
    list.map(([start]) => start),
    list.map(([, end]) => end),
  );
}

describe('the index over segments', () => {
  test('each bucket names the first segment that can matter, so that a search takes a few steps', () => {
    fc.assert(
      fc.property(segments, (list) => {
        const index = indexOf(list);
        const [first, last] = [list[0]?.[0] as number, list[list.length - 1]?.[1] as number];
        const total = list.reduce((sum, [start, end]) => sum + end - start, 0);
        const [timeWidth, workWidth] = [1 / index.timeScale, 1 / index.workScale];
        for (const [width, mean] of [
          [timeWidth, (last - first) / list.length],
          [workWidth, total / list.length],
        ] as const) {
          expect(width).toBeGreaterThanOrEqual(mean);
          expect(width).toBeLessThan(2 * mean);
        }
        const expectedTime = Array.from(
          { length: Math.floor((last - first) / timeWidth) + 1 },
          (_, bucket) => list.filter(([, end]) => end <= first + bucket * timeWidth).length,
        );
        expect([...index.timeBuckets]).toEqual(expectedTime);
        const through = list.map((_, i) => list.slice(0, i + 1).reduce((sum, [start, end]) => sum + end - start, 0));
        const expectedWork = Array.from({ length: Math.floor(total / workWidth) + 1 }, (_, bucket) =>
          Math.min(list.length - 1, through.filter((work) => work < bucket * workWidth).length),
        );
        expect([...index.workBuckets]).toEqual(expectedWork);
        expect([index.count, index.total, index.origin]).toEqual([list.length, total, first]);
        expect([...index.ends]).toEqual([...list.map(([, end]) => end), Number.POSITIVE_INFINITY]);
        expect([...index.starts]).toEqual([...list.map(([start]) => start), Number.POSITIVE_INFINITY]);
      }),
    );
  });

  test('searches find what a look at every segment finds', () => {
    fc.assert(
      fc.property(
        segments,
        fc.integer({ min: -600, max: 40_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (list, minutes, share) => {
          const index = indexOf(list);
          const at = index.origin + minutes * minute;
          expect(segmentAfter(index, at)).toBe(list.filter(([, end]) => end <= at).length);
          const before = list.reduce((sum, [start, end]) => sum + Math.max(0, Math.min(end, at) - start), 0);
          expect(workBefore(index, at)).toBe(before);
          const work = Math.max(1, Math.floor(share * index.total));
          const reached = earliestWith(index, work);
          expect([workBefore(index, reached), workBefore(index, reached - 1)]).toEqual([work, work - 1]);
          const less = Math.min(work, index.total - 1);
          const left = latestWith(index, less);
          expect([workBefore(index, left), workBefore(index, left + 1)]).toEqual([less, less + 1]);
        },
      ),
    );
  });

  test('segments out of order, touching and overlapping are the time that they cover together', () => {
    fc.assert(
      fc.property(segments, fc.infiniteStream(fc.nat(1000)), (list, order) => {
        const shuffled = list
          .flatMap(([start, end]) => {
            const middle = start + Math.floor((end - start) / 2 / minute) * minute;
            return [
              [start, Math.max(middle, start + minute)],
              [middle, end],
            ] as const;
          })
          .map((segment) => ({ segment, key: order.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ segment }) => segment);
        expect(indexOf(shuffled)).toEqual(indexOf(list));
      }),
    );
  });

  test('without any segment nothing is found', () => {
    const index = indexSegments([], []);
    expect([index.count, index.total, segmentAfter(index, 0), segmentAfter(index, 5)]).toEqual([0, 0, 0, 0]);
    expect(workBefore(index, 5)).toBe(0);
  });
});
