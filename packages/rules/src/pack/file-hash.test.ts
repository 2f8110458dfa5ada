import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileHash, noteHash } from './file-hash.js';

describe('the hash of a file', () => {
  it('is that of its text, whether it was noted from the bytes or not, and whatever the line ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.boolean(), (body, hasMark) => {
        const text = `${hasMark ? '\ufeff' : ''}${body}\nend`;
        const noted = { file: text };
        noteHash(noted, 'file', new TextEncoder().encode(text));
        expect(fileHash(noted, 'file')).toBe(fileHash({ file: text }, 'file'));
        const returned = { file: text.replaceAll('\r', '').replaceAll('\n', '\r\n') };
        noteHash(returned, 'file', new TextEncoder().encode(returned.file));
        expect(fileHash(returned, 'file')).toBe(fileHash({ file: returned.file.replaceAll('\r\n', '\n') }, 'file'));
      }),
    );
  });

  it('is not the noted one of another text', () => {
    const files = { file: 'before' };
    noteHash(files, 'file', new TextEncoder().encode('before'));
    files.file = 'after';
    expect(fileHash(files, 'file')).toBe(fileHash({ file: 'after' }, 'file'));
  });
});
