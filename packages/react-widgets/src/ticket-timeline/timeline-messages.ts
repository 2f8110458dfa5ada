import type { With } from '../messages/fill.js';

/** Words of what happened. */
export interface TimelineMessages {
  readonly timeline: string;
  readonly timelineEmpty: string;
  readonly showAll: With<'count'>;
  readonly showLess: string;
}

/** Simplified Chinese. */
export const timelineZh: TimelineMessages = {
  timeline: '办理记录',
  timelineEmpty: '暂无办理记录',
  showAll: '显示全部 {count} 条',
  showLess: '收起',
};

/** English. */
export const timelineEn: TimelineMessages = {
  timeline: 'What happened',
  timelineEmpty: 'Nothing recorded yet',
  showAll: 'Show all {count}',
  showLess: 'Show less',
};
