import {
  type Actor,
  type ChartCommand,
  commandsIn,
  type Desk,
  type DeskCommand,
  type Result,
  type Ticket,
} from '@hotline-kit/core';
import fc from 'fast-check';
import { everyCommand } from '../every-command.js';
import { noiseAtNight, people } from '../sample-town.js';
import { everybody } from './everybody.js';

/** Three tickets, so that they can be merged. */
const tickets = ['t', 'u', 'v'] as const;

/** The other halves of a merge, which the desk itself gives to the root. */
const ofTheDesk: ReadonlySet<string> = new Set(['absorb', 'release']);

const names = (Object.keys(everyCommand) as ChartCommand[]).filter((name) => !ofTheDesk.has(name));

/** One step, as raw numbers: what they mean is decided by where the ticket then stands. */
export const step = fc.record({
  /** Most steps follow the life, so that it gets far; others are what somebody may do then, or anything by anybody. */
  kind: fc.constantFrom('along', 'along', 'along', 'along', 'allowed', 'allowed', 'anything'),
  ticket: fc.constantFrom('t', 't', 't', 'u', 'v'),
  who: fc.noBias(fc.nat(everybody.length - 1)),
  command: fc.noBias(fc.nat(names.length * 10)),
  data: fc.noBias(fc.nat(5)),
  /** Minutes since the step before. */
  wait: fc.oneof(fc.nat(30), fc.nat(3_000)),
  runDue: fc.boolean(),
});

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const along: { readonly [state: string]: readonly (readonly [ChartCommand, keyof typeof people])[] } = {
  received: [['dispatch', 'dispatcher']],
  pendingDispatch: [['dispatch', 'dispatcher']],
  dispatched: [['sign', 'clerk']],
  signed: [['accept', 'handler']],
  handling: [
    ['submitReply', 'handler'],
    ['submitReply', 'handler'],
    ['resume', 'handler'],
  ],
  pendingApproval: [
    ['approveReply', 'leader'],
    ['approveReply', 'head'],
    ['reportSupervision', 'handler'],
  ],
  replied: [['rate', 'citizen']],
  calledBack: [
    ['finishAssist', 'assistant'],
    ['close', 'callback'],
    ['close', 'callback'],
    ['reportSupervision', 'handler'],
  ],
  returnRequested: [
    ['approveReturn', 'dispatcher'],
    ['rejectReturn', 'dispatcher'],
    ['raiseDispute', 'dispatcher'],
  ],
  disputed: [['designate', 'dispatcher']],
  answeredOnline: [['close', 'callback']],
};

/** What brings a life to another end, or back to its beginning; rarely chosen, or none would get far. */
const abrupt: ReadonlySet<string> = new Set([
  ...['withdraw', 'merge', 'refuse', 'transferEmergency', 'answerOnline'],
  ...['designate', 'requestReturn', 'approveTermination', 'recuse', 'split'],
]);

/** Somebody of the unit whose turn it is. */
function inPlace(actor: Actor, { record, lead }: Ticket): Actor {
  const assist = record.assists.find((unit) => !record.finishedAssists.includes(unit));
  if (actor === people.assistant) return { ...actor, unit: assist ?? people.assistant.unit };
  return actor.unit === people.handler.unit ? { ...actor, unit: lead ?? people.handler.unit } : actor;
}

/** What is done in a step: a command, and by whom. */
function chosen(ticket: Ticket, { kind, who, command, data, wait }: Step, at: Date): [ChartCommand, Actor] {
  const actor = everybody[who] ?? people.agent;
  const ways = along[ticket.state] ?? [];
  const way = ways[command % Math.max(ways.length, 1)];
  if (kind === 'along' && way !== undefined) return [way[0], inPlace(people[way[1]], ticket)];
  const legal = commandsIn(ticket.state).filter((name) => !ofTheDesk.has(name));
  const calm = legal.filter((name) => !abrupt.has(name));
  const options = kind === 'anything' ? names : (data + wait) % 8 === 0 || calm.length === 0 ? legal : calm;
  const type = options[command % Math.max(options.length, 1)] ?? 'urge';
  if (kind === 'anything') return [type, actor];
  const may = (each: Actor) => ticket.can(each, { at }).some((allowed) => allowed.ok && allowed.command === type);
  const able = [...everybody.slice(who), ...everybody.slice(0, who)].find(may);
  return [type, able ?? actor];
}

/** What was asked in a step, of which ticket, and what came of it. */
export interface Taken {
  readonly before: Ticket;
  readonly command: DeskCommand;
  readonly result: Result;
}

/** Registers the tickets. */
export async function begin(desk: Desk, at: Date): Promise<void> {
  for (const id of tickets) {
    const call = id === 'v' ? ({ ...noiseAtNight, type: 'report', confidential: true } as const) : noiseAtNight;
    const result = await desk.register(call, { id, by: people.agent, at });
    if (!result.ok) throw new Error('the sample call is refused');
  }
}

/** Takes a step at an instant. */
export async function take(desk: Desk, each: Step, id: string, at: Date): Promise<Taken> {
  if (each.runDue) await desk.runDue(at);
  const before = await desk.ticket(each.ticket);
  if (before === undefined) throw new Error('a ticket is gone');
  const [type, by] = chosen(before, each, at);
  const options = everyCommand[type];
  const command = { type, data: options[each.data % options.length], id, ticket: each.ticket, by, at } as DeskCommand;
  return { before, command, result: await desk.execute(command) };
}
