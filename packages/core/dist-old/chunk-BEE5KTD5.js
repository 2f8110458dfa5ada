import { openDesk, memoryStore } from './chunk-UV7MZOBE.js';
import { supervisionLevel } from './chunk-AJR67MLF.js';
import { isDeepStrictEqual } from 'util';

var ticketId = "scenario";
async function runScenario(pack, scenario) {
  const problems = [];
  let ids = 0;
  const desk = await openDesk({
    pack,
    store: memoryStore(),
    now: () => /* @__PURE__ */ new Date(0),
    newId: () => {
      ids += 1;
      return `${ticketId}-${ids}`;
    }
  });
  const { given = [], when } = scenario;
  const steps = given.map((step, index) => ({
    step,
    pointer: `/given/${index}`
  }));
  if (Array.isArray(when)) steps.push(...when.map((step, index) => ({ step, pointer: `/when/${index}` })));
  else steps.push({ step: when, pointer: "/when" });
  for (const [index, { step, pointer }] of steps.entries()) {
    const isLast = index === steps.length - 1;
    const outcome = await take(desk, step);
    const expected = [
      { expectation: step.expect ?? {}, pointer: `${pointer}/expect` },
      ...isLast && scenario.expect !== void 0 ? [{ expectation: scenario.expect, pointer: "/expect" }] : []
    ];
    const refusalExpected = expected.some(({ expectation }) => expectation.refusal !== void 0);
    if (outcome.refusal !== void 0 && !refusalExpected) {
      const { code, text } = outcome.refusal;
      problems.push({
        pointer,
        text: { zh: `\u88AB\u62D2\u7EDD\uFF1A${text.zh}\uFF08${code}\uFF09`, en: `it was refused: ${text.en} (${code})` },
        actual: code
      });
      if (!isLast) return problems;
    }
    const ticket = await desk.ticket(ticketId);
    for (const each of expected) problems.push(...compare(each.expectation, outcome, ticket, each.pointer));
  }
  return problems;
}
async function take(desk, step) {
  const before = (await desk.ticket(ticketId))?.version ?? 0;
  let refusal;
  if (step.do === void 0) await desk.runDue(step.at);
  else {
    const { by, at, data = {} } = step;
    const actor = {
      id: by?.id ?? by?.role ?? "",
      role: by?.role,
      ...by?.unit === void 0 ? {} : { unit: by.unit }
    };
    const command = { type: step.do, ticket: ticketId, data, by: actor, at };
    const result = await desk.execute(command);
    if (!result.ok) refusal = result.refusal;
  }
  const events = (await desk.history(ticketId)).slice(before).map(({ type }) => type);
  return refusal === void 0 ? { events } : { events, refusal };
}
function compare(expectation, { events, refusal }, ticket, pointer) {
  const problems = [];
  const expect = (at, expected, actual) => {
    if (isDeepStrictEqual(expected, actual)) return;
    const [is, not] = [JSON.stringify(actual ?? null), JSON.stringify(expected)];
    const text = { zh: `\u5E94\u4E3A ${not}\uFF0C\u5B9E\u4E3A ${is}`, en: `expected ${not}, got ${is}` };
    problems.push({ pointer: `${pointer}/${at}`, text, expected, actual });
  };
  const record = ticket?.record;
  if (expectation.refusal !== void 0) expect("refusal", expectation.refusal, refusal?.code);
  if (expectation.state !== void 0) expect("state", expectation.state, ticket?.state);
  if (expectation.events !== void 0) expect("events", expectation.events, events);
  if (expectation.includes !== void 0) {
    const missing = expectation.includes.filter((type) => !events.includes(type));
    if (missing.length > 0) expect("includes", expectation.includes, events);
  }
  for (const [id, due] of Object.entries(expectation.due ?? {})) {
    const clock = record?.clocks[id];
    const actual = clock === void 0 || clock.stoppedAt !== null ? null : clock.dueAt;
    expect(`due/${id}`, due === null ? null : new Date(due).toISOString(), actual);
  }
  for (const [id, state] of Object.entries(expectation.clocks ?? {})) {
    expect(`clocks/${id}`, state, record?.clocks[id]?.state);
  }
  if (expectation.lead !== void 0) expect("lead", expectation.lead, record?.lead);
  if (expectation.assists !== void 0) expect("assists", expectation.assists, record?.assists);
  if (expectation.round !== void 0) expect("round", expectation.round, record?.round);
  if (expectation.supervision !== void 0) {
    expect("supervision", expectation.supervision, record === void 0 ? 0 : supervisionLevel(record));
  }
  return problems;
}

export { runScenario };
//# sourceMappingURL=chunk-BEE5KTD5.js.map
//# sourceMappingURL=chunk-BEE5KTD5.js.map