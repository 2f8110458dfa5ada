import type { CityPack } from '@hotline-kit/rules';
import type { BilingualText } from '../ticket/refusal.js';
import { packClockOf } from '../tracks/promise/promise-clock.js';
import { assistantOf } from './assist-clock.js';
import { definitionOf } from './definition-of.js';
import { procedureClockTitle } from './procedure-clocks.js';

/** A clock of a ticket in words. */
export function clockTitle(clock: string, pack: CityPack): BilingualText {
  const title = definitionOf(clock, pack)?.title ?? procedureClockTitle(packClockOf(clock)) ?? { zh: clock, en: clock };
  const unit = assistantOf(clock);
  const name = unit === undefined ? undefined : pack.units.get(unit)?.name;
  return name === undefined ? title : { zh: `${title.zh}（${name.zh}）`, en: `${title.en} (${name.en})` };
}
