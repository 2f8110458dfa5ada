/** The word that was probably meant: the first one that at most two letters separate from what was written. */
export function nearestWord(written: string, words: readonly string[]): string | undefined {
  return words.find((word) => within(1, written, word)) ?? words.find((word) => within(2, written, word));
}

/** Whether so many letters put in, left out or exchanged make one word of the other. */
function within(changes: number, a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const [restA, restB] = [a.slice(same), b.slice(same)];
  if (restA === restB) return true;
  const [cutA, cutB] = [restA.slice(1), restB.slice(1)];
  return (
    changes > 0 &&
    [[cutA, cutB] as const, [cutA, restB] as const, [restA, cutB] as const].some(([x, y]) => within(changes - 1, x, y))
  );
}
