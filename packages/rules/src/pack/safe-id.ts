import * as z from 'zod';

/**
 * An id that a pack gives: any text but the names that reach into the prototype of an object. Ids become keys in the
 * programs that read tickets and reports.
 */
export const safeId = z
  .string()
  .min(1)
  .regex(/^(?!(?:__proto__|constructor|prototype)$)/, 'any name but __proto__, constructor and prototype');

/** That a row of a table gives an id that no pack may give. */
export function forbiddenId(id: string): { readonly code: string; readonly message: string; readonly fix: string } {
  return { code: 'forbiddenKey', message: `The id "${id}" is not allowed.`, fix: 'Remove or rename it.' };
}
