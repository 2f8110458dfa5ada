import { describe, expect, test } from 'vitest';
import { isUnhappy, ratingOf, unanswered } from './rating-draft.js';

const happy = { solved: 'yes', satisfaction: 5, contacted: true } as const;

describe('the data of the command rate', () => {
  test('holds the three answers, and nothing that was not given', () => {
    expect(ratingOf(happy)).toStrictEqual(happy);
    expect(ratingOf({ ...happy, contacted: false, reasons: [], remark: '  ' })).toStrictEqual({
      ...happy,
      contacted: false,
    });
  });

  test('holds reasons and remark of an unhappy citizen', () => {
    expect(ratingOf({ ...happy, solved: 'no', reasons: ['slow'], remark: ' 还在吵 ' })).toStrictEqual({
      ...happy,
      solved: 'no',
      reasons: ['slow'],
      remark: '还在吵',
    });
  });

  test('drops the reasons of a citizen who has come to be happy', () => {
    expect(ratingOf({ ...happy, reasons: ['slow'] })).toStrictEqual(happy);
  });
});

test('the open questions come in the order in which they are asked', () => {
  expect(unanswered({})).toEqual(['solved', 'satisfaction', 'contacted']);
  expect(unanswered({ satisfaction: 1 })).toEqual(['solved', 'contacted']);
  expect(unanswered({ ...happy, contacted: false })).toEqual([]);
});

test.each([
  [{}, false],
  [{ solved: 'yes', satisfaction: 3 }, false],
  [{ solved: 'yes', satisfaction: 2 }, true],
  [{ solved: 'partly' }, true],
  [{ solved: 'no', satisfaction: 5 }, true],
] as const)('%j: reasons are asked for: %s', (draft, asked) => {
  expect(isUnhappy(draft)).toBe(asked);
});
