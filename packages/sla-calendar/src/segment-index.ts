/**
 * Sorted segments of time with the working time before each, and two bucket indexes, so that both directions
 * (instant → working time before it, working time → instant) cost a few steps however long the span is.
 */
export interface SegmentIndex {
  readonly count: number;
  /** With a sentinel of Infinity at `count`, so that a search needs no bounds check. */
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Working milliseconds before each segment; `prefix[count]` is the total. */
  readonly prefix: Float64Array;
  readonly total: number;
  readonly origin: number;
  readonly timeScale: number;
  readonly timeBuckets: Int32Array;
  readonly workScale: number;
  readonly workBuckets: Int32Array;
}

/** Builds the index; segments may touch, overlap or lie out of order, as they do around changes of the clock. */
export function indexSegments(startList: readonly number[], endList: readonly number[]): SegmentIndex {
  const order = sortedOrder(startList);
  const starts = new Float64Array(startList.length + 1);
  const ends = new Float64Array(startList.length + 1);
  let count = 0;
  for (let i = 0; i < startList.length; i++) {
    const at = order === undefined ? i : (order[i] as number);
    const [start, end] = [startList[at] as number, endList[at] as number];
    if (count > 0 && start <= (ends[count - 1] as number)) {
      ends[count - 1] = Math.max(ends[count - 1] as number, end);
    } else {
      starts[count] = start;
      ends[count] = end;
      count++;
    }
  }
  starts[count] = Number.POSITIVE_INFINITY;
  ends[count] = Number.POSITIVE_INFINITY;

  const prefix = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) prefix[i + 1] = (prefix[i] as number) + (ends[i] as number) - (starts[i] as number);
  const total = prefix[count] as number;
  const origin = count === 0 ? 0 : (starts[0] as number);
  const last = count === 0 ? 0 : (ends[count - 1] as number);

  // Widths are powers of two, so that dividing by them is exact and an instant never falls into a wrong bucket.
  const timeWidth = powerOfTwo((last - origin) / Math.max(1, count));
  const workWidth = powerOfTwo(total / Math.max(1, count));
  const timeBuckets = new Int32Array(Math.floor((last - origin) / timeWidth) + 1);
  const workBuckets = new Int32Array(Math.floor(total / workWidth) + 1);
  for (let bucket = 0, i = 0; bucket < timeBuckets.length; bucket++) {
    while (i < count && (ends[i] as number) <= origin + bucket * timeWidth) i++;
    timeBuckets[bucket] = i;
  }
  for (let bucket = 0, i = 0; bucket < workBuckets.length; bucket++) {
    while (i < count - 1 && (prefix[i + 1] as number) < bucket * workWidth) i++;
    workBuckets[bucket] = i;
  }
  return {
    count,
    starts: starts.subarray(0, count + 1),
    ends: ends.subarray(0, count + 1),
    prefix,
    total,
    origin,
    timeScale: 1 / timeWidth,
    timeBuckets,
    workScale: 1 / workWidth,
    workBuckets,
  };
}

/** Index of the first segment that ends after `at`; `count` where there is none. */
export function segmentAfter(index: SegmentIndex, at: number): number {
  if (at <= index.origin) return 0;
  const bucket = Math.floor((at - index.origin) * index.timeScale);
  if (bucket >= index.timeBuckets.length) return index.count;
  let i = index.timeBuckets[bucket] as number;
  while ((index.ends[i] as number) <= at) i++;
  return i;
}

/** Working milliseconds between the beginning of the index and `at`. */
export function workBefore(index: SegmentIndex, at: number): number {
  const i = segmentAfter(index, at);
  const start = index.starts[i] as number;
  return (index.prefix[i] as number) + (at > start ? at - start : 0);
}

/** The first instant with `work` milliseconds before it, for 0 < work ≤ total: an ending rather than a beginning. */
export function earliestWith(index: SegmentIndex, work: number): number {
  let i = index.workBuckets[Math.floor(work * index.workScale)] as number;
  while ((index.prefix[i + 1] as number) < work) i++;
  return (index.starts[i] as number) + (work - (index.prefix[i] as number));
}

/** The last instant with `work` milliseconds before it, for 0 ≤ work < total: a beginning rather than an ending. */
export function latestWith(index: SegmentIndex, work: number): number {
  let i = index.workBuckets[Math.floor(work * index.workScale)] as number;
  while ((index.prefix[i + 1] as number) <= work) i++;
  return (index.starts[i] as number) + (work - (index.prefix[i] as number));
}

function sortedOrder(starts: readonly number[]): readonly number[] | undefined {
  for (let i = 1; i < starts.length; i++) {
    if ((starts[i] as number) < (starts[i - 1] as number)) {
      return starts.map((_, index) => index).sort((a, b) => (starts[a] as number) - (starts[b] as number));
    }
  }
  return undefined;
}

function powerOfTwo(width: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(Math.max(1, width))));
}
