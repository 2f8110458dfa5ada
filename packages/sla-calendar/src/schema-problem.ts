import type * as z from 'zod';

/** Tells a fault that a shape cannot say, with the way to mend it. */
export function problemAt(context: z.RefinementCtx, path: PropertyKey[], message: string, fix?: string): void {
  context.addIssue({ code: 'custom', path, message, params: { fix } });
}
