import type { Words } from './label.js';

/** The kinds of tags 标签: what a ticket is about, whom it concerns, and where it is. */
export const TAG_KINDS = {
  topic: { zh: '话题', en: 'Topic' },
  subject: { zh: '主体', en: 'Subject' },
  place: { zh: '地理', en: 'Place' },
} as const satisfies Words;

/** The kind of a tag. */
export type TagKind = keyof typeof TAG_KINDS;
