import { commandSchemas } from '@hotline-kit/core';
import type { TicketView } from '@hotline-kit/core/view';
import { describe, expect, test } from 'vitest';
import { en } from '../../texts/en.js';
import { zh } from '../../texts/zh.js';
import { commandFields, dataOf, initialData, initialValues, isOffered } from './command-fields.js';

const view = { place: { address: '沿河路 12 号' }, supervision: 1 } as TicketView;
const title = { zh: '等待群众', en: 'Waiting' };
const file = {
  channel: title,
  type: title,
  units: [{ id: 'dongkeng', name: title }],
  grounds: { waiver: [{ id: 'anonymous', title }], suspension: [{ id: 'litigation', title }] },
};
/** Those that the page offers; a call is registered on a page of its own. */
const asked = Object.keys(commandSchemas).filter(isOffered);

describe.each([zh, en])('in $lang', (texts) => {
  test.each(asked)('%s: what stands in the fields at first is data that core takes', (command) => {
    const data = initialData(commandFields(command, { texts, view, file }));
    // Refusing takes a ground that the page cannot know.
    const filled = command === 'refuse' ? { ...data, ground: 'outOfScope' } : data;
    const read = commandSchemas[command as keyof typeof commandSchemas].safeParse(filled);
    expect(read.error?.message).toBeUndefined();
  });
});

test('why it is not solved is asked only where it is not', () => {
  const fields = commandFields('submitReply', { texts: zh, view, file });
  const values = { ...initialValues(fields), unsolvedReason: '等待配件' };
  expect(dataOf(fields, values)).not.toHaveProperty('unsolvedReason');
  expect(dataOf(fields, { ...values, solved: 'no' })).toMatchObject({ solved: 'no', unsolvedReason: '等待配件' });
});

test('a command that nobody foresaw is given without data', () => {
  expect(commandFields('toString', { texts: zh, view, file })).toEqual([]);
});
