/** Bytes of a hexadecimal text, as SQLite keeps a hash. */
export function bytesOf(hex: string): Uint8Array {
  return Buffer.from(hex, 'hex');
}

/** The hexadecimal text of bytes, whatever kind of byte array a driver gives. */
export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}
