import type { Words } from './label.js';

/** What a procedure can hide of a confidential ticket. Parts of the caller's identity are hidden together. */
export const HIDEABLE_PARTS = {
  name: { zh: '诉求人姓名', en: "The applicant's name" },
  phone: { zh: '诉求人电话', en: "The applicant's number" },
  email: { zh: '诉求人邮箱', en: "The applicant's mail address" },
  address: { zh: '诉求人住址', en: "The applicant's address" },
  applicant: { zh: '诉求人身份', en: "The applicant's identity" },
  source: { zh: '来源平台与编号', en: 'The line or platform that it came from' },
  place: { zh: '事发地点', en: 'The place of the matter' },
  matter: { zh: '事项', en: 'The matter' },
  content: { zh: '诉求内容', en: 'What the citizen said' },
} as const satisfies Words;

/** One part that a procedure can hide. */
export type HideablePart = keyof typeof HIDEABLE_PARTS;
