import type { Asking } from './asking.js';
import { authorised, possible } from './legality.js';
import type { Refusal } from './refusal.js';
import type { TicketRecord } from './ticket-record.js';
import { type Way, waysOf } from './ways.js';

/** The values that may be named, by the field of the data. */
export type Takes = Readonly<Record<string, readonly (string | number)[]>>;

/** Whether a command may be given with some data, and what that may name; or why it may not, whatever its data. */
type CommandPermission =
  | { readonly ok: true; readonly takes?: Takes }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Asks each way in which the data may name something: one that may be taken permits the command. What the rest of the
 * data could still mend is no reason against it.
 */
export function permission(asking: Asking, ticket: TicketRecord): CommandPermission {
  const { ways, listed } = waysOf(asking, ticket);
  const open: Way[] = [];
  let refusal: Refusal | undefined;
  for (const way of ways) {
    const verdict = onWay(asking, ticket, way, listed);
    if (verdict.ok) open.push(way);
    else refusal ??= verdict.refusal;
    // Where there is nothing to list, one way is enough.
    if (verdict.ok && listed.length === 0) break;
  }
  if (open.length === 0 && refusal !== undefined) return { ok: false, refusal };
  const takes = listed.flatMap((field) => {
    const values = new Set(open.flatMap((way) => way[field] ?? []));
    return values.size === 0 ? [] : [[field, [...values]] as const];
  });
  return takes.length === 0 ? { ok: true } : { ok: true, takes: Object.fromEntries(takes) };
}

function onWay(asking: Asking, ticket: TicketRecord, way: Way, listed: readonly string[]) {
  const allowed = authorised(asking, ticket, way);
  return allowed.ok ? possible(asking, ticket, way, new Set([...listed, ...Object.keys(way)])) : allowed;
}
