import { COMMANDS, isWord, TICKET_STATES } from '@hotline-kit/rules';
import type { ChartCommand, ChartState } from './machine.js';
import { type BilingualText, fine, refuse, type Verdict } from './refusal.js';
import { isLegal, transitionTable } from './transition-table.js';

/** Refusals by state and command: they depend on nothing else, and a list of tickets asks for thousands. */
const refusals = new Map<string, Verdict>();

/** Whether the chart knows the command in this state. */
export function legalInState(state: ChartState, command: string): Verdict {
  if (isLegal(state, command)) return fine;
  // What is no command at all may be any text: it is not kept.
  if (!isWord(COMMANDS, command)) return illegal(state, command);
  const key = `${state} ${command}`;
  const known = refusals.get(key) ?? illegal(state, command);
  refusals.set(key, known);
  return known;
}

function illegal(state: ChartState, command: string): Verdict {
  const { zh, en } = TICKET_STATES[state];
  const inZh = isWord(COMMANDS, command) ? COMMANDS[command].zh : String(command);
  const text = `"${command}" is not possible while ${en} ("${state}")`;
  return refuse('illegalInState', `工单${zh}，不能${inZh}`, text, { remedy: remedyOf(state, command) });
}

/** What moves the ticket on, and, where it is near, the way to a state in which the command is legal. */
function remedyOf(state: ChartState, command: string): BilingualText {
  const onward = [...movesOf(state).keys()];
  if (onward.length === 0) return { zh: '工单已终结', en: 'the ticket has come to its end' };
  const now = { zh: `此时可以：${inChinese(onward, '、')}`, en: `possible now: ${onward.join(', ')}` };
  const way = wayTo(state, command);
  if (way === undefined) return now;
  return { zh: `可先${inChinese(way, '，再')}；${now.zh}`, en: `for instance first ${way.join(', then ')}; ${now.en}` };
}

function inChinese(commands: readonly ChartCommand[], between: string): string {
  return commands.map((command) => COMMANDS[command].zh).join(between);
}

/** More commands than this away is no help but another life. */
const NEAR = 3;

/** The shortest way of commands to a state in which the command is legal; the chart's order settles a draw. */
function wayTo(from: ChartState, command: string): readonly ChartCommand[] | undefined {
  const ways = new Map<ChartState, readonly ChartCommand[]>([[from, []]]);
  // A map that grows while it is walked is the queue of a breadth-first search.
  for (const [state, way] of ways) {
    if (isLegal(state, command)) return way;
    if (way.length === NEAR) continue;
    for (const [move, targets] of movesOf(state)) {
      for (const target of targets) if (!ways.has(target)) ways.set(target, [...way, move]);
    }
  }
  return undefined;
}

/** The commands that may lead into other states, with these states. */
function movesOf(state: ChartState): ReadonlyMap<ChartCommand, readonly ChartState[]> {
  const moves = new Map<ChartCommand, readonly ChartState[]>();
  for (const [command, rows] of transitionTable.get(state) ?? []) {
    const targets = rows.flatMap(({ target }) => (target === state ? [] : [target]));
    if (targets.length > 0) moves.set(command, targets);
  }
  return moves;
}
