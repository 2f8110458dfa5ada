'use strict';

var chunkPGHY5EK6_cjs = require('./chunk-PGHY5EK6.cjs');
var rules = require('@hotline-kit/rules');
var slaCalendar = require('@hotline-kit/sla-calendar');

var RowSetting = class {
  pack;
  /** The clocks whose running time is counted, each with the calendar that it runs by. */
  timed;
  #themes = /* @__PURE__ */ new Map();
  /** @param plan what the rows are for: it says which running times are counted */
  constructor(pack, plan) {
    this.pack = pack;
    const asked = new Set([...plan.facts].flatMap((fact) => rules.clockOfSeconds(fact) ?? []));
    this.timed = new Map(
      pack.clocks.filter(({ id }) => asked.has(id)).map(({ id, calendar }) => [id, calendar ?? pack.defaultCalendar])
    );
  }
  /** The widest matter above a ticket's, or the matter itself. */
  themeOf(matter) {
    if (matter === null) return void 0;
    let theme = this.#themes.get(matter);
    if (theme === void 0) {
      theme = this.pack.matters.ancestors(matter).at(-1)?.code ?? matter;
      this.#themes.set(matter, theme);
    }
    return theme;
  }
};

// src/clocks/own-time.ts
function countsWorkingTime({ kind }) {
  return kind !== "elapsed";
}
function ownTimeBetween(from, to, term, calendar) {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  return countsWorkingTime(term) ? calendar.workingTimeBetween(start, end) : end - start;
}
var FIRST = [
  "ticket.registered",
  "ticket.dispatched",
  "ticket.signed",
  "citizen.contacted",
  "site.arrived",
  "citizen.calledBack",
  "ticket.rated",
  "supervision.started",
  "ticket.praised"
];
var LAST = ["reply.approved"];
var TIMED = [...FIRST, ...LAST];
var PLACES = new Map(TIMED.map((type, place) => [type, place]));
var BITS = new Map(
  Object.values(rules.HAPPENED).map(({ event }, index) => [event, 1 << index])
);
var KEPT = new Map(
  [...BITS.keys(), ...TIMED].map((type) => [type, { bit: BITS.get(type) ?? 0, place: PLACES.get(type) }])
);
var FACTS = Object.entries(rules.HAPPENED).map(([name, { event }]) => [
  name,
  BITS.get(event) ?? 0
]);
var LifeTally = class {
  #happened = 0;
  /** By place; NaN where it never happened. */
  #at = [NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN];
  note(type, at) {
    const kept = KEPT.get(type);
    if (kept === void 0) return;
    this.#happened |= kept.bit;
    const { place } = kept;
    if (place === void 0) return;
    if (place >= FIRST.length || Number.isNaN(this.#at[place])) this.#at[place] = Date.parse(at);
  }
  /** Sets the fact of each thing that happened. What never happened is absent: its default is false. */
  tell(facts) {
    for (const [name, bit] of FACTS) if ((this.#happened & bit) !== 0) facts[name] = true;
  }
  /** Epoch milliseconds of the first, or of a reply’s approval of the last; nothing where it never happened. */
  instant(type) {
    const at = this.#at[PLACES.get(type) ?? -1];
    return at === void 0 || Number.isNaN(at) ? void 0 : at;
  }
};

// src/assessment/ticket-row.ts
var EVENT_INSTANTS = {
  registeredAt: "ticket.registered",
  dispatchedAt: "ticket.dispatched",
  signedAt: "ticket.signed",
  repliedAt: "reply.approved",
  calledBackAt: "citizen.calledBack",
  ratedAt: "ticket.rated",
  supervisedAt: "supervision.started",
  praisedAt: "ticket.praised"
};
var GIVEN = /* @__PURE__ */ new Set(["ticket.dispatched", "ticket.redispatched", "ticket.designated"]);
var NOBODY = [];
var NO_TIMES = {};
var TicketRow = class {
  source = "tickets";
  id;
  #setting;
  #life = new LifeTally();
  #holders = [];
  #returnedBy = NOBODY;
  #ticket;
  #handler;
  #supervisionPeak = 0;
  #qualityScore;
  #qualityFlags = 0;
  #isAssessed = true;
  /** By clock, how long it ran; only of the clocks whose time is counted. */
  #seconds = NO_TIMES;
  constructor(id, setting) {
    this.id = id;
    this.#setting = setting;
  }
  /** Events folded so far. */
  get version() {
    return this.#ticket?.version ?? 0;
  }
  /** Unless the demand was found unreasonable where the procedure takes such out of the assessment. */
  get isAssessed() {
    return this.#isAssessed;
  }
  /**
   * Folds the next event in.
   *
   * @throws RangeError where the first event is not `ticket.registered`, or the type is unknown
   */
  add(event) {
    const leadBefore = this.#ticket?.lead ?? null;
    const ticket = chunkPGHY5EK6_cjs.evolveOwn(this.#ticket, event);
    if (event.type === "ticket.registered") Object.assign(ticket.call, { content: "" });
    this.#ticket = ticket;
    this.#life.note(event.type, event.at);
    this.#handler = ticket.handler ?? this.#handler;
    this.#supervisionPeak = Math.max(this.#supervisionPeak, ticket.supervision.level);
    if (event.type === "quality.checked") this.#noteCheck(event.data);
    if (GIVEN.has(event.type)) noteOnce(this.#holders, ticket.lead);
    if (event.type === "return.approved" && leadBefore !== null) {
      this.#returnedBy = [.../* @__PURE__ */ new Set([...this.#returnedBy, leadBefore])];
    }
    if (event.type === "demand.foundUnreasonable") {
      this.#isAssessed = event.data.effects?.includes("notAssessed") !== true;
    }
    if (event.type === "clock.stopped") this.#timeClock(ticket.clocks[event.data.clock]);
  }
  instant(name) {
    if (Object.hasOwn(EVENT_INSTANTS, name)) {
      return this.#life.instant(EVENT_INSTANTS[name]);
    }
    if (name === "closedAt") return parsed(this.#ticket?.closedAt);
    const place = clockInstant(name);
    return place && parsed(this.#ticket?.clocks[place.clock]?.[place.which]);
  }
  /** Drawn anew each time it is asked: kept for every ticket, the facts would take more room than the log. */
  get facts() {
    return this.#draw(void 0);
  }
  factsFor({ clocks }) {
    return this.#draw(clocks);
  }
  #draw(clocks) {
    const ticket = this.#ticket;
    if (ticket === void 0) return {};
    const life = this.#life;
    const facts = chunkPGHY5EK6_cjs.drawFacts(ticket, this.#setting.pack, ticket.updatedAt, clocks);
    const [registered, dispatched] = [life.instant("ticket.registered"), life.instant("ticket.dispatched")];
    const signed = life.instant("ticket.signed");
    const handle = ticket.clocks.handle;
    facts.address = void 0;
    facts.isClosed = ticket.closedAt !== null;
    facts.isLate = handle !== void 0 && (handle.late || handle.state === "breached");
    facts.supervisionPeak = this.#supervisionPeak;
    facts.promiseForClass = ticket.promise?.forClass !== void 0;
    facts.qualityScore = this.#qualityScore;
    facts.qualityFlags = this.#qualityFlags;
    facts.callbackCount = ticket.callbacks;
    facts.handler = this.#handler;
    facts.theme = this.#setting.themeOf(ticket.call.matter);
    facts.holder = this.#holders;
    facts.returnedBy = this.#returnedBy;
    facts.dispatchSeconds = secondsBetween(registered, dispatched);
    facts.signSeconds = secondsBetween(dispatched, signed);
    facts.contactSeconds = secondsBetween(signed, life.instant("citizen.contacted"));
    facts.arriveSeconds = secondsBetween(signed, life.instant("site.arrived"));
    facts.handlingSeconds = secondsBetween(dispatched, life.instant("reply.approved"));
    facts.totalSeconds = secondsBetween(registered, this.instant("closedAt"));
    for (const clock in this.#seconds) facts[`clock.${clock}.seconds`] = this.#seconds[clock];
    life.tell(facts);
    return facts;
  }
  #noteCheck({ score, flags = [] }) {
    this.#qualityScore = score ?? this.#qualityScore;
    this.#qualityFlags += flags.length;
  }
  #timeClock(clock) {
    const calendar = clock && this.#setting.timed.get(clock.id);
    if (clock === void 0 || calendar === void 0 || clock.stoppedAt === null) return;
    const { id, startedAt, stoppedAt, term, pausedTotal } = clock;
    const own2 = stoppedAt < startedAt ? 0 : ownTimeBetween(startedAt, stoppedAt, term, calendar) - pausedTotal;
    this.#seconds = { ...this.#seconds, [id]: Math.floor(Math.max(0, own2) / 1e3) };
  }
};
var CLOCK_INSTANT = /^clock\.([A-Za-z][\w-]*)\.(dueAt|startedAt|stoppedAt)$/;
var clockInstants = /* @__PURE__ */ new Map([["dueAt", { clock: "handle", which: "dueAt" }]]);
function clockInstant(name) {
  const known = clockInstants.get(name);
  if (known !== void 0 || clockInstants.has(name)) return known;
  const [, clock, which] = CLOCK_INSTANT.exec(name) ?? [];
  const found = clock === void 0 ? void 0 : { clock, which };
  clockInstants.set(name, found);
  return found;
}
function noteOnce(list, unit) {
  if (unit !== null && !list.includes(unit)) list.push(unit);
}
function parsed(at) {
  return at === null || at === void 0 ? void 0 : Date.parse(at);
}
function secondsBetween(from, to) {
  return from === void 0 || to === void 0 || to < from ? void 0 : Math.floor((to - from) / 1e3);
}

// src/assessment/fact-rows.ts
var FactRows = class {
  #setting;
  #rows = /* @__PURE__ */ new Map();
  /**
   * @param pack the law under which the tickets were handled
   * @param plan what the rows are for, where it is not the pack's own assessment
   */
  constructor(pack, plan = pack.assessment) {
    this.#setting = new RowSetting(pack, plan);
  }
  /** How many tickets there are. */
  get size() {
    return this.#rows.size;
  }
  /**
   * Takes events in, each ticket's in the order of its log.
   *
   * @throws RangeError where the first event of a ticket is not `ticket.registered`
   */
  add(events) {
    let row;
    for (const event of events) {
      if (row?.id !== event.ticket) row = this.#rowOf(event.ticket);
      row.add(event);
    }
  }
  #rowOf(ticket) {
    let row = this.#rows.get(ticket);
    if (row === void 0) {
      row = new TicketRow(ticket, this.#setting);
      this.#rows.set(ticket, row);
    }
    return row;
  }
  /** The row of a ticket. */
  get(ticket) {
    return this.#rows.get(ticket);
  }
  /** How many events of a ticket are in its row; 0 where there is none. */
  versionOf(ticket) {
    return this.#rows.get(ticket)?.version ?? 0;
  }
  /** The rows in the order in which their tickets came. */
  [Symbol.iterator]() {
    return this.#rows.values();
  }
};

// src/assessment/ratio.ts
var Ratio = class _Ratio {
  numerator;
  denominator;
  /** @throws RangeError where the denominator is 0 */
  constructor(numerator, denominator) {
    if (denominator === 0n) throw new RangeError("a ratio over nothing");
    this.numerator = denominator < 0n ? -numerator : numerator;
    this.denominator = denominator < 0n ? -denominator : denominator;
  }
  /** A number as it is written: 0.1 is one tenth. Digits beyond the sixth are rounded off. */
  static of(value) {
    return Number.isInteger(value) ? new _Ratio(BigInt(value), 1n) : new _Ratio(BigInt(Math.round(value * 1e6)), 1000000n);
  }
  plus(other) {
    return new _Ratio(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator
    );
  }
  minus(other) {
    return this.plus(new _Ratio(-other.numerator, other.denominator));
  }
  times(other) {
    return new _Ratio(this.numerator * other.numerator, this.denominator * other.denominator);
  }
  /** @throws RangeError where the other is 0 */
  over(other) {
    return this.times(new _Ratio(other.denominator, other.numerator));
  }
  /** Below 0 where this is less than the other, 0 where they are equal. */
  compare(other) {
    const difference = this.numerator * other.denominator - other.numerator * this.denominator;
    return difference === 0n ? 0 : difference < 0n ? -1 : 1;
  }
  /**
   * Rounded once, from the exact value. `halfUp` takes a half away from 0, `down` cuts towards 0.
   *
   * @example
   * new Ratio(2_397_400n, 24_932n).print({ digits: 2, mode: 'halfUp' }); // '96.16'
   */
  print({ digits, mode }) {
    const isNegative = this.numerator < 0n;
    const scaled = (isNegative ? -this.numerator : this.numerator) * 10n ** BigInt(digits);
    const whole = scaled / this.denominator;
    const twice = scaled % this.denominator * 2n;
    const isUp = mode === "halfUp" ? twice >= this.denominator : mode === "halfEven" && (twice > this.denominator || twice === this.denominator && whole % 2n === 1n);
    const rounded = isUp ? whole + 1n : whole;
    const text = rounded.toString().padStart(digits + 1, "0");
    const shown = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
    return isNegative && rounded > 0n ? `-${shown}` : shown;
  }
};

// src/assessment/exact-figure.ts
var HUNDRED = Ratio.of(100);
var SECONDS = { second: 1, minute: 60, hour: 3600, day: 86400 };
function exactValue(metric, tally) {
  switch (metric.kind) {
    case "count":
      return Ratio.of(tally.base);
    case "rate":
      return tally.base === 0 ? void 0 : share(tally.hits, tally.base);
    case "statistic": {
      if (tally.base === 0) return void 0;
      const unit = Ratio.of(SECONDS[metric.unit ?? "second"]);
      return statisticOf(metric.statistic, tally).over(unit);
    }
    default:
      return void 0;
  }
}
function share(part, whole) {
  return Ratio.of(part).over(Ratio.of(whole)).times(HUNDRED);
}
function boundOf(bound, unit) {
  return bound * SECONDS[unit ?? "second"];
}
function statisticOf(statistic, tally) {
  switch (statistic) {
    case "sum":
      return Ratio.of(tally.sum);
    case "mean":
      return Ratio.of(tally.sum).over(Ratio.of(tally.base));
    case "median": {
      const middle = (tally.base - 1) / 2;
      const [low, high] = [tally.numberAt(Math.floor(middle)), tally.numberAt(Math.ceil(middle))];
      return Ratio.of(low).plus(Ratio.of(high)).over(Ratio.of(2));
    }
    case "p90":
      return Ratio.of(tally.numberAt(Math.ceil(tally.base * 0.9) - 1));
  }
}

// src/assessment/score.ts
var ZERO = Ratio.of(0);
function scoreOf(metric, figureOf) {
  const deductions = metric.deductions.map((deduction) => {
    const value = figureOf(deduction.metric);
    return { deduction, value, points: value === void 0 ? ZERO : pointsOf(deduction, value) };
  });
  const left = deductions.reduce((rest, { points }) => rest.minus(points), Ratio.of(metric.full));
  return { score: left.compare(ZERO) < 0 ? ZERO : left, deductions };
}
function pointsOf({ below, above, per, points, most }, value) {
  const distance = below === void 0 ? value.minus(Ratio.of(above ?? 0)) : Ratio.of(below).minus(value);
  if (distance.compare(ZERO) <= 0) return ZERO;
  const cost = distance.over(Ratio.of(per)).times(Ratio.of(points));
  return most !== void 0 && cost.compare(Ratio.of(most)) > 0 ? Ratio.of(most) : cost;
}

// src/assessment/figure.ts
var EMPTY = "\u2013";
function exactFigure(metric, tally, figureOf) {
  if (metric.kind !== "score") return { value: exactValue(metric, tally), tally };
  const { score, deductions } = scoreOf(metric, figureOf);
  return { value: score, tally, deductions };
}
function printFigure(metric, exact, before) {
  const { value, tally } = exact;
  const text = printValue(metric, value);
  const reached = value === void 0 ? void 0 : isReached(metric, value);
  return {
    value: value === void 0 ? null : Number(value.print(metric.round)),
    text,
    base: tally.base,
    excluded: tally.excluded,
    ...metric.kind === "rate" && { hits: tally.hits },
    ...reached !== void 0 && { reached },
    ...metric.kind === "histogram" && { buckets: bucketsOf(metric, tally) },
    ...exact.deductions && { deductions: exact.deductions.map((each) => deductionOf(metric, each)) },
    ...before && value && before.value && { change: changeOf(metric, value, before.value) }
  };
}
function isReached({ target }, value) {
  if (target === void 0) return void 0;
  return "atLeast" in target ? value.compare(Ratio.of(target.atLeast)) >= 0 : value.compare(Ratio.of(target.atMost)) <= 0;
}
function printValue(metric, value) {
  if (value === void 0) return EMPTY;
  if (metric.kind === "count") return value.print({ digits: 0, mode: "halfUp" });
  return `${value.print(metric.round)}${metric.kind === "rate" ? "%" : ""}`;
}
function bucketsOf(metric, tally) {
  return metric.buckets.map(({ id, title, atMost }) => {
    const count = tally.countUpTo(boundOf(atMost, metric.unit));
    const value = tally.base === 0 ? void 0 : share(count, tally.base).print(metric.round);
    return {
      id,
      title,
      count,
      value: value === void 0 ? null : Number(value),
      text: value === void 0 ? EMPTY : `${value}%`
    };
  });
}
function deductionOf({ round }, { deduction, value, points }) {
  const { metric, article } = deduction;
  return {
    metric,
    text: value?.print(round) ?? EMPTY,
    points: Number(points.print(round)),
    ...article !== void 0 && { article }
  };
}
function changeOf(metric, now, before) {
  const isPoints = metric.kind === "rate" || metric.kind === "score";
  const text = printValue(metric, before);
  const difference = now.minus(before);
  if (!isPoints && before.compare(Ratio.of(0)) === 0) return { before: text, value: null, text: EMPTY, in: "percent" };
  const change = isPoints ? difference : difference.over(before).times(Ratio.of(100));
  const printed = change.print({ ...metric.round, digits: Math.max(metric.round.digits, 2) });
  const signed = printed.startsWith("-") ? printed : `+${printed}`;
  return {
    before: text,
    value: Number(printed),
    text: isPoints ? signed : `${signed}%`,
    in: isPoints ? "points" : "percent"
  };
}
var NONE = "";
var NOTHING = [NONE];
var TIMED2 = /* @__PURE__ */ new Set(["day", "month"]);
function isTimed(dimension) {
  return TIMED2.has(dimension);
}
var QUARTER_HOUR = 15 * 6e4;
var OF_UNITS = /* @__PURE__ */ new Set(["unit", "branch", "holder", "holderBranch"]);
var BRANCHES = /* @__PURE__ */ new Set(["branch", "holderBranch"]);
var FACT_OF = { unit: "lead", level: "leadKind", tag: "tags" };
var Dimensions = class {
  #pack;
  #zone;
  #branches = /* @__PURE__ */ new Map();
  /** By quarter of an hour since the epoch: its date, or nothing where the date changes within. */
  #dates = /* @__PURE__ */ new Map();
  constructor(pack) {
    this.#pack = pack;
    this.#zone = pack.defaultCalendar.zone;
  }
  /**
   * The keys of a row: one, or several for a dimension that holds lists.
   *
   * @param at the instant that placed the row in the period; only `day` and `month` look at it
   */
  keys(dimension, facts, at) {
    if (dimension === "branch") return this.branchOf(facts.lead);
    if (dimension === "holderBranch") return this.#branchesOf(facts.holder);
    if (dimension === "day") return [this.#dateOf(at)];
    if (dimension === "month") return [this.#dateOf(at).slice(0, 7)];
    const value = facts[FACT_OF[dimension] ?? dimension];
    if (Array.isArray(value)) return value.length === 0 ? NOTHING : value;
    return typeof value === "string" ? [value] : NOTHING;
  }
  /**
   * The keys of a dimension under which a hit counts, where the metric says whose it is: of those that are units only.
   * Nothing where it counts under every key of the row.
   */
  hitKeys(dimension, hitBy, facts) {
    if (!OF_UNITS.has(dimension)) return void 0;
    const units = this.keys(hitBy, facts, 0);
    return new Set(BRANCHES.has(dimension) ? this.#branchesOf(units) : units);
  }
  #dateOf(at) {
    const quarter = Math.floor(at / QUARTER_HOUR);
    if (!this.#dates.has(quarter)) {
      const [first, last] = [quarter * QUARTER_HOUR, (quarter + 1) * QUARTER_HOUR - 1];
      const date = slaCalendar.civilDateOf(first, this.#zone);
      this.#dates.set(quarter, date === slaCalendar.civilDateOf(last, this.#zone) ? date : void 0);
    }
    return this.#dates.get(quarter) ?? slaCalendar.civilDateOf(at, this.#zone);
  }
  /** Several units and all above them, each once. */
  #branchesOf(units) {
    if (!Array.isArray(units) || units.length === 0) return NOTHING;
    if (units.length === 1) return this.branchOf(units[0]);
    return [...new Set(units.flatMap((unit) => this.branchOf(unit)))];
  }
  /** A unit and all above it. */
  branchOf(lead) {
    if (typeof lead !== "string") return NOTHING;
    let branch = this.#branches.get(lead);
    if (branch === void 0) {
      branch = [lead, ...this.#pack.units.ancestors(lead).map(({ id }) => id)];
      this.#branches.set(lead, branch);
    }
    return branch;
  }
};
var Cells = class {
  dimension;
  #dimensions;
  #numbers = /* @__PURE__ */ new Map();
  #keys = [];
  #row;
  #at = Number.NaN;
  #ofRow = [];
  constructor(dimension, dimensions) {
    this.dimension = dimension;
    this.#dimensions = dimensions;
  }
  /** The cells of a row. Metrics ask for the same row one after the other: the last answer is kept. */
  of(facts, at) {
    if (this.#row === facts && (this.#at === at || !isTimed(this.dimension))) return this.#ofRow;
    this.#row = facts;
    this.#at = at;
    this.#ofRow = this.#dimensions.keys(this.dimension, facts, at).map((key) => this.#numberOf(key));
    return this.#ofRow;
  }
  /** The key of a cell. */
  key(cell) {
    return this.#keys[cell] ?? NONE;
  }
  #numberOf(key) {
    const known = this.#numbers.get(key);
    if (known !== void 0) return known;
    this.#numbers.set(key, this.#keys.length);
    this.#keys.push(key);
    return this.#keys.length - 1;
  }
};

// src/assessment/key-names.ts
var NOT_STATED = { zh: "\u672A\u6CE8\u660E", en: "Not stated" };
var LIST_OF = {
  unit: "units",
  branch: "units",
  holder: "units",
  holderBranch: "units",
  returnedBy: "units",
  matter: "matters",
  theme: "matters",
  channel: "channels",
  district: "districts"
};
function keyNames(pack) {
  const { names } = rules.packContext(pack);
  return (dimension, key) => {
    if (key === NONE) return NOT_STATED;
    const itself = { zh: key, en: key };
    if (dimension === "level") return own(rules.UNIT_KINDS, key) ?? itself;
    if (dimension === "type") return own(rules.TICKET_TYPES, key) ?? itself;
    if (!(dimension in LIST_OF)) return itself;
    return names?.(LIST_OF[dimension], key) ?? itself;
  };
}
function own(words, key) {
  return Object.hasOwn(words, key) ? words[key] : void 0;
}

// src/assessment/board.ts
function boardOf(board, metric, figures, setting) {
  const { id, title, by, article, basis, groups } = board;
  const named = setting.pack.assessment.groups;
  const compared = groups?.flatMap(
    (id2) => named.find((each) => each.id === id2) ?? []
  ) ?? [void 0];
  return {
    id,
    title,
    metric: metric.id,
    by,
    groups: compared.map((group) => groupOf(board, metric, group, figures, setting)),
    ...article !== void 0 && { article },
    basis
  };
}
function groupOf(board, metric, group, figures, { pack, earlier }) {
  const members = [...figures].filter(([key]) => key !== "" && (group === void 0 || isMember(key, group, pack)));
  const ranked = [];
  const unranked = [];
  for (const [key, exact] of members) {
    if (exact.value === void 0 || exact.tally.base < board.minimum) unranked.push(key);
    else ranked.push({ key, exact, value: exact.value });
  }
  const sign = metric.better === "higher" ? -1 : 1;
  ranked.sort((a, b) => sign * a.value.compare(b.value) || (a.key < b.key ? -1 : 1));
  const before = earlier.map((each) => each.groups.find((other) => other.group === group?.id)?.standings ?? []);
  const earlierOf = before.map((standings2) => new Map(standings2.map((standing) => [standing.key, standing])));
  const names = keyNames(pack);
  const ranks = ranksOf(ranked);
  const standings = ranked.map((each, index) => {
    const { rank, rankFromLast } = ranks[index];
    const list = listOf(rank, rankFromLast, board, ranked.length);
    const missedTarget = isReached(metric, each.value) === false;
    const past = earlierOf.map((standings2) => standings2.get(each.key));
    const inARow = (isSo, wasSo) => {
      if (!isSo) return 0;
      const broken = past.findIndex((standing) => standing === void 0 || !wasSo(standing));
      return 1 + (broken < 0 ? past.length : broken);
    };
    const { text, value, base } = printFigure(metric, each.exact);
    return {
      key: each.key,
      name: names(board.by, each.key),
      rank,
      rankFromLast,
      value: value ?? 0,
      text,
      base,
      list,
      missedTarget,
      timesLast: inARow(rankFromLast === 1 && ranked.length > 1, (was) => was.rankFromLast === 1),
      timesBlack: inARow(list === "black", (was) => was.list === "black"),
      timesMissed: inARow(missedTarget, (was) => was.missedTarget)
    };
  });
  return {
    ...group && { group: group.id, title: group.title },
    standings,
    unranked: unranked.sort()
  };
}
function ranksOf(ranked) {
  const isEqual = (a, b) => {
    const [one, other] = [ranked[a]?.value, ranked[b]?.value];
    return one !== void 0 && other !== void 0 && one.compare(other) === 0;
  };
  const ranks = ranked.map((_, index) => ({ rank: index + 1, rankFromLast: ranked.length - index }));
  for (let index = 1; index < ranks.length; index += 1) {
    if (isEqual(index, index - 1)) Object.assign(ranks[index] ?? {}, { rank: ranks[index - 1]?.rank });
  }
  for (let index = ranks.length - 2; index >= 0; index -= 1) {
    if (isEqual(index, index + 1)) Object.assign(ranks[index] ?? {}, { rankFromLast: ranks[index + 1]?.rankFromLast });
  }
  return ranks;
}
function listOf(rank, rankFromLast, board, size) {
  const { red = 0, black = 0 } = board;
  const most = red > 0 && black > 0 ? Math.floor(size / 2) : size;
  if (rank <= Math.min(red, most)) return "red";
  return rankFromLast <= Math.min(black, most) ? "black" : "none";
}
function isMember(key, { kinds, parent, below, tags, units }, pack) {
  const unit = pack.units.get(key);
  if (unit === void 0) return false;
  return (kinds === void 0 || kinds.includes(unit.kind)) && (parent === void 0 || unit.parent === parent) && (below === void 0 || key !== below && pack.units.isWithin(key, below)) && (tags === void 0 || tags.every((tag) => unit.tags.includes(tag))) && (units === void 0 || units.includes(key));
}

// src/assessment/consequence.ts
function consequencesOf(boards, { assessment }) {
  return assessment.consequences.flatMap(
    (definition) => boards.filter(({ id }) => id === definition.board).flatMap(
      (board) => board.groups.flatMap(
        ({ group, standings }) => standings.filter((standing) => definition.when(factsOf(standing, board, group, standings.length))).map((standing) => consequenceOf(definition, standing, group))
      )
    )
  );
}
function factsOf(standing, { by }, group, size) {
  const { key, rank, rankFromLast, value, base, list, missedTarget, timesLast, timesBlack, timesMissed } = standing;
  return {
    ...by === "handler" ? { handler: key } : { unit: key },
    ...group !== void 0 && { group },
    ...{ rank, rankFromLast, value, base, list, missedTarget, timesLast, timesBlack, timesMissed, size }
  };
}
function consequenceOf({ id, title, action, board, office, to, text, article, basis }, standing, group) {
  const { key, name } = standing;
  return {
    ...{ id, title, action, board, key, name, to, text, basis, standing },
    ...group !== void 0 && { group },
    ...office !== void 0 && { office },
    ...article !== void 0 && { article }
  };
}

// src/assessment/tally.ts
var Tally = class {
  /** Rows in the base. */
  base = 0;
  /** Rows in the numerator of a rate. */
  hits = 0;
  excluded = 0;
  /** Sum of the numbers of a statistic. */
  sum = 0;
  /** How often each number occurs, for what needs them one by one. */
  numbers;
  constructor(metric) {
    const isOneByOne = metric.kind === "histogram" || metric.kind === "statistic" && (metric.statistic === "median" || metric.statistic === "p90");
    this.numbers = isOneByOne ? /* @__PURE__ */ new Map() : void 0;
  }
  /**
   * @param number what a statistic or a histogram counts
   * @param rows so many rows are added, or taken out where it is negative
   */
  add(place, number, rows) {
    if (place === "excluded") {
      this.excluded += rows;
      return;
    }
    this.base += rows;
    if (place === "hit") this.hits += rows;
    this.sum += rows * number;
    if (this.numbers === void 0) return;
    const count = (this.numbers.get(number) ?? 0) + rows;
    if (count === 0) this.numbers.delete(number);
    else this.numbers.set(number, count);
  }
  /** The number at a position of all numbers in order, from 0. */
  numberAt(position) {
    let passed = 0;
    for (const number of [...this.numbers?.keys() ?? []].sort((a, b) => a - b)) {
      passed += this.numbers?.get(number) ?? 0;
      if (passed > position) return number;
    }
    throw new RangeError(`no number at ${position} of ${passed}`);
  }
  /** How many numbers are at most a bound. */
  countUpTo(bound) {
    let count = 0;
    for (const [number, times] of this.numbers ?? []) if (number <= bound) count += times;
    return count;
  }
};

// src/assessment/assessment.ts
function drawAssessment(book, scope, pack, earlier = []) {
  const now = new Figures(book.tallies(0), pack);
  const before = scope.spans.length > 1 ? new Figures(book.tallies(1), pack) : void 0;
  const [span] = scope.spans;
  const names = keyNames(pack);
  const shown = scope.measured.filter(({ isShown }) => isShown);
  const boards = pack.assessment.boards.flatMap((board) => {
    const measured = shown.find(({ metric }) => metric.id === board.metric);
    if (measured === void 0) return [];
    const keys = now.keys(measured.metric, board.by);
    const figures = new Map(keys.map((key) => [key, now.exact(measured.metric, { by: board.by, key })]));
    const past = earlier.flatMap((each) => each.boards.find(({ id }) => id === board.id) ?? []);
    return [boardOf(board, measured.metric, figures, { pack, earlier: past })];
  });
  return {
    pack: { id: pack.id, version: pack.version, hash: pack.hash },
    from: new Date(span?.from ?? 0).toISOString(),
    to: new Date(span?.to ?? 0).toISOString(),
    ...scope.within !== void 0 && { within: scope.within },
    metrics: shown.map((measured) => metricFigures(measured, now, before, names)),
    boards,
    consequences: consequencesOf(boards, pack)
  };
}
function metricFigures({ metric, dimensions }, now, before, names) {
  const { id, title, kind, period, target, article, basis } = metric;
  const print = (part) => printFigure(metric, now.exact(metric, part), before?.exact(metric, part));
  return {
    ...{ id, title, kind, period, basis },
    ..."unit" in metric && metric.unit !== void 0 && { unit: metric.unit },
    ...target && { target },
    ...article !== void 0 && { article },
    total: print(),
    parts: dimensions.map((by) => ({
      by,
      title: rules.DIMENSIONS[by],
      figures: now.keys(metric, by).map((key) => ({ key, name: names(by, key), figure: print({ by, key }) })).sort((a, b) => b.figure.base - a.figure.base || (a.key < b.key ? -1 : 1))
    }))
  };
}
var Figures = class {
  #tallies;
  #pack;
  constructor(tallies, pack) {
    this.#tallies = tallies;
    this.#pack = pack;
  }
  exact(metric, part) {
    return exactFigure(metric, this.#tallyOf(metric, part), (id) => {
      const source = this.#pack.assessment.metric(id);
      return source && this.exact(source, part).value;
    });
  }
  /** The keys that have any row; those of a score are those of what it draws upon. */
  keys(metric, by) {
    const sources = metric.kind === "score" ? metric.deductions.map((each) => each.metric) : [metric.id];
    const keys = sources.flatMap(
      (id) => (
        // A key whose rows were all taken out again has none.
        [...this.#tallies.get(id)?.parts.get(by) ?? []].flatMap(
          ([key, { base, excluded }]) => base + excluded > 0 ? key : []
        )
      )
    );
    return [...new Set(keys)].sort();
  }
  #tallyOf(metric, part) {
    if (metric.kind === "score") return this.#widest(metric, part);
    const tallies = this.#tallies.get(metric.id);
    const tally = part === void 0 ? tallies?.total : tallies?.parts.get(part.by)?.get(part.key);
    return tally ?? new Tally(metric);
  }
  /** The base of a score is the largest base among those that it draws upon. */
  #widest(metric, part) {
    const sources = metric.deductions.flatMap((each) => this.#pack.assessment.metric(each.metric) ?? []);
    return sources.map((source) => this.#tallyOf(source, part)).reduce((widest, tally) => tally.base > widest.base ? tally : widest, new Tally(metric));
  }
};

// src/assessment/assessing-reader.ts
var AssessingReader = class {
  #reader;
  /** By index in the plan, the metrics that only count. */
  #counts;
  #isAssessed = true;
  constructor(reader, measured) {
    this.#reader = reader;
    this.#counts = new Set(measured.flatMap(({ metric, index }) => metric.kind === "count" ? index : []));
  }
  /**
   * Takes the facts of the next row.
   *
   * @throws RuleFactError where a fact has another type than its definition says
   */
  read({ isAssessed = true }, facts) {
    this.#reader.read(facts);
    this.#isAssessed = isAssessed;
  }
  /** Where the row stands in a metric of the plan, by the metric’s index. */
  place(metric) {
    const place = this.#reader.place(metric);
    return this.#isAssessed || place === "out" || this.#counts.has(metric) ? place : "excluded";
  }
};

// src/assessment/standing.ts
var PLACES2 = ["out", "excluded", "in", "hit"];
var Standings = class {
  /** Four steps a node, one for each place; 0, the root, is where no step leads. */
  #steps = [0, 0, 0, 0];
  /** By node: the standing that ends there. */
  #ends = [];
  #places = [];
  /** The node after a step. */
  step(node, place) {
    const from = node * PLACES2.length + digitOf(place);
    const known = this.#steps[from] ?? 0;
    if (known > 0) return known;
    const made = this.#steps.length / PLACES2.length;
    this.#steps[from] = made;
    this.#steps.push(0, 0, 0, 0);
    return made;
  }
  /** The standing whose last step led to a node; -1 where the row is out of every metric. */
  endingAt(node) {
    const known = this.#ends[node];
    if (known !== void 0) return known;
    const places = this.#wayTo(node);
    const isOut = places.every((place) => place === "out");
    const standing = isOut ? -1 : this.#places.push(places) - 1;
    this.#ends[node] = standing;
    return standing;
  }
  /** The places of each standing, metric by metric. */
  get all() {
    return this.#places;
  }
  #wayTo(node) {
    const way = [];
    for (let at = node; at > 0; ) {
      const step = this.#steps.indexOf(at);
      way.push(PLACES2[step % PLACES2.length] ?? "out");
      at = Math.floor(step / PLACES2.length);
    }
    return way.reverse();
  }
};
function digitOf(place) {
  switch (place) {
    case "out":
      return 0;
    case "excluded":
      return 1;
    case "in":
      return 2;
    case "hit":
      return 3;
  }
}

// src/assessment/family.ts
var Family = class {
  #columns;
  #cells;
  #standings = new Standings();
  /** By standing: all rows of it. */
  #totals = [];
  /** By dimension, standing and cell: rows. */
  #counts;
  constructor(columns, cells) {
    this.#columns = columns;
    this.#cells = cells;
    this.#counts = cells.map(() => []);
  }
  /**
   * Counts a row in, or out again.
   *
   * @param reader has read the facts of the row
   * @param isIn by period, whether it places the row in the span
   * @param instants by period, when the row happened
   */
  count(facts, reader, isIn, instants, sign) {
    let node = 0;
    for (const { index, period } of this.#columns) {
      node = this.#standings.step(node, isIn[period] === true ? reader.place(index) : "out");
    }
    const standing = this.#standings.endingAt(node);
    if (standing < 0) return;
    this.#totals[standing] = (this.#totals[standing] ?? 0) + sign;
    const at = instants[this.#columns[0]?.period ?? 0] ?? 0;
    for (let split = 0; split < this.#cells.length; split += 1) {
      const counts = this.#countsOf(split, standing);
      for (const cell of this.#cells[split].of(facts, at)) {
        while (counts.length <= cell) counts.push(0);
        counts[cell] = (counts[cell] ?? 0) + sign;
      }
    }
  }
  /** The tallies of each metric. */
  tallies() {
    return this.#columns.map(({ metric }, column) => ({
      metric,
      total: this.#talliesOf(metric, column, (standing) => [this.#totals[standing] ?? 0])[0] ?? new Tally(metric),
      parts: new Map(
        this.#cells.map((cells, split) => {
          const tallies = this.#talliesOf(metric, column, (standing) => this.#countsOf(split, standing));
          return [cells.dimension, byKey(tallies, cells)];
        })
      )
    }));
  }
  #countsOf(split, standing) {
    const all = this.#counts[split];
    let counts = all[standing];
    if (counts === void 0) {
      counts = [];
      all[standing] = counts;
    }
    return counts;
  }
  /** By cell, the tallies of a metric. */
  #talliesOf(metric, column, countsOf) {
    const tallies = [];
    for (const [standing, places] of this.#standings.all.entries()) {
      const place = places[column];
      if (place === void 0 || place === "out") continue;
      for (const [cell, count] of countsOf(standing).entries()) {
        if (count === 0) continue;
        const tally = tallies[cell] ?? new Tally(metric);
        tallies[cell] = tally;
        tally.add(place, 0, count);
      }
    }
    return tallies;
  }
};
function byKey(tallies, cells) {
  const keyed = /* @__PURE__ */ new Map();
  tallies.forEach((tally, cell) => {
    if (tally !== void 0) keyed.set(cells.key(cell), tally);
  });
  return keyed;
}

// src/assessment/single.ts
var Single = class {
  #column;
  #dimensions;
  #of;
  /** Whose a hit is, in a breakdown by units. */
  #hitBy;
  #total;
  #splits;
  constructor(column, cells, dimensions) {
    const { metric } = column;
    this.#column = column;
    this.#dimensions = dimensions;
    this.#of = metric.kind === "statistic" || metric.kind === "histogram" ? metric.of : void 0;
    this.#hitBy = metric.kind === "rate" ? metric.hitBy : void 0;
    this.#total = new Tally(metric);
    this.#splits = cells.map((each) => ({ cells: each, tallies: [] }));
  }
  /** Counts a row in, or out again; the parameters are those of a family. */
  count(facts, reader, isIn, instants, sign) {
    const { index, period, metric } = this.#column;
    if (isIn[period] !== true) return;
    const place = reader.place(index);
    if (place === "out") return;
    const number = this.#of === void 0 ? 0 : facts[this.#of];
    if (typeof number !== "number") return;
    this.#total.add(place, number, sign);
    const hitBy = place === "hit" ? this.#hitBy : void 0;
    for (const { cells, tallies } of this.#splits) {
      const own2 = hitBy && this.#dimensions.hitKeys(cells.dimension, hitBy, facts);
      for (const cell of cells.of(facts, instants[period] ?? 0)) {
        const tally = tallies[cell] ?? new Tally(metric);
        tallies[cell] = tally;
        tally.add(own2 === void 0 || own2.has(cells.key(cell)) ? place : "in", number, sign);
      }
    }
  }
  /** The tallies of the metric. */
  tallies() {
    const parts = this.#splits.map(({ cells, tallies }) => [cells.dimension, byKey(tallies, cells)]);
    return [{ metric: this.#column.metric, total: this.#total, parts: new Map(parts) }];
  }
};

// src/assessment/book.ts
var Book = class {
  #scope;
  #reader;
  #dimensions;
  #periods;
  #wanted;
  #sources;
  /** By period, when the row at hand happened, and whether that lies in the span at hand. */
  #instants = [];
  #isIn = [];
  /** One list for each span; scores are drawn from the others. */
  #counters;
  constructor(scope, pack) {
    this.#scope = scope;
    this.#reader = new AssessingReader(pack.assessment.reader(), scope.measured);
    this.#dimensions = new Dimensions(pack);
    this.#wanted = { clocks: clocksIn(pack.assessment.facts) };
    const counted = scope.measured.filter(({ metric }) => metric.kind !== "score");
    this.#periods = [...new Set(counted.map(({ metric }) => metric.period))];
    this.#sources = new Set(counted.map(({ metric }) => metric.over));
    const all = /* @__PURE__ */ new Map();
    const cells = (dimension) => {
      const known = all.get(dimension) ?? new Cells(dimension, this.#dimensions);
      all.set(dimension, known);
      return known;
    };
    this.#counters = scope.spans.map(() => this.#countersOf(counted, cells));
  }
  /** The tallies of a span, by metric. */
  tallies(span) {
    const all = (this.#counters[span] ?? []).flatMap(({ counts }) => counts.tallies());
    return new Map(all.map((tallies) => [tallies.metric.id, tallies]));
  }
  /**
   * Counts a row in, or out again.
   *
   * @throws RuleFactError where a fact has another type than its definition says
   */
  apply(row, sign) {
    if (!this.#sources.has(row.source)) return;
    const instants = this.#instants;
    for (const [index, period] of this.#periods.entries()) instants[index] = row.instant(period);
    let facts;
    for (const [span, counters] of this.#counters.entries()) {
      if (!this.#placeIn(this.#scope.spans[span])) continue;
      if (facts === void 0) {
        facts = row.factsFor?.(this.#wanted) ?? row.facts;
        if (!this.#isWithin(facts)) return;
        this.#reader.read(row, facts);
      }
      for (const { source, counts } of counters) {
        if (source === row.source) counts.count(facts, this.#reader, this.#isIn, instants, sign);
      }
    }
  }
  /** Notes by which periods the row belongs to a span; whether by any. */
  #placeIn(span) {
    const { from, to } = span ?? { from: 0, to: 0 };
    let isAny = false;
    for (const [index, at] of this.#instants.entries()) {
      const isIn = at !== void 0 && at >= from && at < to;
      this.#isIn[index] = isIn;
      isAny ||= isIn;
    }
    return isAny;
  }
  #isWithin(facts) {
    const { within } = this.#scope;
    return within === void 0 || this.#dimensions.branchOf(facts.lead).includes(within);
  }
  #countersOf(counted, cells) {
    const singles = [];
    const families = /* @__PURE__ */ new Map();
    for (const measured of counted) {
      const { metric, index, dimensions } = measured;
      const { over, period } = metric;
      const column = { metric, index, period: this.#periods.indexOf(period) };
      if ("of" in metric || "hitBy" in metric && metric.hitBy !== void 0) {
        singles.push({ source: over, counts: new Single(column, dimensions.map(cells), this.#dimensions) });
        continue;
      }
      const alike = JSON.stringify([over, dimensions, dimensions.some(isTimed) ? period : ""]);
      const family = families.get(alike);
      if (family === void 0) families.set(alike, { first: measured, columns: [column] });
      else family.columns.push(column);
    }
    const together = [...families.values()].map(({ first, columns }) => ({
      source: first.metric.over,
      counts: new Family(columns, first.dimensions.map(cells))
    }));
    return [...together, ...singles];
  }
};
function clocksIn(facts) {
  return new Set([...facts].flatMap((fact) => rules.clockFact(fact)?.clock ?? []));
}
function checkScope(scope, pack) {
  const { assessment: plan, units, id } = pack;
  const asked = scope.metrics ?? plan.metrics.map((metric) => metric.id);
  for (const metric of asked) {
    if (plan.metric(metric) === void 0) {
      throw invalid(
        { zh: `\u89C4\u5219\u5305\u201C${id}\u201D\u6CA1\u6709\u6307\u6807\u201C${metric}\u201D`, en: `the pack "${id}" has no metric "${metric}"` },
        plan.metrics.map((each) => each.id).join(", ")
      );
    }
  }
  for (const dimension of scope.groupBy ?? []) {
    if (!rules.isWord(rules.DIMENSIONS, dimension))
      throw invalid(
        { zh: `\u6CA1\u6709\u7EF4\u5EA6\u201C${dimension}\u201D`, en: `there is no dimension "${dimension}"` },
        Object.keys(rules.DIMENSIONS).join(", ")
      );
  }
  if (scope.within !== void 0 && !units.has(scope.within)) {
    throw invalid(
      { zh: `\u89C4\u5219\u5305\u201C${id}\u201D\u6CA1\u6709\u5355\u4F4D\u201C${scope.within}\u201D`, en: `the pack "${id}" has no unit "${scope.within}"` },
      "units.json"
    );
  }
  return {
    spans: [
      spanOf(scope),
      ...scope.previous === void 0 ? [] : [spanOf(previousOf(scope, pack.defaultCalendar.zone))]
    ],
    measured: measuredOf(plan, new Set(asked), scope.groupBy),
    ...scope.within !== void 0 && { within: scope.within }
  };
}
function invalid(what, allowed) {
  return new chunkPGHY5EK6_cjs.HotlineError("assessmentInvalid", what, {
    fix: { zh: `\u53EF\u9009\uFF1A${allowed}`, en: `use one of: ${allowed}` }
  });
}
function spanOf({ from, to }) {
  const span = { from: slaCalendar.toEpochMilliseconds(from), to: slaCalendar.toEpochMilliseconds(to) };
  if (span.from < span.to) return span;
  throw new chunkPGHY5EK6_cjs.HotlineError(
    "assessmentInvalid",
    { zh: "\u65F6\u6BB5\u7684\u7ED3\u675F\u65E9\u4E8E\u5F00\u59CB", en: "the span ends before it begins" },
    {
      fix: {
        zh: "\u8BF7\u4F7F from \u65E9\u4E8E to\uFF1Bto \u672C\u8EAB\u4E0D\u8BA1\u5165\u65F6\u6BB5",
        en: 'give "from" before "to"; "to" itself no longer belongs to the span'
      }
    }
  );
}
function previousOf({ from, to, previous }, zone) {
  if (typeof previous === "object") return previous;
  const yearBefore = (at) => {
    const wall = slaCalendar.isoInZone(at, zone).slice(0, -6);
    const year = String(Number(wall.slice(0, 4)) - 1).padStart(4, "0");
    return slaCalendar.instantOf(`${year}${wall.slice(4).replace("-02-29", "-03-01")}`, zone);
  };
  return { from: yearBefore(from), to: yearBefore(to) };
}
function measuredOf(plan, asked, groupBy) {
  const dimensions = /* @__PURE__ */ new Map();
  const need = (metric, by) => {
    const all = dimensions.get(metric.id) ?? /* @__PURE__ */ new Set();
    for (const dimension of by) all.add(dimension);
    dimensions.set(metric.id, all);
  };
  for (const metric of plan.metrics) {
    if (!asked.has(metric.id)) continue;
    const ranked = plan.boards.filter((board) => board.metric === metric.id).map(({ by: by2 }) => by2);
    const by = [...groupBy ?? metric.groupBy, ...ranked];
    need(metric, by);
    if (metric.kind !== "score") continue;
    for (const deduction of metric.deductions) {
      const source = plan.metric(deduction.metric);
      if (source !== void 0) need(source, by);
    }
  }
  return plan.metrics.flatMap((metric, index) => {
    const by = dimensions.get(metric.id);
    return by === void 0 ? [] : [{ metric, index, dimensions: [...by], isShown: asked.has(metric.id) }];
  });
}

// src/assessment/assess.ts
function assess(rows, pack, options) {
  const scope = checkScope(options, pack);
  const book = new Book(scope, pack);
  for (const row of rows) book.apply(row, 1);
  return drawAssessment(book, scope, pack, options.earlier);
}
var RunningAssessment = class {
  #pack;
  #scope;
  #book;
  #rows;
  #earlier;
  /** @throws HotlineError `assessmentInvalid`, as {@link assess} does */
  constructor(pack, options) {
    this.#pack = pack;
    this.#scope = checkScope(options, pack);
    this.#book = new Book(this.#scope, pack);
    this.#rows = new FactRows(pack);
    this.#earlier = options.earlier ?? [];
  }
  /** The rows so far: for figures that are opened, or for another span. */
  get rows() {
    return this.#rows;
  }
  /**
   * Takes events in, each ticket’s in the order of its log.
   *
   * @throws RangeError where the first event of a ticket is not `ticket.registered`
   */
  add(events) {
    const tickets = new Set(events.map(({ ticket }) => ticket));
    this.#applyAll(tickets, -1);
    this.#rows.add(events);
    this.#applyAll(tickets, 1);
  }
  /** Counts a row of the host’s own, which is no ticket. */
  addRow(row) {
    this.#book.apply(row, 1);
  }
  /** The assessment as it stands. */
  result() {
    return drawAssessment(this.#book, this.#scope, this.#pack, this.#earlier);
  }
  #applyAll(tickets, sign) {
    for (const ticket of tickets) {
      const row = this.#rows.get(ticket);
      if (row !== void 0) this.#book.apply(row, sign);
    }
  }
};

// src/assessment/open-figure.ts
function openFigure(rows, pack, query) {
  const scope = checkScope({ ...query, metrics: [query.metric] }, pack);
  const [measured] = scope.measured.filter(({ isShown }) => isShown);
  const [span] = scope.spans;
  if (measured === void 0 || span === void 0) return [];
  const { metric, index } = measured;
  const hitBy = metric.kind === "rate" ? metric.hitBy : void 0;
  const reader = new AssessingReader(pack.assessment.reader(), scope.measured);
  const dimensions = new Dimensions(pack);
  const tickets = [];
  for (const row of rows) {
    const at = row.instant(metric.period);
    if (at === void 0 || at < span.from || at >= span.to || row.source !== metric.over) continue;
    const { facts } = row;
    if (scope.within !== void 0 && !dimensions.branchOf(facts.lead).includes(scope.within)) continue;
    if (query.by !== void 0 && !dimensions.keys(query.by, facts, at).includes(query.key ?? "")) continue;
    if ("of" in metric && typeof facts[metric.of] !== "number") continue;
    reader.read(row, facts);
    const place = reader.place(index);
    const own2 = hitBy && query.by && dimensions.hitKeys(query.by, hitBy, facts);
    const isOwn = own2 === void 0 || own2.has(query.key ?? "");
    if (isPart(place === "hit" && !isOwn ? "in" : place, query.part ?? "base")) tickets.push(row.id);
  }
  return tickets;
}
function isPart(place, part) {
  switch (part) {
    case "base":
      return place === "in" || place === "hit";
    case "hits":
      return place === "hit";
    case "misses":
      return place === "in";
    case "excluded":
      return place === "excluded";
  }
}
var clockwork = { id: "hotline-kit", role: "system" };
function checkedActor(given) {
  const actor = ownFields(given);
  if (typeof actor.id !== "string" || actor.id === "") {
    throw new chunkPGHY5EK6_cjs.HotlineError(
      "invalidActor",
      { zh: "\u64CD\u4F5C\u4EBA\u6CA1\u6709\u7F16\u53F7", en: "the actor has no id" },
      { fix: { zh: "\u8BF7\u4F20\u5165 by: { id, role, unit? }", en: "pass by: { id, role, unit? }" } }
    );
  }
  if (typeof actor.role !== "string" || !Object.hasOwn(rules.ROLES, actor.role)) {
    const role = typeof actor.role === "string" ? `"${actor.role}"` : "?";
    throw new chunkPGHY5EK6_cjs.HotlineError(
      "invalidActor",
      { zh: `\u6CA1\u6709\u89D2\u8272${role}`, en: `role ${role} is unknown` },
      { fix: { zh: `\u53EF\u9009\uFF1A${Object.keys(rules.ROLES).join("\u3001")}`, en: `use one of ${Object.keys(rules.ROLES).join(", ")}` } }
    );
  }
  if (actor.unit !== void 0 && typeof actor.unit !== "string") {
    throw new chunkPGHY5EK6_cjs.HotlineError(
      "invalidActor",
      { zh: "\u64CD\u4F5C\u4EBA\u7684\u5355\u4F4D\u5E94\u4E3A\u6587\u672C", en: "the unit of an actor is a text" },
      { fix: { zh: "\u8BF7\u4F20\u5165\u89C4\u5219\u5305\u4E2D\u7684\u5355\u4F4D\u7F16\u53F7", en: "pass the unit id of the pack" } }
    );
  }
  return actor.unit === void 0 ? { id: actor.id, role: actor.role } : { id: actor.id, role: actor.role, unit: actor.unit };
}
function ownFields(actor) {
  try {
    const { id, role, unit } = actor ?? {};
    return { id, role, unit };
  } catch (cause) {
    throw new chunkPGHY5EK6_cjs.HotlineError(
      "invalidActor",
      { zh: "\u64CD\u4F5C\u4EBA\u65E0\u6CD5\u8BFB\u53D6", en: "the actor cannot be read" },
      { fix: { zh: "\u8BF7\u4F20\u5165 by: { id, role, unit? }", en: "pass by: { id, role, unit? }" }, cause }
    );
  }
}
function whoMay(roles) {
  return {
    zh: `\u53EF\u7531\u4EE5\u4E0B\u89D2\u8272\u529E\u7406\uFF1A${roles.map((role) => rules.ROLES[role].zh).join("\u3001")}`,
    en: `those who may: ${roles.join(", ")}`
  };
}

exports.Dimensions = Dimensions;
exports.FactRows = FactRows;
exports.Ratio = Ratio;
exports.RunningAssessment = RunningAssessment;
exports.assess = assess;
exports.checkScope = checkScope;
exports.checkedActor = checkedActor;
exports.clockwork = clockwork;
exports.countsWorkingTime = countsWorkingTime;
exports.openFigure = openFigure;
exports.ownTimeBetween = ownTimeBetween;
exports.share = share;
exports.whoMay = whoMay;
//# sourceMappingURL=chunk-VXU6PXWK.cjs.map
//# sourceMappingURL=chunk-VXU6PXWK.cjs.map