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
  writeCanonical(value, SMALL_CAPACITY, (bytes) => {
    text += decoder.decode(bytes, { stream: true });
  });
  return text + decoder.decode();
}

/** The SHA-256 of a text in UTF-8, in hexadecimal. */
export function hashText(text: string): string {
  const hash = newSha256();
  hash.update(new TextEncoder().encode(text));
  return hash.hex();
}

/**
 * The SHA-256 of a value's canonical JSON in UTF-8, in hexadecimal. The text of a large document is hashed part by part
 * and never held whole.
 */
export function hashDocument(value: unknown): string {
  const hash = newSha256();
  writeCanonical(value, CAPACITY, (bytes) => hash.update(bytes));
  return hash.hex();
}

function writeCanonical(value: unknown, capacity: number, emit: (bytes: Uint8Array) => void): void {
  const writer = new CanonicalWriter(emit, capacity);
  writer.write(value);
  writer.flush();
}

/** Bytes that are gathered before they are handed on: of a whole document, and of one small value among thousands. */
const CAPACITY = 65_536;
const MOST_ORDERS = 16;
const SMALL_CAPACITY = 512;
const [QUOTE, BACKSLASH, COLON, COMMA] = [0x22, 0x5c, 0x3a, 0x2c];
const [OPEN_LIST, CLOSE_LIST, OPEN_RECORD, CLOSE_RECORD] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Writes bytes by hand: a rule set of 39,000 rules has ten million of them, and strings of it would be garbage. */
class CanonicalWriter {
  readonly #emit: (bytes: Uint8Array) => void;
  readonly #bytes: Uint8Array;
  /** Orders in which keys were met, by the first of them, and the same keys sorted. */
  readonly #orders = new Map<string, { readonly written: readonly string[]; readonly sorted: readonly string[] }[]>();
  #length = 0;

  constructor(emit: (bytes: Uint8Array) => void, capacity: number) {
    this.#emit = emit;
    this.#bytes = new Uint8Array(capacity);
  }

  write(value: unknown): void {
    if (typeof value === 'string') this.#writeText(value);
    else if (typeof value !== 'object' || value === null) this.#writeAscii(JSON.stringify(value) ?? 'null');
    else if (Array.isArray(value)) this.#writeList(value);
    else this.#writeRecord(value as Readonly<Record<string, unknown>>);
  }

  /** Hands on what was written. */
  flush(): void {
    this.#emit(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
  }

  #writeList(list: readonly unknown[]): void {
    this.#writeByte(OPEN_LIST);
    for (let index = 0; index < list.length; index += 1) {
      if (index > 0) this.#writeByte(COMMA);
      this.write(list[index]);
    }
    this.#writeByte(CLOSE_LIST);
  }

  #writeRecord(record: Readonly<Record<string, unknown>>): void {
    this.#writeByte(OPEN_RECORD);
    let isFirst = true;
    for (const key of this.#sortedKeys(record)) {
      const item = record[key];
      if (item === undefined) continue;
      if (!isFirst) this.#writeByte(COMMA);
      isFirst = false;
      this.#writeText(key);
      this.#writeByte(COLON);
      this.write(item);
    }
    this.#writeByte(CLOSE_RECORD);
  }

  #writeByte(byte: number): void {
    if (this.#length === this.#bytes.length) this.flush();
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
    if (this.#length + room > this.#bytes.length) this.flush();
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
    this.flush();
    this.#emit(utf8ToBytes(text));
  }

  #sortedKeys(record: Readonly<Record<string, unknown>>): readonly string[] {
    const keys = Object.keys(record);
    for (let index = 1; index < keys.length; index += 1) {
      if ((keys[index] as string) < (keys[index - 1] as string)) return this.#sort(keys);
    }
    return keys;
  }

  /** Objects of one kind have their keys in one order, which is sorted once. */
  #sort(keys: readonly string[]): readonly string[] {
    const first = keys[0] as string;
    let orders = this.#orders.get(first);
    if (orders === undefined) {
      orders = [];
      this.#orders.set(first, orders);
    }
    for (const { written, sorted } of orders) if (isSame(written, keys)) return sorted;
    const sorted = [...keys].sort();
    // A document whose objects all differ must not make the search long.
    if (orders.length < MOST_ORDERS) orders.push({ written: keys, sorted });
    return sorted;
  }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false;
  return true;
}
