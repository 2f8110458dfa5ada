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
    this.#write(value, { order: NO_ORDER });
    this.#flush();
  }

  #write(value: unknown, place: Place): void {
    if (typeof value === 'string') this.#writeText(value);
    else if (typeof value !== 'object' || value === null) this.#writeAscii(JSON.stringify(value) ?? 'null');
    else if (Array.isArray(value)) this.#writeList(value, place);
    else this.#writeRecord(value as Readonly<Record<string, unknown>>, place);
  }

  #flush(): void {
    this.#emit(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
  }

  #writeList(list: readonly unknown[], place: Place): void {
    this.#writeByte(OPEN_LIST);
    for (let index = 0; index < list.length; index += 1) {
      if (index > 0) this.#writeByte(COMMA);
      this.#write(list[index], place);
    }
    this.#writeByte(CLOSE_LIST);
  }

  #writeRecord(record: Readonly<Record<string, unknown>>, place: Place): void {
    let { order } = place;
    if (!isOrderOf(record, order.written)) {
      order = this.#orderOf(record);
      place.order = order;
    }
    const { sorted } = order;
    let isFirst = true;
    for (let index = 0; index < sorted.length; index += 1) {
      const within = sorted[index] as KeyPlace;
      const item = record[within.key];
      if (item === undefined) continue;
      this.#writeByte(isFirst ? OPEN_RECORD : COMMA);
      isFirst = false;
      this.#writeBytes(within.bytes);
      this.#write(item, within);
    }
    if (isFirst) this.#writeByte(OPEN_RECORD);
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
  #orderOf(record: Readonly<Record<string, unknown>>): KeyOrder {
    const written = Object.keys(record);
    const [first] = written;
    if (first === undefined) return NO_ORDER;
    let orders = this.#orders.get(first);
    if (orders === undefined) {
      orders = [];
      this.#orders.set(first, orders);
    }
    const known = orders.find((order) => isSame(order.written, written));
    if (known !== undefined) return known;
    const sorted = [...written]
      .sort()
      .map((key): KeyPlace => ({ key, bytes: utf8ToBytes(`${JSON.stringify(key)}:`), order: NO_ORDER }));
    const order = { written, sorted };
    // A document whose objects all differ must not make the search long.
    if (orders.length < MOST_ORDERS) orders.push(order);
    return order;
  }
}

/** A place in a document: what stands at it has mostly the keys that the last object there had. */
interface Place {
  order: KeyOrder;
}

interface KeyPlace extends Place {
  readonly key: string;
  /** The quoted key and the colon after it. */
  readonly bytes: Uint8Array;
}

interface KeyOrder {
  readonly written: readonly string[];
  readonly sorted: readonly KeyPlace[];
}

const NO_ORDER: KeyOrder = { written: [], sorted: [] };

/** Whether these are the keys of an object, in this order; asked without making a list of them. */
function isOrderOf(record: Readonly<Record<string, unknown>>, written: readonly string[]): boolean {
  let count = 0;
  for (const key in record) {
    if (key !== written[count]) return false;
    count += 1;
  }
  // What a prototype has comes last.
  return count === written.length && (count === 0 || Object.hasOwn(record, written[count - 1] as string));
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
}
