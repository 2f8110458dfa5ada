import { describe, expect, it } from 'vitest';
import { CLOCK_NAMES } from './clocks.js';
import { COMMANDS } from './commands.js';
import { EVENT_TYPES } from './events.js';
import { CHANNELS, TICKET_TYPES } from './intake.js';
import { isWord, type Words, wordsOf } from './label.js';
import { OUTCOME_TYPES } from './outcomes.js';
import { RECIPIENTS } from './recipients.js';
import { ROLES } from './roles.js';
import { TICKET_STATES } from './states.js';
import { UNIT_KINDS } from './units.js';

const tables: Readonly<Record<string, Words>> = {
  CHANNELS,
  CLOCK_NAMES,
  COMMANDS,
  EVENT_TYPES,
  OUTCOME_TYPES,
  RECIPIENTS,
  ROLES,
  TICKET_STATES,
  TICKET_TYPES,
  UNIT_KINDS,
};

describe('the words of the field', () => {
  it.each(Object.entries(tables))('%s: each has a Chinese and an English label, and no two the same', (_, words) => {
    const labels = Object.values(words);
    for (const { zh, en } of labels) expect([/\p{Script=Han}/u.test(zh), /^[A-Z]/.test(en)]).toEqual([true, true]);
    expect(new Set(labels.map(({ zh }) => zh)).size).toBe(labels.length);
    expect(new Set(labels.map(({ en }) => en)).size).toBe(labels.length);
  });

  it('are told from what every object has', () => {
    expect([isWord(CHANNELS, 'phone'), isWord(CHANNELS, 'toString'), isWord(CHANNELS, 7)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(wordsOf(TICKET_TYPES)[0]).toBe('consult');
  });
});
