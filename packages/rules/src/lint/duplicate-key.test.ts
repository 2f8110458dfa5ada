import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { duplicateKeyLints } from './duplicate-key.js';

const places = (text: string) =>
  duplicateKeyLints(text, JSON.parse(text), 'a.json').map(({ line, value }) => [line, value]);

describe('a key that stands twice in one object', () => {
  test('is found with its line, at any depth', () => {
    expect(places('{ "a": 1,\n  "b": [{ "c": 1,\n "c": 2 }] }')).toEqual([[3, 'c']]);
  });

  test('the same key in two objects is none', () => {
    expect(places('[{ "a": 1 }, { "a": { "a": 2 } }]')).toEqual([]);
  });

  test('is found however it is written: with a space before the colon, escaped, beside texts that look like keys', () => {
    expect(places('{ "a" : 1, "a" : 2 }')).toEqual([[1, 'a']]);
    expect(places('{ "a": 1, "a" : 2 }')).toEqual([[1, 'a']]);
    expect(places('{ "a"\n: 1, "a": 2 }')).toEqual([[2, 'a']]);
    expect(places(String.raw`{ "a": 1, "\u0061": 2 }`)).toEqual([[1, 'a']]);
    expect(places(String.raw`{ "b\\": 1, "a": 1, "a": "\":" }`)).toEqual([[1, 'a']]);
    expect(places('{ "__proto__": 1, "__proto__": 2 }')).toEqual([[1, '__proto__']]);
  });

  test('is never seen in what a program has written', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(places(JSON.stringify(value))).toEqual([]);
      }),
    );
  });

  test('is always seen where it was added', () => {
    const key = fc.string();
    fc.assert(
      fc.property(fc.dictionary(key, fc.jsonValue(), { minKeys: 1 }), fc.nat(), (object, choice) => {
        const keys = Object.keys(object);
        const twice = keys[choice % keys.length] ?? '';
        const text = `${JSON.stringify(object).slice(0, -1)},${JSON.stringify(twice)}:null}`;
        expect(places(text)).toEqual([[1, twice]]);
      }),
    );
  });
});
