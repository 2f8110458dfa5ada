import { describe, expect, it } from 'vitest';
import { readLines } from './csv-lines.js';
import { openCsv } from './csv-rows.js';

/** Texts that the hash of `readLines` sends to one place of a table of 1,024. */
function colliding(count: number): readonly string[] {
  const found: string[] = [];
  for (let n = 0; found.length < count; n += 1) {
    const text = n.toString(36);
    let hash = 0;
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    if (((hash ^ (hash >>> 15)) & 1023) === 7) found.push(text);
  }
  return found;
}

describe('lines of a CSV text', () => {
  it('are read in columns: each different text once, where it stands first, and which of them each line has', () => {
    const text = 'a,b\r\nx,1\r\ny,1\r\n\r\nx,22';
    const { starts, uneven, longest, columns } = readLines(text, 5, '\r\n', 4, 2);
    expect([...starts]).toEqual([5, 10, 15, 17, 23]);
    expect(uneven).toEqual([2]);
    expect(longest).toBe(4);
    expect(columns).toEqual([
      { texts: ['x', 'y', ''], firsts: [0, 1, 2], numbers: Int32Array.of(0, 1, 2, 0) },
      { texts: ['1', '', '22'], firsts: [0, 2, 3], numbers: Int32Array.of(0, 0, 1, 2) },
    ]);
  });

  it('are not searched for long where texts were made to collide, and are read the same', () => {
    const texts = colliding(500);
    const body = texts.join('\n');
    expect(readLines(body, 0, '\n', 500, 1).columns).toEqual([]);
    const { texts: read, numbers } = openCsv(`head\n${body}`).column(0);
    expect(read).toEqual(texts);
    expect([...numbers]).toEqual([...texts.keys()]);
  });
});
