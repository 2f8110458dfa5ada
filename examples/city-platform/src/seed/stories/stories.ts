import type { Story } from '../story.js';
import { dust, loudShop, nightStalls, streetLamp, streetVendors } from './ordinary.js';
import { fallenTree, gasSmell, nightNoise, waterInShop } from './urgent.js';

/** The urgent ticket that the start page opens. */
export const heroId = nightNoise.id;

/** The ticket that waits for its citizen's rating. */
export const waitingId = loudShop.id;

/** The lives that the visitor finds. People, numbers and places in them are made up. */
export const stories: readonly Story[] = [
  nightNoise,
  gasSmell,
  fallenTree,
  waterInShop,
  nightStalls,
  dust,
  loudShop,
  streetVendors,
  streetLamp,
];
