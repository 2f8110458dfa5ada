import {
  COMMANDS,
  type CommandName,
  consequencesOf,
  dutiesOf,
  escalate,
  explainRoute,
  type Facts,
  NoRouteError,
  parseCityPack,
  permit,
  RuleFactError,
  rolesFor,
  routeTicket,
  testCityPack,
} from '@hotline-kit/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batches, tryBatch } from './batches.js';
import { goodPack } from './good-pack.js';
import { hostileJson } from './hostile-json.js';

const pack = parseCityPack(goodPack);
const command = fc.constantFrom(...(Object.keys(COMMANDS) as CommandName[]));
const fields = fc.constantFrom(
  ...['ground', 'kind', 'stage', 'evidence', 'applicants', 'assists', 'parts', 'departments', 'match', 'line', 'level'],
  ...['term', 'milestone', 'receiver', 'flags', 'statutory', 'approvedBy', 'until', '__proto__', 'constructor'],
);
const factNames = fc.constantFrom(
  ...['matter', 'district', 'urgent', 'type', 'channel', 'round', 'tags', 'stage', 'ground', 'replyKind', 'actorRole'],
  ...['ceiling', 'targetKind', 'extensionCount', 'clock.handle.state', 'clock.handle.overdueMinutes', '__proto__'],
);

/** An object of known names with hostile values, as JSON would give it. */
const about = (names: fc.Arbitrary<string>) =>
  fc
    .array(fc.tuple(names, hostileJson), { maxLength: 6 })
    .map((entries): Facts => JSON.parse(`{${entries.map(([key, text]) => `${JSON.stringify(key)}:${text}`).join()}}`));

function typed(act: () => unknown): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof RuleFactError) && !(error instanceof NoRouteError)) throw error;
  }
}

describe('hostile facts and hostile data raise typed errors only', () => {
  it.each(batches)(
    'a decision about them, $batch of $of',
    () => {
      const property = fc.property(about(factNames), (facts) => {
        typed(() => routeTicket(pack, facts));
        typed(() => escalate(pack, facts));
        typed(() => explainRoute(pack, facts));
        typed(() => pack.routing.explain(facts));
      });
      tryBatch(property, 2_000);
    },
    3_600_000,
  );

  it.each(batches)(
    'a guard asked about them; whatever the data, it has an answer, $batch of $of',
    () => {
      const guards = (name: CommandName, facts: Facts, data: Facts) => {
        const permission = permit(pack.procedure, name, facts, data);
        if (!permission.ok && permission.problems.length === 0) throw new Error(`${name} is refused without a word.`);
        rolesFor(pack.procedure, name, facts);
        dutiesOf(pack.procedure, name, facts, data);
        consequencesOf(pack.procedure, name, facts, data);
      };
      const property = fc.property(command, about(factNames), about(fields), (name, facts, data) => {
        typed(() => guards(name, facts, data));
        guards(name, {}, data);
      });
      tryBatch(property, 6_000);
    },
    3_600_000,
  );

  it.each(batches)(
    'a file of tests is reported on, $batch of $of',
    () => {
      const property = fc.property(hostileJson, hostileJson, (facts, expected) => {
        const tests = [
          `{"facts":${facts},"route":${expected}}`,
          `{"facts":{"matter":${facts}},"outcomes":${expected}}`,
        ];
        const { total, failed } = testCityPack(pack, { 'tests/a.json': `{"tests":[${tests.join()}]}` });
        expect(failed).toBeLessThanOrEqual(total);
        testCityPack(pack, { 'tests/a.json': expected });
      });
      tryBatch(property, 2_000);
    },
    3_600_000,
  );
});
