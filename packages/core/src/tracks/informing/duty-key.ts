/**
 * The key of a duty on a ticket: the command that it arose from, and its id in the procedure.
 * @example
 * dutyKey('refuse', 'citizen'); // 'refuse.citizen'
 */
export function dutyKey(command: string, duty: string): string {
  return `${command}.${duty}`;
}

/** Command and id of a duty's key. */
export function partsOfDutyKey(key: string): { readonly command: string; readonly duty: string } {
  const dot = key.indexOf('.');
  return { command: key.slice(0, dot), duty: key.slice(dot + 1) };
}

/** What the ids of duties' clocks begin with. */
const prefix = 'inform-';

/** Whether a clock is that of a duty, and none of the pack's. */
export function isDutyClock(clock: string): boolean {
  return clock.startsWith(prefix);
}

/** The id of a duty's clock. */
export function dutyClock(key: string): string {
  return `${prefix}${key.replace(/[^A-Za-z0-9_-]/gu, '-')}`;
}
