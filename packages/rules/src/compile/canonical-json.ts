import { utf8ToBytes } from '@noble/hashes/utils.js';
import { newSha256 } from './sha256.js';

/**
 * A JSON value as text in one way only: keys sorted, no spaces. Two documents with the same meaning give the same text.
 *
 * @example
 * canonicalJson({ b: 1, a: [true] }); // '{"a":[true],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  const decoder = new TextDecoder();
  let text = '';
  new CanonicalWriter(SMALL_CAPACITY).write(value, (bytes) => {
    text += decoder.decode(bytes, { stream: true });
  });
  return text + decoder.decode();
}

/** The SHA-256 of a text in UTF-8, in hexadecimal. */
export function hashText(text: string): string {
  const hash = newSha256();
  hash.update(text);
  return hash.hex();
}

/**
 * The SHA-256 of a value's canonical JSON in UTF-8, in hexadecimal. The text of a large document is hashed part by part
 * and never held whole.
 */
export function hashDocument(value: unknown): string {
  const hash = newSha256();
  // One room for all documents; a value whose getter asks for a hash itself finds it taken.
  const writer = spare ?? new CanonicalWriter(CAPACITY);
  spare = undefined;
  writer.write(value, (bytes) => hash.update(bytes));
  spare = writer;
  return hash.hex();
}

let spare: CanonicalWriter | undefined;

/** Bytes that are gathered before they are handed on: of a whole document, and of one small value among thousands. */
const CAPACITY = 65_536;
const MOST_ORDERS = 16;
const SMALL_CAPACITY = 512;
const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPEN_LIST, CLOSE_LIST, OPEN_RECORD, CLOSE_RECORD] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Writes bytes by hand: a rule set of 39,000 rules has ten million of them, and strings of it would be garbage. */
class CanonicalWriter {
  readonly #bytes: Uint8Array;
  /** Orders in which keys were met, by the first of them. */
  readonly #orders = new Map<string, KeyOrder[]>();
  #emit: (bytes: Uint8Array) => void = () => {};
  #length = 0;

  constructor(capacity: number) {
    this.#bytes = new Uint8Array(capacity);
  }

  /** Hands on the canonical JSON of a value, part by part. */
  write(value: unknown, emit: (bytes: Uint8Array) => void): void {
    this.#emit = emit;
    this.#orders.clear();
    this.#write(value);
    this.#flush();
  }

  #write(value: unknown): void {
    if (typeof value === 'string') this.#writeText(value);
    else if (typeof value !== 'object' || value === null) this.#writeAscii(JSON.stringify(value) ?? 'null');
    else if (Array.isArray(value)) this.#writeList(value);
    else this.#writeRecord(value as Readonly<Record<string, unknown>>);
  }

  #flush(): void {
    this.#emit(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
  }

  #writeList(list: readonly unknown[]): void {
    this.#writeByte(OPEN_LIST);
    for (let index = 0; index < list.length; index += 1) {
      if (index > 0) this.#writeByte(COMMA);
      this.#write(list[index]);
    }
    this.#writeByte(CLOSE_LIST);
  }

  #writeRecord(record: Readonly<Record<string, unknown>>): void {
    const sorted = this.#sorted(record);
    let count = 0;
    for (let index = 0; index < sorted.length; index += 1) {
      const { key, bytes } = sorted[index] as SortedKey;
      const item = record[key];
      if (item === undefined) continue;
      this.#writeByte(count === 0 ? OPEN_RECORD : COMMA);
      count += 1;
      this.#writeBytes(bytes);
      this.#write(item);
    }
    if (count === 0) this.#writeByte(OPEN_RECORD);
    this.#writeByte(CLOSE_RECORD);
  }

  #writeByte(byte: number): void {
    if (this.#length === this.#bytes.length) this.#flush();
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }

  /** A quoted text; one with characters that need escaping, or surrogates, is left to `JSON.stringify`. */
  #writeText(text: string): void {
    // Each UTF-16 unit below the surrogates takes three bytes at most.
    const room = text.length * 3 + 2;
    if (room > this.#bytes.length) {
      this.#writeRaw(JSON.stringify(text));
      return;
    }
    if (this.#length + room > this.#bytes.length) this.#flush();
    const bytes = this.#bytes;
    let at = this.#length;
    bytes[at++] = QUOTE;
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      if (unit < 0x80) {
        if (unit < 0x20 || unit === QUOTE || unit === BACKSLASH) {
          this.#writeRaw(JSON.stringify(text));
          return;
        }
        bytes[at++] = unit;
      } else if (unit < 0x800) {
        bytes[at++] = 0xc0 | (unit >> 6);
        bytes[at++] = 0x80 | (unit & 0x3f);
      } else if (unit < 0xd800 || unit > 0xdfff) {
        bytes[at++] = 0xe0 | (unit >> 12);
        bytes[at++] = 0x80 | ((unit >> 6) & 0x3f);
        bytes[at++] = 0x80 | (unit & 0x3f);
      } else {
        this.#writeRaw(JSON.stringify(text));
        return;
      }
    }
    bytes[at++] = QUOTE;
    this.#length = at;
  }

  #writeAscii(text: string): void {
    for (let index = 0; index < text.length; index += 1) this.#writeByte(text.charCodeAt(index));
  }

  #writeRaw(text: string): void {
    this.#flush();
    this.#emit(utf8ToBytes(text));
  }

  #writeBytes(bytes: Uint8Array): void {
    if (this.#length + bytes.length > this.#bytes.length) {
      this.#flush();
      this.#emit(bytes);
      return;
    }
    const into = this.#bytes;
    let at = this.#length;
    for (let index = 0; index < bytes.length; index += 1) into[at++] = bytes[index] as number;
    this.#length = at;
  }

  /** Objects of one kind have their keys in one order, which is sorted and written once. */
  #sorted(record: Readonly<Record<string, unknown>>): readonly SortedKey[] {
    const keys = Object.keys(record);
    const [first] = keys;
    if (first === undefined) return NO_KEYS;
    let orders = this.#orders.get(first);
    if (orders === undefined) {
      orders = [];
      this.#orders.set(first, orders);
    }
    for (let index = 0; index < orders.length; index += 1) {
      const { written, sorted } = orders[index] as KeyOrder;
      if (isSame(written, keys)) return sorted;
    }
    const sorted = [...keys].sort().map((key) => ({ key, bytes: utf8ToBytes(`${JSON.stringify(key)}:`) }));
    // A document whose objects all differ must not make the search long.
    if (orders.length < MOST_ORDERS) orders.push({ written: keys, sorted });
    return sorted;
  }
}

interface SortedKey {
  readonly key: string;
  /** The quoted key and the colon after it. */
  readonly bytes: Uint8Array;
}

interface KeyOrder {
  readonly written: readonly string[];
  readonly sorted: readonly SortedKey[];
}

const NO_KEYS: readonly SortedKey[] = [];

function isSame(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false;
  return true;
}
