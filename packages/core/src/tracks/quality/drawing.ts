import type { Stage } from '@hotline-kit/rules';
import { drawnFor } from './drawn-for.js';

/** Whether a check belongs to the sample of its stage; nothing where the stage takes all tickets. */
export function drawing(
  ticket: string,
  stages: readonly Stage[] | undefined,
  named: string | undefined,
): { readonly drawn?: boolean } {
  const stage = stages?.find(({ id }) => id === named);
  return stage?.sample === undefined ? {} : { drawn: drawnFor(ticket, stage) };
}
