/**
 * The key of a duty on a ticket: the command that it arose from, or the section of the procedure, and its id there; and
 * the unit that owes it, where each of several owes its own.
 * @example
 * dutyKey('refuse', 'citizen'); // 'refuse.citizen'
 * dutyKey('assist', 'explain', 'power-company'); // 'assist.explain@power-company'
 */
export function dutyKey(source: string, duty: string, unit?: string): string {
  return unit === undefined ? `${source}.${duty}` : `${source}.${duty}@${unit}`;
}

/** What a duty arose from, and its id there. */
export function partsOfDutyKey(key: string): { readonly source: string; readonly duty: string } {
  const dot = key.indexOf('.');
  return { source: key.slice(0, dot), duty: key.slice(dot + 1).replace(/@.*$/u, '') };
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

/** The sections whose duties an event brings, not a command: a late assistant's, those of a statutory period, measures. */
const SECTIONS: readonly string[] = ['assist', 'statutoryPeriod', 'supervision'];

/** Whether a duty arose from an event, by a section of the procedure. */
export function isSectionDuty(key: string): boolean {
  return SECTIONS.includes(partsOfDutyKey(key).source);
}

/** Whether a clock is that of such a duty. */
export function isSectionDutyClock(clock: string): boolean {
  return SECTIONS.some((section) => clock.startsWith(dutyClock(dutyKey(section, ''))));
}
