import type { Procedure } from '@hotline-kit/rules';

/** A procedure that knows which of its settings were asked for, and their names. */
export interface Recording {
  readonly procedure: Procedure;
  readonly read: Set<string>;
}

/**
 * The same procedure, remembering what is read of it: `extension.limit`, `refusal.grounds.tell`. Copying an object
 * whole is no reading of its parts.
 */
export function recording(procedure: Procedure): Recording {
  const read = new Set<string>();
  return { procedure: watched(procedure, '', read), read };
}

function watched<T extends object>(object: T, path: string, read: Set<string>): T {
  let listed: Set<PropertyKey> = new Set();
  return new Proxy(object, {
    ownKeys: (target) => {
      const keys = Reflect.ownKeys(target);
      listed = new Set(keys);
      return keys;
    },
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key);
      const copied = listed.delete(key);
      if (typeof key === 'symbol' || !Object.hasOwn(target, key)) return value;
      const place = Array.isArray(target) ? path : `${path}${path === '' ? '' : '.'}${key}`;
      if (!copied) read.add(place);
      const isObject = typeof value === 'object' && value !== null;
      // The options of a choice are one setting, and a frozen value cannot be replaced by its proxy.
      const isPlain = isObject && !('options' in value) && !isFixed(target, key);
      return isPlain ? watched(value, place, read) : value;
    },
  });
}

function isFixed(target: object, key: string): boolean {
  const { writable, configurable } = Object.getOwnPropertyDescriptor(target, key) ?? {};
  return writable === false && configurable === false;
}
