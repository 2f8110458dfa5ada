import * as z from 'zod';

/**
 * An object that knows all its keys: a misspelt one is refused, and the refusal can tell the keys that there are.
 *
 * zod does not report the allowed keys of an object, so they travel as the message of the issue; `schemaFaults` reads
 * them back with `allowedKeys`.
 */
export function strictObject<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? JSON.stringify(Object.keys(shape)) : undefined),
  });
}

/** The keys that `strictObject` put into the message of an issue. */
export function allowedKeys(message: string): readonly string[] {
  return message.startsWith('["') ? (JSON.parse(message) as string[]) : [];
}
