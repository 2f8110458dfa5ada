import { describe, expect, test } from 'vitest';
import { createActor, createMachine, fromPromise, initialTransition, not, transition } from 'xstate';
import { chartCommands as commands } from './command.js';
import { declarations } from './declarations.js';
import { type ChartCommand, type ChartState, chart, type GuardVerdicts, ticketMachine } from './machine.js';
import {
  commandsIn,
  deriveTransitionTable,
  isEndState,
  isLegal,
  nextState,
  transitionTable,
} from './transition-table.js';

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
    ['merged', ['unmerge', 'release', 'inform', 'waiveInforming']],
    ['refused', ['release', 'inform', 'waiveInforming', 'seekRemedy', 'decideRemedy']],
    ['terminated', ['release', 'inform', 'waiveInforming', 'seekRemedy', 'decideRemedy']],
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

describe('what a flat table cannot hold is refused at load, with the state and why', () => {
  const refused = {
    'is parallel': { initial: 'a', states: { a: { type: 'parallel', states: { b: {}, c: {} } } } },
    'is compound': { initial: 'a', states: { a: { initial: 'b', states: { b: {} } } } },
    'is history': { initial: 'a', states: { b: {}, a: { type: 'history', target: 'b' } } },
    'has always or after transitions': { initial: 'a', states: { a: { always: 'b' }, b: {} } },
    'has actions or actors': { initial: 'a', states: { a: { entry: () => {} } } },
    'has actions on "go"': { initial: 'a', states: { a: { on: { go: { actions: () => {} } } } } },
    'has a composed guard on "go"': {
      initial: 'a',
      states: { a: { on: { go: { target: 'b', guard: not('closed') } } }, b: {} },
    },
  };
  const also = {
    'a delayed transition': [{ after: { 1000: 'b' } }, 'has always or after transitions'],
    'an exit action': [{ exit: () => {} }, 'has actions or actors'],
    'an actor': [{ invoke: { src: fromPromise(async () => {}) } }, 'has actions or actors'],
  } as const;
  const derive = (config: unknown) => {
    const machine = createMachine(config as Parameters<typeof createMachine>[0]);
    return deriveTransitionTable(machine.root as unknown as Parameters<typeof deriveTransitionTable>[0]);
  };
  for (const [what, config] of Object.entries(refused)) {
    test(what, () => {
      expect(() => derive(config)).toThrow(
        `state "a" ${what}: the transition table cannot hold it. Fix: keep the main flow flat; put side matters into a track of the ticket record. [machineNotFlat]`,
      );
    });
  }
  for (const [what, [state, why]] of Object.entries(also)) {
    test(what, () => {
      expect(() => derive({ initial: 'a', states: { a: state, b: {} } })).toThrow(`state "a" ${why}:`);
    });
  }
});

test('a state that the chart does not know, of an old log, allows nothing and is no end of this chart', () => {
  const unknown = 'evaporated' as ChartState;
  expect(commandsIn(unknown)).toEqual([]);
  expect(isLegal(unknown, 'sign')).toBe(false);
  expect(nextState(unknown, 'sign', () => true)).toBeUndefined();
  expect(isEndState(unknown)).toBe(false);
});
