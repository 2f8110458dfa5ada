import { COMMANDS, TICKET_STATES } from '@hotline-kit/rules';
import { setup } from 'xstate';
import type { Way } from './chart-fragment.js';
import { declarations } from './declarations.js';
import { endStates } from './life-states.js';

/** A piece of the chart that some track declares. */
type Fragment = (typeof declarations)[number]['chart'][number];

/** A state that the chart knows. */
export type ChartState =
  | (Fragment extends infer F ? (F extends unknown ? keyof F : never) : never)
  | (typeof endStates)[number];

/** The commands that the chart allows in a state; what is not in it does not compile after `ticket.is(state)`. */
export type CommandIn<S extends ChartState> = S extends ChartState
  ? Fragment extends infer F
    ? F extends { readonly [State in S]: infer On }
      ? keyof On
      : never
    : never
  : never;

/** A command that the chart knows, in any state. */
export type ChartCommand = CommandIn<ChartState>;

type WaysOf<S extends ChartState, C> = Fragment extends infer F
  ? F extends { readonly [State in S]: infer On }
    ? C extends keyof On
      ? On[C]
      : never
    : never
  : never;

/** Where a command leads from a state: the same state for a command beside the flow. */
export type StateAfter<S extends ChartState, C> = S extends ChartState
  ? WaysOf<S, C> extends infer W
    ? W extends { readonly target: infer T extends ChartState }
      ? T
      : W extends readonly { readonly target: infer T extends ChartState }[]
        ? T
        : never
    : never
  : never;

type GuardOf<W> = W extends { readonly guard: infer G extends string } ? G : never;

/** The guards that choose between several targets of one command. */
export type ChartGuard = Fragment extends infer F
  ? F extends { readonly [state: string]: infer On }
    ? On extends { readonly [command: string]: infer W }
      ? GuardOf<W extends readonly (infer Each)[] ? Each : W>
      : never
    : never
  : never;

/** How the guards of one decision came out. */
export type GuardVerdicts = Readonly<Partial<Record<ChartGuard, boolean>>>;

/** The chart as plain data, as XState takes it. */
interface Chart {
  readonly id: 'ticket';
  readonly initial: 'draft';
  readonly states: Readonly<
    Record<
      ChartState,
      { readonly type: 'final' } | { readonly on: { readonly [C in ChartCommand]?: Way | readonly Way[] } }
    >
  >;
}

/**
 * The chart of a ticket's life, put together from the pieces of all tracks: which command leads from which state to
 * which. A guard chooses between targets and never refuses, for what a regulation may forbid stands in the pack's
 * `procedure.json`.
 */
export const chart: Chart = { id: 'ticket', initial: 'draft', states: assembled() };

function assembled(): Chart['states'] {
  const on = new Map<string, Record<string, unknown>>();
  for (const { chart: fragments } of declarations) {
    for (const fragment of fragments) {
      for (const [state, commands] of Object.entries(fragment)) on.set(state, { ...on.get(state), ...commands });
    }
  }
  // In the order of the vocabulary, so that chart, refusals and diagram do not depend on the order of the tracks.
  const states = Object.keys(TICKET_STATES).filter((state) => on.has(state) || endStates.some((end) => end === state));
  const ordered = (ways: Record<string, unknown>) =>
    Object.fromEntries(Object.keys(COMMANDS).flatMap((command) => (command in ways ? [[command, ways[command]]] : [])));
  return Object.fromEntries(
    states.map((state) => [state, on.has(state) ? { on: ordered(on.get(state) ?? {}) } : { type: 'final' }]),
  ) as unknown as Chart['states'];
}

/** The guards of the chart, by name. */
const guardNames = [
  ...new Set(
    Object.values(chart.states).flatMap((state) =>
      'on' in state ? Object.values(state.on).flatMap((ways) => [ways].flat().flatMap(({ guard }) => guard ?? [])) : [],
    ),
  ),
] as ChartGuard[];

/** The version of the chart that events record; a changed life gets the next number. */
export const MACHINE_VERSION = '1';

/**
 * The life of a ticket as an XState machine: `received → dispatched → signed → handling → pendingApproval → replied →
 * calledBack → closed → archived`, with returns, disputes, re-dispatch after an unhappy callback, reopening, and the
 * ends beside the flow. It is the one definition: the table that runs the hot path is derived from it, the diagram is
 * drawn from it, and it opens in the Stately viewer.
 *
 * An event of the machine is a command's name with the verdicts of its guards.
 *
 * @example
 * import { initialTransition, transition } from 'xstate';
 * const [draft] = initialTransition(ticketMachine);
 * const [received] = transition(ticketMachine, draft, { type: 'register' });
 * received.value; // 'received'
 */
export const ticketMachine = setup({
  types: { events: {} as { readonly type: ChartCommand; readonly guards?: GuardVerdicts } },
  guards: Object.fromEntries(
    guardNames.map((name) => [
      name,
      ({ event }: { event: { readonly guards?: GuardVerdicts } }) => event.guards?.[name] === true,
    ]),
  ) as Record<ChartGuard, (args: { event: { readonly guards?: GuardVerdicts } }) => boolean>,
}).createMachine(chart as never);
