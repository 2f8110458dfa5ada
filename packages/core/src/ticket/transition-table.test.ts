import { describe, expect, test } from 'vitest';
import { createActor, createMachine, initialTransition, transition } from 'xstate';
import { chartCommands as commands } from './command.js';
import { declarations } from './declarations.js';
import { type ChartCommand, type ChartState, chart, ticketMachine } from './machine.js';
import { commandsIn, deriveTransitionTable, isEndState, nextState, transitionTable } from './transition-table.js';

const states = Object.keys(chart.states) as ChartState[];

describe('the table is the machine', () => {
  for (const state of states) {
    for (const command of commands) {
      for (const verdict of [true, false]) {
        test(`${state} × ${command} × guards ${verdict}`, () => {
          const snapshot = ticketMachine.resolveState({ value: state });
          const actor = createActor(ticketMachine, { snapshot: ticketMachine.getPersistedSnapshot(snapshot) });
          actor.start();
          const event = { type: command, guards: { replyNeedsApproval: verdict, wasSigned: verdict } } as const;
          const legal = actor.getSnapshot().can(event);
          if (legal) actor.send(event);
          const expected = legal ? actor.getSnapshot().value : undefined;
          expect(nextState(state, command, () => verdict)).toBe(expected);
        });
      }
    }
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

test('every open state can reach an end', () => {
  const reachesEnd = (from: ChartState, seen: Set<ChartState>): boolean => {
    if (isEndState(from)) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return commandsIn(from).some((command) =>
      (transitionTable.get(from)?.get(command) ?? []).some(({ target }) => reachesEnd(target, seen)),
    );
  };
  for (const state of states) expect(reachesEnd(state, new Set()), state).toBe(true);
});

test('nothing can be done once the ticket has come to its end', () => {
  expect(states.filter(isEndState)).toEqual(['archived', 'refused', 'transferredEmergency', 'withdrawn']);
  for (const state of states.filter(isEndState)) expect(commandsIn(state)).toEqual([]);
  expect(commandsIn('closed')).toEqual(['archive', 'reopen']);
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
