import type { CityPack } from '@hotline-kit/rules';
import { type Refusal, refuse } from '../ticket/refusal.js';

/** The refusal of a clock that the pack does not know, if one of these is such. */
export function unknownClock(clocks: readonly string[], pack: CityPack): { ok: false; refusal: Refusal } | undefined {
  const known = pack.clocks.map(({ id }) => id);
  const unknown = clocks.find((clock) => !known.includes(clock));
  if (unknown === undefined) return undefined;
  return refuse('unknownClock', `时限“${unknown}”未定义`, `clock "${unknown}" is not in clocks.json`, {
    remedy: { zh: `可用：${known.join('、')}`, en: `use one of ${known.join(', ')}` },
  });
}
