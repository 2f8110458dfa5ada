export { type Tracker, useTracker } from './progress-tracker/use-tracker.js';
export type { RatingDraft, RatingQuestion } from './rating-form/rating-draft.js';
export {
  type RateIntent,
  type RatingAnswer,
  type RatingControl,
  type RatingOptions,
  type RatingStatus,
  useRating,
} from './rating-form/use-rating.js';
export type { OwnSettings } from './settings/settings.js';
export {
  type Countdown,
  type CountdownOptions,
  type CountdownTime,
  useCountdown,
} from './sla-countdown/use-countdown.js';
export { createTicker, type InstantInput, type Ticker } from './ticker.js';
