export type {
  ActionView,
  BilingualText,
  ClockView,
  IsoInstant,
  Rating,
  Refusal,
  StepView,
  TicketView,
  TimelineEntry,
} from '@hotline-kit/core/view';
export { en } from './messages/en.js';
export type { Messages } from './messages/messages.js';
export { zhCN } from './messages/zh-CN.js';
export {
  ProgressTracker,
  type ProgressTrackerPart,
  type ProgressTrackerProps,
} from './progress-tracker/progress-tracker.js';
export type { RatingDraft } from './rating-form/rating-draft.js';
export { RatingForm, type RatingFormPart, type RatingFormProps } from './rating-form/rating-form.js';
export type { RateIntent, RatingAnswer, RatingOptions } from './rating-form/use-rating.js';
export type { Appearance, AppearanceVariable, Theme } from './settings/appearance.js';
export { HotlineProvider, type HotlineProviderProps } from './settings/hotline-provider.js';
export type { OwnSettings } from './settings/settings.js';
export { SlaCountdown, type SlaCountdownPart, type SlaCountdownProps } from './sla-countdown/sla-countdown.js';
export type { CountdownTime } from './sla-countdown/use-countdown.js';
export { createTicker, type InstantInput, type Ticker } from './ticker.js';
export {
  TicketTimeline,
  type TicketTimelinePart,
  type TicketTimelineProps,
} from './ticket-timeline/ticket-timeline.js';
export type { DayName } from './time/date-text.js';
