import { format } from 'node:util';
import { JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';
import * as chai from 'chai';

for (const matchers of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(matchers);

/** What a file of tests may import of vitest here. */
export const doorNames = { afterAll: true, beforeAll: true, describe: true, expect: true, test: true };

/** The part of vitest that the tests use; its matchers are vitest's own. */
export class TestFile {
  tests = [];
  hooks = [];
  #titles = [];

  door = {
    expect: chai.expect,
    beforeAll: (run) => this.hooks.push(run),
    afterAll: () => {},
    test: this.#variants((title, run) => this.tests.push({ name: [...this.#titles, title].join(' > '), run })),
    describe: this.#variants((title, body) => {
      this.#titles.push(title);
      body();
      this.#titles.pop();
    }),
  };

  /** `add` as vitest has it: with options before the body, for each of some rows, or not at all. */
  #variants(add) {
    const one = (title, ...rest) =>
      add(
        title,
        rest.find((each) => typeof each === 'function'),
      );
    const each =
      (rows) =>
      (title, ...rest) => {
        const body = rest.find((given) => typeof given === 'function');
        for (const row of rows) {
          const values = Array.isArray(row) ? row : [row];
          add(format(title, ...values), () => body(...values));
        }
      };
    return Object.assign(one, { each, skipIf: (skipped) => (skipped ? () => {} : one) });
  }
}
