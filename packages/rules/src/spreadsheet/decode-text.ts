/** How the text of a file is encoded. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

const MARKS: readonly { readonly bytes: readonly number[]; readonly encoding: Encoding }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/**
 * Reads the text of a table as spreadsheet programs save it: with a byte order mark, as UTF-8 without one, else as
 * GB18030, which contains GBK and GB 2312. Nothing where the bytes are none of these.
 *
 * @example
 * decodeText(Buffer.from([0xca, 0xc2, 0xcf, 0xee])); // { text: '事项', encoding: 'gb18030' }
 */
export function decodeText(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } | undefined {
  const marked = MARKS.find(({ bytes: mark }) => mark.every((byte, index) => bytes[index] === byte));
  const candidates: readonly Encoding[] = marked === undefined ? ['utf-8', 'gb18030'] : [marked.encoding];
  for (const encoding of candidates) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
    } catch {
      // Not this one.
    }
  }
  return undefined;
}
