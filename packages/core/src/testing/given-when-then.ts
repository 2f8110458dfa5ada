import { AssertionError } from 'node:assert';
import type { CityPack } from '@hotline-kit/rules';
import { runScenario } from '../scenario/run-scenario.js';
import type { Expectation, ScenarioStep } from '../scenario/scenario.js';

/** What is done, after what was given. */
export interface When {
  /** The step whose outcome is judged. */
  when(step: ScenarioStep): Then;
}

/** What must come of it. */
export interface Then {
  /**
   * Lives it and compares.
   * @throws AssertionError that names each difference
   */
  expect(expectation: Expectation): Promise<void>;
}

/**
 * A life in words, on a desk in memory; time is what the steps say, so nothing sleeps.
 * @example
 * await given(pack, [register, dispatch]).when({ do: 'sign', by: clerk, at: '…T09:31:00+08:00' })
 *   .expect({ state: 'signed', clocks: { sign: 'met' } });
 */
export function given(pack: CityPack, steps: readonly ScenarioStep[]): When {
  return {
    when: (step) => ({
      async expect(expectation) {
        const scenario = { title: step.do ?? 'runDue', given: [...steps], when: step, expect: expectation };
        const problems = await runScenario(pack, scenario);
        if (problems.length === 0) return;
        const message = problems.map(({ pointer, text }) => `${pointer}: ${text.en}`).join('\n');
        throw new AssertionError({
          message,
          expected: problems.map((problem) => problem.expected),
          actual: problems.map((problem) => problem.actual),
        });
      },
    }),
  };
}
