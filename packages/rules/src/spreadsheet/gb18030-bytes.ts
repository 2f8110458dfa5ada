/** The GB18030 bytes of characters that it writes in one or two, by turning Node's own decoder round: for tests. */
export function gb18030Bytes(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap((char) => TABLE.get(char) ?? [char.charCodeAt(0)]));
}

const TABLE = new Map<string, readonly number[]>();
const decoder = new TextDecoder('gb18030');
for (let lead = 0x81; lead <= 0xfe; lead += 1) {
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    const char = decoder.decode(Uint8Array.of(lead, trail));
    if (char.length === 1) TABLE.set(char, [lead, trail]);
  }
}
