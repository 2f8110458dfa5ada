/**
 * The hashes that were turned into bytes last: one is bound as a ticket's head, as its event's own and as the one before
 * the next event's.
 */
const last: { hex: string; bytes: Uint8Array }[] = Array.from({ length: 4 }, () => ({
  hex: '',
  bytes: Buffer.alloc(0),
}));
let next = 0;

/** Bytes of a hexadecimal text, as SQLite keeps a hash; not to be written into. */
export function bytesOf(hex: string): Uint8Array {
  for (const each of last) if (each.hex === hex) return each.bytes;
  const bytes = Buffer.from(hex, 'hex');
  last[next] = { hex, bytes };
  next = (next + 1) % last.length;
  return bytes;
}

/** The hexadecimal text of bytes, whatever kind of byte array a driver gives. */
export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}
