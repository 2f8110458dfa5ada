import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Tests of doors, commands, files and the shape of documents say nothing about the engine. */
const left = /process-zones|icalendar|readme|size|chinese-days|schema|notice-mutations|published-years/;

/** What is measured: everything that turns a document, a term and events into instants. */
export default {
  goal: 90,
  sources: [
    'affected-clocks',
    'calendar-diff',
    'civil-date',
    'clock',
    'clock-set',
    'clock-time',
    'compiled-year',
    'day-kind',
    'due-batch',
    'due-date',
    'due-instant',
    'fixed-holidays',
    'instant',
    'local-time',
    'minutes',
    'named-days',
    'opening-hours',
    'own-time',
    'retime',
    'sorted-list',
    'timeline',
    'wall-time',
    'whole-day-pause',
    'working-calendar',
    'working-days',
    'zone-offsets',
  ],
  /** Words of errors and explanations are not the engine's arithmetic. */
  excluded: ['StringLiteral'],
  tests: (home) =>
    ['src', 'test'].flatMap((folder) =>
      readdirSync(join(home, folder))
        .filter((name) => name.endsWith('.test.ts') && !left.test(name))
        .map((name) => join(home, folder, name)),
    ),
  /** Not mutated, so evaluated once; of some functions the results are kept. */
  once: {
    '@noble/hashes/sha2.js': [],
    '@noble/hashes/utils.js': [],
    'date-fns': [],
    'date-fns/constants': [],
    'fast-check': [],
    zod: [],
  },
};
