import { wordsOf, choose, preferredUnits, limitOf, redispatchLimits, dutyProblems, routeTicket, NoRouteError, nextStage, firstCompetent, replyKind, approversOf, isWord, COMMANDS, RECIPIENTS, stagesOf, namedData, dutiesOf, dutiesOfSection, confidentialOn, KNOWN_FACTS } from '@hotline-kit/rules';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { configure } from 'safe-stable-stringify';
import * as z from 'zod';
import { dueDate } from '@hotline-kit/sla-calendar';

// src/errors.ts
var HotlineError = class extends Error {
  name = "HotlineError";
  /** The stable code. */
  code;
  /** What happened, where, and what can be done about it, for people; `message` is the English one with the code. */
  text;
  /** The ticket concerned, where there is one. */
  ticket;
  /** What the caller can do about it. */
  fix;
  /** The file, table or path concerned. */
  where;
  constructor(code, what, { ticket, fix, where, cause }) {
    const text2 = {
      zh: `${where === void 0 ? "" : `${where}\uFF1A`}${what.zh}\u3002${fix.zh}\u3002`,
      en: `${where === void 0 ? "" : `${where}: `}${what.en}. Fix: ${fix.en}.`
    };
    super(`${text2.en} [${code}]`, cause === void 0 ? void 0 : { cause });
    this.code = code;
    this.text = text2;
    this.ticket = ticket;
    this.fix = fix;
    this.where = where;
  }
};
var updateCore = { zh: "\u8BF7\u5347\u7EA7 @hotline-kit/core", en: "update @hotline-kit/core" };
function noTicket(id) {
  const what = { zh: `\u6CA1\u6709\u5DE5\u5355\u201C${id}\u201D`, en: `there is no ticket "${id}"` };
  return new HotlineError("ticketUnknown", what, { ticket: id, fix: { zh: "\u8BF7\u6838\u5BF9\u5DE5\u5355\u7F16\u53F7", en: "check the id" } });
}
function cannotJoin() {
  return new HotlineError(
    "storeCannotJoin",
    { zh: "\u6B64\u5B58\u50A8\u4E0D\u80FD\u52A0\u5165\u5BBF\u4E3B\u7684\u4E8B\u52A1", en: "this store cannot join a transaction of the host's" },
    {
      fix: {
        zh: "\u8BF7\u4F7F\u7528 postgresStore\uFF0C\u6216\u53EA\u901A\u8FC7\u672C\u53F0\u5199\u5165",
        en: "use postgresStore, or write through the desk alone"
      }
    }
  );
}

// src/ticket/fold.ts
function unchanged() {
}
function closeAt(draft, _data, at) {
  draft.closedAt = at;
  draft.returnFrom = null;
  draft.meanwhile = null;
  draft.extension = null;
  draft.suspension = null;
  draft.termination = null;
  if (draft.consultation?.state === "open") draft.consultation = null;
  if (draft.handover?.acknowledgedAt === null) draft.handover = null;
  if (draft.beyondCity?.answeredAt === null) draft.beyondCity = null;
  const { departmentCall: call } = draft;
  if (call?.departments.some((unit) => !call.responded.includes(unit))) draft.departmentCall = null;
  if (draft.state === "closed") return;
  const { state } = draft.supervision;
  if (state === "open" || state === "reported") draft.supervision = { ...draft.supervision, state: "lapsed" };
  if (draft.remedy?.decidedAt === null) draft.remedy = null;
}
function leaveUnit(draft) {
  draft.lead = null;
  draft.leadSince = null;
  draft.assists = [];
  draft.finishedAssists = [];
  draft.reason = null;
  draft.handler = null;
  draft.returnFrom = null;
  draft.extension = null;
  draft.suspension = null;
  draft.termination = null;
}
function startRound(draft) {
  draft.round += 1;
  draft.handler = null;
  draft.contactedAt = null;
  draft.arrivedAt = null;
  draft.extension = null;
  draft.suspension = null;
  draft.termination = null;
  draft.finishedAssists = [];
  draft.reply = null;
  draft.rating = null;
  draft.callbacks = 0;
  draft.escalated = [];
}
function escalatedBy(draft, rule) {
  if (rule !== void 0 && !draft.escalated.includes(rule)) draft.escalated = [...draft.escalated, rule];
}
function counted(draft, id) {
  if (id !== void 0) draft.tally = { ...draft.tally, [id]: (draft.tally[id] ?? 0) + 1 };
}
function stageTaken(draft, section, stage, at) {
  counted(draft, stage);
  if (stage !== void 0) draft.stages = { ...draft.stages, [`${section}.${stage}`]: at };
}

// src/clocks/clock-folds.ts
var clockConduct = {
  perform: {},
  folds: {
    "clock.started": (draft, { clock, generation, term, startedAt, dueAt, certainty, warnings }) => {
      putClock(draft, {
        id: clock,
        generation,
        state: "running",
        late: false,
        term,
        startedAt,
        dueAt,
        certainty,
        warnings: warnings.map(({ id, at }) => ({ id, at, fired: false })),
        pausedAt: null,
        pausedTotal: 0,
        pauses: [],
        breachedAt: null,
        stoppedAt: null
      });
    },
    "clock.paused": (draft, { clock }, at) => changeClock(draft, clock, { state: "paused", pausedAt: at }),
    "clock.resumed": (draft, { clock, dueAt, pausedTotal, warnings, resumedAt }, at) => {
      const { breachedAt = null, pausedAt = null, pauses = [] } = draft.clocks[clock] ?? {};
      const state = breachedAt === null ? "running" : "breached";
      const ended = pausedAt === null ? pauses : [...pauses, { from: pausedAt, to: resumedAt ?? at }];
      changeClock(draft, clock, { state, pausedAt: null, pausedTotal, pauses: ended, dueAt, warnings });
    },
    "clock.extended": (draft, { clock, dueAt, warnings }, at) => {
      const state = draft.clocks[clock]?.state;
      const runs = state === "breached" && at <= dueAt ? { state: "running", breachedAt: null } : {};
      changeClock(draft, clock, { dueAt, warnings, ...runs });
    },
    "clock.retimed": (draft, { clock, dueAt, certainty, warnings }, at) => {
      const state = draft.clocks[clock]?.state;
      const runs = state === "breached" && at <= dueAt ? { state: "running", breachedAt: null } : {};
      changeClock(draft, clock, { dueAt, certainty, warnings, ...runs });
    },
    "clock.warned": (draft, { clock, warning, outcomes }) => {
      const warnings = draft.clocks[clock]?.warnings ?? [];
      changeClock(draft, clock, { warnings: warnings.map((each) => each.id === warning ? fired(each) : each) });
      for (const { rule } of outcomes) escalatedBy(draft, rule);
    },
    "clock.breached": (draft, { clock, outcomes }, at) => {
      changeClock(draft, clock, { state: "breached", breachedAt: at });
      for (const { rule } of outcomes) escalatedBy(draft, rule);
    },
    "clock.stopped": (draft, { clock, late }, at) => changeClock(draft, clock, { state: "met", late, stoppedAt: at, pausedAt: null }),
    "clock.cancelled": (draft, { clock }, at) => {
      const late = draft.clocks[clock]?.breachedAt !== null;
      changeClock(draft, clock, { state: "cancelled", late, stoppedAt: at, pausedAt: null });
    }
  }
};
function fired(warning) {
  return { ...warning, fired: true };
}
function putClock(draft, clock) {
  draft.clocks = { ...draft.clocks, [clock.id]: clock };
}
function changeClock(draft, id, change2) {
  const clock = draft.clocks[id];
  if (clock !== void 0) putClock(draft, { ...clock, ...change2 });
}

// src/migration/import-folds.ts
var importConduct = {
  perform: {},
  folds: {
    "ticket.imported": (draft, { source, reference, round, lead, assists, leadSince, handler, ...times }, at) => {
      draft.imported = { source, reference, at };
      draft.round = round;
      draft.lead = lead;
      draft.assists = assists;
      draft.leadSince = leadSince;
      draft.handler = handler;
      draft.contactedAt = times.contactedAt;
      draft.closedAt = times.closedAt;
    }
  }
};

// src/privacy/identity-folds.ts
var identityConduct = {
  perform: {},
  folds: { "caller.read": unchanged, "caller.erased": unchanged }
};
function isIdentityEvent(type) {
  return Object.hasOwn(identityConduct.folds, type);
}

// src/ticket/conduct.ts
function done(type, data) {
  return { ok: true, event: [type, data] };
}
function stageInQuestion(command, ticket, data, facts, pack) {
  if (command === "decideRemedy") return ticket?.remedy?.stage;
  const { stage } = data ?? {};
  if (typeof stage === "string") return stage;
  if (ticket === void 0) return void 0;
  if (command === "callBack") return onlyStage("callback", facts, pack);
  if (command === "checkQuality") return onlyStage("quality", facts, pack);
  return command === "designate" ? nextDisputeStage(ticket, facts, pack) : void 0;
}
function onlyStage(section, facts, { procedure }) {
  const [stage, ...others] = stagesOf(procedure, section, facts);
  return others.length === 0 ? stage?.id : void 0;
}
function nextDisputeStage(ticket, facts, pack) {
  if (ticket.state !== "disputed") return void 0;
  return nextStage(pack.procedure, "dispute", facts, takenOf(ticket, "dispute"))?.id;
}
function takenOf({ stages }, section) {
  const head = `${section}.`;
  return Object.keys(stages).flatMap((key) => key.startsWith(head) ? [key.slice(head.length)] : []);
}
var canonicalJson = configure({ deterministic: true, strict: true });
var native = globalThis.process?.getBuiltinModule?.("node:crypto")?.hash;
function canonicalHash(value) {
  return hashOf(canonicalText(value));
}
function canonicalText(value) {
  const ordered = inOrder(value, 0);
  return (ordered === GENERAL ? canonicalJson(value) : JSON.stringify(ordered)) ?? "null";
}
function hashOf(text2) {
  return native === void 0 ? bytesToHex(sha256(utf8ToBytes(text2))) : native("sha256", text2, "hex");
}
var DEEPEST = 16;
var GENERAL = /* @__PURE__ */ Symbol("general");
function inOrder(value, depth) {
  if (typeof value === "number") return Number.isFinite(value) ? value : GENERAL;
  if (typeof value === "string" || typeof value === "boolean" || value === void 0 || value === null) return value;
  if (typeof value !== "object") return GENERAL;
  if (depth === DEEPEST || "toJSON" in value) return GENERAL;
  if (Array.isArray(value)) return arrayInOrder(value, depth);
  if (Object.getPrototypeOf(value) !== Object.prototype) return GENERAL;
  return objectInOrder(value, depth);
}
function arrayInOrder(array3, depth) {
  let copy;
  for (let index = 0; index < array3.length; index += 1) {
    const item = inOrder(array3[index], depth + 1);
    if (item === GENERAL) return GENERAL;
    if (item === array3[index]) continue;
    copy ??= [...array3];
    copy[index] = item;
  }
  return copy ?? array3;
}
function objectInOrder(object, depth) {
  const keys = Object.keys(object);
  const sorted = keys.every((key, index) => index === 0 || keys[index - 1] < key);
  let copy = sorted ? void 0 : {};
  for (const key of sorted ? keys : keys.sort()) {
    const item = inOrder(object[key], depth + 1);
    if (item === GENERAL) return GENERAL;
    if (copy === void 0 && item === object[key]) continue;
    if (key === "__proto__" || !sorted && key >= "0" && key < ":") return GENERAL;
    copy ??= { ...object };
    copy[key] = item;
  }
  return copy ?? object;
}

// src/tracks/quality/drawn-for.ts
function drawnFor(ticket, { id, sample = 100 }) {
  const draw = Number.parseInt(canonicalHash([ticket, id]).slice(0, 8), 16) / 2 ** 32;
  return draw * 100 < sample;
}

// src/tracks/quality/stage-of-check.ts
function stageOfCheck(section, ticket, named2, facts, pack) {
  const id = named2 ?? onlyStage(section, facts, pack);
  const stage = pack.procedure[section]?.stages?.find((each) => each.id === id);
  return {
    ...id === void 0 ? {} : { stage: id },
    ...stage?.sample === void 0 ? {} : { drawn: drawnFor(ticket, stage) }
  };
}

// src/ticket/refusal.ts
var fine = { ok: true };
function refuse(code, zh, en, more = {}) {
  return { ok: false, refusal: { code, text: { zh, en }, ...more } };
}

// src/tracks/supervision/supervision-state.ts
function isSupervised({ supervision }) {
  return supervision.state === "open" || supervision.state === "reported";
}
function supervisionLevel(ticket) {
  return isSupervised(ticket) ? ticket.supervision.level : 0;
}
function supervisionAnswered({ supervision }) {
  if (supervision.state !== "open") return fine;
  return refuse("supervisionUnanswered", "\u7763\u529E\u5C1A\u672A\u53CD\u9988\uFF0C\u4E0D\u80FD\u529E\u7ED3", "the supervision has no reply yet", {
    remedy: { zh: "\u8BF7\u627F\u529E\u5355\u4F4D\u5148\u63D0\u4EA4\u7763\u529E\u53CD\u9988", en: "the unit reports on the supervision first" }
  });
}

// src/tracks/callback/conduct.ts
var callbackConduct = {
  perform: {
    callBack: ({ id }, data, { facts, pack }) => done("citizen.calledBack", { ...data, ...stageOfCheck("callback", id, data.stage, facts, pack) }),
    waiveCallback: (_ticket, data) => done("callback.waived", data),
    rate: (_ticket, data) => done("ticket.rated", data)
  },
  checks: { waiveCallback: supervisionAnswered },
  folds: {
    "citizen.calledBack": (draft, { stage }, at) => {
      draft.callbacks += 1;
      stageTaken(draft, "callback", stage, at);
    },
    "callback.waived": closeAt,
    "ticket.rated": (draft, { articles: _, ...rating }) => {
      draft.rating = rating;
    }
  }
};

// src/clocks/assist-clock.ts
var ASSIST = "assist";
function assistClock(unit) {
  return `${ASSIST}@${unit}`;
}
function assistantOf(clock) {
  return clock.startsWith(`${ASSIST}@`) ? clock.slice(ASSIST.length + 1) : void 0;
}
function stillAssisting({ assists, finishedAssists }) {
  return assists.filter((unit) => !finishedAssists.includes(unit));
}
function openAssistClocks(clocks) {
  return Object.values(clocks).filter(
    ({ id, stoppedAt }) => stoppedAt === null && (id === ASSIST || assistantOf(id) !== void 0)
  );
}

// src/tracks/closing/conduct.ts
var closingConduct = {
  perform: {
    close: (_ticket, data) => done("ticket.closed", data),
    archive: () => done("ticket.archived", {}),
    reopen: (_ticket, data) => done("ticket.reopened", data)
  },
  checks: {
    archive: ({ remedy, supervision }) => {
      if (remedy !== null && remedy.decidedAt === null) {
        return refuse("remedyOpen", "\u6551\u6D4E\u7533\u8BF7\u5C1A\u5728\u5904\u7406\uFF0C\u4E0D\u80FD\u5F52\u6863", "a remedy is being decided", {
          remedy: { zh: "\u8BF7\u5148\u4F5C\u51FA\u51B3\u5B9A", en: "decide it first" }
        });
      }
      if (supervision.state !== "reported") return fine;
      return refuse("supervisionOpen", "\u7763\u529E\u5C1A\u672A\u529E\u7ED3\uFF0C\u4E0D\u80FD\u5F52\u6863", "the supervision is not concluded", {
        remedy: { zh: "\u8BF7\u7763\u529E\u4EBA\u5148\u529E\u7ED3\u7763\u529E", en: "whoever supervises concludes it first" }
      });
    },
    close: (ticket, data, { facts, pack }) => {
      const answered = supervisionAnswered(ticket);
      if (!answered.ok) return answered;
      const assisted = assistsDone(ticket, facts, pack);
      if (!assisted.ok || ticket.rating === null || !isUnhappy(ticket.rating)) return assisted;
      const { mode, maximumRounds } = redispatchLimits(pack.procedure, facts);
      if (mode === "must" && ticket.unreasonable === null && ticket.round < maximumRounds) {
        return refuse("mustRedispatch", "\u7FA4\u4F17\u4E0D\u6EE1\u610F\uFF0C\u5E94\u5F53\u91CD\u529E", "the citizen is unhappy: the ticket goes round again", {
          remedy: { zh: "\u8BF7\u91CD\u65B0\u6D3E\u5355", en: "redispatch it" }
        });
      }
      if (data === void 0 || data.reason !== void 0) return fine;
      return refuse("unhappyNeedsReason", "\u7FA4\u4F17\u4E0D\u6EE1\u610F\uFF0C\u529E\u7ED3\u987B\u8BF4\u660E\u7406\u7531", "closing an unhappy ticket needs a reason", {
        remedy: { zh: "\u586B\u5199\u7ECF\u590D\u6838\u7684\u529E\u7ED3\u7406\u7531", en: "give the reviewed reason" }
      });
    }
  },
  folds: {
    "ticket.closed": closeAt,
    "ticket.archived": unchanged,
    "ticket.reopened": (draft) => {
      draft.closedAt = null;
      draft.counts = { ...draft.counts, reopenings: draft.counts.reopenings + 1 };
      leaveUnit(draft);
      startRound(draft);
    }
  }
};
function isUnhappy({ solved: solved2, satisfaction }) {
  return solved2 === "no" || satisfaction <= 2;
}
function assistsDone(ticket, facts, { procedure }) {
  const section = procedure.assist;
  if (section === void 0 || choose(section.awaited, facts) === false) return fine;
  const waiting = stillAssisting(ticket);
  if (waiting.length === 0) return fine;
  return refuse("assistsOpen", "\u534F\u529E\u5C1A\u672A\u529E\u7ED3", `units still assist: ${waiting.join(", ")}`, {
    remedy: { zh: "\u8BF7\u534F\u529E\u5355\u4F4D\u5148\u529E\u7ED3\u534F\u529E", en: "the assisting units finish first" }
  });
}

// src/tracks/clue/conduct.ts
var clueConduct = {
  perform: {
    transferClue: (_ticket, { receiver = "clueReceiver", ...data }) => done("clue.transferred", { receiver, ...data })
  },
  folds: {
    "clue.transferred": (draft) => {
      draft.clues += 1;
    }
  }
};

// src/dispatch/parties.ts
function partiesOf({
  lead,
  assists,
  received,
  contenders
}) {
  return {
    ...lead === null ? {} : { lead },
    previousLead: received.filter((unit) => unit !== lead).at(-1),
    assists,
    received,
    contenders: [.../* @__PURE__ */ new Set([...received, ...contenders])]
  };
}

// src/dispatch/unknown-unit.ts
function unknownUnit(units, pack) {
  const unknown = units.find((unit) => unit !== void 0 && !pack.units.has(unit));
  if (unknown === void 0) return void 0;
  return refuse("unknownUnit", `\u5355\u4F4D\u201C${unknown}\u201D\u4E0D\u5728\u5355\u4F4D\u76EE\u5F55\u4E2D`, `unit "${unknown}" is not in the pack's units`, {
    remedy: { zh: "\u8BF7\u4F7F\u7528 units.json \u4E2D\u7684\u5355\u4F4D\u7F16\u53F7", en: "use an id of units.json" }
  });
}

// src/tracks/consultation/conduct.ts
var consultationConduct = {
  perform: {
    convene: (ticket, data, { pack, facts }) => {
      const members = preferredUnits(pack, pack.procedure.consultation?.members ?? [], facts, partiesOf(ticket));
      const units = [.../* @__PURE__ */ new Set([...data.units ?? [], ...members])];
      if (units.length === 0) {
        return refuse("missing", "\u987B\u5217\u660E\u53C2\u52A0\u5355\u4F4D", "nobody is named to take part", {
          remedy: { zh: "\u8BF7\u586B\u5199 units", en: 'name the units that take part as "units"' }
        });
      }
      return unknownUnit(units, pack) ?? done("consultation.convened", { ...data, units });
    },
    concludeConsultation: (_ticket, data, { pack, facts }) => {
      const binding = choose(pack.procedure.consultation?.binding, facts) ?? true;
      return unknownUnit([data.lead, ...data.attended ?? []], pack) ?? done("consultation.concluded", { ...data, binding });
    }
  },
  checks: {
    convene: ({ consultation }) => consultation?.state !== "open" ? fine : refuse("consultationOpen", "\u4F1A\u5546\u5C1A\u672A\u7ED3\u675F", "a consultation is under way", {
      remedy: { zh: "\u8BF7\u5148\u5F62\u6210\u4F1A\u5546\u7ED3\u8BBA", en: "conclude it first" }
    }),
    concludeConsultation: ({ consultation }) => consultation?.state === "open" ? fine : refuse("noConsultation", "\u6CA1\u6709\u8FDB\u884C\u4E2D\u7684\u4F1A\u5546", "no consultation is under way", {
      remedy: { zh: "\u8BF7\u5148\u53EC\u96C6\u4F1A\u5546", en: "convene one first" }
    })
  },
  folds: {
    "consultation.convened": (draft, { units }, at) => {
      draft.consultation = { state: "open", since: at, units, lead: null, binding: false };
    },
    "consultation.concluded": (draft, { lead, binding }, at) => {
      const units = draft.consultation?.units ?? [];
      draft.consultation = { state: "concluded", since: at, units, lead: lead ?? null, binding };
    }
  }
};

// src/tracks/departments/conduct.ts
var departmentsConduct = {
  perform: {
    callForDepartments: (_ticket, data, { pack }) => unknownUnit(data.departments, pack) ?? done("departments.called", data),
    departmentResponds: ({ departmentCall }, data, { by, pack }) => {
      const called = departmentCall?.departments.find(
        (unit) => by.unit !== void 0 && pack.units.isWithin(by.unit, unit)
      );
      return done("department.responded", { department: called ?? by.unit ?? "", ...data });
    }
  },
  checks: {
    departmentResponds: ({ departmentCall }) => departmentCall !== null ? fine : refuse("noDepartmentCall", "\u6CA1\u6709\u547C\u53EB\u90E8\u95E8", "no department was called", {
      remedy: { zh: "\u8BF7\u8857\u9547\u5148\u547C\u53EB\u90E8\u95E8", en: "the town calls departments first" }
    })
  },
  folds: {
    "departments.called": (draft, { departments: called }, at) => {
      draft.departmentCall = { departments: called, since: at, responded: [] };
    },
    "department.responded": (draft, { department }) => {
      const call = draft.departmentCall;
      if (call !== null) draft.departmentCall = { ...call, responded: [.../* @__PURE__ */ new Set([...call.responded, department])] };
    }
  }
};

// src/tracks/promise/promise-clock.ts
function promiseClock(clock, slot) {
  return slot === 1 ? clock : `${clock}-${slot}`;
}
function packClockOf(clock) {
  return clock.replace(/@.*$|-\d+$/u, "");
}

// src/dispatch/facts-of-ticket.ts
function factsOfTicket(ticket, pack, at) {
  if (last?.ticket !== ticket || last.pack !== pack || last.at !== at) {
    last = { ticket, pack, at, facts: drawFacts(ticket, pack, at) };
  }
  return last.facts;
}
var last;
function drawFacts(ticket, pack, at, clocks) {
  const { call, rating, lead } = ticket;
  const facts = {
    matter: call.matter ?? void 0,
    district: call.place.district,
    street: call.place.street,
    address: call.place.address,
    channel: call.channel,
    type: call.type,
    line: call.line ?? void 0,
    urgent: call.urgent,
    confidential: call.confidential,
    anonymous: call.anonymous,
    leaderAssigned: ticket.leaderAssigned,
    replyWanted: call.replyWanted,
    tags: ticket.tags,
    class: call.matter === null ? void 0 : pack.matters.get(call.matter)?.class,
    callbackCount: ticket.callbacks,
    assistCount: ticket.assists.length,
    replyKind: ticket.reply?.kind ?? void 0,
    applicantCount: Math.max(1, call.applicants.length),
    repeatCount: call.repeats.length + ticket.absorbed.length + ticket.enquiries.repeats,
    unreasonable: ticket.unreasonable !== null,
    enterprise: call.channel === "enterpriseLine",
    state: ticket.state,
    round: ticket.round,
    returnCount: ticket.counts.returns,
    extensionCount: ticket.counts.extensions,
    suspensionCount: ticket.counts.suspensions,
    reopenCount: ticket.counts.reopenings,
    urgeCount: ticket.urges,
    supervisionLevel: supervisionLevel(ticket),
    lead: lead ?? void 0,
    leadKind: lead === null ? void 0 : pack.units.get(lead)?.kind,
    solved: rating?.solved,
    satisfaction: rating?.satisfaction,
    contacted: rating?.contacted,
    handlingHours: ticket.leadSince === null ? void 0 : hoursBetween(ticket.leadSince, at)
  };
  const all = facts;
  for (const name in call.facts) if (!(name in all)) all[name] = call.facts[name];
  for (const id in ticket.tally) all[`count.${id}`] = ticket.tally[id];
  for (const id in ticket.clocks) {
    const clock = ticket.clocks[id];
    if (clock === void 0) continue;
    if (clocks === void 0 || clocks.has(id)) addClock(all, id, clock, at);
    const { shared } = namesOf(id);
    const first = ticket.clocks[shared];
    if (shared !== id && (first === void 0 || rank(clock) > rank(first))) addClock(all, shared, clock, at);
  }
  return facts;
}
function rank({ state }) {
  return ["cancelled", "met", "paused", "running", "breached"].indexOf(state);
}
function addClock(facts, id, clock, at) {
  const { state, late, dueAt, stoppedAt } = clock;
  const until = stoppedAt ?? at;
  const overdue = state !== "cancelled" && until > dueAt ? Date.parse(until) - Date.parse(dueAt) : 0;
  const names = namesOf(id);
  facts[names.state] = state;
  facts[names.late] = late || state === "breached";
  facts[names.overdueMinutes] = Math.floor(overdue / 6e4);
  facts[names.warning] = clock.warnings.length === 0 ? void 0 : lastFired(clock);
}
function lastFired({ warnings }) {
  return warnings.filter(({ fired: fired2 }) => fired2).at(-1)?.id;
}
var named = /* @__PURE__ */ new Map();
function namesOf(clock) {
  let names = named.get(clock);
  if (names === void 0) {
    const of = (fact) => `clock.${clock}.${fact}`;
    names = {
      state: of("state"),
      late: of("late"),
      overdueMinutes: of("overdueMinutes"),
      warning: of("warning"),
      shared: packClockOf(clock)
    };
    named.set(clock, names);
  }
  return names;
}
function hoursBetween(from, to) {
  return (Date.parse(to) - Date.parse(from)) / 36e5;
}

// src/dispatch/unknown-clock.ts
function unknownClock(clocks, pack) {
  const known2 = pack.clocks.map(({ id }) => id);
  const unknown = clocks.find((clock) => !known2.includes(clock));
  if (unknown === void 0) return void 0;
  return refuse("unknownClock", `\u65F6\u9650\u201C${unknown}\u201D\u672A\u5B9A\u4E49`, `clock "${unknown}" is not in clocks.json`, {
    remedy: { zh: `\u53EF\u7528\uFF1A${known2.join("\u3001")}`, en: `use one of ${known2.join(", ")}` }
  });
}

// src/dispatch/dispatch-target.ts
function dispatchTarget(ticket, data, pack, at) {
  const unknown = unknownUnit([data.lead, ...data.assists ?? []], pack) ?? unknownClock(Object.keys(data.limits ?? {}), pack);
  if (unknown !== void 0) return unknown;
  const { lead, limits = {}, statutory, law } = data;
  const period = { ...statutory === void 0 ? {} : { statutory }, ...law === void 0 ? {} : { law } };
  if (lead !== void 0) {
    const article2 = data.article ?? null;
    const assists = (data.assists ?? []).filter((assist) => assist !== lead);
    return { ok: true, target: { lead, assists, limits, ...period, via: "person", rule: null, line: null, article: article2 } };
  }
  try {
    const route = routeTicket(pack, factsOfTicket(ticket, pack, at), { at });
    const assists = [.../* @__PURE__ */ new Set([...route.assists, ...data.assists ?? []])].filter((assist) => assist !== route.lead);
    const { via, rule = null, line = null, article: article2 = data.article ?? null } = route;
    return { ok: true, target: { lead: route.lead, assists, limits, ...period, via, rule, line, article: article2 } };
  } catch (error) {
    if (!(error instanceof NoRouteError)) throw error;
    return refuse("noRoute", "\u6CA1\u6709\u89C4\u5219\u3001\u6E05\u5355\u6216\u515C\u5E95\u5355\u4F4D\u53EF\u4EE5\u627F\u529E", error.message, {
      remedy: {
        zh: "\u8BF7\u6307\u5B9A\u4E3B\u529E\u5355\u4F4D\uFF0C\u6216\u5728\u57CE\u5E02\u5305\u4E2D\u8865\u5145\u6D3E\u5355\u89C4\u5219\u3001\u5B9E\u65BD\u6E05\u5355\u6216\u515C\u5E95\u5355\u4F4D",
        en: "name a lead, or add a routing rule, a line of the implementation list or a fallback unit to the pack"
      }
    });
  }
}

// src/tracks/dispatch/fold-target.ts
function foldTarget(draft, target, at) {
  const { lead, assists, limits, via, rule, line, article: article2, path = [], statutory } = target;
  draft.lead = lead;
  draft.assists = assists;
  draft.leadSince = at;
  draft.reason = { via, rule, line, article: article2 };
  draft.limits = limits;
  if (statutory !== void 0) draft.statutory = statutory;
  if (!draft.received.includes(lead)) draft.received = [...draft.received, lead];
  draft.path = path;
  draft.finishedAssists = [];
}

// src/tracks/dispatch/levels.ts
function noneBelow(holder) {
  return refuse("notBelow", "\u672C\u5355\u4F4D\u6CA1\u6709\u4E0B\u7EA7\u5355\u4F4D\u53EF\u6D3E", `"${holder}" has no unit below it`, {
    remedy: { zh: "\u8BF7\u81EA\u884C\u529E\u7406\uFF0C\u6216\u7533\u8BF7\u9000\u5355\u540E\u91CD\u65B0\u6D3E\u5355", en: "handle it, or return it and dispatch it anew" }
  });
}
function outsideOwnUnits(by, lead, ticket, { units }) {
  const holder = ticket.lead;
  if (holder !== null && (lead === holder || !units.isWithin(lead, holder))) {
    return refuse("notBelow", "\u5DE5\u5355\u53EA\u80FD\u6D3E\u5F80\u4E0B\u7EA7\u5355\u4F4D", `"${lead}" is not below "${holder}", which has the ticket`, {
      remedy: { zh: "\u8BF7\u6D3E\u5F80\u4E0B\u7EA7\uFF0C\u6216\u7533\u8BF7\u9000\u5355\u540E\u91CD\u65B0\u6D3E\u5355", en: "pass it down, or return it and dispatch it anew" }
    });
  }
  const isOfUnit = by.role !== "dispatcher" && by.role !== "agent" && by.role !== "system";
  if (!isOfUnit || by.unit !== void 0 && units.isWithin(lead, by.unit)) return void 0;
  return refuse(
    "outsideOwnUnits",
    "\u53EA\u80FD\u6D3E\u5F80\u672C\u5355\u4F4D\u53CA\u4E0B\u7EA7\u5355\u4F4D",
    `"${lead}" is not within the own unit "${by.unit ?? ""}"`,
    {
      remedy: { zh: "\u8BF7\u9000\u56DE\u4E0A\u7EA7\u8C03\u5EA6", en: "send it back to the level above" }
    }
  );
}
function onTheWay(ticket, { limits }, by, { units }) {
  if (ticket.lead !== null) return { path: [...ticket.path, ticket.lead], limits: { ...ticket.limits, ...limits } };
  const last2 = ticket.path.at(-1);
  const isFromThere = last2 !== void 0 && by.unit !== void 0 && units.isWithin(last2, by.unit);
  return { path: isFromThere ? ticket.path : [], limits };
}
function keptLimits(ticket, given2, { procedure }) {
  return procedure.handlingLimit !== void 0 ? { ...ticket.limits, ...given2 } : given2;
}

// src/tracks/dispatch/targets.ts
function targetsOf({ command, pack }, { lead }) {
  return command === "dispatch" && lead !== null ? firstOfKinds(below(lead, pack), pack) : ofAllKinds(pack);
}
function below(unit, pack) {
  return pack.units.children(unit).flatMap(({ id }) => [id, ...below(id, pack)]);
}
var known = /* @__PURE__ */ new WeakMap();
function ofAllKinds(pack) {
  const units = known.get(pack) ?? firstOfKinds(
    pack.units.all.map(({ id }) => id),
    pack
  );
  known.set(pack, units);
  return units;
}
function firstOfKinds(units, pack) {
  const first = /* @__PURE__ */ new Map();
  for (const unit of units) {
    const kind = pack.units.get(unit)?.kind;
    if (!first.has(kind)) first.set(kind, unit);
  }
  return [...first.values()];
}

// src/tracks/dispatch/conduct.ts
var dispatchConduct = {
  perform: {
    dispatch: (ticket, data, { by, pack, at }) => {
      const dispatched = dispatchTarget(ticket, data, pack, at);
      if (!dispatched.ok) return dispatched;
      const outside = outsideOwnUnits(by, dispatched.target.lead, ticket, pack);
      return outside ?? done("ticket.dispatched", { ...dispatched.target, ...onTheWay(ticket, dispatched.target, by, pack) });
    },
    finishAssist: (ticket, { result, unit }, { by, pack }) => {
      const isOwn = (assist) => by.unit !== void 0 && pack.units.isWithin(by.unit, assist);
      const named2 = assistsOpenTo(by, ticket, pack).find(
        (assist) => unit === void 0 ? isOwn(assist) : assist === unit
      );
      return named2 === void 0 ? noAssist(ticket) : done("assist.finished", { unit: named2, result });
    },
    addAssist: (ticket, { assists, ...data }, { pack }) => {
      const unknown = unknownUnit(assists, pack);
      const added = assists.filter((unit) => unit !== ticket.lead);
      return unknown ?? done("assist.added", { assists: added, ...data });
    },
    sign: () => done("ticket.signed", {}),
    accept: (_ticket, { handler }, { by }) => done("ticket.accepted", { handler: handler ?? by.id }),
    redispatch: (ticket, { reason, ...data }, { pack, at }) => {
      const lead = data.lead ?? ticket.lead ?? void 0;
      const again = { assists: [...ticket.assists], ...data, ...lead === void 0 ? {} : { lead } };
      const dispatched = dispatchTarget(ticket, again, pack, at);
      if (!dispatched.ok) return dispatched;
      const kept = data.lead === void 0 && ticket.lead !== null ? ticket.reason : null;
      const article2 = data.article === void 0 ? {} : { article: data.article };
      const limits = keptLimits(ticket, dispatched.target.limits, pack);
      const path = data.lead === void 0 || data.lead === ticket.lead ? ticket.path : [];
      return done("ticket.redispatched", { ...dispatched.target, ...kept, ...article2, limits, path, reason });
    }
  },
  checks: {
    dispatch: ({ lead }, _data, { pack }) => lead === null || below(lead, pack).length > 0 ? fine : noneBelow(lead),
    finishAssist: (ticket, _data, { by, pack }) => assistsOpenTo(by, ticket, pack).length > 0 ? fine : noAssist(ticket)
  },
  folds: {
    "ticket.dispatched": foldTarget,
    "ticket.redispatched": (draft, data, at) => {
      foldTarget(draft, data, at);
      startRound(draft);
    },
    "assist.added": (draft, { assists }) => {
      draft.assists = [.../* @__PURE__ */ new Set([...draft.assists, ...assists])];
    },
    "assist.finished": (draft, { unit }) => {
      draft.finishedAssists = [...draft.finishedAssists, unit];
    },
    "ticket.signed": unchanged,
    "ticket.accepted": (draft, { handler }) => {
      draft.handler = handler;
    }
  }
};
function assistsOpenTo({ role, unit }, ticket, { units }) {
  const open = stillAssisting(ticket);
  return role === "dispatcher" ? open : open.filter((assist) => unit !== void 0 && units.isWithin(unit, assist));
}
function noAssist({ assists }) {
  return refuse("noAssist", "\u6CA1\u6709\u8BE5\u5355\u4F4D\u5F85\u529E\u7684\u534F\u529E", "that unit has nothing left to assist with", {
    remedy: { zh: `\u534F\u529E\u5355\u4F4D\uFF1A${assists.join("\u3001")}`, en: `assisting units: ${assists.join(", ")}` }
  });
}
function namedLead({ consultation, lead }) {
  return consultation?.binding === true && consultation.lead !== lead ? consultation.lead : null;
}
function isLeadRecused({ lead, recused }) {
  return lead !== null && recused.units.includes(lead);
}
function designated(ticket, facts, pack) {
  const named2 = namedLead(ticket);
  if (named2 !== null) return named2;
  if (isLeadRecused(ticket)) return ticket.recused.substitute;
  const parties = partiesOf(ticket);
  return firstCompetent(pack, facts, parties) ?? aboveThemAll(pack, facts, parties);
}
function aboveThemAll(pack, facts, parties) {
  const { contenders } = parties;
  return preferredUnits(pack, pack.procedure.competence?.preference ?? [], facts, parties).find(
    (id) => contenders.every((contender) => contender !== id && pack.units.isWithin(contender, id))
  );
}

// src/tracks/dispute/conduct.ts
var disputeConduct = {
  perform: {
    raiseDispute: (ticket, data, { pack, facts }) => {
      const [first] = preferredUnits(pack, pack.procedure.dispute?.meanwhile ?? [], facts, partiesOf(ticket));
      const meanwhile = first === void 0 || first === ticket.lead ? {} : { meanwhile: first };
      return done("dispute.raised", { ...data, ...meanwhile });
    },
    designate: (ticket, { reason, stage, ...data }, { pack, facts, at }) => {
      const lead = data.lead ?? designated(ticket, facts, pack);
      if (lead === void 0) {
        return refuse("leadNeeded", "\u987B\u6307\u5B9A\u627F\u529E\u5355\u4F4D", "nothing says which unit is to lead", {
          remedy: { zh: "\u8BF7\u586B\u5199 lead", en: 'name the unit as "lead"' }
        });
      }
      const dispatched = dispatchTarget(ticket, { ...data, lead }, pack, at);
      if (!dispatched.ok) return dispatched;
      const settled2 = stage ?? nextDisputeStage(ticket, facts, pack);
      const restarts = ticket.state === "disputed" && choose(pack.procedure.dispute?.clocks, facts) === "restart";
      return done("ticket.designated", {
        ...dispatched.target,
        reason,
        ...settled2 === void 0 ? {} : { stage: settled2 },
        ...restarts ? { clocks: "restart" } : {}
      });
    }
  },
  checks: {
    raiseDispute: (ticket, data, { facts, pack }) => {
      const next = nextDisputeStage({ ...ticket, state: "disputed" }, facts, pack);
      if (next === void 0 && pack.procedure.dispute?.path !== void 0) return settled(pack);
      if (data?.stage !== void 0 && data.stage !== next) return notNext(next, pack);
      return fine;
    },
    designate: (ticket, data, { facts, pack }) => {
      const next = nextDisputeStage(ticket, facts, pack);
      if (data?.stage !== void 0 && next !== void 0 && data.stage !== next) return notNext(next, pack);
      return ticket.state === "disputed" || namedLead(ticket) !== null || isLeadRecused(ticket) ? fine : refuse("notDisputed", "\u6CA1\u6709\u4E89\u8BAE\u3001\u4F1A\u5546\u7ED3\u8BBA\u6216\u56DE\u907F\uFF0C\u4E0D\u80FD\u6307\u5B9A", "nothing calls for a designation", {
        remedy: {
          zh: "\u8BF7\u5148\u63D0\u51FA\u4E89\u8BAE\u3001\u5F62\u6210\u4F1A\u5546\u7ED3\u8BBA\uFF0C\u6216\u7531\u4E3B\u529E\u5355\u4F4D\u56DE\u907F",
          en: "raise a dispute, conclude a consultation that names a lead, or let the lead recuse first"
        }
      });
    }
  },
  folds: {
    "dispute.raised": (draft, { meanwhile = null }) => {
      draft.meanwhile = meanwhile;
    },
    "ticket.designated": (draft, data, at) => {
      foldTarget(draft, data, at);
      stageTaken(draft, "dispute", data.stage, at);
      draft.returnFrom = null;
      draft.meanwhile = null;
    }
  }
};
function settled({ procedure: { dispute } }) {
  return refuse("stageNotAllowed", "\u88C1\u5B9A\u5DF2\u7EC8\u5C40\uFF0C\u4E0D\u5F97\u518D\u63D0\u4E89\u8BAE", "the last settlement was final", {
    ...dispute?.article === void 0 ? {} : { article: dispute.article },
    remedy: { zh: "\u8BF7\u7531\u6307\u5B9A\u7684\u5355\u4F4D\u529E\u7406", en: "the unit that was designated handles it" }
  });
}
function notNext(next, { procedure: { dispute } }) {
  const stage = dispute?.path?.find(({ id }) => id === next);
  const article2 = stage?.article ?? dispute?.article;
  const more = article2 === void 0 ? {} : { article: article2 };
  if (next === void 0) {
    return refuse("stageNotAllowed", "\u672C\u5730\u89C4\u7A0B\u672A\u5217\u88C1\u5B9A\u6B65\u9AA4", "the procedure lists no stages of settlement", {
      ...more,
      remedy: { zh: "\u8BF7\u52FF\u586B\u5199 stage", en: 'leave out "stage"' }
    });
  }
  return refuse("stageNotAllowed", "\u88C1\u5B9A\u987B\u9010\u7EA7\u8FDB\u884C", "the stages of settlement are taken in their order", {
    ...more,
    remedy: { zh: `\u4E0B\u4E00\u6B65\uFF1A${stage?.title.zh ?? next}\uFF08${next}\uFF09`, en: `next: ${next}` }
  });
}

// src/tracks/emergency/conduct.ts
var emergencyConduct = {
  perform: {
    transferEmergency: (ticket, { acknowledgement, ...handover }) => {
      if (acknowledgement === void 0) return done("handover.offered", handover);
      const ends = handover.goesOn !== true && isBeforeUnits(ticket.state);
      return done(ends ? "ticket.transferredToEmergency" : "handover.acknowledged", { ...handover, acknowledgement });
    },
    acknowledgeHandover: ({ handover, state }, { accepted, acknowledgement }) => {
      const { line = "", goesOn: goesOn2 = false } = handover ?? {};
      if (!accepted) return done("handover.declined", { line, acknowledgement });
      const ends = !goesOn2 && isBeforeUnits(state);
      return done(ends ? "ticket.transferredToEmergency" : "handover.acknowledged", { line, goesOn: goesOn2, acknowledgement });
    }
  },
  checks: {
    transferEmergency: ({ handover }) => handover === null || handover.acknowledgedAt !== null ? fine : refuse("handoverOpen", "\u6B63\u5728\u7B49\u5F85\u7D27\u6025\u70ED\u7EBF\u63A5\u6536", `line ${handover.line} has yet to acknowledge`, {
      remedy: { zh: "\u8BF7\u5148\u8BB0\u5F55\u8BE5\u70ED\u7EBF\u662F\u5426\u63A5\u6536", en: "record first whether that line accepts" }
    }),
    acknowledgeHandover: ({ handover }) => handover !== null && handover.acknowledgedAt === null ? fine : refuse("noHandover", "\u6CA1\u6709\u5F85\u63A5\u6536\u7684\u8F6C\u63A5", "no hand-over waits for an acknowledgement", {
      remedy: { zh: "\u8BF7\u5148\u8F6C\u7D27\u6025\u70ED\u7EBF", en: "transfer it to an emergency line first" }
    })
  },
  guards: {
    lineTakesOver: (ticket, _facts, _pack, data) => {
      const { acknowledgement, accepted, goesOn: goesOn2 } = data;
      const goes = goesOn2 ?? (accepted === void 0 ? false : ticket?.handover?.goesOn ?? false);
      return acknowledgement !== void 0 && accepted !== false && !goes;
    }
  },
  folds: {
    "handover.offered": (draft, { line, goesOn: goesOn2 = false }, at) => {
      draft.handover = { line, offeredAt: at, acknowledgedAt: null, goesOn: goesOn2 };
    },
    "handover.acknowledged": acknowledged,
    "handover.declined": (draft) => {
      draft.handover = null;
    },
    "ticket.transferredToEmergency": (draft, data, at) => {
      acknowledged(draft, data, at);
      closeAt(draft, data, at);
    }
  }
};
function isBeforeUnits(state) {
  return state === "received" || state === "pendingDispatch";
}
function acknowledged(draft, { line, goesOn: goesOn2 = false }, at) {
  draft.handover = { line, offeredAt: draft.handover?.offeredAt ?? at, acknowledgedAt: at, goesOn: goesOn2 };
}

// src/tracks/enquiry/applicant-of.ts
function applicantOf(ticket, { id }, named2) {
  const all = applicantIds(ticket);
  return all.find((each) => each === id) ?? named2 ?? all[0] ?? null;
}
function applicantIds({ call: { applicant, applicants } }) {
  const ids = applicants.map(({ id }) => id);
  return [...new Set(applicant === null ? ids : [applicant, ...ids])];
}
var parts = {
  number: ({ number }) => number,
  state: ({ state }) => state,
  matter: ({ call }) => call.matter,
  holder: ({ lead }) => lead,
  registeredAt: ({ registeredAt }) => registeredAt,
  dueAt: ({ clocks }) => clocks.handle?.stoppedAt === null ? clocks.handle.dueAt : void 0,
  reply: (ticket) => givenReply(ticket),
  closedAt: ({ closedAt }) => closedAt
};
var PUBLIC = ["number", "state"];
var PUBLIC_UNLESS_CONFIDENTIAL = ["matter", "holder"];
function toldOf(ticket, facts, { procedure }) {
  const usual2 = ticket.call.confidential ? PUBLIC : [...PUBLIC, ...PUBLIC_UNLESS_CONFIDENTIAL];
  const shown = choose(procedure.enquiry?.shows, facts) ?? usual2;
  return Object.fromEntries(
    shown.flatMap((part) => {
      const value = parts[part](ticket);
      return value === null || value === void 0 ? [] : [[part, value]];
    })
  );
}
function givenReply({ state, reply, interimReplies }) {
  const isGiven = reply !== null && state !== "pendingApproval" && state !== "handling";
  return (isGiven ? reply : interimReplies.at(-1))?.result;
}

// src/tracks/enquiry/conduct.ts
var enquiryConduct = {
  perform: {
    enquire: (ticket, data, { pack, facts, by }) => {
      const applicant = applicantOf(ticket, by, data.applicant);
      return done("ticket.enquired", {
        ...data,
        countsAs: choose(pack.procedure.enquiry?.countsAs, facts) ?? "enquiry",
        by: by.id,
        ...applicant === null ? {} : { applicant },
        told: toldOf(ticket, facts, pack)
      });
    }
  },
  folds: {
    "ticket.enquired": (draft, { countsAs, by = null, applicant = null }, at) => {
      draft.requests = [...draft.requests, { command: "enquire", by, applicant, unit: draft.lead, at }];
      const { asked: asked2, repeats } = draft.enquiries;
      const times = [...draft.enquiries.times, at];
      draft.enquiries = countsAs === "repeat" ? { asked: asked2, repeats: repeats + 1, times } : { asked: asked2 + 1, repeats, times };
    }
  }
};

// src/clocks/definition-of.ts
function definitionOf(clock, { clocks }) {
  return clocks.find(({ id }) => id === clock) ?? clocks.find(({ id }) => id === packClockOf(clock));
}

// src/tracks/extension/conduct.ts
var extensionConduct = {
  perform: {
    requestExtension: (_ticket, { clock = "handle", ...data }) => done("extension.requested", { ...data, clock }),
    approveExtension: ({ extension }, data) => {
      if (extension === null) return noExtension();
      const { clock, term } = extension;
      return done("extension.approved", { clock, term, ...data });
    },
    rejectExtension: (_ticket, data) => done("extension.rejected", data)
  },
  checks: {
    requestExtension: ({ extension, clocks }, data, { pack }) => {
      if (extension !== null) {
        return refuse("extensionOpen", "\u5DF2\u6709\u5F85\u5BA1\u6279\u7684\u5EF6\u671F\u7533\u8BF7", "an extension already waits for approval", {
          remedy: { zh: "\u8BF7\u7B49\u5F85\u5BA1\u6279", en: "wait for the decision" }
        });
      }
      const running = Object.values(clocks).filter(
        ({ id: id2, stoppedAt }) => stoppedAt === null && definitionOf(id2, pack) !== void 0
      );
      const id = data?.clock ?? "handle";
      if (data === void 0 ? running.length > 0 : running.some((clock) => clock.id === id)) return fine;
      return refuse("clockNotRunning", `\u65F6\u9650\u201C${id}\u201D\u6CA1\u6709\u5728\u8BA1\u65F6`, `clock "${id}" does not run`, {
        remedy: { zh: "\u53EA\u80FD\u5EF6\u957F\u6B63\u5728\u8BA1\u65F6\u7684\u65F6\u9650", en: "only a running clock can be extended" }
      });
    },
    approveExtension: extensionAsked,
    rejectExtension: extensionAsked
  },
  folds: {
    "extension.requested": (draft, { clock, term, reason }) => {
      draft.extension = { clock, term, reason };
    },
    "extension.approved": (draft) => {
      draft.extension = null;
      draft.counts = { ...draft.counts, extensions: draft.counts.extensions + 1 };
    },
    "extension.rejected": (draft) => {
      draft.extension = null;
    }
  }
};
function extensionAsked({ extension }) {
  return extension === null ? noExtension() : fine;
}
function noExtension() {
  return refuse("noExtension", "\u6CA1\u6709\u5F85\u5BA1\u6279\u7684\u5EF6\u671F\u7533\u8BF7", "no extension waits for approval", {
    remedy: { zh: "\u8BF7\u627F\u529E\u5355\u4F4D\u5148\u7533\u8BF7\u5EF6\u671F", en: "the unit asks for one first" }
  });
}
var fieldworkConduct = {
  perform: {
    contactCitizen: (_ticket, data) => done("citizen.contacted", data),
    arriveOnSite: (_ticket, { place, media }) => done("site.arrived", { ...place === void 0 ? {} : { place }, ...media === void 0 ? {} : { media } }),
    recordProgress: (_ticket, data) => done("progress.recorded", data),
    addEvidence: (_ticket, data) => done("evidence.added", data)
  },
  checks: { contactCitizen: goesOn, arriveOnSite: goesOn, recordProgress: goesOn },
  folds: {
    "citizen.contacted": (draft, { reached }, at) => {
      if (reached) draft.contactedAt = at;
    },
    "site.arrived": (draft, _data, at) => {
      draft.arrivedAt = at;
    },
    "progress.recorded": (draft, { milestone, occurredAt }, at) => {
      if (milestone !== void 0) draft.milestones = { ...draft.milestones, [milestone]: occurredAt ?? at };
    },
    "evidence.added": (draft, { phase, kind, media }, at) => {
      draft.evidence = [...draft.evidence, { phase, kind: kind ?? null, media, at }];
    }
  }
};
function goesOn({ state }, _data, { facts, pack: { procedure } }) {
  const section = state === "returnRequested" ? procedure.return : state === "disputed" ? procedure.dispute : void 0;
  const waits = (state === "returnRequested" || state === "disputed") && choose(section?.handling, facts) !== "continues";
  if (!waits) return fine;
  return refuse(
    "handlingWaits",
    "\u9000\u5355\u6216\u4E89\u8BAE\u5BA1\u6838\u671F\u95F4\u6682\u505C\u529E\u7406",
    "the work waits until the return or dispute is decided",
    {
      remedy: { zh: "\u8BF7\u7B49\u5F85\u5BA1\u6838\u7ED3\u679C", en: "wait for the decision" }
    }
  );
}

// src/tracks/informing/duty-key.ts
function dutyKey(source, duty, unit) {
  return unit === void 0 ? `${source}.${duty}` : `${source}.${duty}@${unit}`;
}
function partsOfDutyKey(key) {
  const dot = key.indexOf(".");
  return { source: key.slice(0, dot), duty: key.slice(dot + 1).replace(/@.*$/u, "") };
}
var prefix = "inform-";
function isDutyClock(clock) {
  return clock.startsWith(prefix);
}
function dutyClock(key) {
  return `${prefix}${key.replace(/[^A-Za-z0-9_-]/gu, "-")}`;
}
var SECTIONS = ["assist", "statutoryPeriod", "supervision"];
function isSectionDuty(key) {
  return SECTIONS.includes(partsOfDutyKey(key).source);
}
function isSectionDutyClock(clock) {
  return SECTIONS.some((section) => clock.startsWith(dutyClock(dutyKey(section, ""))));
}

// src/tracks/informing/measure-duty.ts
function measureDuty({ id, title, term, by, article: article2 }) {
  const [owed] = by ?? [];
  return {
    id,
    title,
    to: ["lead"],
    copy: [],
    ...owed === void 0 ? {} : { by: owed },
    ...term === void 0 ? {} : { term },
    waiver: [],
    ...article2 === void 0 ? {} : { article: article2 },
    basis: "sample"
  };
}
function measureDuties({ supervision }) {
  return (supervision?.measures ?? []).flatMap((measure) => [measureDuty(measure), ...measure.inform]);
}

// src/tracks/informing/duty-named.ts
function dutyNamed(key, facts, { procedure }) {
  const { source, duty } = partsOfDutyKey(key);
  const named2 = isWord(COMMANDS, source) ? ofCommand(source, facts, procedure) : ofSection(source, facts, procedure);
  return named2.find(({ id }) => id === duty);
}
function waiversOf({ waiver }, facts) {
  return waiver.filter(({ when }) => when === void 0 || when(facts));
}
function ofCommand(command, facts, procedure) {
  const stages = [...procedure.callback?.stages ?? [], ...procedure.quality?.stages ?? []];
  const flags = stages.flatMap((stage) => stage.flags.map(({ id }) => id));
  return namedData(procedure, command, facts).flatMap((way) => dutiesOf(procedure, command, facts, { ...way, flags }));
}
function ofSection(source, facts, procedure) {
  if (source === "supervision") return measureDuties(procedure);
  return source === "assist" || source === "statutoryPeriod" ? dutiesOfSection(procedure, source, facts) : [];
}

// src/ticket/grant.ts
var hotline = ["agent", "dispatcher", "callbackOfficer"];
var supervisors = ["superviseOfficer", "supervisionOffice", "cityLeader"];
var unitStaff = ["handler", "unitClerk", "unitLeader", "unitHead", "gridWorker"];
var unitChiefs = ["unitLeader", "unitHead"];
function granted(relation, ...roles) {
  return { roles, relation };
}
var byDispatchers = [
  granted("anyone", "dispatcher"),
  granted("inReach", "districtDispatcher")
];
var byApplicant = granted("applicant", "citizen", "enterprise");

// src/tracks/informing/may-fulfil.ts
function mayFulfil({ role, unit: own }, { by, unit }, ticket, { units }) {
  if (!unitStaff.includes(role)) return true;
  const owing = unit !== null ? [unit] : by === "lead" ? [ticket.lead] : by === "assists" ? ticket.assists : void 0;
  return owing === void 0 || owing.some((each) => own !== void 0 && each !== null && units.isWithin(own, each));
}

// src/tracks/informing/ways.ts
function openDuties({ duties }) {
  return Object.keys(duties).filter((duty) => duties[duty]?.state === "open");
}
function informingWays(ticket, by, pack) {
  const open = openDuties(ticket).filter((duty) => {
    const record = ticket.duties[duty];
    return record !== void 0 && mayFulfil(by, record, ticket, pack);
  });
  return open.length === 0 ? [{ duty: "" }] : open.map((duty) => ({ duty }));
}
function waivingWays(ticket, facts, pack) {
  const ways = openDuties(ticket).flatMap((duty) => {
    const named2 = dutyNamed(duty, facts, pack);
    return named2 === void 0 ? [{ duty }] : waiversOf(named2, facts).map(({ id }) => ({ duty, ground: id }));
  });
  return ways.length === 0 ? [{ duty: "" }] : ways;
}

// src/tracks/informing/conduct.ts
var informingConduct = {
  perform: {
    inform: ({ duties }, { to, ...data }) => {
      const duty = duties[data.duty];
      const open = (duty?.to ?? []).filter((recipient) => !duty?.told.includes(recipient));
      const told = to ?? open;
      return done("duty.fulfilled", { ...data, to: told, complete: open.every((each) => told.includes(each)) });
    },
    waiveInforming: (_ticket, data) => done("duty.waived", data)
  },
  checks: {
    inform: (ticket, data, { by, facts, pack }) => {
      const open = dutyOpen(ticket, data?.duty);
      if (!open.ok) return open;
      const able = informingWays(ticket, by, pack).map(({ duty: duty2 }) => duty2);
      const [first = ""] = openDuties(ticket);
      const asked2 = data?.duty ?? first;
      const isAble = data === void 0 ? !able.includes("") : able.includes(data.duty);
      if (!isAble) return owedByOthers(ticket.duties[asked2], pack);
      const owed = recipientsOwed(ticket.duties[asked2], data?.to);
      if (!owed.ok) return owed;
      const duty = data && dutyNamed(data.duty, facts, pack);
      if (!open.ok || data === void 0 || duty === void 0) return open;
      return complete(dutyProblems(duty, facts, { data: { ...data, ...data.more } }, pack.procedure.fields));
    },
    waiveInforming: (ticket, data, { facts, pack }) => {
      const open = dutyOpen(ticket, data?.duty);
      if (!open.ok) return open;
      if (data === void 0) {
        const isWaivable = waivingWays(ticket, facts, pack).some(({ duty: duty2 }) => duty2 !== "");
        const [first = ""] = openDuties(ticket);
        return isWaivable ? fine : notWaivable(dutyNamed(first, facts, pack), facts);
      }
      const duty = dutyNamed(data.duty, facts, pack);
      const isGround = duty === void 0 || waiversOf(duty, facts).some(({ id }) => id === data.ground);
      return isGround ? fine : notWaivable(duty, facts);
    }
  },
  folds: {
    "duty.arose": (draft, { duty, to, copy, by = null, unit = null }, at) => {
      draft.duties = { ...draft.duties, [duty]: { to, copy, told: [], by, unit, since: at, state: "open" } };
    },
    "duty.fulfilled": (draft, { duty, to, complete: complete2 }) => {
      const told = [.../* @__PURE__ */ new Set([...draft.duties[duty]?.told ?? [], ...to])];
      change(draft, duty, complete2 ? { told, state: "fulfilled" } : { told });
    },
    "duty.waived": (draft, { duty }) => change(draft, duty, { state: "waived" })
  }
};
function change(draft, id, changes) {
  const duty = draft.duties[id];
  if (duty !== void 0) draft.duties = { ...draft.duties, [id]: { ...duty, ...changes } };
}
function dutyOpen(ticket, id) {
  const open = openDuties(ticket);
  if (id === void 0 ? open.length > 0 : open.includes(id)) return fine;
  return refuse("noDuty", "\u6CA1\u6709\u8BE5\u9879\u5F85\u5C65\u884C\u7684\u544A\u77E5\u4E49\u52A1", "there is no such duty to inform left", {
    remedy: {
      zh: open.length === 0 ? "\u544A\u77E5\u4E49\u52A1\u5747\u5DF2\u5C65\u884C" : `\u5F85\u544A\u77E5\uFF1A${open.join("\u3001")}`,
      en: open.length === 0 ? "all duties are fulfilled" : `open duties: ${open.join(", ")}`
    }
  });
}
function recipientsOwed(duty, told = []) {
  const named2 = [...duty?.to ?? [], ...duty?.copy ?? []];
  const others = told.filter((each) => !named2.includes(each));
  if (others.length === 0) return fine;
  const zh = named2.map((each) => isWord(RECIPIENTS, each) ? `${RECIPIENTS[each].zh}\uFF08${each}\uFF09` : each);
  const unknown = others.join("\u3001");
  return refuse(
    "recipientNotAllowed",
    `\u8BE5\u544A\u77E5\u4E49\u52A1\u7684\u5BF9\u8C61\u4E0D\u542B\uFF1A${unknown}`,
    `this duty does not name: ${others.join(", ")}`,
    {
      remedy: { zh: `\u53EF\u586B\u5199\uFF1A${zh.join("\u3001")}`, en: `allowed as "to": ${named2.join(", ")}` }
    }
  );
}
function notWaivable(duty, facts) {
  const grounds = duty === void 0 ? [] : waiversOf(duty, facts);
  return refuse("groundNotAllowed", "\u8BE5\u544A\u77E5\u4E49\u52A1\u4E0D\u5F97\u4EE5\u6B64\u60C5\u5F62\u514D\u9664", "this duty is not waived on that ground", {
    ...duty?.article === void 0 ? {} : { article: duty.article },
    remedy: {
      zh: grounds.length === 0 ? "\u8BF7\u4E88\u544A\u77E5" : `\u53EF\u514D\u60C5\u5F62\uFF1A${grounds.map(({ title }) => title.zh).join("\u3001")}`,
      en: grounds.length === 0 ? "inform them" : `grounds: ${grounds.map(({ id }) => id).join(", ")}`
    }
  });
}
function owedByOthers(duty, { units }) {
  const { by, unit } = duty ?? { by: null, unit: null };
  const recipient = by !== null && isWord(RECIPIENTS, by) ? RECIPIENTS[by] : void 0;
  const name = (unit === null ? recipient : units.get(unit)?.name) ?? { zh: unit ?? "", en: unit ?? "" };
  return refuse("notAuthorised", "\u8BE5\u544A\u77E5\u4E49\u52A1\u7531\u5176\u4ED6\u5355\u4F4D\u5C65\u884C", "another unit owes this duty", {
    remedy: { zh: `\u7531${name.zh}\u544A\u77E5`, en: `it is for: ${name.en}` }
  });
}
function complete(problems) {
  const [first] = problems;
  if (first === void 0) return fine;
  const { code, text: text2, article: article2, remedy } = first;
  const more = { ...article2 === void 0 ? {} : { article: article2 }, ...remedy === void 0 ? {} : { remedy }, problems };
  return refuse(code, text2.zh, text2.en, more);
}

// src/tracks/instruction/conduct.ts
var instructionConduct = {
  perform: { instruct: (_ticket, data) => done("instruction.given", data) },
  folds: {
    "instruction.given": (draft, { assigns, rule }) => {
      draft.instructions += 1;
      if (assigns === true) draft.leaderAssigned = true;
      escalatedBy(draft, rule);
    }
  }
};

// src/tracks/intake/facts-of-call.ts
function factsOfCall(call) {
  const { district, street, address } = call.place;
  return {
    matter: call.matter,
    district,
    street,
    address,
    channel: call.channel,
    type: call.type,
    line: call.source?.line,
    urgent: call.urgent ?? false,
    confidential: call.confidential ?? false,
    replyWanted: call.replyWanted ?? true,
    leaderAssigned: call.leaderAssigned ?? call.channel === "leaderDay",
    enterprise: call.channel === "enterpriseLine",
    tags: call.tags ?? [],
    applicantCount: Math.max(1, call.applicants?.length ?? 1),
    repeatCount: call.repeats?.length ?? 0
  };
}

// src/tracks/intake/unknown-matter.ts
function unknownMatter(matter, pack) {
  if (matter === void 0 || pack.matters.has(matter)) return void 0;
  return refuse("unknownMatter", `\u4E8B\u9879\u201C${matter}\u201D\u4E0D\u5728\u4E8B\u9879\u76EE\u5F55\u4E2D`, `matter "${matter}" is unknown`, {
    remedy: { zh: "\u4F7F\u7528 matters.csv \u4E2D\u7684\u7F16\u7801\uFF0C\u6216\u7559\u5F85\u6D3E\u5355\u65F6\u786E\u5B9A", en: "use a code of matters.csv, or leave it out" }
  });
}

// src/tracks/intake/conduct.ts
var intakeConduct = {
  perform: {
    answerOnline: (_ticket, data) => done("ticket.answeredOnline", data),
    refuse: (_ticket, data) => done("ticket.refused", data),
    withdraw: ({ absorbed }, data) => done("ticket.withdrawn", { ...data, ...absorbed.length === 0 ? {} : { releases: absorbed } })
  },
  checks: {
    answerOnline: ({ call }) => call.type === "consult" ? fine : refuse("notAnswerable", "\u53EA\u6709\u54A8\u8BE2\u53EF\u4EE5\u5728\u7EBF\u89E3\u7B54", "only a consultation is answered online", {
      remedy: { zh: "\u8BF7\u6D3E\u5355\u529E\u7406", en: "dispatch it" }
    })
  },
  folds: {
    "ticket.answeredOnline": unchanged,
    "ticket.refused": closeAt,
    "ticket.withdrawn": (draft, data, at) => {
      closeAt(draft, data, at);
      draft.absorbed = [];
    }
  }
};
function performRegister(call, context) {
  const { pack, number = "" } = context;
  if (!Object.hasOwn(pack.channels, call.channel)) {
    return refuse("unknownChannel", `\u6E20\u9053\u201C${call.channel}\u201D\u672A\u5B9A\u4E49`, `channel "${call.channel}" is unknown`, {
      remedy: { zh: "\u4F7F\u7528\u901A\u7528\u6E20\u9053\uFF0C\u6216\u5728 pack.json \u4E2D\u58F0\u660E", en: "use a standard channel, or declare it in pack.json" }
    });
  }
  const unknown = unknownMatter(call.matter, pack);
  if (unknown !== void 0) return unknown;
  const wrong = wrongFact(call.facts ?? {}, pack);
  if (wrong !== void 0) return wrong;
  return done("ticket.registered", {
    number,
    channel: call.channel,
    type: call.type,
    matter: call.matter ?? null,
    content: call.content,
    place: call.place,
    urgent: call.urgent ?? false,
    ...confidentiality(call, context),
    anonymous: isAnonymous(call),
    line: call.source?.line ?? null,
    reference: call.source?.reference ?? null,
    applicant: call.applicant ?? null,
    ...call.applicants === void 0 ? {} : { applicants: call.applicants },
    ...call.replyWanted === void 0 ? {} : { replyWanted: call.replyWanted },
    ...call.leaderAssigned === void 0 ? {} : { leaderAssigned: call.leaderAssigned },
    ...call.repeats === void 0 ? {} : { repeats: call.repeats },
    ...call.facts === void 0 ? {} : { facts: call.facts },
    ...call.splitFrom === void 0 ? {} : { splitFrom: call.splitFrom },
    ...call.clocksSince === void 0 ? {} : { clocksSince: call.clocksSince },
    ...call.tags === void 0 ? {} : { tags: call.tags },
    media: call.media ?? []
  });
}
function isAnonymous({ caller }) {
  return caller?.name === void 0 && caller?.phone === void 0;
}
function confidentiality(call, { pack }) {
  const facts = { ...call.facts, ...factsOfCall(call), anonymous: isAnonymous(call) };
  const grounds = confidentialOn(pack.procedure, facts).map(({ id }) => id);
  if (grounds.length === 0) return { confidential: call.confidential ?? false };
  return { confidential: true, confidentialOn: grounds };
}
function wrongFact(facts, pack) {
  const name = Object.keys(facts).find((each) => !hasType(facts[each], ownValue(pack.facts, each)?.type));
  if (name === void 0) return void 0;
  const known2 = Object.keys(pack.facts).filter((each) => !Object.hasOwn(KNOWN_FACTS, each));
  const type = ownValue(pack.facts, name)?.type;
  return refuse(
    "unknownFact",
    type === void 0 ? `\u4E8B\u5B9E\u201C${name}\u201D\u672A\u58F0\u660E` : `\u4E8B\u5B9E\u201C${name}\u201D\u5E94\u4E3A ${type}`,
    type === void 0 ? `the pack declares no fact "${name}"` : `the fact "${name}" is of type ${type}`,
    { remedy: { zh: `\u53EF\u7528\uFF1A${known2.join("\u3001")}`, en: `facts of the pack: ${known2.join(", ")}` } }
  );
}
function hasType(value, type) {
  if (type === void 0) return false;
  return type === "any" || (type === "array" ? Array.isArray(value) : typeof value === type);
}
function ownValue(values, key) {
  return Object.hasOwn(values, key) ? values[key] : void 0;
}

// src/ticket/chart-fragment.ts
function staying(states, commands) {
  const ways = (state) => Object.fromEntries(commands.map((command) => [command, { target: state }]));
  return Object.fromEntries(states.map((state) => [state, ways(state)]));
}
function leading(states, command, target) {
  return Object.fromEntries(states.map((state) => [state, { [command]: { target } }]));
}

// src/ticket/declaration.ts
function declareTrack(declaration) {
  return declaration;
}
var text = (max = 4e3) => z.string().trim().min(1).max(max);
var unitId = z.string().min(1).max(200);
var unitIds = z.array(unitId).max(50);
var article = text(500);
var ground = text(200);
var solved = z.enum(["yes", "partly", "no"]);
var instant = z.iso.datetime({ offset: true });
var clockId = z.string().min(1).max(64);

// src/ticket/life-states.ts
var openStates = [
  "received",
  "answeredOnline",
  "pendingDispatch",
  "dispatched",
  "returnRequested",
  "disputed",
  "signed",
  "handling",
  "pendingApproval",
  "replied",
  "calledBack"
];
var workingStates = ["signed", "handling", "pendingApproval"];
var endStates = ["archived", "transferredEmergency", "withdrawn"];

// src/tracks/merging/aspects.ts
var ASPECTS = {
  matter: { zh: "\u4E8B\u9879", en: "matter" },
  place: { zh: "\u5730\u70B9", en: "place" },
  applicant: { zh: "\u8BC9\u6C42\u4EBA", en: "applicant" },
  content: { zh: "\u5185\u5BB9", en: "content" }
};

// src/tracks/merging/declaration.ts
var mergeable = ["received", "pendingDispatch", "dispatched", "signed", "handling", "pendingApproval"];
var releasing = [...openStates, "closed", "merged", "refused", "terminated"];
var ticketId = text(200);
var merging = declareTrack({
  chart: [
    leading(mergeable, "merge", "merged"),
    leading(["merged"], "unmerge", "pendingDispatch"),
    staying(openStates, ["absorb"]),
    staying(releasing, ["release"])
  ],
  commands: {
    merge: {
      data: z.strictObject({
        /** Id of the root. */
        into: ticketId,
        reason: text(),
        /** What somebody has confirmed to be the same. */
        match: z.array(z.enum(wordsOf(ASPECTS))).exactOptional()
      }),
      by: [granted("anyone", "agent", "system"), ...byDispatchers]
    },
    unmerge: { data: z.strictObject({ reason: text() }), by: [granted("theDesk", "system"), ...byDispatchers] },
    absorb: { data: z.strictObject({ ticket: ticketId }), by: [granted("theDesk", "system")] },
    release: { data: z.strictObject({ ticket: ticketId }), by: [granted("theDesk", "system")] }
  }
});

// src/tracks/merging/match.ts
var differs = {
  matter: (a, b) => a.call.matter !== null && b.call.matter !== null && a.call.matter !== b.call.matter,
  place: ({ call: { place: a } }, { call: { place: b } }) => ["district", "street"].some(
    (part) => a[part] !== void 0 && b[part] !== void 0 && a[part] !== b[part]
  ),
  applicant: (a, b) => {
    const [of, others] = [applicantIds(a), applicantIds(b)];
    return of.length > 0 && others.length > 0 && !of.some((id) => others.includes(id));
  },
  content: () => false
};
function contradiction(repeat, root, confirmed = [], { procedure: { merging: merging2 } }) {
  const wrong = root === void 0 ? [] : confirmed.filter((aspect) => differs[aspect](repeat, root));
  if (wrong.length === 0) return void 0;
  const zh = `\u4E0E\u4E3B\u4EF6\u4E0D\u540C\uFF0C\u4E0D\u80FD\u786E\u8BA4\u76F8\u540C\uFF1A${wrong.map((aspect) => ASPECTS[aspect].zh).join("\u3001")}`;
  const en = `not the same as of the root: ${wrong.map((aspect) => ASPECTS[aspect].en).join(", ")}`;
  return refuse("matchContradicted", zh, en, {
    ...merging2?.article === void 0 ? {} : { article: merging2.article },
    remedy: { zh: "\u8BF7\u6838\u5BF9\u4E3B\u4EF6\uFF0C\u6216\u5355\u72EC\u529E\u7406", en: "check the root, or handle it by itself" }
  }).refusal;
}
function rootRefusal(root, id, at, pack) {
  if (root === void 0) {
    return refuse("ticketUnknown", `\u6CA1\u6709\u5DE5\u5355\u201C${id}\u201D`, `there is no ticket "${id}"`, {
      remedy: { zh: "\u8BF7\u6838\u5BF9\u4E3B\u4EF6\u7F16\u53F7", en: "check the id of the root" }
    }).refusal;
  }
  if (!openStates.some((state) => state === root.state)) {
    return refuse("rootNotOpen", "\u4E3B\u4EF6\u5DF2\u7EC8\u7ED3\uFF0C\u4E0D\u80FD\u5E76\u5165", `the root is "${root.state}" and takes no repeats`, {
      remedy: { zh: "\u8BF7\u9009\u62E9\u529E\u7406\u4E2D\u7684\u4E3B\u4EF6", en: "choose a root whose life goes on" }
    }).refusal;
  }
  const section = pack.procedure.merging;
  const facts = factsOfTicket(root, pack, at);
  const article2 = section?.article === void 0 ? {} : { article: section.article };
  const maximum = choose(section?.maximum, facts);
  if (maximum !== void 0 && root.absorbed.length >= maximum) {
    return refuse("tooMany", `\u6700\u591A\u5E76\u5165${maximum}\u4EF6`, `at most ${maximum} tickets are merged into one`, {
      ...article2,
      remedy: { zh: "\u8BF7\u5355\u72EC\u529E\u7406", en: "handle it by itself" }
    }).refusal;
  }
  const within = choose(section?.within, facts);
  if (within === void 0 || at <= dueDate(within, root.registeredAt, pack.defaultCalendar).dueAt.toISOString()) {
    return void 0;
  }
  return refuse("windowClosed", "\u5DF2\u8FC7\u5E76\u6848\u671F\u9650", "the time for merging into this root has passed", {
    ...article2,
    remedy: { zh: "\u8BF7\u5355\u72EC\u529E\u7406", en: "handle it by itself" }
  }).refusal;
}

// src/tracks/merging/conduct.ts
var mergingConduct = {
  perform: {
    merge: (ticket, data, { root, pack, at }) => {
      const refusal = rootRefusal(root, data.into, at, pack) ?? contradiction(ticket, root, data.match, pack);
      return refusal === void 0 ? done("ticket.merged", data) : { ok: false, refusal };
    },
    unmerge: ({ id, mergedInto }, data, { root }) => {
      const isKept = root?.absorbed.includes(id) === true && !releasing.some((state) => state === root.state);
      return isKept ? rootEnded() : done("ticket.unmerged", { from: mergedInto?.ticket ?? "", ...data });
    },
    absorb: (root, data, { pack, at }) => {
      const refusal = root.absorbed.includes(data.ticket) ? void 0 : rootRefusal(root, root.id, at, pack);
      return refusal === void 0 ? done("repeat.absorbed", data) : { ok: false, refusal };
    },
    release: (_ticket, data) => done("repeat.released", data)
  },
  checks: {
    merge: (ticket, data) => {
      if (data?.into === ticket.id) {
        return refuse("mergeWithItself", "\u4E0D\u80FD\u4E0E\u81EA\u8EAB\u5E76\u6848", "a ticket is not merged into itself", {
          remedy: { zh: "\u8BF7\u9009\u62E9\u4E3B\u4EF6", en: "name the ticket that it repeats" }
        });
      }
      if (ticket.absorbed.length === 0) return fine;
      return refuse("hasRepeats", "\u4E3B\u4EF6\u4E0D\u80FD\u518D\u5E76\u5165\u4ED6\u4EF6", `it is itself the root of ${ticket.absorbed.length} tickets`, {
        remedy: { zh: "\u8BF7\u5148\u53D6\u6D88\u5176\u5E76\u6848\uFF0C\u6216\u5C06\u4ED6\u4EF6\u5E76\u5165\u672C\u4EF6", en: "merge the other one into it, or undo its merges first" }
      });
    },
    absorb: (ticket, data) => data === void 0 || !ticket.absorbed.includes(data.ticket) && data.ticket !== ticket.id ? fine : refuse("alreadyAbsorbed", "\u8BE5\u4EF6\u5DF2\u5E76\u5165", "that ticket is merged into it already", {
      remedy: { zh: "\u65E0\u987B\u518D\u6B21\u5E76\u5165", en: "nothing is left to do" }
    }),
    release: (ticket, data) => data === void 0 || ticket.absorbed.includes(data.ticket) ? fine : refuse("notAbsorbed", "\u8BE5\u4EF6\u672A\u5E76\u5165\u672C\u4EF6", "that ticket is not merged into it", {
      remedy: { zh: "\u8BF7\u6838\u5BF9\u5DE5\u5355\u7F16\u53F7", en: "check the id of the ticket" }
    })
  },
  folds: {
    "ticket.merged": (draft, { into }, at) => {
      draft.mergedInto = { ticket: into, at };
      closeAt(draft, void 0, at);
    },
    "ticket.unmerged": (draft) => {
      draft.mergedInto = null;
      draft.closedAt = null;
      leaveUnit(draft);
    },
    "repeat.absorbed": (draft, { ticket }) => {
      draft.absorbed = [...draft.absorbed, ticket];
    },
    "repeat.released": (draft, { ticket }) => {
      draft.absorbed = draft.absorbed.filter((each) => each !== ticket);
    }
  }
};
function rootEnded() {
  return refuse("rootNotOpen", "\u4E3B\u4EF6\u5DF2\u7EC8\u7ED3\uFF0C\u4E0D\u80FD\u53D6\u6D88\u5E76\u6848", "the root has come to its end and keeps its repeats", {
    remedy: { zh: "\u8BF7\u91CD\u65B0\u767B\u8BB0", en: "register the matter anew" }
  });
}

// src/tracks/observing/conduct.ts
var observingConduct = {
  perform: {
    watch: (_ticket, _data, { by }) => done("ticket.watched", { observer: by.id }),
    comment: (_ticket, data, { by }) => done("ticket.commented", { observer: by.id, ...data }),
    joinSupervision: (_ticket, data, { by }) => done("supervision.joined", { observer: by.id, ...data })
  },
  checks: {
    watch: notConfidential,
    comment: notConfidential,
    joinSupervision: (ticket) => {
      if (ticket.call.confidential) return notConfidential(ticket);
      if (isSupervised(ticket)) return fine;
      return refuse("notSupervised", "\u6CA1\u6709\u8FDB\u884C\u4E2D\u7684\u7763\u529E", "no supervision is running", {
        remedy: { zh: "\u53EF\u4EE5\u63D0\u51FA\u76D1\u7763\u610F\u89C1", en: "comment instead" }
      });
    }
  },
  folds: {
    "ticket.watched": (draft, { observer }) => observedBy(draft, observer),
    "ticket.commented": (draft, { observer }) => {
      observedBy(draft, observer);
      draft.comments += 1;
    },
    "supervision.joined": (draft, { observer }) => observedBy(draft, observer)
  }
};
function notConfidential({ call }) {
  if (!call.confidential) return fine;
  return refuse(
    "confidential",
    "\u4FDD\u5BC6\u5DE5\u5355\u4E0D\u5BF9\u793E\u4F1A\u76D1\u7763\u5458\u5F00\u653E",
    "a confidential ticket is not open to citizen supervisors"
  );
}
function observedBy(draft, observer) {
  if (!draft.observers.includes(observer)) draft.observers = [...draft.observers, observer];
}

// src/tracks/praise/conduct.ts
var praiseConduct = {
  perform: {
    praise: ({ lead }, data, { pack }) => {
      const unit = data.unit ?? lead ?? void 0;
      return unknownUnit([unit], pack) ?? done("ticket.praised", { ...data, ...unit === void 0 ? {} : { unit } });
    }
  },
  folds: {
    "ticket.praised": (draft) => {
      draft.praises += 1;
    }
  }
};

// src/tracks/promise/open-promises.ts
function openPromises({ promises }) {
  return promises.filter(({ fulfilledAt }) => fulfilledAt === null);
}
function freeSlot(ticket) {
  const taken = new Set(openPromises(ticket).map(({ slot: slot2 }) => slot2));
  let slot = 1;
  while (taken.has(slot)) slot += 1;
  return slot;
}

// src/tracks/promise/conduct.ts
var promiseConduct = {
  perform: {
    promise: (ticket, { what, by, forClass }, { pack }) => {
      const slot = freeSlot(ticket);
      const started = by === void 0 ? [] : pack.clocks.filter((clock) => clock.start.has("promise.made"));
      const limits = Object.fromEntries(
        started.map(({ id }) => [promiseClock(id, slot), { kind: "fixed", at: by ?? "" }])
      );
      return done("promise.made", {
        what,
        limits,
        ...slot === 1 ? {} : { slot },
        ...forClass !== void 0 && { forClass }
      });
    },
    fulfilPromise: (ticket, data) => {
      const open = openPromises(ticket);
      const promise = data.promise === void 0 ? open[0] : open.find(({ slot }) => slot === data.promise);
      if (promise === void 0) return noSuchPromise(open.map(({ slot, what }) => `${slot} ${what}`));
      const { promise: _, ...rest } = data;
      return done("promise.fulfilled", { ...rest, ...promise.slot === 1 ? {} : { slot: promise.slot } });
    }
  },
  checks: {
    fulfilPromise: (ticket) => openPromises(ticket).length > 0 ? fine : noSuchPromise([])
  },
  folds: {
    "promise.made": (draft, { what, limits, slot = 1, forClass }, at) => {
      const promise = { slot, what, madeAt: at, fulfilledAt: null, ...forClass !== void 0 && { forClass } };
      draft.promise = promise;
      draft.promises = [...draft.promises, promise];
      draft.limits = { ...draft.limits, ...limits };
    },
    "promise.fulfilled": (draft, { slot = 1 }, at) => {
      const fulfilled = (promise) => promise.slot === slot && promise.fulfilledAt === null ? { ...promise, fulfilledAt: at } : promise;
      draft.promises = draft.promises.map(fulfilled);
      if (draft.promise !== null) draft.promise = fulfilled(draft.promise);
    }
  }
};
function noSuchPromise(open) {
  return refuse("noPromise", "\u6CA1\u6709\u5F85\u5151\u73B0\u7684\u627F\u8BFA", "there is no such promise to fulfil", {
    remedy: {
      zh: open.length === 0 ? "\u8BF7\u5148\u4F5C\u51FA\u627F\u8BFA" : `\u5F85\u5151\u73B0\uFF1A${open.join("\u3001")}`,
      en: open.length === 0 ? "make a promise first" : `open promises: ${open.join(", ")}`
    }
  });
}

// src/tracks/quality/conduct.ts
var qualityConduct = {
  perform: {
    checkQuality: ({ id }, data, { facts, pack }) => done("quality.checked", { ...data, ...stageOfCheck("quality", id, data.stage, facts, pack) })
  },
  folds: {
    "quality.checked": (draft, { stage }, at) => {
      draft.qualityChecks += 1;
      stageTaken(draft, "quality", stage, at);
    }
  }
};
var recusalConduct = {
  perform: {
    recuse: (ticket, data, { by, pack, facts }) => {
      const whom = data.person === void 0 && data.unit === void 0 ? { person: by.id } : {};
      const unit = data.unit !== void 0 && data.unit === ticket.lead ? substituteUnit(ticket, facts, pack) : void 0;
      const steps = unit === void 0 ? {} : { substituteUnit: unit };
      return unknownUnit([data.unit], pack) ?? done("person.recused", { ...data, ...whom, ...steps });
    }
  },
  folds: {
    "person.recused": (draft, { person, unit, substitute, substituteUnit: stepsIn }) => {
      const { persons, units, ...rest } = draft.recused;
      draft.recused = {
        persons: person === void 0 ? persons : [.../* @__PURE__ */ new Set([...persons, person])],
        units: unit === void 0 ? units : [.../* @__PURE__ */ new Set([...units, unit])],
        ...rest,
        ...stepsIn === void 0 ? {} : { substitute: stepsIn }
      };
      if (person !== void 0 && person === draft.handler) draft.handler = substitute ?? null;
    }
  }
};
var usual = [{ unit: { parentOf: "lead" } }];
function substituteUnit(ticket, facts, pack) {
  const preference = pack.procedure.recusal?.substitute ?? usual;
  const { lead, recused } = ticket;
  return preferredUnits(pack, preference, facts, partiesOf(ticket)).find(
    (unit) => unit !== lead && !recused.units.includes(unit)
  );
}
function nextStage2(ticket, asked2, facts, { procedure, defaultCalendar }, at) {
  const taken = ticket.remedy === null ? [] : [ticket.remedy.stage];
  const stage = ticket.remedy?.final === true ? void 0 : nextStage(procedure, "remedies", facts, taken);
  const source = stage?.article ?? procedure.remedies?.article;
  const article2 = source === void 0 ? {} : { article: source };
  if (stage === void 0 || asked2 !== void 0 && asked2 !== stage.id) {
    return refuse("stageNotAllowed", "\u6CA1\u6709\u53EF\u7533\u8BF7\u7684\u6551\u6D4E\u6B65\u9AA4", "there is no such stage of remedy left", {
      ...article2,
      remedy: {
        zh: stage === void 0 ? "\u7ED3\u679C\u5DF2\u7EC8\u5C40\uFF0C\u6216\u672C\u5730\u89C4\u7A0B\u672A\u89C4\u5B9A\u6551\u6D4E" : `\u4E0B\u4E00\u6B65\uFF1A${stage.title.zh}`,
        en: stage === void 0 ? "the outcome is final, or the procedure knows no remedy" : `next: ${stage.id}`
      }
    });
  }
  const window = choose(stage.window, facts);
  const since = ticket.remedy?.decidedAt ?? ticket.closedAt ?? ticket.reply?.approvedAt ?? ticket.updatedAt;
  if (window === void 0 || at <= dueDate(window, since, defaultCalendar).dueAt.toISOString()) {
    return { ok: true, stage };
  }
  return refuse("windowClosed", "\u5DF2\u8FC7\u7533\u8BF7\u6551\u6D4E\u7684\u671F\u9650", "the time for this remedy has passed", {
    ...article2,
    remedy: { zh: "\u53EF\u901A\u8FC7\u5176\u4ED6\u6CD5\u5B9A\u9014\u5F84\u89E3\u51B3", en: "other legal paths remain" }
  });
}

// src/tracks/remedy/conduct.ts
var remedyConduct = {
  perform: {
    seekRemedy: (ticket, { stage, reason }, { pack, facts, at }) => {
      const next = nextStage2(ticket, stage, facts, pack, at);
      return next.ok ? done("remedy.sought", { stage: next.stage.id, reason, final: next.stage.final }) : next;
    },
    decideRemedy: ({ remedy }, data) => done("remedy.decided", { stage: remedy?.stage ?? "", ...data })
  },
  checks: {
    seekRemedy: (ticket, data, { facts, pack, at }) => {
      const { remedy } = ticket;
      if (remedy !== null && remedy.decidedAt === null) {
        return refuse("remedyOpen", "\u6551\u6D4E\u7533\u8BF7\u5C1A\u5728\u5904\u7406", "a remedy is being decided", {
          remedy: { zh: "\u8BF7\u7B49\u5F85\u51B3\u5B9A", en: "wait for the decision" }
        });
      }
      const next = nextStage2(ticket, data?.stage, facts, pack, at);
      return next.ok ? fine : next;
    },
    decideRemedy: ({ remedy }) => remedy !== null && remedy.decidedAt === null ? fine : refuse("noRemedy", "\u6CA1\u6709\u5F85\u51B3\u5B9A\u7684\u6551\u6D4E\u7533\u8BF7", "no remedy waits for a decision", {
      remedy: { zh: "\u8BF7\u8BC9\u6C42\u4EBA\u5148\u7533\u8BF7", en: "the citizen seeks one first" }
    })
  },
  guards: {
    remedyReopens: (_ticket, _facts, _pack, data) => data.decision === "changed"
  },
  folds: {
    "remedy.sought": (draft, { stage, final }, at) => {
      draft.remedy = { stage, final, soughtAt: at, decidedAt: null, decision: null };
      stageTaken(draft, "remedies", stage, at);
    },
    "remedy.decided": (draft, { decision }, at) => {
      if (draft.remedy !== null) draft.remedy = { ...draft.remedy, decidedAt: at, decision };
      if (decision !== "changed") return;
      leaveUnit(draft);
      startRound(draft);
      draft.closedAt = null;
    }
  }
};
function answersOf(ticket, facts, { procedure }) {
  const { applicants: all, splitFrom } = ticket.call;
  const onlySpeakers = choose(procedure.applicants?.answer, facts) === "representatives";
  const speakers = all.filter(({ representative }) => representative === true);
  const applicants = (onlySpeakers && speakers.length > 0 ? speakers : all).map(({ id }) => id);
  const repeats = choose(procedure.merging?.answer, facts) === "root" ? [] : ticket.absorbed;
  const together = choose(procedure.splitting?.answer, facts) === "together";
  const tickets = [...repeats, ...together ? ticket.parts : []];
  const answers = {
    ...applicants.length === 0 ? {} : { applicants },
    ...tickets.length === 0 ? {} : { tickets },
    ...together && splitFrom !== null ? { together: splitFrom } : {}
  };
  return Object.keys(answers).length === 0 ? {} : { answers };
}
function effectOf(data, facts, { procedure }) {
  return replyKind(procedure, facts, data)?.effect ?? "replies";
}
function needsApproval(data, facts, { procedure }) {
  const kind = replyKind(procedure, facts, data)?.id;
  return approversOf(procedure, "reply", kind === void 0 ? facts : { ...facts, replyKind: kind }).length > 0;
}

// src/tracks/reply/conduct.ts
var replyConduct = {
  perform: {
    submitReply: (ticket, data, { pack, facts }) => {
      const effect = effectOf(data, facts, pack);
      if (effect === "extends" && data.until === void 0) {
        return refuse("missing", "\u987B\u5199\u660E\u5EF6\u81F3\u4F55\u65F6", "this kind of reply says until when", {
          remedy: { zh: "\u8BF7\u586B\u5199 until", en: 'give the date as "until"' }
        });
      }
      const isGiven = effect === "replies" && !needsApproval(data, facts, pack);
      return done("reply.submitted", {
        ...data,
        ...unlessFinal(effect),
        ...isGiven ? answersOf(ticket, facts, pack) : {}
      });
    },
    approveReply: (ticket, data, { pack, facts }) => done("reply.approved", {
      ...data,
      ...unlessFinal(ticket.reply?.effect),
      ...ticket.reply?.effect === "replies" ? answersOf(ticket, facts, pack) : {}
    }),
    rejectReply: (_ticket, data) => done("reply.rejected", data)
  },
  checks: {
    submitReply: ({ suspension }) => suspension === null ? fine : refuse("suspended", "\u5DE5\u5355\u5DF2\u6302\u8D77\uFF0C\u4E0D\u80FD\u7B54\u590D", "a suspended ticket is not replied to", {
      remedy: { zh: "\u8BF7\u5148\u6062\u590D\u529E\u7406", en: "resume it first" }
    })
  },
  guards: {
    replyNeedsApproval: (_ticket, facts, pack, data) => needsApproval(data, facts, pack),
    replyIsInterim: (_ticket, facts, pack, data) => effectOf(data, facts, pack) !== "replies",
    approvedReplyIsInterim: (ticket) => (ticket?.reply?.effect ?? "replies") !== "replies"
  },
  folds: {
    "reply.submitted": (draft, { result, solved: solved2, kind, effect = "replies", until }, at) => {
      const reply = {
        result,
        solved: solved2,
        submittedAt: at,
        approvedAt: null,
        kind: kind ?? null,
        effect,
        until: until ?? null
      };
      counted(draft, kind);
      draft.reply = reply;
      if (draft.state === "handling") given(draft, reply);
    },
    "reply.approved": (draft, _data, at) => {
      if (draft.reply === null) return;
      const reply = { ...draft.reply, approvedAt: at };
      draft.reply = reply;
      if (reply.effect !== "replies") given(draft, reply);
    },
    "reply.rejected": (draft) => {
      draft.reply = null;
    }
  }
};
function given(draft, reply) {
  draft.interimReplies = [...draft.interimReplies, reply];
  draft.reply = null;
}
function unlessFinal(effect = "replies") {
  return effect === "replies" ? {} : { effect };
}

// src/tracks/returns/conduct.ts
var returnsConduct = {
  perform: {
    requestReturn: (ticket, data, { pack }) => unknownUnit([data.proposedUnit], pack) ?? done("return.requested", { ...data, from: ticket.state === "signed" ? "signed" : "dispatched" }),
    approveReturn: (_ticket, data) => done("return.approved", data),
    rejectReturn: (_ticket, data) => done("return.rejected", data)
  },
  guards: { wasSigned: (ticket) => ticket?.returnFrom === "signed" },
  folds: {
    "return.requested": (draft, { from, proposedUnit }) => {
      draft.returnFrom = from;
      if (proposedUnit !== void 0) draft.contenders = [.../* @__PURE__ */ new Set([...draft.contenders, proposedUnit])];
    },
    "return.approved": (draft) => {
      leaveUnit(draft);
      draft.counts = { ...draft.counts, returns: draft.counts.returns + 1 };
    },
    "return.rejected": (draft) => {
      draft.returnFrom = null;
    }
  }
};
var splittingConduct = {
  perform: {
    split: ({ id, parts: earlier }, { parts: parts2, reason }, { pack }) => {
      for (const { matter } of parts2) {
        const unknown = unknownMatter(matter, pack);
        if (unknown !== void 0) return unknown;
      }
      const named2 = parts2.map((part, index) => ({ ...part, ticket: `${id}-${earlier.length + index + 1}` }));
      return done("ticket.split", { parts: named2, reason });
    }
  },
  checks: {
    split: ({ parts: earlier }, data, { facts, pack }) => {
      const maximum = choose(pack.procedure.splitting?.maximum, facts) ?? Number.POSITIVE_INFINITY;
      const more = data?.parts.length ?? 1;
      return earlier.length + more > maximum ? tooMany(maximum, earlier.length, pack) : fine;
    }
  },
  folds: {
    "ticket.split": (draft, { parts: parts2 }) => {
      draft.parts = [...draft.parts, ...parts2.map(({ ticket }) => ticket)];
    }
  }
};
function tooMany(maximum, earlier, { procedure }) {
  const article2 = procedure.splitting?.article;
  return refuse(
    "tooMany",
    `\u5206\u4EF6\u5408\u8BA1\u6700\u591A${maximum}\u4EF6\uFF0C\u5DF2\u5206${earlier}\u4EF6`,
    `at most ${maximum} parts, there are ${earlier}`,
    {
      ...article2 === void 0 ? {} : { article: article2 },
      remedy: { zh: "\u8BF7\u51CF\u5C11\u5206\u4EF6\uFF0C\u6216\u53E6\u884C\u767B\u8BB0", en: "split it into fewer, or register a call of its own" }
    }
  );
}

// src/tracks/superiors/conduct.ts
var superiorsConduct = {
  perform: {
    escalateBeyondCity: (_ticket, data) => done("ticket.escalatedBeyondCity", data),
    recordSuperiorAnswer: ({ beyondCity }, data) => done("superior.answered", { to: beyondCity?.to ?? "", ...data })
  },
  checks: {
    escalateBeyondCity: ({ beyondCity }) => beyondCity === null || beyondCity.answeredAt !== null ? fine : refuse("beyondCityOpen", "\u5DF2\u63D0\u8BF7\u4E0A\u7EA7\uFF0C\u5C1A\u672A\u7B54\u590D", `${beyondCity.to} has not answered yet`, {
      remedy: { zh: "\u8BF7\u7B49\u5F85\u5E76\u8BB0\u5F55\u4E0A\u7EA7\u7B54\u590D", en: "wait for the answer and record it" }
    }),
    recordSuperiorAnswer: ({ beyondCity }) => beyondCity !== null && beyondCity.answeredAt === null ? fine : refuse("notBeyondCity", "\u6CA1\u6709\u5F85\u4E0A\u7EA7\u7B54\u590D\u7684\u4E8B\u9879", "nothing waits for an answer of superiors", {
      remedy: { zh: "\u8BF7\u5148\u63D0\u8BF7\u4E0A\u7EA7", en: "escalate it beyond the city first" }
    })
  },
  folds: {
    "ticket.escalatedBeyondCity": (draft, { to }, at) => {
      draft.beyondCity = { to, since: at, answeredAt: null };
    },
    "superior.answered": (draft, _data, at) => {
      if (draft.beyondCity !== null) draft.beyondCity = { ...draft.beyondCity, answeredAt: at };
    }
  }
};

// src/tracks/supervision/conduct.ts
var supervisionConduct = {
  perform: {
    supervise: (_ticket, data) => done("supervision.started", data),
    escalateSupervision: (_ticket, data) => done("supervision.escalated", data),
    reportSupervision: (_ticket, data) => done("supervision.reported", data),
    concludeSupervision: (_ticket, data) => done("supervision.concluded", data)
  },
  checks: {
    supervise: (ticket) => !isSupervised(ticket) ? fine : refuse("alreadySupervised", "\u5DF2\u5728\u7763\u529E\u4E2D", `level ${ticket.supervision.level} is already running`, {
      remedy: { zh: "\u53EF\u63D0\u5347\u7763\u529E\u7EA7\u522B", en: "escalate the supervision instead" }
    }),
    escalateSupervision: (ticket, data, { pack }) => {
      if (!isSupervised(ticket)) return notSupervised();
      const { level } = ticket.supervision;
      const highest = Math.max(...pack.procedure.supervision?.levels?.map((each) => each.level) ?? [3]);
      if ((data?.level ?? highest) > level) return fine;
      return refuse("levelNotHigher", `\u5F53\u524D\u5DF2\u662F ${level} \u7EA7\u7763\u529E`, `level ${level} runs already`, {
        remedy: { zh: "\u8BF7\u9009\u62E9\u66F4\u9AD8\u7684\u7EA7\u522B", en: "choose a higher level" }
      });
    },
    reportSupervision: ({ supervision }) => supervision.state === "open" ? fine : notSupervised(),
    concludeSupervision: ({ supervision }) => supervision.state === "reported" ? fine : refuse("supervisionUnanswered", "\u627F\u529E\u5355\u4F4D\u5C1A\u672A\u53CD\u9988\u7763\u529E", "the unit has not reported on the supervision", {
      remedy: { zh: "\u8BF7\u627F\u529E\u5355\u4F4D\u5148\u63D0\u4EA4\u7763\u529E\u53CD\u9988", en: "the unit reports first" }
    })
  },
  folds: {
    "supervision.started": (draft, { level, rule }, at) => {
      escalatedBy(draft, rule);
      draft.supervision = { level, state: "open", since: at };
    },
    "supervision.escalated": (draft, { level, rule }) => {
      escalatedBy(draft, rule);
      draft.supervision = { level, state: "open", since: draft.supervision.since };
    },
    "supervision.reported": (draft) => {
      draft.supervision = { ...draft.supervision, state: "reported" };
    },
    "supervision.concluded": (draft) => {
      draft.supervision = { ...draft.supervision, state: "concluded" };
    },
    "accountability.entered": (draft, { rule }) => escalatedBy(draft, rule)
  }
};
function notSupervised() {
  return refuse("notSupervised", "\u6CA1\u6709\u8FDB\u884C\u4E2D\u7684\u7763\u529E", "no supervision is running", {
    remedy: { zh: "\u8BF7\u5148\u53D1\u8D77\u7763\u529E", en: "start a supervision first" }
  });
}
var suspensionConduct = {
  perform: {
    suspend: (_ticket, data, { pack, facts, at }) => {
      const limit = limitOf(pack.procedure, "suspension", facts);
      const latest = limit === void 0 ? void 0 : dueDate(limit, at, pack.defaultCalendar).dueAt.toISOString();
      const until = data.until === void 0 ? latest : new Date(data.until).toISOString();
      if (until !== void 0 && latest !== void 0 && until > latest) {
        const { article: article2 } = pack.procedure.suspension ?? {};
        return refuse("overLimit", "\u6302\u8D77\u65F6\u95F4\u8D85\u8FC7\u89C4\u5B9A\u7684\u6700\u957F\u671F\u9650", "the suspension is longer than the procedure allows", {
          ...article2 === void 0 ? {} : { article: article2 },
          remedy: { zh: `\u6700\u8FDF\u81F3 ${latest}`, en: `until ${latest} at the latest` }
        });
      }
      return done("ticket.suspended", { ...data, ...until === void 0 ? {} : { until } });
    },
    resume: (_ticket, data) => done("ticket.resumed", data)
  },
  checks: {
    suspend: ({ suspension }) => suspension === null ? fine : refuse("alreadySuspended", "\u5DE5\u5355\u5DF2\u6302\u8D77", "the ticket is suspended already", {
      remedy: { zh: "\u8BF7\u5148\u6062\u590D\u529E\u7406", en: "resume it first" }
    }),
    resume: ({ suspension }) => suspension !== null ? fine : refuse("notSuspended", "\u5DE5\u5355\u6CA1\u6709\u6302\u8D77", "the ticket is not suspended", {
      remedy: { zh: "\u5DE5\u5355\u6B63\u5728\u529E\u7406", en: "it is being handled" }
    })
  },
  folds: {
    "ticket.suspended": (draft, { until }, at) => {
      draft.suspension = { since: at, until: until ?? null };
      draft.counts = { ...draft.counts, suspensions: draft.counts.suspensions + 1 };
    },
    "ticket.resumed": (draft) => {
      draft.suspension = null;
    }
  }
};

// src/tracks/tagging/conduct.ts
var taggingConduct = {
  perform: { tag: (_ticket, data) => done("ticket.tagged", { origin: "person", ...data }) },
  folds: {
    "ticket.tagged": (draft, { add = [], labels = [], remove = [], rule }) => {
      const given2 = [...draft.tags, ...add, ...labels.map(({ tag }) => tag)];
      draft.tags = [...new Set(given2)].filter((tag) => !remove.includes(tag));
      escalatedBy(draft, rule);
    },
    "notice.given": (draft, { rule }) => escalatedBy(draft, rule)
  }
};

// src/tracks/termination/conduct.ts
var terminationConduct = {
  perform: {
    requestTermination: (_ticket, data) => done("termination.requested", data),
    approveTermination: ({ termination }, data) => termination === null ? noTermination() : done("ticket.terminated", { ...termination, ...data }),
    rejectTermination: (_ticket, data) => done("termination.rejected", data)
  },
  checks: {
    requestTermination: ({ termination }) => termination === null ? fine : refuse("terminationOpen", "\u5DF2\u6709\u5F85\u5BA1\u6279\u7684\u7EC8\u6B62\u7533\u8BF7", "a termination already waits for approval", {
      remedy: { zh: "\u8BF7\u7B49\u5F85\u5BA1\u6279", en: "wait for the decision" }
    }),
    approveTermination: (ticket) => ticket.termination === null ? noTermination() : supervisionAnswered(ticket),
    rejectTermination: asked
  },
  folds: {
    "termination.requested": (draft, { ground: ground2, reason }) => {
      draft.termination = { ground: ground2, reason };
    },
    "termination.rejected": (draft) => {
      draft.termination = null;
    },
    "ticket.terminated": closeAt
  }
};
function asked({ termination }) {
  return termination === null ? noTermination() : fine;
}
function noTermination() {
  return refuse("noTermination", "\u6CA1\u6709\u5F85\u5BA1\u6279\u7684\u7EC8\u6B62\u7533\u8BF7", "no termination waits for approval", {
    remedy: { zh: "\u8BF7\u627F\u529E\u5355\u4F4D\u5148\u7533\u8BF7\u7EC8\u6B62", en: "the unit asks for one first" }
  });
}
var unreasonableConduct = {
  perform: {
    markUnreasonable: (_ticket, data, { pack, facts }) => {
      const effects = choose(pack.procedure.unreasonable?.effects, { ...facts, unreasonable: true });
      return done("demand.foundUnreasonable", { ...data, ...effects === void 0 ? {} : { effects } });
    }
  },
  checks: {
    markUnreasonable: (ticket) => ticket.unreasonable === null ? fine : refuse("alreadyUnreasonable", "\u5DF2\u8BA4\u5B9A\u4E3A\u4E0D\u5408\u7406\u8BC9\u6C42", "the demand is found unreasonable already", {
      remedy: { zh: "\u65E0\u987B\u518D\u6B21\u8BA4\u5B9A", en: "nothing is left to do" }
    })
  },
  folds: {
    "demand.foundUnreasonable": (draft, { ground: ground2 }) => {
      draft.unreasonable = ground2;
    }
  }
};

// src/tracks/urging/conduct.ts
var urgingConduct = {
  perform: {
    urge: (ticket, data, { by }) => {
      const applicant = applicantOf(ticket, by, data.applicant);
      return done("ticket.urged", { ...data, by: by.id, ...applicant === null ? {} : { applicant } });
    }
  },
  folds: {
    "ticket.urged": (draft, { rule, by = null, applicant = null, unit = draft.lead }, at) => {
      draft.requests = [...draft.requests, { command: "urge", by, applicant, unit, at }];
      draft.urges += 1;
      draft.urgedAt = [...draft.urgedAt, at];
      escalatedBy(draft, rule);
    }
  }
};

// src/ticket/conducts.ts
var conducts = [
  intakeConduct,
  emergencyConduct,
  dispatchConduct,
  returnsConduct,
  disputeConduct,
  fieldworkConduct,
  promiseConduct,
  extensionConduct,
  suspensionConduct,
  replyConduct,
  callbackConduct,
  closingConduct,
  urgingConduct,
  supervisionConduct,
  terminationConduct,
  remedyConduct,
  consultationConduct,
  instructionConduct,
  departmentsConduct,
  recusalConduct,
  superiorsConduct,
  mergingConduct,
  splittingConduct,
  enquiryConduct,
  unreasonableConduct,
  clueConduct,
  qualityConduct,
  observingConduct,
  praiseConduct,
  taggingConduct,
  informingConduct,
  clockConduct,
  importConduct,
  identityConduct
];
function gathered(kind) {
  return Object.assign(/* @__PURE__ */ Object.create(null), ...conducts.map((conduct) => conduct[kind]));
}
var perform = gathered("perform");
var checks = gathered("checks");
var guards = gathered("guards");
var folds = gathered("folds");

// src/ticket/snapshot-shape.ts
var SNAPSHOT_SHAPE = 4;

// src/ticket/evolve.ts
function evolve(ticket, event) {
  return evolveOwn(ticket === void 0 ? void 0 : copyOf(ticket), event);
}
function evolveOwn(ticket, event) {
  if (event.type === "ticket.registered") return registered(event);
  const fold = folds[event.type];
  if (ticket === void 0 || fold === void 0) {
    throw new RangeError(
      `"${event.type}" cannot follow ${ticket === void 0 ? "nothing" : `version ${ticket.version}`}`
    );
  }
  ticket.version += 1;
  ticket.state = event.state;
  ticket.updatedAt = event.at;
  fold(ticket, event.data, event.at);
  return ticket;
}
var NONE = Object.freeze([]);
var NOTHING = Object.freeze({});
var NO_COUNTS = Object.freeze({ returns: 0, extensions: 0, suspensions: 0, reopenings: 0 });
var UNSUPERVISED = Object.freeze({ level: 0, state: "none", since: null });
var NOBODY = Object.freeze({ persons: NONE, units: NONE });
var NO_ENQUIRIES = Object.freeze({ asked: 0, repeats: 0, times: NONE });
function callOf(data) {
  return {
    channel: data.channel,
    type: data.type,
    matter: data.matter,
    content: data.content,
    place: data.place,
    urgent: data.urgent,
    confidential: data.confidential,
    anonymous: data.anonymous,
    line: data.line,
    reference: data.reference,
    applicant: data.applicant,
    applicants: data.applicants ?? NONE,
    replyWanted: data.replyWanted ?? true,
    leaderAssigned: data.leaderAssigned ?? data.channel === "leaderDay",
    repeats: data.repeats ?? NONE,
    facts: data.facts ?? NOTHING,
    splitFrom: data.splitFrom ?? null,
    clocksSince: data.clocksSince ?? NOTHING,
    confidentialOn: data.confidentialOn ?? NONE
  };
}
function registered({ ticket, data, at, state }) {
  const { number, tags = NONE } = data;
  const call = callOf(data);
  return {
    shape: SNAPSHOT_SHAPE,
    id: ticket,
    number,
    version: 1,
    state,
    round: 1,
    call,
    registeredAt: at,
    lead: null,
    assists: NONE,
    leadSince: null,
    reason: null,
    limits: NOTHING,
    handler: null,
    contactedAt: null,
    arrivedAt: null,
    returnFrom: null,
    extension: null,
    suspension: null,
    counts: NO_COUNTS,
    promise: null,
    reply: null,
    callbacks: 0,
    rating: null,
    urges: 0,
    urgedAt: NONE,
    supervision: UNSUPERVISED,
    clocks: NOTHING,
    escalated: NONE,
    path: NONE,
    finishedAssists: NONE,
    tally: NOTHING,
    stages: NOTHING,
    received: NONE,
    contenders: NONE,
    statutory: null,
    meanwhile: null,
    promises: NONE,
    requests: NONE,
    handover: null,
    evidence: NONE,
    milestones: NOTHING,
    interimReplies: NONE,
    termination: null,
    remedy: null,
    consultation: null,
    instructions: 0,
    leaderAssigned: call.leaderAssigned,
    departmentCall: null,
    recused: NOBODY,
    beyondCity: null,
    mergedInto: null,
    absorbed: NONE,
    parts: NONE,
    enquiries: NO_ENQUIRIES,
    unreasonable: null,
    clues: 0,
    qualityChecks: 0,
    observers: NONE,
    comments: 0,
    praises: 0,
    tags,
    duties: NOTHING,
    imported: null,
    closedAt: null,
    updatedAt: at
  };
}
function copyOf(ticket) {
  return {
    shape: SNAPSHOT_SHAPE,
    id: ticket.id,
    number: ticket.number,
    version: ticket.version,
    state: ticket.state,
    round: ticket.round,
    call: ticket.call,
    registeredAt: ticket.registeredAt,
    lead: ticket.lead,
    assists: ticket.assists,
    leadSince: ticket.leadSince,
    reason: ticket.reason,
    limits: ticket.limits,
    handler: ticket.handler,
    contactedAt: ticket.contactedAt,
    arrivedAt: ticket.arrivedAt,
    returnFrom: ticket.returnFrom,
    extension: ticket.extension,
    suspension: ticket.suspension,
    counts: ticket.counts,
    promise: ticket.promise,
    reply: ticket.reply,
    callbacks: ticket.callbacks,
    rating: ticket.rating,
    urges: ticket.urges,
    urgedAt: ticket.urgedAt,
    supervision: ticket.supervision,
    clocks: ticket.clocks,
    escalated: ticket.escalated,
    path: ticket.path,
    finishedAssists: ticket.finishedAssists,
    tally: ticket.tally,
    stages: ticket.stages,
    received: ticket.received,
    contenders: ticket.contenders,
    statutory: ticket.statutory,
    meanwhile: ticket.meanwhile,
    promises: ticket.promises,
    requests: ticket.requests,
    handover: ticket.handover,
    evidence: ticket.evidence,
    milestones: ticket.milestones,
    interimReplies: ticket.interimReplies,
    termination: ticket.termination,
    remedy: ticket.remedy,
    consultation: ticket.consultation,
    instructions: ticket.instructions,
    leaderAssigned: ticket.leaderAssigned,
    departmentCall: ticket.departmentCall,
    recused: ticket.recused,
    beyondCity: ticket.beyondCity,
    mergedInto: ticket.mergedInto,
    absorbed: ticket.absorbed,
    parts: ticket.parts,
    enquiries: ticket.enquiries,
    unreasonable: ticket.unreasonable,
    clues: ticket.clues,
    qualityChecks: ticket.qualityChecks,
    observers: ticket.observers,
    comments: ticket.comments,
    praises: ticket.praises,
    tags: ticket.tags,
    duties: ticket.duties,
    imported: ticket.imported,
    closedAt: ticket.closedAt,
    updatedAt: ticket.updatedAt
  };
}

export { ASSIST, HotlineError, SNAPSHOT_SHAPE, applicantIds, applicantOf, article, assistClock, assistantOf, byApplicant, byDispatchers, cannotJoin, canonicalHash, canonicalText, checks, clockId, declareTrack, definitionOf, drawFacts, drawnFor, dutyClock, dutyKey, endStates, evolve, evolveOwn, factsOfCall, factsOfTicket, fine, granted, ground, guards, hashOf, hotline, informingWays, instant, isDutyClock, isIdentityEvent, isSectionDuty, isSectionDutyClock, isSupervised, leading, measureDuty, merging, noTicket, openAssistClocks, openStates, packClockOf, partiesOf, perform, performRegister, promiseClock, refuse, solved, stageInQuestion, staying, stillAssisting, supervisionLevel, supervisors, takenOf, targetsOf, text, unitChiefs, unitId, unitIds, unitStaff, unknownClock, unknownUnit, updateCore, waivingWays, workingStates };
//# sourceMappingURL=chunk-AJR67MLF.js.map
//# sourceMappingURL=chunk-AJR67MLF.js.map