import { fileURLToPath } from 'node:url';
import type { CityPack } from '@hotline-kit/rules';
import { loadCityPack } from '@hotline-kit/rules/node';

/** The folder of the pack. */
export const packFolder = fileURLToPath(new URL('../pack', import.meta.url));

/** The pack, and the way from the city's words to its codes. */
export interface BostonPack {
  readonly pack: CityPack;
  /** IANA name of the zone that the file's local times belong to. */
  readonly zone: string;
  /** Code of the matter that a row's `type` names; undefined for a type that the pack does not know. */
  matterOf(type: string): string | undefined;
}

/** Loads the pack of the example. */
export async function loadBostonPack(): Promise<BostonPack> {
  const pack = await loadCityPack(packFolder);
  const codes = new Map(pack.matters.all.map(({ name, code }) => [name, code]));
  return { pack, zone: pack.defaultCalendar.zone, matterOf: (type) => codes.get(type) };
}
