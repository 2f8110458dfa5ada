import type { With } from '../messages/fill.js';

/** Words of a ticket's progress. */
export interface TrackerMessages {
  readonly ticket: With<'number'>;
  readonly progress: string;
  readonly urgent: string;
  /** Levels 1 to 3. */
  readonly supervision: readonly [string, string, string];
  readonly holder: With<'unit'>;
  readonly assists: With<'units'>;
  readonly round: With<'round'>;
  readonly done: string;
  readonly current: string;
  readonly todo: string;
}

/** Simplified Chinese. */
export const trackerZh: TrackerMessages = {
  ticket: '工单 {number}',
  progress: '办理进度',
  urgent: '紧急',
  supervision: ['一级督办', '二级督办', '三级督办'],
  holder: '现由 {unit} 办理',
  assists: '协办：{units}',
  round: '第 {round} 轮',
  done: '已完成',
  current: '进行中',
  todo: '未开始',
};

/** English. */
export const trackerEn: TrackerMessages = {
  ticket: 'Ticket {number}',
  progress: 'Progress',
  urgent: 'Urgent',
  supervision: ['Supervision level 1', 'Supervision level 2', 'Supervision level 3'],
  holder: 'Now with {unit}',
  assists: 'Assisting: {units}',
  round: 'Round {round}',
  done: 'done',
  current: 'in progress',
  todo: 'not started',
};
