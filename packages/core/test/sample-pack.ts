import { readdirSync, readFileSync } from 'node:fs';
import { type CityPack, parseCityPack } from '@hotline-kit/rules';

const folder = new URL('../../rules/test/packs/sample-town/', import.meta.url);

const files: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => /\.(json|csv|md)$/.test(name))
    .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
);

/** What a town does otherwise: sections of its procedure, its clocks, or whole files. A section that is null is left out. */
export interface Changes {
  readonly procedure?: Readonly<Record<string, unknown>>;
  readonly clocks?: Readonly<Record<string, unknown>>;
  readonly files?: Readonly<Record<string, string>>;
}

/** Sample Town under a changed law; what a change says of a section stands over what the town says of it. */
export function sampleTown({ procedure = {}, clocks = {}, files: own = {} }: Changes = {}): CityPack {
  return parseCityPack({
    ...files,
    ...own,
    'procedure.json': JSON.stringify(changed(JSON.parse(files['procedure.json'] ?? '{}'), procedure)),
    'clocks.json': JSON.stringify(changed(JSON.parse(files['clocks.json'] ?? '{}'), clocks)),
  });
}

function changed(file: Record<string, unknown>, changes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const merged = { ...file };
  for (const [key, change] of Object.entries(changes)) {
    if (change === null) delete merged[key];
    else merged[key] = { ...(merged[key] as object | undefined), ...(change as object) };
  }
  return merged;
}
