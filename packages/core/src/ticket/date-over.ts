import type { IsoInstant } from './instant.js';
import { type Refusal, refuse } from './refusal.js';

/**
 * The refusal of a date that nothing can wait for any more: nobody promises, suspends or puts off until yesterday.
 * @param field of the command's data
 * @param date ISO text with offset; undefined where none was given
 */
export function dateOver(
  field: string,
  date: string | undefined,
  at: IsoInstant,
): { ok: false; refusal: Refusal } | undefined {
  if (date === undefined || Date.parse(date) > Date.parse(at)) return undefined;
  return refuse('dateOver', `“${field}”所填的时间 ${date} 已过`, `the date of "${field}", ${date}, is over`, {
    remedy: { zh: '请填写尚未到来的时间', en: 'give a date that is still to come' },
  });
}
