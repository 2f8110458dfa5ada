import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Tests of databases, processes and commands say nothing about decisions; the simulator says it of whole lives. */
const left =
  /stores|storage|processes|simulation|readme|assessment|cli|features|hooks|errors|walk|snapshots|where-it-stands/;

/** What is measured: all that decides and folds. */
export default {
  goal: 90,
  sources: ['ticket/decide', 'ticket/evolve', 'ticket/transition-table', 'ticket/authority'],
  tests: (home) =>
    ['src', 'test'].flatMap((folder) =>
      readdirSync(join(home, folder), { recursive: true })
        .filter((path) => path.endsWith('.test.ts') && !left.test(path))
        .map((path) => join(home, folder, path)),
    ),
  /** Not mutated, so evaluated once; of some functions the results are kept. */
  once: {
    '@hotline-kit/rules': [],
    '@hotline-kit/rules/node': ['loadCityPack', 'readScenarios'],
    '@hotline-kit/sla-calendar': [],
    '@photostructure/sqlite': [],
    '@noble/hashes/sha2.js': [],
    '@noble/hashes/utils.js': [],
    'fast-check': [],
    'safe-stable-stringify': [],
    xstate: [],
    zod: [],
  },
  /** Of these, what is not JavaScript stands where it was installed. */
  native: ['@photostructure/sqlite'],
};
