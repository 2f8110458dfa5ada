/** One way out of a state. A guard chooses between ways and never refuses. */
export interface Way {
  readonly target: string;
  readonly guard?: string;
}

/** A piece of the chart: from which state which command leads where. Of several ways the first whose guard holds. */
export type ChartFragment = { readonly [state: string]: { readonly [command: string]: Way | readonly Way[] } };

/** Commands beside the flow: given in any of these states, they stay in it. */
export type Staying<S extends string, C extends string> = {
  readonly [State in S]: { readonly [Command in C]: { readonly target: State } };
};

/**
 * The fragment of commands that stay where the ticket is.
 * @example
 * staying(['handling', 'signed'], ['urge']); // { handling: { urge: { target: 'handling' } }, signed: { … } }
 */
export function staying<const S extends string, const C extends string>(
  states: readonly S[],
  commands: readonly C[],
): Staying<S, C> {
  const ways = (state: S) => Object.fromEntries(commands.map((command) => [command, { target: state }]));
  return Object.fromEntries(states.map((state) => [state, ways(state)])) as Staying<S, C>;
}

/** Commands that lead from any of these states to one. */
export type Leading<S extends string, C extends string, T extends string> = {
  readonly [State in S]: { readonly [Command in C]: { readonly target: T } };
};

/**
 * The fragment of a command that leads from several states to one.
 * @example
 * leading(['received', 'signed'], 'withdraw', 'withdrawn');
 */
export function leading<const S extends string, const C extends string, const T extends string>(
  states: readonly S[],
  command: C,
  target: T,
): Leading<S, C, T> {
  return Object.fromEntries(states.map((state) => [state, { [command]: { target } }])) as Leading<S, C, T>;
}
