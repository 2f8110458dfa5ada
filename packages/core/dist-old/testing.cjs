'use strict';

var chunkES3DDA3P_cjs = require('./chunk-ES3DDA3P.cjs');
var chunk5WQP6YRK_cjs = require('./chunk-5WQP6YRK.cjs');
require('./chunk-VXU6PXWK.cjs');
require('./chunk-U4AP5SJM.cjs');
var chunkKQWNAHZU_cjs = require('./chunk-KQWNAHZU.cjs');
var chunkPGHY5EK6_cjs = require('./chunk-PGHY5EK6.cjs');
var assert = require('assert');
var strict = require('assert/strict');

function given(pack, steps) {
  return {
    when: (step) => ({
      async expect(expectation) {
        const scenario = { title: step.do ?? "runDue", given: [...steps], when: step, expect: expectation };
        const problems = await chunkES3DDA3P_cjs.runScenario(pack, scenario);
        if (problems.length === 0) return;
        const message = problems.map(({ pointer, text }) => `${pointer}: ${text.en}`).join("\n");
        throw new assert.AssertionError({
          message,
          expected: problems.map((problem) => problem.expected),
          actual: problems.map((problem) => problem.actual)
        });
      }
    })
  };
}

// src/testing/recorded-life.ts
async function recordLife(desk, ticket) {
  const stored = await desk.ticket(ticket);
  if (stored === void 0) throw chunkPGHY5EK6_cjs.noTicket(ticket);
  return { record: stored.record, log: await desk.history(ticket) };
}
function replayLife({ record, log }) {
  const whole = chunk5WQP6YRK_cjs.verifyLog(log);
  if (!whole.ok) return [{ field: "log", recorded: "whole", replayed: whole }];
  const replayed = chunk5WQP6YRK_cjs.foldOf(log.map((event) => chunk5WQP6YRK_cjs.upcast(event)));
  return Object.keys(record).flatMap((field) => {
    const [before, after] = [record, replayed ?? {}].map((each) => each[field]);
    return tells(after, before) ? [] : [{ field, recorded: before, replayed: after }];
  });
}
function tells(today, recorded) {
  if (typeof recorded !== "object" || recorded === null || typeof today !== "object" || today === null) {
    return Object.is(today, recorded);
  }
  if (Array.isArray(recorded) && recorded.length !== today.length) return false;
  return Object.entries(recorded).every(
    ([key2, value]) => Object.hasOwn(today, key2) && tells(today[key2], value)
  );
}

// src/testing/simulator/random.ts
var Random = class {
  #state;
  constructor(seed) {
    this.#state = seed >>> 0;
  }
  /** The next number, an integer from 0 to 2^32 - 1 (the generator mulberry32). */
  next() {
    this.#state = this.#state + 1831565813 >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ mixed >>> 15, mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
    return (mixed ^ mixed >>> 14) >>> 0;
  }
  /** An integer from 0 to `count` - 1. */
  below(count) {
    return this.next() % count;
  }
};

// src/testing/simulator/plan.ts
var FAULTS = [
  /** Nothing does. */
  "none",
  /** The worker decides on a snapshot that is older than the newest. */
  "staleReader",
  /** The same command comes twice, at once. */
  "duplicate",
  /** The command arrives after the next ones. */
  "reordered",
  /** The worker's clock is hours off. */
  "clockSkew",
  /** The process dies before the commit is written. */
  "crashBeforeCommit",
  /** The process dies after the commit was written, before anybody hears of it. */
  "crashAfterCommit",
  /** The process dies while it hands events on. */
  "crashWhileDelivering",
  /** Two workers run what is due at the same time. */
  "twoWorkers",
  /** The calendar is amended under the open tickets. */
  "amendedCalendar",
  /** The pack is changed under the open tickets. */
  "changedPack",
  /** The disk is full: nothing can be written. */
  "fullDisk",
  /** What was delivered cannot be written down as delivered. */
  "settleLost"
];
function planOf(seed, length) {
  const random = new Random(seed);
  return Array.from({ length }, () => {
    const wild = random.below(3) === 0;
    return {
      fault: wild ? FAULTS[1 + random.below(FAULTS.length - 1)] ?? "none" : "none",
      ticket: random.below(2),
      choice: random.next(),
      wait: random.below(4) === 0 ? random.below(3e3) : random.below(30),
      detail: random.next()
    };
  });
}

// src/testing/simulator/cast.ts
function commandOf(cast, state, ticket, choice) {
  const ways = cast.ways[state] ?? [];
  const follows = ways.length > 0 && choice % 4 > 0;
  const rest = Math.floor(choice / 4);
  const way = ways[rest % Math.max(ways.length, 1)];
  const names = Object.keys(cast.data);
  const type = (follows ? way?.[0] : names[rest % names.length]) ?? "";
  const by = (follows ? way?.[1] : cast.people[Math.floor(rest / 64) % cast.people.length]) ?? cast.agent;
  const options = cast.data[type] ?? [{}];
  return { type, by, ticket, data: options[Math.floor(rest / 8192) % options.length] };
}

// src/testing/simulator/judge.ts
async function judge(world, end) {
  const violations = [];
  const must = (holds, what) => {
    if (!holds) violations.push(what);
  };
  await world.restart(0);
  const desk = world.desk(0);
  await desk.runDue(end + 24 * 36e5);
  const last = end + 24 * 36e5 + 12e4;
  const { nextDueAt } = await desk.runDue(last);
  must(nextDueAt === void 0 || nextDueAt.getTime() > last, "something due was not fired");
  const handler = ({ ticket, version }) => void world.delivered.push(`${ticket}:${version}`);
  while (await desk.deliver(handler, { at: last }) > 0) ;
  const logs = /* @__PURE__ */ new Map();
  for (const ticket of await desk.find()) {
    const log = await desk.history(ticket.id);
    logs.set(ticket.id, log);
    const verified = await desk.verify(ticket.id);
    must(verified.ok, `the log of ${ticket.id} is broken: ${JSON.stringify(verified)}`);
    judgeClocks(log, must);
  }
  const events = [...logs.values()].flat();
  await judgeCommands(world, logs, must);
  const delivered = new Set(world.delivered);
  must(
    events.every(({ ticket, version }) => delivered.has(`${ticket}:${version}`)),
    "an event never left"
  );
  must(delivered.size === events.length, "something left that is not in the log");
  const numbers = (await desk.find()).map(({ number }) => number);
  must(new Set(numbers).size === numbers.length, "two tickets have one number");
  return { violations, events: events.length };
}
async function judgeCommands(world, logs, must) {
  for (const [id, { command, result }] of world.memories) {
    const ticket = command.ticket ?? id;
    const own = (logs.get(ticket) ?? []).filter((event) => event.command === id && event.actor.role !== "system");
    const applied = own.filter(({ version }, index) => own[index - 1]?.version !== version - 1).length;
    must(applied <= 1, `command ${id} was applied ${applied} times`);
    if (result?.ok === true) must(applied === 1, `command ${id} was acknowledged and is lost`);
    if (result?.ok === false) must(applied === 0, `command ${id} was refused and is in the log`);
    if (result?.ok === true && applied === 1) {
      const again = await world.desk(0).execute(command);
      const same = again.ok && again.repeated && chunk5WQP6YRK_cjs.sameJson(again.ticket.record, result.ticket.record);
      must(same, `command ${id} gives another result when it is repeated`);
    }
  }
}
function judgeClocks(log, must) {
  const fired = /* @__PURE__ */ new Set();
  for (const event of log) {
    if (!event.type.startsWith("clock.")) continue;
    const { clock } = event.data;
    if (["clock.started", "clock.extended", "clock.retimed", "clock.resumed"].includes(event.type)) {
      for (const key3 of fired) if (key3.startsWith(`${clock} `)) fired.delete(key3);
    }
    if (event.type !== "clock.breached" && event.type !== "clock.warned") continue;
    const key2 = `${clock} ${event.type === "clock.warned" ? event.data.warning : "breach"}`;
    must(!fired.has(key2), `${event.ticket}: ${key2} was fired twice`);
    fired.add(key2);
  }
}

// src/testing/simulator/faulty-store.ts
var Crash = class extends Error {
  name = "Crash";
};
var full = {
  what: { zh: "\u78C1\u76D8\u5DF2\u6EE1", en: "no space left on device" },
  fix: { zh: "\u8BF7\u6E05\u7406\u78C1\u76D8", en: "make room" }
};
var calm = () => ({ staleReads: 0, crash: void 0, full: false, settleLost: false });
function faultyStore(store, mishaps) {
  const before = /* @__PURE__ */ new Map();
  const newest = /* @__PURE__ */ new Map();
  const remember = (ticket, stored) => {
    const known = newest.get(ticket);
    if (known !== void 0 && known.record.version < stored.record.version) before.set(ticket, known);
    newest.set(ticket, stored);
  };
  const load = async (ticket, command, known) => {
    const loaded = await store.load(ticket, command, mishaps.staleReads === 0 ? known : void 0);
    if (loaded.stored === void 0) return loaded;
    remember(ticket, loaded.stored);
    const old = before.get(ticket);
    if (mishaps.staleReads === 0 || old === void 0) return loaded;
    mishaps.staleReads -= 1;
    const knows = loaded.command !== void 0 && loaded.command.lastVersion <= old.record.version;
    return knows ? { ...loaded, stored: old } : { stored: old };
  };
  return {
    ...store,
    load,
    loadMany: (wanted) => Promise.all(wanted.map(({ ticket, command, known }) => load(ticket, command, known))),
    async commit(commits) {
      const { crash } = mishaps;
      if (crash === "before") throw new Crash("before the commit");
      if (mishaps.full) throw new chunkPGHY5EK6_cjs.HotlineError("storeUnavailable", full.what, full);
      const outcome = await store.commit(commits);
      if (outcome.ok) for (const { ticket, stored } of commits) remember(ticket, stored);
      if (crash === "after") throw new Crash("after the commit");
      return outcome;
    },
    async settle(delivered) {
      if (mishaps.settleLost) throw new Crash("before the settlement");
      return store.settle(delivered);
    },
    // A process that dies or closes leaves the database to the others.
    async open() {
    },
    async close() {
    }
  };
}

// src/testing/simulator/world.ts
var World = class _World {
  constructor(cast, store) {
    this.cast = cast;
    this.store = store;
  }
  cast;
  store;
  memories = /* @__PURE__ */ new Map();
  delivered = [];
  mishaps = [calm(), calm()];
  #desks = [];
  #usesOther = { pack: false, calendar: false };
  /** A world with an empty store. */
  static async open(cast) {
    const store = await (cast.makeStore ?? chunk5WQP6YRK_cjs.memoryStore)();
    await store.open();
    const world = new _World(cast, store);
    for (const worker of [0, 1]) await world.restart(worker);
    return world;
  }
  /** The desk of a process. */
  desk(worker) {
    const desk = this.#desks[worker % 2];
    if (desk === void 0) throw new RangeError("there are two workers");
    return desk;
  }
  /** A process begins anew: nothing of its memory is left. */
  async restart(worker) {
    const mishaps = this.mishaps[worker % 2] ?? calm();
    Object.assign(mishaps, calm());
    const pack = this.#usesOther.pack ? this.cast.otherPack : this.cast.pack;
    this.#desks[worker % 2] = await chunk5WQP6YRK_cjs.openDesk({ pack, store: faultyStore(this.store, mishaps), now: () => /* @__PURE__ */ new Date(0) });
  }
  /** Gives a command; a process that dies is begun anew, and whoever asked knows nothing. */
  async give(worker, command) {
    const id = command.id ?? "";
    const memory = this.memories.get(id) ?? { command, result: void 0 };
    this.memories.set(id, memory);
    const result = await this.survive(worker, () => this.desk(worker).execute(command));
    if (result !== void 0) memory.result ??= result;
  }
  /** Runs what may die, or meet a full disk, or others again and again. */
  async survive(worker, act) {
    try {
      return await act();
    } catch (error) {
      if (error instanceof Crash) await this.restart(worker);
      else if (!(error instanceof chunkPGHY5EK6_cjs.HotlineError) || !["storeUnavailable", "storeConflict"].includes(error.code))
        throw error;
      return void 0;
    } finally {
      Object.assign(this.mishaps[worker % 2] ?? {}, calm());
    }
  }
  /** Hands on what waits; dies after some events where it shall. */
  async deliver(worker, at2, diesAfter = Number.POSITIVE_INFINITY) {
    let left = diesAfter;
    const handler = (event) => {
      if (left === 0) throw new Crash("while delivering");
      left -= 1;
      this.delivered.push(`${event.ticket}:${event.version}`);
    };
    await this.survive(worker, () => this.desk(worker).deliver(handler, { at: at2 }));
  }
  /** The other pack comes, or the first one comes back, in both processes. */
  changePack(at2) {
    this.#usesOther.pack = !this.#usesOther.pack;
    const pack = this.#usesOther.pack ? this.cast.otherPack : this.cast.pack;
    for (const worker of [0, 1]) this.desk(worker).usePack(pack, { by: { id: "office", role: "system" }, at: at2 });
  }
  /** The other calendar comes, or the first one comes back. */
  async amendCalendar(worker, at2) {
    this.#usesOther.calendar = !this.#usesOther.calendar;
    const { otherCalendar, pack } = this.cast;
    const calendar = this.#usesOther.calendar ? otherCalendar : pack.calendars[otherCalendar.id];
    const given2 = { by: { id: "office", role: "system" }, at: at2 };
    await this.survive(worker, () => this.desk(worker).retime({ ...given2, ...calendar && { calendar } }));
  }
};

// src/testing/simulator/simulate.ts
var usualLength = 10;
async function simulate(cast, seed, length = usualLength) {
  const steps = planOf(seed, length);
  const { violations, events } = await live(cast, steps);
  return { seed, violations, events, faults: steps.filter(({ fault }) => fault !== "none").length };
}
async function shrink(cast, seed, length = usualLength) {
  let steps = planOf(seed, length);
  let { violations } = await live(cast, steps);
  if (violations.length === 0) return void 0;
  for (let size = Math.ceil(steps.length / 2); size > 0; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < steps.length; ) {
      const fewer = [...steps.slice(0, from), ...steps.slice(from + size)];
      const outcome = await live(cast, fewer);
      if (outcome.violations.length === 0) from += size;
      else [steps, violations] = [fewer, outcome.violations];
    }
  }
  return { seed, violations, steps };
}
var tickets = ["a", "b"];
async function live(cast, steps) {
  const world = await World.open(cast);
  try {
    let now2 = Date.parse(cast.start);
    for (const ticket of tickets) {
      await world.give(0, { type: "register", id: ticket, data: cast.call, by: cast.agent, at: now2 });
    }
    const late = [];
    for (const [index, step] of steps.entries()) {
      now2 += step.wait * 6e4;
      const held = late.splice(0);
      await take(world, step, index, now2, late);
      for (const act of held) await act();
    }
    for (const act of late) await act();
    return await judge(world, now2);
  } finally {
    await world.store.close();
  }
}
async function take(world, step, index, now2, late) {
  const worker = step.detail % 2;
  const mishaps = world.mishaps[worker];
  if (mishaps === void 0) return;
  const skew = step.fault === "clockSkew" ? (step.detail % 240 - 120) * 6e4 : 0;
  const at2 = now2 + skew;
  const ticket = tickets[step.ticket % tickets.length] ?? "a";
  const { stored } = await world.store.load(ticket);
  const meant = commandOf(world.cast, stored?.record.state ?? "", ticket, step.choice);
  const command = { ...meant, id: `${index}`, at: at2 };
  const give = (by) => world.give(by, command);
  const acts = {
    none: () => give(worker),
    staleReader: () => {
      mishaps.staleReads = 1 + step.detail % 3;
      return give(worker);
    },
    duplicate: () => Promise.all([give(0), give(1)]),
    reordered: async () => void late.push(() => give(worker)),
    clockSkew: () => give(worker),
    crashBeforeCommit: async () => {
      mishaps.crash = "before";
      await give(worker);
      await give(worker + 1);
    },
    crashAfterCommit: async () => {
      mishaps.crash = "after";
      await give(worker);
      await give(worker + 1);
    },
    crashWhileDelivering: () => world.deliver(worker, at2, step.detail % 4),
    twoWorkers: () => Promise.all([0, 1].map((each) => world.survive(each, () => world.desk(each).runDue(at2)))),
    amendedCalendar: () => world.amendCalendar(worker, at2),
    changedPack: async () => {
      world.changePack(at2);
      await give(worker);
    },
    fullDisk: async () => {
      mishaps.full = true;
      await give(worker);
      await give(worker);
    },
    settleLost: async () => {
      mishaps.settleLost = true;
      await world.deliver(worker, at2);
    }
  };
  await acts[step.fault]();
}

// src/testing/sample-commits.ts
var at = "2023-07-10T01:02:00.000Z";
function registration(id, deadlines = /* @__PURE__ */ new Map(), call = {}) {
  const event = {
    ticket: id,
    type: "ticket.registered",
    at: call.registeredAt ?? at,
    state: "received",
    data: {
      number: `N-${id}`,
      channel: "phone",
      type: "help",
      matter: call.matter ?? null,
      content: call.content ?? '\u8DEF\u706F\u4E0D\u4EAE \u{1F4A1} "quoted" \\ line\nbreak \0 and NUL, half a pair \uD83D',
      place: { district: "\u4E1C\u5751" },
      urgent: false,
      confidential: false,
      anonymous: true,
      line: null,
      reference: null,
      applicant: call.applicant ?? null,
      media: []
    }
  };
  return commitOf(void 0, [event], `cmd-${id}`, deadlines);
}
function dispatch(id, command, {
  lead = "u1",
  assists = [],
  deadlines = /* @__PURE__ */ new Map(),
  before = registration(id)
} = {}) {
  const reason = { via: "person", rule: null, line: null, article: null };
  const data = { lead, assists, limits: {}, ...reason };
  const event = { ticket: id, type: "ticket.dispatched", at, state: "dispatched", data };
  return commitOf(before.stored, [event], command, deadlines);
}
function clockStarted(before, dueAt) {
  const { record } = before.stored;
  const event = {
    ticket: record.id,
    type: "clock.started",
    at,
    state: record.state,
    data: {
      clock: "handle",
      generation: 1,
      term: { kind: "elapsed", amount: 1, unit: "hour" },
      startedAt: at,
      dueAt,
      certainty: "official",
      warnings: [],
      calendar: "always@0"
    }
  };
  return commitOf(before.stored, [event], `clock-${record.id}`, /* @__PURE__ */ new Map([["handle", Date.parse(dueAt)]]));
}
function commitOf(before, events, command, deadlines) {
  const record = events.reduce(chunkPGHY5EK6_cjs.evolve, before?.record);
  const first = (before?.record.version ?? 0) + 1;
  const log = events.map((event, index) => ({
    ...event,
    version: first + index,
    v: 1,
    recordedAt: at,
    actor: { id: "a1", role: "agent" },
    command,
    machine: "1",
    rules: "sample@1#0",
    calendar: "always@1#0",
    prevHash: "a".repeat(64),
    hash: "b".repeat(64)
  }));
  return {
    ticket: record.id,
    expectedVersion: first - 1,
    expectedHead: before?.head ?? "0".repeat(64),
    ...before === void 0 ? {} : { before: before.record },
    stored: { record, head: "b".repeat(64) },
    events: log,
    commands: [{ id: command, bodyHash: "c".repeat(64), firstVersion: first, lastVersion: record.version }],
    deadlines,
    outbox: []
  };
}

// src/testing/contract/commit-cases.ts
var ok = { ok: true };
var versions = (events) => events.map(({ version }) => version);
var commitCases = {
  "what was committed is read back the same": async (store) => {
    const commit = registration("a");
    strict.deepEqual(await store.commit([commit]), ok);
    const { stored, command } = await store.load("a", "cmd-a");
    strict.deepEqual(stored, commit.stored);
    strict.deepEqual(command, commit.commands[0]);
    strict.deepEqual(await store.events("a"), commit.events);
  },
  "a ticket that is not there is nothing, not an error": async (store) => {
    strict.deepEqual(await store.load("nobody", "c"), {});
    strict.deepEqual(await store.events("nobody"), []);
  },
  "a version that is not the expected one is a conflict, and nothing of the commit stays": async (store) => {
    await store.commit([registration("a")]);
    strict.deepEqual(await store.commit([dispatch("a", "first")]), ok);
    const late = { ...dispatch("a", "late"), outbox: [2] };
    strict.deepEqual(await store.commit([late]), { ok: false, conflict: "a" });
    strict.deepEqual(await store.commit([registration("b"), late]), { ok: false, conflict: "a" });
    strict.deepEqual(await store.load("b"), {});
    strict.equal((await store.load("a", "late")).command, void 0);
    strict.equal((await store.load("a")).stored?.record.version, 2);
    strict.deepEqual(await store.claimOutbox(0, 10, 1), []);
  },
  "another end of the log under the expected version is a conflict": async (store) => {
    await store.commit([registration("a")]);
    const onAnotherLog = { ...dispatch("a", "lost"), expectedHead: "d".repeat(64) };
    strict.deepEqual(await store.commit([onAnotherLog]), { ok: false, conflict: "a" });
    strict.deepEqual(await store.commit([registration("b"), onAnotherLog]), { ok: false, conflict: "a" });
    strict.equal((await store.load("a")).stored?.record.version, 1);
    strict.deepEqual(await store.load("b"), {});
  },
  "several tickets are loaded at once, in the order in which they are wanted": async (store) => {
    const commits = ["a", "b"].map((id) => registration(id));
    await store.commit(commits);
    const [a, b] = commits.map(({ stored }) => stored);
    const wanted = [
      { ticket: "b", command: "cmd-b" },
      { ticket: "nobody" },
      { ticket: "a", known: a?.head },
      { ticket: "b", command: "cmd-a", known: "d".repeat(64) }
    ];
    const [second, nobody, first, again] = await store.loadMany(wanted);
    strict.deepEqual([second?.stored, second?.command], [b, commits[1]?.commands[0]]);
    strict.deepEqual(nobody, {});
    strict.equal(first?.unchanged, true);
    strict.deepEqual([again?.stored, again?.command], [b, void 0]);
    strict.deepEqual(await store.loadMany([]), []);
  },
  "two registrations under one id: the second is a conflict": async (store) => {
    await store.commit([registration("a")]);
    strict.deepEqual(await store.commit([registration("a")]), { ok: false, conflict: "a" });
  },
  "a command that was carried out is never written again, whatever the version": async (store) => {
    await store.commit([registration("a")]);
    strict.deepEqual(await store.commit([dispatch("a", "cmd-a")]), { ok: false, conflict: "a" });
    strict.equal((await store.load("a")).stored?.record.version, 1);
  },
  "several tickets are written together": async (store) => {
    const commits = ["a", "b", "c"].map((id) => registration(id));
    strict.deepEqual(await store.commit(commits), ok);
    strict.deepEqual(await store.commit(["c", "a"].map((id) => dispatch(id, "d"))), ok);
    strict.deepEqual(versions(await store.events("a")), [1, 2]);
    strict.deepEqual(versions(await store.events("b")), [1]);
  },
  "of many who write the same version at once, one wins": async (store) => {
    await store.commit([registration("a")]);
    const tries = Array.from({ length: 16 }, (_, index) => store.commit([dispatch("a", `c${index}`)]));
    const outcomes = await Promise.all(tries);
    strict.equal(outcomes.filter((outcome) => outcome.ok).length, 1);
    strict.deepEqual(versions(await store.events("a")), [1, 2]);
  },
  "the log can be cut after a version": async (store) => {
    await store.commit([registration("a")]);
    await store.commit([dispatch("a", "c2")]);
    strict.deepEqual(versions(await store.events("a")), [1, 2]);
    strict.deepEqual(versions(await store.events("a", 1)), [1]);
  },
  "numbers are never given twice": async (store) => {
    strict.equal(await store.reserveNumbers("DG-20230710", 20), 1);
    strict.equal(await store.reserveNumbers("DG-20230710", 5), 21);
    strict.equal(await store.reserveNumbers("DG-20230710", 1), 26);
    strict.equal(await store.reserveNumbers("DG-20230711", 1), 1);
  },
  "the caller is a record of its own: erased without a trace, and the log stays": async (store) => {
    const caller = { name: "\u9648\u5148\u751F", phone: "13800000000" };
    await store.commit([{ ...registration("a"), caller }]);
    strict.deepEqual(await store.caller("a"), caller);
    strict.equal(await store.eraseCaller("a"), true);
    strict.equal(await store.eraseCaller("a"), false);
    strict.equal(await store.caller("a"), void 0);
    strict.equal((await store.events("a")).length, 1);
  },
  "Chinese, emoji, quotes and a NUL in the content come back unharmed": async (store) => {
    const commit = registration('\u5DE5\u5355-"1"');
    await store.commit([commit]);
    strict.deepEqual((await store.load('\u5DE5\u5355-"1"')).stored, commit.stored);
    strict.deepEqual(await store.events('\u5DE5\u5355-"1"'), commit.events);
  }
};
var due = Date.parse("2023-07-10T02:00:00.000Z");
var deadlineCases = {
  "a due ticket is claimed by one worker only, until the lease is over": async (store) => {
    await store.commit([registration("a", /* @__PURE__ */ new Map([["handle", due]]))]);
    strict.deepEqual(await store.claimDue(due - 1, 10, due), []);
    strict.deepEqual(await store.claimDue(due, 10, due + 6e4), ["a"]);
    strict.deepEqual(await store.claimDue(due, 10, due + 6e4), []);
    strict.deepEqual(await store.claimDue(due + 6e4, 10, due + 12e4), ["a"]);
  },
  "a ticket with several due clocks is claimed once": async (store) => {
    const clocks = /* @__PURE__ */ new Map([
      ["contact", due],
      ["handle", due + 1]
    ]);
    await store.commit([registration("a", clocks)]);
    strict.deepEqual(await store.claimDue(due + 1, 10, due + 6e4), ["a"]);
  },
  "workers who claim at once share the tickets: each has one owner, and none is left": async (store) => {
    const ids2 = Array.from({ length: 60 }, (_, index) => `t${index}`);
    await store.commit(ids2.map((id, index) => registration(id, /* @__PURE__ */ new Map([["handle", due + index]]))));
    const claims = [];
    const worker = async () => {
      for (; ; ) {
        const mine = await store.claimDue(due + 60, 7, due + 6e4);
        if (mine.length === 0) return;
        claims.push(...mine);
      }
    };
    await Promise.all([worker(), worker(), worker()]);
    strict.deepEqual([...claims].sort(), [...ids2].sort());
  },
  "the earliest deadline is known, and gone once its clock is settled": async (store) => {
    strict.equal(await store.nextDueAt(), void 0);
    await store.commit([
      registration("a", /* @__PURE__ */ new Map([["handle", due + 5]])),
      registration("b", /* @__PURE__ */ new Map([["sign", due]]))
    ]);
    strict.equal(await store.nextDueAt(), due);
    await store.commit([dispatch("b", "c2", { deadlines: /* @__PURE__ */ new Map([["sign", null]]) })]);
    strict.equal(await store.nextDueAt(), due + 5);
  },
  "a deadline that was moved is free to be claimed again": async (store) => {
    await store.commit([registration("a", /* @__PURE__ */ new Map([["handle", due]]))]);
    strict.deepEqual(await store.claimDue(due, 10, due + 6e4), ["a"]);
    await store.commit([dispatch("a", "c2", { deadlines: /* @__PURE__ */ new Map([["handle", due + 10]]) })]);
    strict.deepEqual(await store.claimDue(due + 9, 10, due + 6e4), []);
    strict.deepEqual(await store.claimDue(due + 10, 10, due + 6e4), ["a"]);
  }
};
var ids = (found) => found.map(({ record }) => record.id);
async function filled(store) {
  const day = (n) => `2023-07-1${n}T01:00:00.000Z`;
  const calls = {
    a: { content: "\u8DEF\u706F\u4E0D\u4EAE\uFF0C\u591C\u91CC\u5F88\u6697", matter: "lamp", registeredAt: day(0) },
    b: { content: "\u5DE5\u5730\u591C\u95F4\u65BD\u5DE5", matter: "noise", registeredAt: day(1), applicant: "citizen-1" },
    c: { content: "Noise at NIGHT 100%_", matter: "noise", registeredAt: day(2) },
    d: { content: "\u4E95\u76D6\u7F3A\u5931", registeredAt: day(3) },
    e: { content: "\u4E95\u76D6\u677E\u52A8", registeredAt: day(4), applicant: "citizen-1" },
    f: { content: "\u54A8\u8BE2", registeredAt: day(5) }
  };
  const commits = Object.entries(calls).map(([id, call]) => registration(id, /* @__PURE__ */ new Map(), call));
  await store.commit(commits);
  const [, b, c, d, e] = commits;
  const forE = e && dispatch("e", "x", { lead: "u2", assists: ["u1", "u3"], before: e });
  await store.commit([
    ...b ? [dispatch("b", "x", { before: b })] : [],
    ...c ? [clockStarted(c, "2023-07-12T08:00:00.000Z")] : [],
    ...d ? [dispatch("d", "x", { before: d })] : [],
    ...forE ? [forE] : []
  ]);
  if (forE) await store.commit([clockStarted(forE, "2023-07-11T08:00:00.000Z")]);
  return async (query) => ids(await store.find(query));
}
var findCases = {
  "tickets are found by state, lead, assisting unit, matter, applicant and number": async (store) => {
    const find = await filled(store);
    strict.deepEqual(await find({}), ["a", "b", "c", "d", "e", "f"]);
    strict.deepEqual(await find({ states: ["dispatched"] }), ["b", "d", "e"]);
    strict.deepEqual(await find({ states: [] }), []);
    strict.deepEqual(await find({ lead: "u1" }), ["b", "d"]);
    strict.deepEqual(await find({ lead: ["u1", "u2"] }), ["b", "d", "e"]);
    strict.deepEqual(await find({ lead: "u9" }), []);
    strict.deepEqual(await find({ assist: "u3" }), ["e"]);
    strict.deepEqual(await find({ matter: "noise" }), ["b", "c"]);
    strict.deepEqual(await find({ applicant: "citizen-1" }), ["b", "e"]);
    strict.deepEqual(await find({ number: "N-d" }), ["d"]);
    strict.deepEqual(await find({ handler: "nobody" }), []);
    strict.deepEqual(await find({ supervised: true }), []);
    strict.deepEqual(await find({ matter: "noise", lead: "u1" }), ["b"]);
  },
  "tickets are found by what falls due, and listed by it: tickets without a running clock come last": async (store) => {
    const find = await filled(store);
    strict.deepEqual(await find({ dueBefore: Date.parse("2023-07-11T08:00:00.000Z") }), []);
    strict.deepEqual(await find({ dueBefore: Date.parse("2023-07-11T08:00:00.001Z") }), ["e"]);
    strict.deepEqual(await find({ order: "dueAt", limit: 3 }), ["e", "c", "a"]);
  },
  "tickets are found by when they were registered, the newest first where asked": async (store) => {
    const find = await filled(store);
    const from = Date.parse("2023-07-12T01:00:00.000Z");
    strict.deepEqual(await find({ registeredFrom: from, order: "newest" }), ["f", "e", "d", "c"]);
    strict.deepEqual(await find({ registeredUntil: from }), ["a", "b"]);
  },
  "text is found in number, content and place, whatever its letters, and means no pattern": async (store) => {
    const find = await filled(store);
    strict.deepEqual(await find({ text: "\u591C" }), ["a", "b"]);
    strict.deepEqual(await find({ text: "\u4E95\u76D6 \u7F3A\u5931" }), ["d"]);
    strict.deepEqual(await find({ text: "night noise" }), ["c"]);
    strict.deepEqual(await find({ text: "100%_" }), ["c"]);
    strict.deepEqual(await find({ text: "%" }), ["c"]);
    strict.deepEqual(await find({ text: "n-f" }), ["f"]);
    strict.deepEqual(await find({ text: "\u4E1C\u5751", limit: 2 }), ["a", "b"]);
    strict.deepEqual(await find({ text: "' or 1=1 --" }), []);
  },
  "pages follow one another in every order, without a gap and without a repetition": async (store) => {
    await filled(store);
    for (const order of ["id", "dueAt", "newest"]) {
      const whole = ids(await store.find({ order }));
      const paged = [];
      let after;
      for (; ; ) {
        const page = await store.find({ order, limit: 2, ...after === void 0 ? {} : { after } });
        const last = page.at(-1);
        if (last === void 0) break;
        paged.push(...ids(page));
        after = chunkKQWNAHZU_cjs.cursorOf(chunkKQWNAHZU_cjs.rowOf(last.record), order);
      }
      strict.deepEqual(paged, whole);
    }
    strict.deepEqual(ids(await store.find({ after: "b", limit: 2 })), ["c", "d"]);
  },
  "only what a viewer may see is listed, and nothing by default": async (store) => {
    const find = await filled(store);
    strict.deepEqual(await find({ visibleTo: {} }), []);
    strict.deepEqual(await find({ visibleTo: { leads: [], assists: [] } }), []);
    strict.deepEqual(await find({ visibleTo: { leads: ["u1"] } }), ["b", "d"]);
    strict.deepEqual(await find({ visibleTo: { leads: ["u1"], assists: ["u1"] } }), ["b", "d", "e"]);
    strict.deepEqual(await find({ visibleTo: { applicant: "citizen-1" } }), ["b", "e"]);
    strict.deepEqual(await find({ visibleTo: { applicant: "citizen-1" }, lead: "u1" }), ["b"]);
  }
};
var now = Date.parse("2023-07-10T02:00:00.000Z");
var lease = 6e4;
var key = ({ ticket, version }) => `${ticket}:${version}`;
async function leaving(store, ids2) {
  await store.commit(ids2.map((id) => ({ ...registration(id), outbox: [1] })));
  await store.commit(ids2.map((id) => ({ ...dispatch(id, "d"), outbox: [2] })));
}
var claim = async (store, at2 = now, limit = 10) => (await store.claimOutbox(at2, limit, at2 + lease)).map(key);
var outboxCases = {
  "events wait in the outbox until they are settled, and come back whole": async (store) => {
    const commit = registration("a");
    await store.commit([{ ...commit, outbox: [1] }, registration("b")]);
    strict.deepEqual(await store.claimOutbox(now, 10, now + lease), commit.events);
    await store.settle([{ ticket: "a", version: 1 }]);
    strict.deepEqual(await claim(store, now + lease), []);
  },
  "events that one worker has taken are not given to another, until the lease is over": async (store) => {
    await leaving(store, ["a", "b"]);
    strict.deepEqual(await claim(store), ["a:1", "a:2", "b:1", "b:2"]);
    strict.deepEqual(await claim(store, now + lease - 1), []);
    strict.deepEqual(await claim(store, now + lease), ["a:1", "a:2", "b:1", "b:2"]);
  },
  "the later events of a ticket wait while an earlier one is with a worker": async (store) => {
    await leaving(store, ["a", "b"]);
    strict.deepEqual(await claim(store, now, 1), ["a:1"]);
    strict.deepEqual(await claim(store), ["b:1", "b:2"]);
    await store.settle([{ ticket: "a", version: 1 }]);
    strict.deepEqual(await claim(store), ["a:2"]);
  },
  "events that were given back are free at once": async (store) => {
    await leaving(store, ["a"]);
    await claim(store);
    await store.settle([{ ticket: "a", version: 1 }]);
    await store.release([{ ticket: "a", version: 2 }]);
    strict.deepEqual(await claim(store), ["a:2"]);
    await store.settle([{ ticket: "a", version: 2 }]);
    await store.release([{ ticket: "a", version: 2 }]);
    strict.deepEqual(await claim(store), []);
  },
  "workers who deliver at once share the events: each goes to one of them, in the order of its ticket": async (store) => {
    const ids2 = Array.from({ length: 30 }, (_, index) => `t${index}`);
    await leaving(store, ids2);
    const delivered = [];
    const worker = async () => {
      for (; ; ) {
        const mine = await store.claimOutbox(now, 7, now + lease);
        if (mine.length === 0) return;
        delivered.push(...mine.map(key));
        await store.settle(mine);
      }
    };
    await Promise.all([worker(), worker(), worker()]);
    await worker();
    strict.deepEqual([...delivered].sort(), ids2.flatMap((id) => [`${id}:1`, `${id}:2`]).sort());
    for (const id of ids2)
      strict.deepEqual(
        delivered.filter((each) => each.startsWith(`${id}:`)),
        [`${id}:1`, `${id}:2`]
      );
  }
};

// src/testing/store-contract.ts
function storeContract(makeStore) {
  const promises = { ...commitCases, ...deadlineCases, ...outboxCases, ...findCases };
  return Object.entries(promises).map(([title, prove]) => ({
    title,
    async run() {
      const store = await makeStore();
      await store.open();
      try {
        await prove(store);
      } finally {
        await store.close();
      }
    }
  }));
}

// src/testing/test-desk.ts
async function openTestDesk(pack, options = {}) {
  let ids2 = 0;
  const newId = () => {
    ids2 += 1;
    return `id-${ids2}`;
  };
  const now2 = () => /* @__PURE__ */ new Date("2026-03-02T00:00:00Z");
  return chunk5WQP6YRK_cjs.openDesk({ pack, store: chunk5WQP6YRK_cjs.memoryStore(), newId, now: now2, ...options });
}

exports.FAULTS = FAULTS;
exports.given = given;
exports.openTestDesk = openTestDesk;
exports.recordLife = recordLife;
exports.replayLife = replayLife;
exports.shrink = shrink;
exports.simulate = simulate;
exports.storeContract = storeContract;
//# sourceMappingURL=testing.cjs.map
//# sourceMappingURL=testing.cjs.map