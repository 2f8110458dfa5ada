import * as z from 'zod';
import { isRecord } from '../diagnostic/json-limits.js';
import { strictObject } from '../diagnostic/strict-object.js';
import { COMMANDS } from '../vocabulary/commands.js';
import { wordsOf } from '../vocabulary/label.js';

const label = z.union([
  z.string().min(1),
  strictObject({ zh: z.string().min(1), en: z.string().min(1).exactOptional() }),
]);

/** The shape of what outcomes are expected: by type, the parameter that tells it, some parameters, or `null` for none. */
export const expectedOutcomes = z.record(
  z.string().min(1),
  z.union([z.string(), z.number(), z.null(), z.record(z.string(), z.unknown())]),
);

/** Whether an expectation is the usual one, a text for each type: rule sets hold tens of thousands of them. */
export function isPlainExpectation(value: unknown): value is Readonly<Record<string, string>> {
  if (!isRecord(value)) return false;
  for (const key in value) if (key === '' || typeof value[key] !== 'string') return false;
  return true;
}

/**
 * One test of a pack: with these facts, who takes the lead, what is decided, what is permitted, when it is due.
 *
 * - `route`: the lead, or `{ lead, assists, via, rule }`
 * - `outcomes`, `escalate`: outcomes of the routing and of the escalation rules by type
 * - `permit`: a command with its data, and whether it is permitted; with `problems`, their codes or fields
 * - `due`: a clock that starts at `from` is due at `dueAt`; `null` where it does not start
 */
const packTest = strictObject({
  title: label.exactOptional(),
  at: z.string().exactOptional(),
  facts: z.record(z.string(), z.unknown()),
  route: z
    .union([
      z.string().min(1),
      strictObject({
        lead: z.string().min(1).exactOptional(),
        assists: z.array(z.string()).exactOptional(),
        via: z.enum(['rule', 'list', 'fallback']).exactOptional(),
        rule: z.string().exactOptional(),
      }),
    ])
    .exactOptional(),
  outcomes: expectedOutcomes.exactOptional(),
  escalate: expectedOutcomes.exactOptional(),
  permit: strictObject({
    command: z.enum(wordsOf(COMMANDS)),
    data: z.record(z.string(), z.unknown()).exactOptional(),
    ok: z.boolean(),
    problems: z.array(z.string()).exactOptional(),
  }).exactOptional(),
  due: strictObject({
    clock: z.string().min(1),
    from: z.string(),
    dueAt: z.union([z.string(), z.null()]),
  }).exactOptional(),
});

/** The shape of a file in `tests/`. */
export const packTestsSchema = strictObject({ $schema: z.string().exactOptional(), tests: z.array(packTest).min(1) });

/** One test of a file in `tests/`. */
export type PackTest = z.output<typeof packTest>;

/** What outcomes are expected, by type. */
export type ExpectedOutcomes = z.output<typeof expectedOutcomes>;
