import type { Words } from './label.js';
import { ROLES } from './roles.js';

/** Who is told of something: by relation to the ticket, or by role. */
export const RECIPIENTS = {
  ...ROLES,
  citizen: { zh: '诉求人', en: 'Applicant' },
  representatives: { zh: '诉求人代表', en: 'Representatives' },
  hotline: { zh: '热线中心', en: 'Hotline centre' },
  lead: { zh: '主办单位', en: 'Lead unit' },
  assists: { zh: '协办单位', en: 'Assisting units' },
  superior: { zh: '上级单位', en: 'Unit above' },
} as const satisfies Words;

/** Who is told of something, or owes it. */
export type Recipient = keyof typeof RECIPIENTS;
