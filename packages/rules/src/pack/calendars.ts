import { alwaysCalendar, createCalendar, InvalidCalendarError, type WorkingCalendar } from '@hotline-kit/sla-calendar';
import type { Fault } from '../diagnostic/diagnostic.js';
import { isRecord } from '../diagnostic/json-limits.js';
import { join } from '../diagnostic/pointer.js';

/** The id of the calendar that every pack has: open day and night. */
export const ALWAYS_ID = 'always';

/**
 * Reads `calendar.json`: calendars by id. A year without a State Council notice is computed and marked provisional, for
 * a desk that threw would stop each December; a definition may say otherwise.
 */
export function readCalendars(
  file: unknown,
  inherited: Readonly<Record<string, WorkingCalendar>>,
): { readonly calendars: Readonly<Record<string, WorkingCalendar>>; readonly faults: readonly Fault[] } {
  const calendars: Record<string, WorkingCalendar> = { [ALWAYS_ID]: alwaysCalendar(), ...inherited };
  const faults: Fault[] = [];
  if (!isRecord(file)) {
    const message = 'calendar.json is an object of calendars by id.';
    return {
      calendars,
      faults: [
        {
          code: 'wrongType',
          pointer: '',
          message,
          fix: 'Write { "office": { "zone": "Asia/Shanghai", "weekly": { … } } }.',
        },
      ],
    };
  }
  for (const [id, definition] of Object.entries(file)) {
    const pointer = join('', id);
    if (id === '$schema') continue;
    if (id === ALWAYS_ID) {
      const message = 'The calendar "always" is built in.';
      faults.push({ code: 'reservedId', pointer, atKey: true, value: id, message, fix: 'Choose another id.' });
      continue;
    }
    if (!isRecord(definition)) {
      faults.push({
        code: 'wrongType',
        pointer,
        message: 'A calendar is an object.',
        fix: 'Write { "zone": "Asia/Shanghai", "weekly": { … } }.',
      });
      continue;
    }
    if (definition.id !== undefined && definition.id !== id) {
      const message = `The calendar is named "${id}" here, but says that its id is ${JSON.stringify(definition.id)}.`;
      faults.push({
        code: 'idMismatch',
        pointer: join(pointer, 'id'),
        value: definition.id,
        message,
        fix: 'Leave "id" out.',
      });
      continue;
    }
    try {
      calendars[id] = createCalendar({ onMissingYear: 'provisional', ...definition, id } as Parameters<
        typeof createCalendar
      >[0]);
    } catch (error) {
      faults.push(...faultsOf(error, pointer));
      // The pack is refused anyway; the name stands, so that what refers to it is not faulty as well.
      calendars[id] = alwaysCalendar();
    }
  }
  return { calendars, faults };
}

function faultsOf(error: unknown, pointer: string): Fault[] {
  if (!(error instanceof InvalidCalendarError)) {
    const message = error instanceof Error ? error.message : String(error);
    return [{ code: 'invalidCalendar', pointer, message, fix: 'Mend the calendar.' }];
  }
  return error.problems.map((problem) => ({
    code: 'invalidCalendar',
    pointer: `${pointer}${problem.pointer}`,
    value: problem.value,
    message: `${problem.message}.`,
    ...(problem.allowed !== undefined && { allowed: problem.allowed }),
    fix: problem.fix ?? 'Mend the calendar.',
  }));
}
