import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * A JSON value as text in one way only: keys sorted, no spaces. Two documents with the same meaning give the same text.
 *
 * @example
 * canonicalJson({ b: 1, a: [true] }); // '{"a":[true],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  return write(value, new Map());
}

/** The SHA-256 of a text in UTF-8, in hexadecimal. */
export function hashText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** Short texts repeat thousands of times in a rule set: each is quoted once. */
const SHORT = 40;

function write(value: unknown, quoted: Map<string, string>): string {
  if (typeof value === 'string') return quote(value, quoted);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) {
    let text = '[';
    for (let index = 0; index < value.length; index += 1) {
      text += (index === 0 ? '' : ',') + write(value[index], quoted);
    }
    return `${text}]`;
  }
  const record = value as Readonly<Record<string, unknown>>;
  let text = '{';
  for (const key of sortedKeys(record)) {
    const item = record[key];
    if (item !== undefined) text += `${text === '{' ? '' : ','}${quote(key, quoted)}:${write(item, quoted)}`;
  }
  return `${text}}`;
}

function quote(text: string, quoted: Map<string, string>): string {
  if (text.length > SHORT) return JSON.stringify(text);
  const known = quoted.get(text);
  if (known !== undefined) return known;
  const result = JSON.stringify(text);
  quoted.set(text, result);
  return result;
}

function sortedKeys(record: Readonly<Record<string, unknown>>): string[] {
  const keys = Object.keys(record);
  for (let index = 1; index < keys.length; index += 1) {
    if ((keys[index] as string) < (keys[index - 1] as string)) return keys.sort();
  }
  return keys;
}
