import { dueMoments } from '../clocks/due.js';
import { HotlineError, noTicket } from '../errors.js';
import { fireClocks } from '../escalation/fire-clocks.js';
import { type Actor, clockwork } from '../ticket/actor.js';
import type { Command } from '../ticket/command.js';
import type { NewEvent, TicketEvent } from '../ticket/event.js';
import { evolve } from '../ticket/evolve.js';
import type { IsoInstant } from '../ticket/instant.js';
import type { Refusal } from '../ticket/refusal.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import { carryOut } from './carry-out.js';
import { type CheckedCommand, checkedCommand } from './checked-command.js';
import type { DeskCommand } from './desk-command.js';
import { type DeskHooks, type FiredClock, tell, toldActor, toldEvents } from './hooks.js';
import { isLink, linkedCommands, undoMerge } from './links.js';
import { type Means, sealingUnder } from './means.js';
import { halfOfMergeAlone, type Outcome } from './outcome.js';
import { Snapshots } from './snapshots.js';
import { Work } from './work.js';

/** What an executor works with. */
export interface ExecutorOptions extends Omit<Means, 'sealing'> {
  readonly newId: () => string;
  readonly now: () => Date;
  /** Whether an event leaves through the outbox. */
  readonly leaves: (event: TicketEvent) => boolean;
  readonly hooks: DeskHooks;
}

/** How often a command is decided anew when somebody else was faster. */
const attempts = 8;

/** Carries commands out: look, decide, write, and once more where somebody else was faster. */
export class Executor {
  readonly #options: ExecutorOptions;
  readonly #means: Means;
  readonly #snapshots = new Snapshots();
  readonly #leaves: (event: TicketEvent) => boolean;

  constructor(options: ExecutorOptions) {
    const { pack, now, leaves } = options;
    this.#options = options;
    this.#means = { ...options, sealing: sealingUnder(pack, now) };
    this.#leaves = (event) => isLink(event) || leaves(event);
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
      const unseen = given.filter(({ id, ticket }) => work.seen(ticket, id) === undefined);
      if (unseen.length > 1) await work.loadMany(unseen.map(({ id, ticket }) => ({ ticket, command: id })));
      const all: Outcome[] = [];
      for (const each of given) {
        const refusal = bar(each.command);
        all.push(refusal === undefined ? await carryOut(each, work, this.#means) : { ok: false, refusal });
      }
      return all;
    }, true);
    for (const [index, outcome] of outcomes.entries()) this.#tellOf(given[index] as CheckedCommand, outcome);
    const linked: Outcome[] = [];
    for (const outcome of outcomes) linked.push(hasLink(outcome) ? await this.#withLinks(outcome) : outcome);
    return linked;
  }

  /**
   * Gives the commands on other tickets that an event brings with it. Repeating it changes nothing.
   * @returns the refusal of the root, where a merge had to be undone
   */
  async link(event: TicketEvent): Promise<Refusal | undefined> {
    if (!isLink(event)) return undefined;
    const { store, pack } = this.#means;
    const { stored } = await store.load(event.ticket);
    if (stored === undefined) return undefined;
    const caller = event.type === 'ticket.split' ? await store.caller(event.ticket) : undefined;
    for (const command of linkedCommands(event, stored.record, caller, pack)) {
      // Given before: what the ticket has become since, or that its caller was erased, changes nothing about that.
      if ((await store.load(command.ticket ?? '', command.id)).command !== undefined) continue;
      const [outcome] = await this.#give([command], () => undefined);
      if (outcome === undefined || outcome.ok || event.type !== 'ticket.merged') continue;
      // The root has it already: the other half was given before, under the same id, by a repeat of this very event.
      if (outcome.refusal.code === 'alreadyAbsorbed') continue;
      await this.#give([undoMerge(event, outcome.refusal.text.zh)], () => undefined);
      return outcome.refusal;
    }
    return undefined;
  }

  async #withLinks(outcome: Outcome & { readonly ok: true }): Promise<Outcome> {
    for (const event of outcome.events) {
      const refusal = await this.link(event);
      if (refusal !== undefined) return { ok: false, refusal };
    }
    return outcome;
  }

  /** Fires what is due on these tickets, in one transaction; how many warnings and breaches there were. */
  async fire(tickets: readonly string[], at: IsoInstant): Promise<number> {
    const { pack, sealing } = this.#means;
    const fired = await this.#inWork(async (work) => {
      const all: FiredClock[] = [];
      for (const { ticket } of await work.loadMany(tickets.map((ticket) => ({ ticket })))) {
        if (ticket.record === undefined) continue;
        const moments = dueMoments(ticket.record, at);
        const { events, ticket: after } = fireClocks(ticket.record, at, pack);
        if (events.length > 0) ticket.add(events, after, sealing(clockwork, `due:${at}`));
        for (const { clock, what, at: due } of moments) {
          all.push({ ticket: ticket.id, clock, what, at, lag: Date.parse(at) - due });
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
      if (ticket.record === undefined) throw noTicket(id);
      const events = await make(ticket.record);
      const after = events.reduce<TicketRecord>(evolve, ticket.record);
      if (events.length > 0) ticket.add(events, after, this.#means.sealing(by, command));
      return events;
    });
  }

  #tellOf({ id, ticket, command, at }: CheckedCommand, outcome: Outcome): void {
    const { onCommand, onRefusal } = this.#options.hooks;
    if (outcome.ok ? onCommand === undefined : onRefusal === undefined) return;
    const given = { id, ticket, type: command.type, actor: toldActor(command.by), at };
    if (!outcome.ok) tell(onRefusal, { ...given, refusal: outcome.refusal });
    else tell(onCommand, { ...given, events: toldEvents(outcome.events), repeated: outcome.repeated });
  }

  /**
   * Does a work until it is written on what it was decided on.
   * @param presuming whether the first attempt may take the tickets as they are remembered
   */
  async #inWork<T>(act: (work: Work) => Promise<T>, presuming = false): Promise<T> {
    for (let attempt = presuming ? 0 : 1; ; attempt += 1) {
      const work = new Work(this.#means.store, this.#snapshots, attempt === 0);
      const result = await act(work);
      if (work.isStale) continue;
      const conflict = await work.commit(this.#leaves);
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
}

function hasLink(outcome: Outcome): outcome is Outcome & { readonly ok: true } {
  return outcome.ok && outcome.events.some(isLink);
}
