import { HotlineError } from '../errors.js';
import { fireClocks } from '../escalation/fire-clocks.js';
import { readLog } from '../log/read-log.js';
import { sameJson } from '../log/same-json.js';
import { isIdentityEvent } from '../privacy/identity-folds.js';
import type { CommandRow, TicketStore } from '../storage/store.js';
import { clockwork } from '../ticket/actor.js';
import type { Command } from '../ticket/command.js';
import { decide } from '../ticket/decide.js';
import { evolve } from '../ticket/evolve.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import type { CheckedCommand } from './checked-command.js';
import { withEarlier } from './earlier-tickets.js';
import type { Means } from './means.js';
import { changedSince, type Outcome, unknownTicket } from './outcome.js';
import type { Work } from './work.js';
import type { WorkingTicket } from './working-ticket.js';
import { beforeRegistration } from './written-at.js';

/** Carries one command out on the tickets of a work: looks, decides, and adds what came of it. */
export async function carryOut(given: CheckedCommand, work: Work, means: Means): Promise<Outcome> {
  const { ticket, done } = work.seen(given.ticket, given.id) ?? (await work.load(given.ticket, given.id));
  if (done !== undefined) return repeated(ticket, done, given, means.store);
  const outcome = await attempted(ticket, given, work, means);
  if (!outcome.ok) await work.confirm(ticket, given.id);
  return outcome;
}

async function attempted(ticket: WorkingTicket, given: CheckedCommand, work: Work, means: Means): Promise<Outcome> {
  const { id, at, command, expectedVersion } = given;
  const { pack, numbering, sealing } = means;
  const before = ticket.record;
  if (before === undefined && command.type !== 'register') return unknownTicket(given.ticket);
  if (expectedVersion !== undefined && !(await isAsExpected(ticket, expectedVersion, means.store))) {
    return changedSince(expectedVersion, ticket.version);
  }
  const early = before && beforeRegistration(at, before.registeredAt);
  if (early !== undefined) return early;
  const number = before === undefined ? numbering.take(await numbering.reserve(pack, at, 1)) : undefined;

  // What is due comes first, so that a late worker makes nobody punctual.
  const due = before === undefined ? undefined : fireClocks(before, at, pack);
  const named = rootNamed(command, before);
  const root = named === undefined ? undefined : (await work.load(named)).ticket.record;
  const asked = before === undefined ? await withEarlier(command, at, means) : { command };
  if ('refusal' in asked) return { ok: false, refusal: asked.refusal };
  const context = { pack, at, ticket: given.ticket, number: number?.number, root };
  const decision = decide(due?.ticket ?? before, asked.command, context);
  if (!decision.ok) return decision;
  number?.keep();

  if (due !== undefined && due.events.length > 0) ticket.add(due.events, due.ticket, sealing(clockwork, id));
  const firstVersion = ticket.version + 1;
  const events = ticket.add(decision.events, decision.ticket, sealing(command.by, id, given.correlation));
  ticket.commands.set(id, { id, bodyHash: given.bodyHash, firstVersion, lastVersion: ticket.version });
  if (command.type === 'register' && command.data.caller !== undefined) ticket.caller = command.data.caller;
  return { ok: true, record: decision.ticket, events, repeated: false };
}

/** Whether a ticket is still what its reader saw. That somebody looked up who called changes nothing about it. */
async function isAsExpected(
  { id, version, loaded, events }: WorkingTicket,
  expected: number,
  store: TicketStore,
): Promise<boolean> {
  if (expected >= version) return expected === version;
  const stored = loaded === undefined ? [] : await readLog(store, id, loaded.record.version);
  return [...stored, ...events].every((event) => event.version <= expected || isIdentityEvent(event.type));
}

/** Id of the root that a merge names, or out of which a repeat is taken; it is only read, never written here. */
function rootNamed({ type, data }: Command, repeat: TicketRecord | undefined): string | undefined {
  const { into } = (data ?? {}) as { readonly into?: unknown };
  const id = type === 'merge' ? into : type === 'unmerge' ? repeat?.mergedInto?.ticket : undefined;
  return typeof id === 'string' ? id : undefined;
}

/** The stored result of a command that was carried out before. */
async function repeated(
  ticket: WorkingTicket,
  done: CommandRow,
  given: CheckedCommand,
  store: TicketStore,
): Promise<Outcome> {
  if (done.bodyHash !== given.bodyHash || (await isOtherCaller(ticket, given, store))) {
    throw new HotlineError(
      'commandIdReused',
      { zh: `命令编号“${given.id}”已用于另一命令`, en: `command id "${given.id}" was used for something else` },
      {
        ticket: given.ticket,
        fix: {
          zh: '每个命令请用自己的编号；重复提交时数据须完全相同',
          en: 'give every command an id of its own, and repeat a command with the very same data',
        },
      },
    );
  }
  const stored = ticket.isNew ? [] : await readLog(store, given.ticket, done.lastVersion);
  const log = [...stored, ...ticket.events.filter(({ version }) => version <= done.lastVersion)];
  const record = log.reduce<TicketRecord | undefined>(evolve, undefined) as TicketRecord;
  const events = log.filter(({ version }) => version >= done.firstVersion);
  return { ok: true, record, events, repeated: true };
}

/** Whether a call names somebody else than before. Of a caller who was erased nobody can say any more. */
async function isOtherCaller(
  { id, caller: here }: WorkingTicket,
  { command }: CheckedCommand,
  store: TicketStore,
): Promise<boolean> {
  if (command.type !== 'register' || command.data.caller === undefined) return false;
  const known = here ?? (await store.caller(id));
  return known !== undefined && !sameJson(known, command.data.caller);
}
