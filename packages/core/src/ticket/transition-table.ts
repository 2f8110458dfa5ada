import { HotlineError } from '../errors.js';
import { type ChartCommand, type ChartGuard, type ChartState, ticketMachine } from './machine.js';

/** One way out of a state: where it leads, and under which guard. */
export interface TransitionRow {
  readonly target: ChartState;
  readonly guard: ChartGuard | undefined;
}

/** State → command → its ways in the order of the chart. */
export type TransitionTable = ReadonlyMap<ChartState, ReadonlyMap<ChartCommand, readonly TransitionRow[]>>;

type MachineNode = (typeof ticketMachine)['root'];

/**
 * Flattens the machine into a table, once at load: XState's own `transition()` builds an actor scope for each call, far
 * too slow for lists, replays and simulations. Whatever a flat table cannot hold (nested or parallel states, `always`,
 * `after`, invoked actors, actions) is refused here, so that table and machine can never differ in silence.
 */
export function deriveTransitionTable(root: MachineNode): TransitionTable {
  const table = new Map<ChartState, Map<ChartCommand, TransitionRow[]>>();
  for (const node of Object.values(root.states)) {
    refuseUnless(node.type === 'atomic' || node.type === 'final', node.key, `is ${node.type}`);
    refuseUnless(!node.always?.length && !node.after.length, node.key, 'has always or after transitions');
    refuseUnless(!node.entry.length && !node.exit.length && !node.invoke.length, node.key, 'has actions or actors');
    const commands = new Map<ChartCommand, TransitionRow[]>();
    for (const [command, transitions] of node.transitions) {
      const rows = transitions.map((transition): TransitionRow => {
        refuseUnless(transition.actions.length === 0, node.key, `has actions on "${command}"`);
        const guard = transition.guard as ChartGuard | undefined;
        refuseUnless(
          guard === undefined || typeof guard === 'string',
          node.key,
          `has a composed guard on "${command}"`,
        );
        return { target: (transition.target?.[0]?.key ?? node.key) as ChartState, guard };
      });
      commands.set(command as ChartCommand, rows);
    }
    table.set(node.key as ChartState, commands);
  }
  return table;
}

function refuseUnless(holds: boolean, state: string, what: string): void {
  if (holds) return;
  throw new HotlineError(
    'machineNotFlat',
    {
      zh: `状态“${state}”不能放入转移表（${what}）`,
      en: `state "${state}" ${what}: the transition table cannot hold it`,
    },
    {
      fix: {
        zh: '请保持主流程扁平；旁支事项放入工单记录的轨道',
        en: 'keep the main flow flat; put side matters into a track of the ticket record',
      },
    },
  );
}

/** The table of {@link ticketMachine}. */
export const transitionTable: TransitionTable = deriveTransitionTable(ticketMachine.root);

/**
 * Where a command leads.
 * @param holds asked only for the guards that stand on the way
 * @returns the next state (the same one for a command beside the flow), or undefined where the command is illegal
 */
export function nextState(
  state: ChartState,
  command: ChartCommand,
  holds: (guard: ChartGuard) => boolean,
): ChartState | undefined {
  return transitionTable
    .get(state)
    ?.get(command)
    ?.find(({ guard }) => guard === undefined || holds(guard))?.target;
}

/** Whether the chart knows the command in this state, whatever its guards say. */
export function isLegal(state: ChartState, command: string): command is ChartCommand {
  return transitionTable.get(state)?.has(command as ChartCommand) === true;
}

/** The commands that the chart allows in a state. */
export function commandsIn(state: ChartState): readonly ChartCommand[] {
  return [...(transitionTable.get(state)?.keys() ?? [])];
}

/** Whether nothing more can happen in a state. */
export function isEndState(state: ChartState): boolean {
  return transitionTable.get(state)?.size === 0;
}
