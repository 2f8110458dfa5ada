import type { CityPack } from '@hotline-kit/rules';
import { type Refusal, refuse } from '../ticket/refusal.js';

/** The refusal of a unit that the pack does not know, if one of these is such. */
export function unknownUnit(
  units: readonly (string | undefined)[],
  pack: CityPack,
): { ok: false; refusal: Refusal } | undefined {
  const unknown = units.find((unit) => unit !== undefined && !pack.units.has(unit));
  if (unknown === undefined) return undefined;
  return refuse('unknownUnit', `单位“${unknown}”不在单位目录中`, `unit "${unknown}" is not in the pack's units`, {
    remedy: { zh: '请使用 units.json 中的单位编号', en: 'use an id of units.json' },
  });
}
