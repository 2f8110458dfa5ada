import { expect, test } from 'vitest';
import { columnsOf } from './columns.js';
import { rowOf } from './row.js';

const columns = columnsOf(
  ['case_enquiry_id', 'open_dt', 'target_dt', 'closed_dt', 'ontime', 'type', 'department'],
  'test',
);
const read = (open: string) => {
  const result = rowOf(2, ['1', open, '', '', '', 'Bed Bugs', 'ISD'], columns, 'America/New_York');
  return result.ok ? result.row.openedAt.toISOString() : result.problem.code;
};

test('local times are read in the zone of the calendar', () => {
  expect(read('2011-07-01 07:16:44')).toBe('2011-07-01T11:16:44.000Z');
  expect(read('2011-12-01 07:16:44')).toBe('2011-12-01T12:16:44.000Z');
});

test('a local time that occurs twice is the first', () => {
  expect(read('2011-11-06 01:30:00')).toBe('2011-11-06T05:30:00.000Z');
});

test('a date that does not exist is no time', () => {
  expect(read('2011-02-29 10:00:00')).toBe('notATime');
});
