import { DIMENSIONS } from './assessment.js';
import { CLOCK_NAMES, CLOCK_STATES } from './clocks.js';
import { COMMANDS } from './commands.js';
import { EVENT_TYPES } from './events.js';
import { CHANNELS, SOLVED_ANSWERS, TICKET_TYPES } from './intake.js';
import type { Words } from './label.js';
import { OUTCOME_TYPES } from './outcomes.js';
import { RECIPIENTS } from './recipients.js';
import { ROLES } from './roles.js';
import { TICKET_STATES } from './states.js';
import { UNIT_KINDS } from './units.js';

const TABLES: readonly Words[] = [
  ...[TICKET_TYPES, CHANNELS, ROLES, RECIPIENTS, UNIT_KINDS, TICKET_STATES, SOLVED_ANSWERS],
  ...[COMMANDS, EVENT_TYPES, OUTCOME_TYPES, CLOCK_NAMES, CLOCK_STATES, DIMENSIONS],
];

const byTitle = new Map<string, string[]>();
for (const table of TABLES) {
  for (const [word, { zh, en }] of Object.entries(table)) {
    for (const title of [zh, en.toLowerCase()]) byTitle.set(title, [...(byTitle.get(title) ?? []), word]);
  }
}

/**
 * The word of the field that a title names, where it is one of those that are allowed: people write what they say.
 *
 * @example
 * wordByTitle('投诉', ['help', 'complaint']); // 'complaint'
 */
export function wordByTitle(title: string, allowed: readonly string[]): string | undefined {
  return byTitle.get(title.toLowerCase())?.find((word) => allowed.includes(word));
}
