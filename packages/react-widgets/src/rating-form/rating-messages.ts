import type { With } from '../messages/fill.js';

/** Words of the rating. */
export interface RatingMessages {
  readonly rating: string;
  readonly solved: string;
  readonly 'solved.yes': string;
  readonly 'solved.partly': string;
  readonly 'solved.no': string;
  readonly satisfaction: string;
  readonly 'satisfaction.5': string;
  readonly 'satisfaction.4': string;
  readonly 'satisfaction.3': string;
  readonly 'satisfaction.2': string;
  readonly 'satisfaction.1': string;
  readonly contacted: string;
  readonly 'contacted.true': string;
  readonly 'contacted.false': string;
  readonly reasons: string;
  readonly remark: With<'n'>;
  readonly missing: string;
  readonly submit: string;
  readonly submitting: string;
  readonly submitted: string;
  readonly refused: string;
  readonly failed: string;
}

/** Simplified Chinese. */
export const ratingZh: RatingMessages = {
  rating: '评价办理结果',
  solved: '您的问题解决了吗？',
  'solved.yes': '已解决',
  'solved.partly': '部分解决',
  'solved.no': '未解决',
  satisfaction: '您对办理结果满意吗？',
  'satisfaction.5': '很满意',
  'satisfaction.4': '满意',
  'satisfaction.3': '基本满意',
  'satisfaction.2': '不满意',
  'satisfaction.1': '很不满意',
  contacted: '承办单位联系过您吗？',
  'contacted.true': '联系过',
  'contacted.false': '没有联系',
  reasons: '原因(可多选)',
  remark: '补充说明(选填，最多 {n} 字)',
  missing: '请回答这个问题',
  submit: '提交评价',
  submitting: '正在提交…',
  submitted: '评价已提交，谢谢您',
  refused: '评价未被受理',
  failed: '提交失败，请稍后再试',
};

/** English. */
export const ratingEn: RatingMessages = {
  rating: 'Rate the result',
  solved: 'Is your problem solved?',
  'solved.yes': 'Solved',
  'solved.partly': 'Partly solved',
  'solved.no': 'Not solved',
  satisfaction: 'How satisfied are you with the result?',
  'satisfaction.5': 'Very satisfied',
  'satisfaction.4': 'Satisfied',
  'satisfaction.3': 'Fairly satisfied',
  'satisfaction.2': 'Dissatisfied',
  'satisfaction.1': 'Very dissatisfied',
  contacted: 'Did the unit contact you?',
  'contacted.true': 'Yes',
  'contacted.false': 'No',
  reasons: 'Reasons (select all that apply)',
  remark: 'Anything to add (optional, {n} characters at most)',
  missing: 'Answer this question',
  submit: 'Submit the rating',
  submitting: 'Submitting…',
  submitted: 'Your rating has been submitted. Thank you',
  refused: 'The rating was not accepted',
  failed: 'The rating was not submitted. Try again later',
};
