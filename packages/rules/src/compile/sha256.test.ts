import * as crypto from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newSha256 } from './sha256.js';

describe('the digest of a document', () => {
  it('is the same in a browser as on a server', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 5 }), (parts) => {
        const [server, browser] = [newSha256(crypto), newSha256(null)];
        for (const part of parts) for (const hash of [server, browser]) hash.update(part);
        expect(browser.hex()).toBe(server.hex());
      }),
    );
  });

  it('of a text is that of its UTF-8, also where half a surrogate pair stands alone', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((u) => String.fromCharCode(u)) }),
        (text) => {
          const [server, browser, bytes] = [newSha256(crypto), newSha256(null), newSha256()];
          for (const hash of [server, browser]) hash.update(text);
          bytes.update(new TextEncoder().encode(text));
          expect([server.hex(), browser.hex()]).toEqual(Array(2).fill(bytes.hex()));
        },
      ),
    );
  });

  it('of no bytes at all is the one of FIPS 180-4', () => {
    expect(newSha256().hex()).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });
});
