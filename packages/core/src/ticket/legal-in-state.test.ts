import { describe, expect, test } from 'vitest';
import { legalInState } from './legal-in-state.js';
import { isLegal, transitionTable } from './transition-table.js';

/** What a refusal tells to do. */
function remedy(state: Parameters<typeof legalInState>[0], command: string) {
  const verdict = legalInState(state, command);
  return verdict.ok ? undefined : verdict.refusal.remedy;
}

describe('a refusal says what would make the command legal', () => {
  test('the commands that come first, and what is possible at all', () => {
    expect(remedy('dispatched', 'submitReply')).toEqual({
      zh: '可先签收，再受理；此时可以：签收、申请退单、并案、撤回',
      en: 'for instance first sign, then accept; possible now: sign, requestReturn, merge, withdraw',
    });
  });

  test('after the end of a life nothing is possible', () => {
    expect(remedy('archived', 'reopen')).toEqual({ zh: '工单已终结', en: 'the ticket has come to its end' });
  });

  test('each way that is named leads, by the chart, to a state in which the command is legal', () => {
    let ways = 0;
    for (const state of transitionTable.keys()) {
      for (const command of new Set([...transitionTable.values()].flatMap((row) => [...row.keys()]))) {
        const [, way] = /^for instance first (.*?);/.exec(remedy(state, command)?.en ?? '') ?? [];
        if (way === undefined) continue;
        ways += 1;
        let reached = new Set([state]);
        for (const move of way.split(', then ')) {
          const next = [...reached].flatMap((each) => [...(transitionTable.get(each)?.get(move as never) ?? [])]);
          reached = new Set(next.map(({ target }) => target));
        }
        expect([...reached].some((each) => isLegal(each, command))).toBe(true);
      }
    }
    expect(ways).toBeGreaterThan(100);
  });
});
