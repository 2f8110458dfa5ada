import type { With } from '../messages/fill.js';

/** Words of a deadline. */
export interface ClockMessages {
  readonly 'clock.running': With<'time'>;
  readonly 'clock.breached': With<'time'>;
  readonly 'clock.paused': With<'time'>;
  /** Paused after its due instant. */
  readonly 'clock.pausedLate': With<'time'>;
  readonly 'clock.met': string;
  readonly 'clock.metLate': With<'time'>;
  readonly 'clock.cancelled': string;
  readonly dueSoon: string;
  readonly provisional: string;
  readonly workingDays: With<'n'>;
  /** Where one of a kind is told otherwise. */
  readonly 'workingDays.one'?: string;
  readonly workingTime: With<'time'>;
  readonly days: With<'n'>;
  readonly 'days.one'?: string;
  readonly hours: With<'n'>;
  readonly minutes: With<'n'>;
  readonly seconds: With<'n'>;
  readonly due: With<'date'>;
}

/** Simplified Chinese. */
export const clockZh: ClockMessages = {
  'clock.running': '剩 {time}',
  'clock.breached': '已超期 {time}',
  'clock.paused': '已暂停 · 剩 {time}',
  'clock.pausedLate': '已暂停 · 已超期 {time}',
  'clock.met': '按时完成',
  'clock.metLate': '超期 {time}完成',
  'clock.cancelled': '已取消',
  dueSoon: '即将到期',
  provisional: '暂定，待节假日安排公布',
  workingDays: '{n} 个工作日',
  workingTime: '{time}(工作时间)',
  days: '{n} 天',
  hours: '{n} 小时',
  minutes: '{n} 分',
  seconds: '{n} 秒',
  due: '{date} 前',
};

/** English. */
export const clockEn: ClockMessages = {
  'clock.running': '{time} left',
  'clock.breached': 'Overdue by {time}',
  'clock.paused': 'Paused · {time} left',
  'clock.pausedLate': 'Paused · overdue by {time}',
  'clock.met': 'Done on time',
  'clock.metLate': 'Done {time} late',
  'clock.cancelled': 'Cancelled',
  dueSoon: 'Due soon',
  provisional: 'Provisional until the holiday notice is published',
  workingDays: '{n} working days',
  'workingDays.one': '1 working day',
  workingTime: '{time} of working time',
  days: '{n} days',
  'days.one': '1 day',
  hours: '{n} h',
  minutes: '{n} min',
  seconds: '{n} s',
  due: 'due {date}',
};
