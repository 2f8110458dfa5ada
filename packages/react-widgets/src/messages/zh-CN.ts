import { trackerZh } from '../progress-tracker/tracker-messages.js';
import { ratingZh } from '../rating-form/rating-messages.js';
import { clockZh } from '../sla-countdown/clock-messages.js';
import { timelineZh } from '../ticket-timeline/timeline-messages.js';
import { commonZh } from './common.js';
import type { Messages } from './messages.js';

/** Simplified Chinese, the default. Each widget brings its own part of it, so nobody need import the whole. */
export const zhCN: Messages = /* @__PURE__ */ (() => ({
  ...commonZh,
  ...clockZh,
  ...trackerZh,
  ...timelineZh,
  ...ratingZh,
}))();
