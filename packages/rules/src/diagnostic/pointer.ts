/**
 * Adds a key or an index to an RFC 6901 JSON pointer.
 *
 * @example
 * join('/rules/0', 'a/b'); // '/rules/0/a~1b'
 */
export function join(pointer: string, ...keys: readonly (string | number)[]): string {
  let result = pointer;
  for (const key of keys) {
    result += `/${typeof key === 'number' ? key : key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  }
  return result;
}
