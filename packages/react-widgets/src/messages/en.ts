import { trackerEn } from '../progress-tracker/tracker-messages.js';
import { ratingEn } from '../rating-form/rating-messages.js';
import { clockEn } from '../sla-countdown/clock-messages.js';
import { timelineEn } from '../ticket-timeline/timeline-messages.js';
import { commonEn } from './common.js';
import type { Messages } from './messages.js';

/** English. */
export const en: Messages = /* @__PURE__ */ (() => ({
  ...commonEn,
  ...clockEn,
  ...trackerEn,
  ...timelineEn,
  ...ratingEn,
}))();
