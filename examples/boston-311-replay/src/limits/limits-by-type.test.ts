import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCalendar, dueDate, instantOf } from '@hotline-kit/sla-calendar';
import { expect, test } from 'vitest';
import { sample } from '../arguments.js';
import { loadBostonPack, packFolder } from '../boston-pack.js';
import { bestTerm, naturalDays, officeDays } from './best-term.js';
import { limitsByType, termChoices } from './limits-by-type.js';

const zone = 'America/New_York';
const hours: [string, string][] = [['08:30', '17:00']];
const office = createCalendar({
  id: 'office',
  zone,
  weekly: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
});

test('the terms in clocks.json are those that the sample gives', async () => {
  const limits = await limitsByType(sample, await loadBostonPack());
  const clocks = JSON.parse(readFileSync(join(packFolder, 'clocks.json'), 'utf8'));
  expect(clocks.handle.term).toEqual(termChoices(limits));
});

test.each([
  ['a weekday keeps the time of day', '2011-07-05 13:06:50', '2011-07-07 13:06:50'],
  ['a weekend does not count', '2011-07-01 11:14:44', '2011-07-05 11:14:44'],
  ['Sunday counts as Monday', '2011-07-03 14:30:24', '2011-07-06 14:30:24'],
  ['after closing it is the next opening', '2011-07-11 17:14:53', '2011-07-14 08:30:00'],
  ['on a Friday evening as well', '2011-08-12 17:37:19', '2011-08-17 08:30:00'],
])("two office days as the city's own targets show them: %s", (_, opened, target) => {
  expect(dueDate(officeDays(2), instantOf(opened, zone), office).dueAt).toEqual(instantOf(target, zone));
});

test('the term is chosen that most targets agree with', () => {
  const targets = [
    ['2011-07-01 11:00:00', '2011-07-31 11:00:00'],
    ['2011-07-02 23:00:00', '2011-08-01 22:59:58'],
    ['2011-07-03 12:00:00', '2011-09-01 12:00:00'],
  ].map(([opened = '', target = '']) => ({ openedAt: instantOf(opened, zone), targetAt: instantOf(target, zone) }));
  expect(bestTerm(targets, office)).toEqual({ term: naturalDays(30), exact: 1, within5s: 2, within1min: 2 });
});
