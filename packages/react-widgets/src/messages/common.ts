import type { With } from './fill.js';

/** Words that several widgets share. */
export interface CommonMessages {
  /** Language tag of the texts, set as `lang` on each widget. */
  readonly lang: string;
  /** Which half of the data's bilingual texts is shown. */
  readonly language: 'zh' | 'en';
  readonly basis: With<'article'>;
  readonly today: With<'time'>;
  readonly tomorrow: With<'time'>;
  /** Month, day, weekday and time of an instant of this year. */
  readonly date: With<'month'> & With<'day'> & With<'weekday'> & With<'time'>;
  /** The same with its year. */
  readonly dateOfYear: With<'year'> & With<'month'> & With<'day'> & With<'weekday'> & With<'time'>;
  /** From Sunday on: seven characters, or seven words. */
  readonly weekdays: string | readonly [string, string, string, string, string, string, string];
  /** From January on, where months have names. */
  readonly months?: readonly string[];
}

/** Simplified Chinese. */
export const commonZh: CommonMessages = {
  lang: 'zh-CN',
  language: 'zh',
  basis: '依据 {article}',
  today: '今天 {time}',
  tomorrow: '明天 {time}',
  date: '{month}月{day}日(周{weekday}){time}',
  dateOfYear: '{year}年{month}月{day}日(周{weekday}){time}',
  weekdays: '日一二三四五六',
};

/** English. */
export const commonEn: CommonMessages = {
  lang: 'en',
  language: 'en',
  basis: 'Under {article}',
  today: 'today {time}',
  tomorrow: 'tomorrow {time}',
  date: '{weekday} {day} {month}, {time}',
  dateOfYear: '{weekday} {day} {month} {year}, {time}',
  weekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};
