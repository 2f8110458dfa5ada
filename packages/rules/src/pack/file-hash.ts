import { hashText } from '../compile/canonical-json.js';
import { newSha256 } from '../compile/sha256.js';

interface KnownHash {
  readonly text: string;
  readonly hash: string;
}

/** Hashes of texts that were read from bytes: of a large one, writing the bytes anew takes longer than hashing them. */
const known = new WeakMap<Readonly<Record<string, string>>, Map<string, KnownHash>>();

/** Notes the hash of a file whose text is among `files` just as its bytes are, its byte order mark included. */
export function noteHash(files: Readonly<Record<string, string>>, name: string, bytes: Uint8Array): void {
  const text = files[name];
  if (text === undefined) return;
  const hash = newSha256();
  hash.update(bytes);
  const hashes = known.get(files) ?? new Map<string, KnownHash>();
  known.set(files, hashes.set(name, { text, hash: hash.hex() }));
}

/** The hash of a file's text in UTF-8, line ends made equal: the same file must have the same hash on each system. */
export function fileHash(files: Readonly<Record<string, string>>, name: string): string {
  const text = files[name] ?? '';
  if (text.includes('\r')) return hashText(text.replaceAll('\r\n', '\n'));
  const before = known.get(files)?.get(name);
  return before?.text === text ? before.hash : hashText(text);
}
