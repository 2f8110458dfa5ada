import { type CityPack, choose } from '@hotline-kit/rules';
import { dueMoments } from '../clocks/due.js';
import { HotlineError, noTicket } from '../errors.js';
import { fireClocks } from '../escalation/fire-clocks.js';
import { callSchema } from '../intake/call.js';
import { readLog } from '../log/read-log.js';
import { provenanceOf, type SealContext } from '../log/seal.js';
import { isIdentityEvent } from '../privacy/identity-folds.js';
import type { CommandRow, TicketStore } from '../storage/store.js';
import { type Actor, clockwork } from '../ticket/actor.js';
import type { Command } from '../ticket/command.js';
import { decide } from '../ticket/decide.js';
import type { NewEvent, TicketEvent } from '../ticket/event.js';
import { evolve } from '../ticket/evolve.js';
import type { IsoInstant } from '../ticket/instant.js';
import { type Refusal, refuse } from '../ticket/refusal.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import { factsOfCall } from '../tracks/intake/facts-of-call.js';
import { type CheckedCommand, checkedCommand } from './checked-command.js';
import type { DeskCommand } from './desk-command.js';
import { earlierTickets } from './earlier-tickets.js';
import { type DeskHooks, type FiredClock, tell } from './hooks.js';
import { isHalfOfMerge, isLink, linkedCommands, undoMerge } from './links.js';
import type { Numbering } from './numbering.js';
import { Snapshots } from './snapshots.js';
import { Work, type WorkingTicket } from './work.js';

/** What came of a command, before it is dressed as a ticket. */
export type Outcome =
  | {
      readonly ok: true;
      readonly record: TicketRecord;
      readonly events: readonly TicketEvent[];
      readonly repeated: boolean;
    }
  | { readonly ok: false; readonly refusal: Refusal };

/** What an executor works with. */
export interface ExecutorOptions {
  readonly pack: CityPack;
  readonly store: TicketStore;
  readonly newId: () => string;
  readonly now: () => Date;
  /** Whether an event leaves through the outbox. */
  readonly leaves: (event: TicketEvent) => boolean;
  readonly numbering: Numbering;
  readonly hooks: DeskHooks;
  /** Whether a registration looks for the earlier tickets that it repeats. */
  readonly detectRepeats: boolean;
}

/** How often a command is decided anew when somebody else was faster. */
const attempts = 8;

/** Carries commands out: load, decide, write, and once more where somebody else was faster. */
export class Executor {
  readonly #options: ExecutorOptions;
  readonly #numbering: Numbering;
  readonly #snapshots = new Snapshots();
  readonly #provenance: Pick<SealContext, 'rules' | 'calendar'>;

  constructor(options: ExecutorOptions) {
    this.#options = options;
    this.#numbering = options.numbering;
    this.#provenance = provenanceOf(options.pack);
  }

  /** One command. */
  async execute(command: DeskCommand): Promise<Outcome> {
    const [outcome] = await this.batch([command]);
    return outcome as Outcome;
  }

  /** Commands in their order, in one transaction: each sees those before it. */
  async batch(commands: readonly DeskCommand[]): Promise<readonly Outcome[]> {
    return this.#give(commands, halfOfMergeAlone);
  }

  /** @param bar what is refused whatever the ticket says; nothing where the desk itself gives the commands */
  async #give(
    commands: readonly DeskCommand[],
    bar: (command: Command) => Refusal | undefined,
  ): Promise<readonly Outcome[]> {
    const given = commands.map((command) => checkedCommand(command, this.#options.newId));
    const outcomes = await this.#inWork(async (work) => {
      const all: Outcome[] = [];
      for (const each of given) {
        const refusal = bar(each.command);
        all.push(refusal === undefined ? await this.#carryOut(each, work) : { ok: false, refusal });
      }
      return all;
    });
    for (const [index, outcome] of outcomes.entries()) this.#tellOf(given[index] as CheckedCommand, outcome);
    const linked: Outcome[] = [];
    for (const outcome of outcomes) linked.push(await this.#withLinks(outcome));
    return linked;
  }

  /**
   * Gives the commands on other tickets that an event brings with it. Repeating it changes nothing.
   * @returns the refusal of the root, where a merge had to be undone
   */
  async link(event: TicketEvent): Promise<Refusal | undefined> {
    if (!isLink(event)) return undefined;
    const { store } = this.#options;
    const { stored } = await store.load(event.ticket);
    if (stored === undefined) return undefined;
    const caller = event.type === 'ticket.split' ? await store.caller(event.ticket) : undefined;
    for (const command of linkedCommands(event, stored.record, caller, this.#options.pack)) {
      const [outcome] = await this.#give([command], () => undefined);
      if (outcome === undefined || outcome.ok || event.type !== 'ticket.merged') continue;
      // The root has it already: the other half was given before, under the same id, by a repeat of this very event.
      if (outcome.refusal.code === 'alreadyAbsorbed') continue;
      await this.#give([undoMerge(event, outcome.refusal.text.zh)], () => undefined);
      return outcome.refusal;
    }
    return undefined;
  }

  async #withLinks(outcome: Outcome): Promise<Outcome> {
    if (!outcome.ok) return outcome;
    for (const event of outcome.events) {
      const refusal = await this.link(event);
      if (refusal !== undefined) return { ok: false, refusal };
    }
    return outcome;
  }

  /** Fires what is due on these tickets, in one transaction; how many warnings and breaches there were. */
  async fire(tickets: readonly string[], at: IsoInstant): Promise<number> {
    const fired = await this.#inWork(async (work) => {
      const all: FiredClock[] = [];
      for (const id of tickets) {
        const { ticket } = await work.load(id);
        if (ticket.record === undefined) continue;
        const moments = dueMoments(ticket.record, at);
        const { events, ticket: after } = fireClocks(ticket.record, at, this.#options.pack);
        if (events.length > 0) ticket.add(events, after, this.#sealing(clockwork, `due:${at}`));
        for (const { clock, what, at: due } of moments) {
          all.push({ ticket: id, clock, what, at, lag: Date.parse(at) - due });
        }
      }
      return all;
    });
    for (const each of fired) tell(this.#options.hooks.onDue, each);
    return fired.length;
  }

  /**
   * Writes events that no command of the chart brings, each time decided on the newest version.
   * @throws HotlineError `ticketUnknown`
   */
  async note(
    id: string,
    make: (record: TicketRecord) => readonly NewEvent[] | Promise<readonly NewEvent[]>,
    { by, command }: { readonly by: Actor; readonly command: string },
  ): Promise<readonly NewEvent[]> {
    return this.#inWork(async (work) => {
      const { ticket } = await work.load(id);
      if (ticket.record === undefined) {
        throw noTicket(id);
      }
      const events = await make(ticket.record);
      const after = events.reduce<TicketRecord>(evolve, ticket.record);
      if (events.length > 0) ticket.add(events, after, this.#sealing(by, command));
      return events;
    });
  }

  #tellOf({ id, ticket, command, at }: CheckedCommand, outcome: Outcome): void {
    const { onCommand, onRefusal } = this.#options.hooks;
    const given = { id, ticket, type: command.type, actor: command.by, at };
    if (!outcome.ok) tell(onRefusal, { ...given, refusal: outcome.refusal });
    else tell(onCommand, { ...given, events: outcome.events, repeated: outcome.repeated });
  }

  async #inWork<T>(act: (work: Work) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      const work = new Work(this.#options.store, this.#snapshots);
      const result = await act(work);
      const conflict = await work.commit((event) => isLink(event) || this.#options.leaves(event));
      if (conflict === undefined) return result;
      if (attempt === attempts) {
        throw new HotlineError(
          'storeConflict',
          { zh: `工单“${conflict}”一直被他人更改`, en: `others kept changing ticket "${conflict}"` },
          { ticket: conflict, fix: { zh: '请重试', en: 'try again' } },
        );
      }
    }
  }

  async #carryOut(given: CheckedCommand, work: Work): Promise<Outcome> {
    const { id, at, command, expectedVersion } = given;
    const { ticket, done } = await work.load(given.ticket, id);
    if (done !== undefined) return this.#repeat(ticket, done, given);
    if (ticket.record === undefined && command.type !== 'register') return unknownTicket(given.ticket);
    if (expectedVersion !== undefined && !(await this.#isAsExpected(ticket, expectedVersion))) {
      return changedSince(expectedVersion, ticket.version);
    }
    const isNew = ticket.record === undefined;
    const number = isNew ? this.#numbering.take(await this.#numbering.reserve(this.#options.pack, at, 1)) : undefined;

    // What is due comes first, so that a late worker changes nothing about what the log says.
    const due = ticket.record === undefined ? undefined : fireClocks(ticket.record, at, this.#options.pack);
    const root = await this.#rootOf(command, ticket.record, work);
    const context = {
      pack: this.#options.pack,
      at,
      ticket: given.ticket,
      ...(number && { number: number.number }),
      ...(root && { root }),
    };
    const earlier = isNew ? await this.#earlier(command, at) : { command };
    if ('refusal' in earlier) return { ok: false, refusal: earlier.refusal };
    const decision = decide(due?.ticket ?? ticket.record, earlier.command, context);
    if (!decision.ok) return decision;
    number?.keep();

    if (due !== undefined && due.events.length > 0) ticket.add(due.events, due.ticket, this.#sealing(clockwork, id));
    const firstVersion = ticket.version + 1;
    const events = ticket.add(decision.events, decision.ticket, this.#sealing(command.by, id, given.correlation));
    ticket.commands.set(id, { id, bodyHash: given.bodyHash, firstVersion, lastVersion: ticket.version });
    if (command.type === 'register' && command.data.caller !== undefined) ticket.caller = command.data.caller;
    return { ok: true, record: decision.ticket, events, repeated: false };
  }

  /**
   * A call with the earlier tickets that it repeats, where the desk looks for them; or why it is not registered again: a
   * demand found unreasonable, of which the procedure wants no repeat.
   */
  async #earlier(command: Command, at: IsoInstant): Promise<{ command: Command } | { refusal: Refusal }> {
    const { pack, store, detectRepeats } = this.#options;
    const call = command.type === 'register' ? callSchema.safeParse(command.data) : undefined;
    if (!detectRepeats || call?.success !== true || call.data.splitFrom !== undefined) return { command };
    const found = await earlierTickets(call.data, at, pack, store);
    if (found.length === 0) return { command };
    const { unreasonable } = pack.procedure;
    const facts = { ...factsOfCall(call.data), unreasonable: true };
    const settled = found.find((record) => record.unreasonable !== null);
    if (settled !== undefined && choose(unreasonable?.effects, facts)?.includes('noRepeat') === true) {
      return { refusal: alreadySettled(settled, unreasonable?.article) };
    }
    const repeats = [...new Set([...(call.data.repeats ?? []), ...found.map(({ id }) => id)])];
    return { command: { ...command, data: { ...call.data, repeats } } as Command };
  }

  /** Whether a ticket is still what its reader saw. That somebody looked up who called changes nothing about it. */
  async #isAsExpected({ id, version, loaded, events }: WorkingTicket, expected: number): Promise<boolean> {
    if (expected >= version) return expected === version;
    const stored = loaded === undefined ? [] : await readLog(this.#options.store, id, loaded.record.version);
    return [...stored, ...events].every((event) => event.version <= expected || isIdentityEvent(event.type));
  }

  /** The root that a merge names, or out of which a repeat is taken; it is only read, never written here. */
  async #rootOf(
    { type, data }: Command,
    repeat: TicketRecord | undefined,
    work: Work,
  ): Promise<TicketRecord | undefined> {
    const { into } = (data ?? {}) as { readonly into?: unknown };
    const id = type === 'merge' ? into : type === 'unmerge' ? repeat?.mergedInto?.ticket : undefined;
    return typeof id === 'string' ? (await work.load(id)).ticket.record : undefined;
  }

  async #repeat(ticket: WorkingTicket, done: CommandRow, given: CheckedCommand): Promise<Outcome> {
    if (done.bodyHash !== given.bodyHash) {
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
    const stored = ticket.isNew ? [] : await readLog(this.#options.store, given.ticket, done.lastVersion);
    const log = [...stored, ...ticket.events.filter(({ version }) => version <= done.lastVersion)];
    const record = log.reduce<TicketRecord | undefined>(evolve, undefined) as TicketRecord;
    const events = log.filter(({ version }) => version >= done.firstVersion);
    return { ok: true, record, events, repeated: true };
  }

  #sealing(actor: Actor, command: string, correlation?: string): SealContext {
    const recordedAt = this.#options.now().toISOString();
    return { actor, command, recordedAt, ...this.#provenance, ...(correlation === undefined ? {} : { correlation }) };
  }
}

/** Nobody gives one half of a merge alone: the desk gives both, or the two tickets would disagree. */
function halfOfMergeAlone({ type }: Command): Refusal | undefined {
  if (!isHalfOfMerge(type)) return undefined;
  return refuse('notAuthorised', '并入与移出由本台随并案成对办理', `"${type}" is given by the desk with a merge`, {
    remedy: { zh: '请对重复件并案或取消并案', en: 'merge the repeat into its root, or undo its merge' },
  }).refusal;
}

function alreadySettled({ number }: TicketRecord, article: string | undefined): Refusal {
  return refuse('repeatsUnreasonable', '该诉求已认定为不合理，不再登记', 'the demand was found unreasonable before', {
    ...(article === undefined ? {} : { article }),
    remedy: { zh: `见工单 ${number}`, en: `see ticket ${number}` },
  }).refusal;
}

function unknownTicket(id: string): { ok: false; refusal: Refusal } {
  return refuse('ticketUnknown', `没有工单“${id}”`, `there is no ticket "${id}"`, {
    remedy: { zh: '请核对工单编号，或先登记', en: 'check the id, or register the call first' },
  });
}

function changedSince(expected: number, actual: number): { ok: false; refusal: Refusal } {
  const zh = `工单已变更：预期版本 ${expected}，现为 ${actual}`;
  return refuse('versionConflict', zh, `the ticket has version ${actual} by now, ${expected} was expected`, {
    remedy: { zh: '请刷新后重试', en: 'load the ticket again and decide anew' },
  });
}
