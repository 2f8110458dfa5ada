import type { Words } from './label.js';

/** What a rule may decide. The parameters of each are schemas in `decisions.ts`. */
export const OUTCOME_TYPES = {
  route: { zh: '派往', en: 'Route to a unit' },
  assist: { zh: '增加协办', en: 'Add assisting units' },
  tag: { zh: '打标签', en: 'Tag' },
  startClock: { zh: '启动时限', en: 'Start a clock' },
  urge: { zh: '催办', en: 'Urge' },
  supervise: { zh: '督办', en: 'Supervise' },
  notify: { zh: '通知', en: 'Notify' },
  instruct: { zh: '批示', en: 'Instruct' },
  account: { zh: '追责', en: 'Hold accountable' },
} as const satisfies Words;

/** The type of an outcome that the desk acts upon. */
export type OutcomeType = keyof typeof OUTCOME_TYPES;
