import { type JsonText, readJson } from '../diagnostic/json-text.js';

interface KnownValue {
  readonly text: string;
  readonly value: unknown;
}

/** What the files of a pack hold, for as long as their texts are kept: loading, lints and tests ask for the same ones. */
const known = new WeakMap<Readonly<Record<string, string>>, Map<string, KnownValue>>();

/**
 * The value of a JSON file, read once however often it is asked for; nothing where there is no such file.
 *
 * @param file Its name for diagnostics.
 */
export function fileJson(files: Readonly<Record<string, string>>, name: string, file: string): JsonText | undefined {
  const text = Object.hasOwn(files, name) ? files[name] : undefined;
  if (text === undefined) return undefined;
  const values = known.get(files) ?? new Map<string, KnownValue>();
  const before = values.get(name);
  if (before?.text === text) return { ok: true, value: before.value };
  const read = readJson(text, file);
  if (read.ok) known.set(files, values.set(name, { text, value: read.value }));
  return read;
}
