import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../packs/sample-town/', import.meta.url);

/** A pack without a fault: name of file → text. */
export const goodPack: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.includes('.'))
    .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
);

/** The names of its files. */
export const goodFiles = Object.keys(goodPack);
