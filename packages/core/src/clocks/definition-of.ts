import type { CityPack, ClockDefinition } from '@hotline-kit/rules';
import { packClockOf } from '../tracks/promise/promise-clock.js';

/** The pack's definition of a ticket's clock; nothing for those that the procedure itself starts. */
export function definitionOf(clock: string, { clocks }: CityPack): ClockDefinition | undefined {
  return clocks.find(({ id }) => id === clock) ?? clocks.find(({ id }) => id === packClockOf(clock));
}
