/** What a person may confirm to be the same of a repeat and its root. */
export const ASPECTS = {
  matter: { zh: '事项', en: 'matter' },
  place: { zh: '地点', en: 'place' },
  applicant: { zh: '诉求人', en: 'applicant' },
  content: { zh: '内容', en: 'content' },
} as const;

/** One of them. */
export type Aspect = keyof typeof ASPECTS;
