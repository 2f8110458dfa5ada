import { InvalidInstantError, instantOf, toEpochMilliseconds } from '@hotline-kit/sla-calendar';
import { ReplayError } from './replay-error.js';

/**
 * Reads `--as-of`: ISO text with an offset, or the local time of a zone.
 * @throws ReplayError `notAnInstant`
 * @example
 * readAsOf('2011-12-31 19:00:00', 'America/New_York').toISOString() // '2012-01-01T00:00:00.000Z'
 */
export function readAsOf(text: string, zone: string): Date {
  for (const read of [() => instantOf(text, zone), () => new Date(toEpochMilliseconds(text))]) {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof InvalidInstantError)) throw error;
    }
  }
  throw new ReplayError({ code: 'notAnInstant', where: '--as-of', value: text });
}
