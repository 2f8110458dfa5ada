import * as z from 'zod';
import { calendarDefinitionSchema } from './calendar-definition.js';

/**
 * The JSON Schema (draft 2020-12) of a calendar document, for editors. It says the shape; what a shape cannot say
 * (sorted hours, the checksum of a notice, existing dates) `createCalendar` checks.
 */
export function calendarJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(calendarDefinitionSchema, { io: 'input' });
  const { $schema, ...rest } = schema;
  return { $schema, title: 'Working-time calendar', ...rest };
}
