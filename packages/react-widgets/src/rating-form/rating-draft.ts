import type { Rating } from '@hotline-kit/core/view';

/** A rating that is being filled in. */
export type RatingDraft = { readonly [Field in keyof Rating]?: Rating[Field] | undefined };

/** The questions that must be answered, in the order in which they are asked, with their answers, best first. */
export const questions = {
  solved: ['yes', 'partly', 'no'],
  satisfaction: [5, 4, 3, 2, 1],
  contacted: [true, false],
} as const;

/** A question that must be answered. */
export type RatingQuestion = keyof typeof questions;

/** The questions in order. */
export const questionNames = /* @__PURE__ */ Object.keys(questions) as RatingQuestion[];

/** The questions without an answer yet. */
export function unanswered(draft: RatingDraft): readonly RatingQuestion[] {
  return questionNames.filter((question) => draft[question] === undefined);
}

/** Whether reasons are asked for: not solved altogether, or dissatisfied (1 or 2 of 5). */
export function isUnhappy({ solved = 'yes', satisfaction = 5 }: RatingDraft): boolean {
  return solved !== 'yes' || satisfaction < 3;
}

/**
 * The data of the command `rate` from a draft without open questions. Reasons of a citizen who has come to be happy,
 * and a remark of blanks, are left out.
 */
export function ratingOf(draft: RatingDraft): Rating {
  const { reasons = [], remark = '', ...answers } = draft;
  return {
    ...(answers as Pick<Rating, RatingQuestion>),
    ...(isUnhappy(draft) && reasons.length > 0 && { reasons }),
    ...(remark.trim() && { remark: remark.trim() }),
  };
}
