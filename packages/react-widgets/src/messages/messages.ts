import type { TrackerMessages } from '../progress-tracker/tracker-messages.js';
import type { RatingMessages } from '../rating-form/rating-messages.js';
import type { ClockMessages } from '../sla-countdown/clock-messages.js';
import type { TimelineMessages } from '../ticket-timeline/timeline-messages.js';
import type { CommonMessages } from './common.js';

/**
 * Every word that the widgets say, as plain JSON: `{…}` marks where a value goes. A key that is missing, or a text
 * that leaves out a figure, does not compile.
 */
export interface Messages extends CommonMessages, ClockMessages, TrackerMessages, TimelineMessages, RatingMessages {}
