import {
  type Actor,
  type Allowed,
  type ChartCommand,
  type Command,
  commandsIn,
  decide,
  permissions,
  type Refusal,
  type Takes,
  type TicketRecord,
  transitionTable,
} from '@hotline-kit/core';
import type { CityPack } from '@hotline-kit/rules';
import { everyCommand } from '../every-command.js';
import { everybody } from '../invariants/everybody.js';
import { calm } from '../life/town.js';
import { people } from '../sample-town.js';

const start = Date.parse('2026-03-02T09:00:00+08:00');

/** A minute of Monday morning for each event so far: windows are open, clocks run. */
const momentOf = ({ version }: Pick<TicketRecord, 'version'>) => new Date(start + version * 1_000).toISOString();

/** A ticket that has just been registered, and the root that others may be merged into. */
export function registered(pack: CityPack, id: string, call: object = calm): TicketRecord {
  const command = { type: 'register', data: call, by: people.agent } as Command;
  const decision = decide(undefined, command, { pack, at: new Date(start).toISOString(), ticket: id, number: id });
  if (!decision.ok) throw new Error(decision.refusal.text.en);
  return decision.ticket;
}

/** Whether an actor may give a command. */
export function allowedOn(ticket: TicketRecord, command: ChartCommand, by: Actor, pack: CityPack): Allowed {
  const [allowed] = permissions(ticket, by, { pack, at: momentOf(ticket), commands: [command] });
  if (allowed === undefined) throw new Error(`nothing is said of ${command}`);
  return allowed;
}

/** The people of the town, and of the unit that leads one of each role. */
export function everybodyAt({ lead }: TicketRecord): readonly Actor[] {
  if (lead === null) return everybody;
  const own = ['unitClerk', 'handler', 'unitLeader', 'unitHead'] as const;
  return [...everybody, ...own.map((role) => ({ id: `${role} of ${lead}`, role, unit: lead }))];
}

/** What else a procedure may ask for, under any name that the sample town uses. */
const more = {
  ...{ approvedBy: '市领导', reason: '理由', law: '某法', legalPath: '法院', progress: '半', nextStep: '续' },
  ...{ until: '2026-03-30T17:30:00+08:00', content: '已告知', ground: 'late' },
};

/** Data with which a command may be given on this ticket: that of the list, with what may be named, and whole. */
export function* dataFor(ticket: TicketRecord, command: ChartCommand, takes: Takes = {}): Generator<object> {
  const listed: readonly object[] = everyCommand[command];
  const fields = Object.entries(takes).map(([field, values]) => values.map((value) => ({ [field]: value })));
  const named = fields.reduce<readonly object[]>(
    (all, each) => all.flatMap((a) => each.map((b) => ({ ...a, ...b }))),
    [{}],
  );
  const units = ['riverside', 'hillside', 'east-district', 'power-company', 'urban-management', 'old-harbour'];
  const own: readonly object[] =
    command === 'dispatch' || command === 'designate' || command === 'redispatch'
      ? [...units, 'riverside-west', 'riverside-west-grid'].map((lead) => ({ lead }))
      : command === 'finishAssist'
        ? ticket.assists.map((unit) => ({ unit }))
        : command === 'requestExtension'
          ? Object.keys(ticket.clocks).map((clock) => ({ clock }))
          : command === 'addAssist'
            ? units.map((unit) => ({ assists: [unit] }))
            : command === 'split'
              ? [{ parts: [{ content: '路灯' }] }]
              : [];
  yield* listed;
  for (const base of listed) {
    for (const extra of [...named, ...own]) {
      yield { ...base, ...extra };
      yield { ...base, ...extra, more: { ...more, ...(base as { more?: object }).more } };
    }
  }
}

const roots = new WeakMap<CityPack, TicketRecord>();

/** Decides on a ticket as the walk has it, beside an open root. */
export function decideOn(ticket: TicketRecord, command: ChartCommand, data: object, by: Actor, pack: CityPack) {
  const root = roots.get(pack) ?? registered(pack, 'u');
  roots.set(pack, root);
  return decide(ticket, { type: command, data, by } as unknown as Command, {
    ...{ pack, at: momentOf(ticket), ticket: ticket.id },
    root: command === 'unmerge' ? { ...root, absorbed: [ticket.id] } : root,
  });
}

/** The commands that lead into another state. */
export const moves = new Set(
  [...transitionTable].flatMap(([state, commands]) =>
    [...commands].flatMap(([command, rows]) => (rows.some(({ target }) => target !== state) ? [command] : [])),
  ),
);

/** One abstract state of a walk, a ticket that stands there, where one command leads from it, and what is refused. */
export interface Node {
  readonly ticket: TicketRecord;
  readonly next: Set<string>;
  /** By the command, for a reason that is not who asks. */
  readonly refused: Map<ChartCommand, Refusal>;
}

/** Walks from a registered ticket over all abstract states that these commands reach. */
export function explore(
  pack: CityPack,
  commands: ReadonlySet<ChartCommand>,
  keyOf: (ticket: TicketRecord) => string,
  starts: readonly TicketRecord[],
): ReadonlyMap<string, Node> {
  const nodes = new Map<string, Node>();
  const able = new Map<ChartCommand, Actor>();
  const put = (ticket: TicketRecord): string => {
    const key = keyOf(ticket);
    if (!nodes.has(key)) nodes.set(key, { ticket, next: new Set(), refused: new Map() });
    return key;
  };
  for (const ticket of starts) put(ticket);
  // A map that grows while it is walked is the queue of a breadth-first search.
  for (const [, { ticket, next, refused }] of nodes) {
    for (const command of commandsIn(ticket.state)) {
      if (!commands.has(command)) continue;
      const first = able.get(command);
      for (const by of first === undefined ? everybodyAt(ticket) : [first, ...everybodyAt(ticket)]) {
        const allowed = allowedOn(ticket, command, by, pack);
        if (!allowed.ok && allowed.refusal.code === 'notAuthorised') continue;
        // What stands against it is the ticket, whoever asks.
        if (!allowed.ok) {
          refused.set(command, allowed.refusal);
          break;
        }
        able.set(command, by);
        let tries = 0;
        for (const data of dataFor(ticket, command, allowed.takes)) {
          const decision = decideOn(ticket, command, data, by, pack);
          if (decision.ok) next.add(put(decision.ticket));
          tries += 1;
          // The first ways of giving a command lead to all states that any of them does.
          if (next.size > 0 && tries >= 5) break;
        }
        break;
      }
    }
  }
  return nodes;
}
