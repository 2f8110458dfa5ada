import { PackError, RuleSetError } from '@hotline-kit/rules';

interface Inherited {
  readonly prototype: object;
  readonly keys: readonly PropertyKey[];
  readonly values: readonly unknown[];
}

const ownValue = (prototype: object, key: PropertyKey): unknown =>
  Object.getOwnPropertyDescriptor(prototype, key)?.value;

/** What objects, lists, texts and functions inherit, as it was before anything hostile was read. */
const inherited: readonly Inherited[] = [Object, Array, String, Number, Function, RegExp, Map, Promise].map(
  ({ prototype }) => {
    const keys = Reflect.ownKeys(prototype);
    return { prototype, keys, values: keys.map((key) => ownValue(prototype, key)) };
  },
);

/** Nothing but the typed error may come out, and no key may be added to what all objects inherit. */
export function survives(act: () => unknown): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof RuleSetError) && !(error instanceof PackError)) throw error;
    if (error.diagnostics.length === 0) throw new Error(`${error.name} does not say what is wrong.`);
  }
  if (Reflect.ownKeys(Object.prototype).length !== inherited[0]?.keys.length) nothingInheritedChanged();
}

/** No prototype of the language has another key or another value than before. */
export function nothingInheritedChanged(): void {
  for (const { prototype, keys, values } of inherited) {
    const now = Reflect.ownKeys(prototype);
    const changed = [
      ...now.filter((key) => !keys.includes(key)),
      ...keys.filter((key, index) => ownValue(prototype, key) !== values[index]),
    ];
    if (changed.length > 0) throw new Error(`A prototype was changed: ${changed.map(String).join()}.`);
  }
}
