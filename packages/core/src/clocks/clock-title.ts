import type { CityPack } from '@hotline-kit/rules';
import type { BilingualText } from '../ticket/refusal.js';
import { definitionOf } from './definition-of.js';
import { procedureClockTitle } from './procedure-clocks.js';

/** A clock of a ticket in words. */
export function clockTitle(clock: string, pack: CityPack): BilingualText {
  return definitionOf(clock, pack)?.title ?? procedureClockTitle(clock) ?? { zh: clock, en: clock };
}
