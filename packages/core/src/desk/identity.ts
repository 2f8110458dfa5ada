import { demandIdentityAccess, type IdentityAct } from '../privacy/identity-access.js';
import type { TicketStore } from '../storage/store.js';
import { checkedActor } from '../ticket/actor.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import type { IdentityRequest } from './desk-options.js';
import type { LawInForce } from './law-in-force.js';
import { writtenAt } from './written-at.js';

/**
 * Lets whoever may look at the record of a caller pass, or erase it, and writes it down.
 * @throws HotlineError `notAuthorised` or `ticketUnknown`
 */
export async function admitToIdentity(
  law: LawInForce,
  act: IdentityAct,
  ticket: string,
  { by, at, reason }: IdentityRequest,
): Promise<void> {
  const actor = checkedActor(by);
  const { record } = await law.reader.stored(ticket);
  demandIdentityAccess(act, actor, record, law.pack);
  const type = act === 'read' ? 'caller.read' : 'caller.erased';
  const instant = writtenAt(at);
  const data = reason === undefined ? {} : { reason };
  const make = ({ id, state }: TicketRecord) => [{ ticket: id, type, at: instant, state, data }] as const;
  await law.executor.note(ticket, make, { by: actor, command: `${type}:${instant}` });
}

/** Erases the record of a caller, and those of the tickets that were split from this one; false where there was none. */
export async function eraseIdentity(
  law: LawInForce,
  store: TicketStore,
  ticket: string,
  asked: IdentityRequest | undefined,
): Promise<boolean> {
  if (asked !== undefined) await admitToIdentity(law, 'erase', ticket, asked);
  const erased = await store.eraseCaller(ticket);
  for (const part of (await law.reader.record(ticket))?.parts ?? []) {
    if ((await law.reader.record(part)) !== undefined) await eraseIdentity(law, store, part, asked);
  }
  return erased;
}
