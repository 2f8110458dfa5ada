import type { Words } from './label.js';

/** What an enquiry about a ticket can be told of it. */
export const ENQUIRY_PARTS = {
  number: { zh: '工单编号', en: 'Number' },
  state: { zh: '办理状态', en: 'State' },
  matter: { zh: '事项', en: 'Matter' },
  holder: { zh: '承办单位', en: 'Lead unit' },
  registeredAt: { zh: '登记时间', en: 'Registered at' },
  dueAt: { zh: '办理期限', en: 'Due at' },
  reply: { zh: '答复内容', en: 'Reply' },
  closedAt: { zh: '办结时间', en: 'Closed at' },
} as const satisfies Words;

/** Something that an enquiry can be told. */
export type EnquiryPart = keyof typeof ENQUIRY_PARTS;
