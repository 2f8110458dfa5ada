import type { Texts } from '../texts/texts.js';

const formatter = new Intl.DateTimeFormat('en-US', {
  timeZone: 'Asia/Shanghai',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** The parts of an instant by the city's clock. Only numbers come from Intl, so that server and browser agree. */
function partsOf(instant: string | number) {
  const at = new Date(instant);
  const parts: Record<string, string> = {};
  for (const { type, value } of formatter.formatToParts(at)) parts[type] = value;
  const { year, month, day, hour, minute } = parts;
  const weekday = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDay();
  return { year: Number(year), month: Number(month), day: Number(day), weekday, time: `${hour}:${minute}` };
}

/** `2023年7月10日 周一 10:12` */
export function longTime(instant: string | number, { time: texts }: Texts): string {
  const { year, month, day, weekday, time } = partsOf(instant);
  return texts.long(year, month, day, texts.weekdays[weekday] ?? '', time);
}

/** `7月10日（周一）10:12` */
export function shortTime(instant: string | number, { time: texts }: Texts): string {
  const { month, day, weekday, time } = partsOf(instant);
  return texts.short(month, day, texts.weekdays[weekday] ?? '', time);
}
