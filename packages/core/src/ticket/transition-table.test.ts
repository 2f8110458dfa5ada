import { describe, expect, test } from 'vitest';
import { createActor, createMachine, initialTransition, transition } from 'xstate';
import { chartCommands as commands } from './command.js';
import { declarations } from './declarations.js';
import { type ChartCommand, type ChartState, chart, type GuardVerdicts, ticketMachine } from './machine.js';
import { commandsIn, deriveTransitionTable, isEndState, nextState, transitionTable } from './transition-table.js';

const states = Object.keys(chart.states) as ChartState[];

/** Every outcome of the guards on one command's ways. */
function verdictsOf(state: ChartState, command: ChartCommand): readonly GuardVerdicts[] {
  const guards = [...new Set((transitionTable.get(state)?.get(command) ?? []).flatMap(({ guard }) => guard ?? []))];
  return guards.reduce<GuardVerdicts[]>(
    (all, guard) => all.flatMap((verdicts) => [true, false].map((holds) => ({ ...verdicts, [guard]: holds }))),
    [{}],
  );
}

describe('the table is the machine: every state × command × outcome of the guards', () => {
  for (const state of states) {
    test(state, () => {
      const snapshot = ticketMachine.resolveState({ value: state });
      const persisted = ticketMachine.getPersistedSnapshot(snapshot);
      for (const command of commands) {
        for (const guards of verdictsOf(state, command)) {
          const actor = createActor(ticketMachine, { snapshot: persisted });
          actor.start();
          const event = { type: command, guards };
          const legal = actor.getSnapshot().can(event);
          if (legal) actor.send(event);
          const expected = legal ? actor.getSnapshot().value : undefined;
          const given = nextState(state, command, (guard) => guards[guard] === true);
          expect(given, `${command} with ${JSON.stringify(guards)}`).toBe(expected);
        }
      }
    });
  }
});

test('no track declares a way that another one declares', () => {
  const declared = declarations.flatMap((track) =>
    track.chart.flatMap((fragment) =>
      Object.entries(fragment).flatMap(([state, on]) => Object.keys(on).map((command) => `${state} × ${command}`)),
    ),
  );
  expect(declared.filter((way, index) => declared.indexOf(way) !== index)).toEqual([]);
});

test('every command of the chart leads somewhere from some state', () => {
  for (const command of commands) {
    expect(states.some((state) => nextState(state, command, () => true) !== undefined)).toBe(true);
  }
});

const ends: readonly ChartState[] = [
  'archived',
  'merged',
  'refused',
  'terminated',
  'transferredEmergency',
  'withdrawn',
];

test('every open state can reach an end', () => {
  const reachesEnd = (from: ChartState, seen: Set<ChartState>): boolean => {
    if (ends.includes(from)) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return commandsIn(from).some((command) =>
      (transitionTable.get(from)?.get(command) ?? []).some(({ target }) => reachesEnd(target, seen)),
    );
  };
  for (const state of states) expect(reachesEnd(state, new Set()), state).toBe(true);
});

test('once the ticket has come to its end, nothing handles it: it is told, appealed against, or taken up again', () => {
  const after = (state: ChartState) => [state, commandsIn(state)];
  expect(ends.map(after)).toEqual([
    ['archived', []],
    ['merged', ['unmerge', 'release']],
    ['refused', ['inform', 'waiveInforming', 'seekRemedy', 'decideRemedy']],
    ['terminated', ['inform', 'waiveInforming', 'seekRemedy', 'decideRemedy']],
    ['transferredEmergency', []],
    ['withdrawn', []],
  ]);
  expect(commandsIn('closed')).not.toContain('sign');
  expect(states.filter(isEndState)).toEqual(['archived', 'transferredEmergency', 'withdrawn']);
});

test('the machine runs as XState runs it: from the call to the close', () => {
  const life: ChartCommand[] = ['register', 'dispatch', 'sign', 'accept', 'submitReply', 'callBack', 'rate', 'close'];
  let [snapshot] = initialTransition(ticketMachine);
  const path = life.map((type) => {
    [snapshot] = transition(ticketMachine, snapshot, { type });
    return snapshot.value;
  });
  expect(path).toEqual(['received', 'dispatched', 'signed', 'handling', 'replied', 'replied', 'calledBack', 'closed']);
});

describe('what a flat table cannot hold is refused at load', () => {
  const refused = {
    'a parallel state': { initial: 'a', states: { a: { type: 'parallel', states: { b: {}, c: {} } } } },
    'a nested state': { initial: 'a', states: { a: { initial: 'b', states: { b: {} } } } },
    'an always transition': { initial: 'a', states: { a: { always: 'b' }, b: {} } },
    'a delayed transition': { initial: 'a', states: { a: { after: { 1000: 'b' } }, b: {} } },
    'an entry action': { initial: 'a', states: { a: { entry: () => {} } } },
    'an action on a transition': { initial: 'a', states: { a: { on: { go: { actions: () => {} } } } } },
  };
  for (const [what, config] of Object.entries(refused)) {
    test(what, () => {
      const machine = createMachine(config as Parameters<typeof createMachine>[0]);
      const root = machine.root as unknown as Parameters<typeof deriveTransitionTable>[0];
      expect(() => deriveTransitionTable(root)).toThrow(/\[machineNotFlat\]/);
    });
  }
});
