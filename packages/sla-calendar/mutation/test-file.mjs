import { format } from 'node:util';
import { JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';
import * as chai from 'chai';

for (const matchers of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(matchers);

/** The part of vitest that the tests of this package use; its matchers are vitest's own. */
export class TestFile {
  tests = [];
  #titles = [];

  door = {
    expect: (value, message) => chai.expect(value, message),
    test: this.#withEach((title, run) => this.tests.push({ name: [...this.#titles, title].join(' > '), run })),
    describe: this.#withEach((title, body) => {
      this.#titles.push(title);
      body();
      this.#titles.pop();
    }),
  };

  #withEach(add) {
    const each = (cases) => (title, run) =>
      cases.forEach((row) => {
        const values = Array.isArray(row) ? row : [row];
        add(format(title, ...values), () => run(...values));
      });
    return Object.assign((title, run) => add(title, run), { each });
  }
}
