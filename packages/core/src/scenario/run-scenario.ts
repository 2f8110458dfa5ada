import { isDeepStrictEqual } from 'node:util';
import type { CityPack } from '@hotline-kit/rules';
import { type Desk, openDesk } from '../desk/desk.js';
import type { DeskCommand } from '../desk/desk-command.js';
import type { Ticket } from '../desk/ticket.js';
import { HotlineError } from '../errors.js';
import { memoryStore } from '../storage/memory.js';
import type { Refusal } from '../ticket/refusal.js';
import { supervisionLevel } from '../tracks/supervision/supervision-state.js';
import type { Expectation, Scenario, ScenarioStep } from './scenario.js';

/** Something that a scenario expected and did not get. */
export interface ScenarioProblem {
  /** Where it stands in the scenario, as a JSON pointer from it on, such as `/when/expect/due/handle`. */
  readonly pointer: string;
  readonly text: { readonly zh: string; readonly en: string };
  readonly expected?: unknown;
  readonly actual?: unknown;
}

/** Id of the only ticket of a scenario. */
const ticketId = 'scenario';

/** What came of a step. */
interface Outcome {
  readonly events: readonly string[];
  readonly refusal?: Refusal;
}

/**
 * Lives a scenario on a desk in memory and says what was not as expected. Steps that are given must succeed.
 * @example
 * await runScenario(pack, { title: '…', given: [register, dispatch], when: sign, expect: { state: 'signed' } }) // []
 */
export async function runScenario(pack: CityPack, scenario: Scenario): Promise<readonly ScenarioProblem[]> {
  const problems: ScenarioProblem[] = [];
  let ids = 0;
  const desk = await openDesk({
    pack,
    store: memoryStore(),
    now: () => new Date(0),
    newId: () => {
      ids += 1;
      return `${ticketId}-${ids}`;
    },
  });
  const { given = [], when } = scenario;
  const steps: { readonly step: ScenarioStep; readonly pointer: string }[] = given.map((step, index) => ({
    step,
    pointer: `/given/${index}`,
  }));
  if (Array.isArray(when)) steps.push(...when.map((step, index) => ({ step, pointer: `/when/${index}` })));
  else steps.push({ step: when, pointer: '/when' });
  for (const [index, { step, pointer }] of steps.entries()) {
    const isLast = index === steps.length - 1;
    const outcome = await taken(desk, step);
    if (outcome instanceof HotlineError) return [...problems, { pointer, text: outcome.text }];
    const expected = [
      { expectation: step.expect ?? {}, pointer: `${pointer}/expect` },
      ...(isLast && scenario.expect !== undefined ? [{ expectation: scenario.expect, pointer: '/expect' }] : []),
    ];
    const refusalExpected = expected.some(({ expectation }) => expectation.refusal !== undefined);
    if (outcome.refusal !== undefined && !refusalExpected) {
      const { code, text } = outcome.refusal;
      problems.push({
        pointer,
        text: { zh: `被拒绝：${text.zh}（${code}）`, en: `it was refused: ${text.en} (${code})` },
        actual: code,
      });
      if (!isLast) return problems;
    }
    const ticket = await desk.ticket(ticketId);
    for (const each of expected) problems.push(...compare(each.expectation, outcome, ticket, each.pointer));
  }
  return problems;
}

/** What came of a step, or the fault of whoever wrote it: an actor or an instant that is none. */
async function taken(desk: Desk, step: ScenarioStep): Promise<Outcome | HotlineError> {
  try {
    return await take(desk, step);
  } catch (fault) {
    if (fault instanceof HotlineError) return fault;
    throw fault;
  }
}

async function take(desk: Desk, step: ScenarioStep): Promise<Outcome> {
  const before = (await desk.ticket(ticketId))?.version ?? 0;
  let refusal: Refusal | undefined;
  if (step.do === undefined) await desk.runDue(step.at);
  else {
    const { by, at, data = {} } = step;
    const actor = {
      id: by?.id ?? by?.role ?? '',
      role: by?.role,
      ...(by?.unit === undefined ? {} : { unit: by.unit }),
    };
    const command = { type: step.do, ticket: ticketId, data, by: actor, at };
    // Anything may stand in the file: the desk judges it as it judges every host.
    const result = await desk.execute(command as unknown as DeskCommand);
    if (!result.ok) refusal = result.refusal;
  }
  const events = (await desk.history(ticketId)).slice(before).map(({ type }) => type);
  return refusal === undefined ? { events } : { events, refusal };
}

function compare(
  expectation: Expectation,
  { events, refusal }: Outcome,
  ticket: Ticket | undefined,
  pointer: string,
): readonly ScenarioProblem[] {
  const problems: ScenarioProblem[] = [];
  const expect = (at: string, expected: unknown, actual: unknown) => {
    if (isDeepStrictEqual(expected, actual)) return;
    const [is, not] = [JSON.stringify(actual ?? null), JSON.stringify(expected)];
    const text = { zh: `应为 ${not}，实为 ${is}`, en: `expected ${not}, got ${is}` };
    problems.push({ pointer: `${pointer}/${at}`, text, expected, actual });
  };
  const record = ticket?.record;
  if (expectation.refusal !== undefined) expect('refusal', expectation.refusal, refusal?.code);
  if (expectation.state !== undefined) expect('state', expectation.state, ticket?.state);
  if (expectation.events !== undefined) expect('events', expectation.events, events);
  if (expectation.includes !== undefined) {
    const missing = expectation.includes.filter((type) => !events.includes(type));
    if (missing.length > 0) expect('includes', expectation.includes, events);
  }
  for (const [id, due] of Object.entries(expectation.due ?? {})) {
    const clock = record?.clocks[id];
    const actual = clock === undefined || clock.stoppedAt !== null ? null : clock.dueAt;
    expect(`due/${id}`, due === null ? null : new Date(due).toISOString(), actual);
  }
  for (const [id, state] of Object.entries(expectation.clocks ?? {})) {
    expect(`clocks/${id}`, state, record?.clocks[id]?.state);
  }
  if (expectation.lead !== undefined) expect('lead', expectation.lead, record?.lead);
  if (expectation.assists !== undefined) expect('assists', expectation.assists, record?.assists);
  if (expectation.round !== undefined) expect('round', expectation.round, record?.round);
  if (expectation.supervision !== undefined) {
    expect('supervision', expectation.supervision, record === undefined ? 0 : supervisionLevel(record));
  }
  return problems;
}
