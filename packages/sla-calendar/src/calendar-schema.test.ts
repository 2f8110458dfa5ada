import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { calendarJsonSchema } from './calendar-schema.js';
import { chinaCalendar } from './china-calendar.js';

const published = JSON.parse(readFileSync(new URL('../calendar.schema.json', import.meta.url), 'utf8'));

test('the published JSON Schema is fresh (write it anew with "pnpm --filter @hotline-kit/sla-calendar run schema")', () => {
  expect(published).toEqual(calendarJsonSchema());
});

test('it names every key of a calendar document, requires what has no default, and allows nothing else', () => {
  expect(Object.keys(published.properties)).toEqual([
    '$schema',
    'id',
    'version',
    'title',
    'zone',
    'holidays',
    'weekly',
    'makeupAs',
    'seasons',
    'dates',
    'breaks',
    'onMissingYear',
  ]);
  expect(published.required).toEqual(['id', 'zone', 'weekly']);
  expect(published.additionalProperties).toBe(false);
  for (const key of Object.keys(chinaCalendar().definition)) expect(published.properties).toHaveProperty(key);
});
