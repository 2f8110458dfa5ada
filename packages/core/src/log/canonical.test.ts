import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalHash } from './canonical.js';

test("Node's own SHA-256 gives the same as the portable one, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
      expect(canonicalHash(text)).toBe(bytesToHex(sha256(utf8ToBytes(JSON.stringify(text)))));
    }),
  );
});
