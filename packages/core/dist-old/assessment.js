export { spanOf } from './chunk-3SBLHN4Z.js';
import { checkedActor, share, Ratio, checkScope, Dimensions } from './chunk-BXQLGNVQ.js';
export { FactRows, RunningAssessment, assess, openFigure } from './chunk-BXQLGNVQ.js';
import { instant, unitId, text, HotlineError, canonicalHash } from './chunk-AJR67MLF.js';
import * as z2 from 'zod';
import { civilDateOf, toEpochMilliseconds, instantOf, isoInZone } from '@hotline-kit/sla-calendar';

// src/assessment/fact-row.ts
function hostRow(source, id, at, facts) {
  return { source, id, facts, instant: () => at };
}

// src/activities/activity.ts
var KINDS = ["leaderDay", "counter", "duty", "visit"];
var activitySchema = z2.strictObject({
  id: text(200),
  /** A leader’s answering day 领导接听, a head at the counter 局长进窗口, duty 值班, or a visit to the centre 驻场. */
  kind: z2.enum(KINDS),
  /** The host’s id of the person. */
  person: text(200),
  /** Their title, such as 副总值班长. */
  title: text(100).exactOptional(),
  unit: unitId,
  from: instant,
  to: instant,
  /** Ideas that they gave 出点子. */
  ideas: z2.int().min(0).exactOptional(),
  /** Problems that they found, each as what is done about it. */
  measures: z2.array(
    z2.strictObject({
      what: text(),
      /** Id of the ticket that carries it out. */
      ticket: text(200).exactOptional(),
      /** When it was done, where no ticket carries it out. */
      doneAt: instant.exactOptional()
    })
  ).max(1e3).exactOptional()
}).refine(({ from, to }) => Date.parse(from) < Date.parse(to), { error: "it ends before it begins", path: ["to"] });
function activityRows(activities, tickets) {
  return activities.map((given) => {
    const checked2 = activitySchema.safeParse(given);
    if (!checked2.success) {
      const [issue] = checked2.error.issues;
      const [where, why] = [issue?.path.join("."), issue?.message];
      throw new HotlineError(
        "invalidActivity",
        { zh: `\u6D3B\u52A8\u7684\u201C${where}\u201D\u6709\u8BEF\uFF08${why}\uFF09`, en: `${where}: ${why}` },
        { fix: { zh: "\u8BF7\u5BF9\u7167 activitySchema", en: "see the schema activitySchema" } }
      );
    }
    const { id, kind, unit, person: person2, from, ideas = 0, measures = [] } = checked2.data;
    const done = measures.filter(
      ({ ticket, doneAt }) => doneAt !== void 0 || ticket !== void 0 && tickets.get(ticket)?.facts.isClosed === true
    );
    const facts = { activityKind: kind, lead: unit, handler: person2, ideas };
    return hostRow("activities", id, Date.parse(from), {
      ...facts,
      measures: measures.length,
      measuresDone: done.length
    });
  });
}
var date = z2.iso.date();
var person = z2.strictObject({
  id: z2.string().min(1).max(200),
  role: z2.string().min(1),
  unit: z2.string().min(1),
  /** Their title on duty, such as 副总值班长. */
  title: z2.string().min(1).max(100).exactOptional()
});
var dutyRotaSchema = z2.strictObject({
  id: z2.string().min(1).max(100),
  /** The first day of the first turn. */
  starts: date,
  /** How long a turn is: so many months, or so many days. */
  turn: z2.union([
    z2.strictObject({ months: z2.int().positive().max(12) }),
    z2.strictObject({ days: z2.int().positive().max(366) })
  ]),
  /** Shifts of a day by their beginnings, `HH:MM` in order; a person has a shift for a turn. One shift unless given. */
  shifts: z2.array(z2.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)).min(1).max(24).refine((times) => times.every((time, n) => n === 0 || time > (times[n - 1] ?? "")), "shifts stand in order").exactOptional(),
  /** Who takes turns, in order. */
  people: z2.array(person).min(1).max(1e3),
  /** Who stands in for a turn, by its first day and the shift’s beginning. */
  swaps: z2.array(z2.strictObject({ starts: date, shift: z2.string().exactOptional(), person })).max(1e3).exactOptional()
});
function onDuty(rota, at, zone) {
  const { starts, turn, shifts = ["00:00"], people, swaps = [] } = checked(rota);
  const instant2 = new Date(toEpochMilliseconds(at));
  const day2 = civilDateOf(instant2, zone);
  const shift = shifts.filter((time) => instantOf(`${day2}T${time}`, zone) <= instant2).length - 1;
  const [index, dutyDay] = shift < 0 ? [shifts.length - 1, addDays(day2, -1)] : [shift, day2];
  if (dutyDay < starts) return void 0;
  const count = "months" in turn ? monthsBetween(starts, dutyDay) / turn.months : daysBetween(starts, dutyDay) / turn.days;
  const number = Math.floor(count);
  const first = "months" in turn ? addMonths(starts, number * turn.months) : addDays(starts, number * turn.days);
  const swap = swaps.find((each) => each.starts === first && (each.shift ?? shifts[index]) === shifts[index]);
  const found = swap?.person ?? people[(number * shifts.length + index) % people.length];
  if (found === void 0) return void 0;
  const { id, role, unit, title } = found;
  const next = index + 1 < shifts.length ? [dutyDay, shifts[index + 1]] : [addDays(dutyDay, 1), shifts[0]];
  return {
    actor: checkedActor({ id, role, unit }),
    ...title !== void 0 && { title },
    from: instantOf(`${dutyDay}T${shifts[index]}`, zone),
    to: instantOf(`${next[0]}T${next[1]}`, zone)
  };
}
function dutyActivities(rota, { from, to }, zone) {
  const activities = [];
  const [begin, end] = [new Date(toEpochMilliseconds(from)), new Date(toEpochMilliseconds(to))];
  for (let at = begin; at < end; ) {
    const turn = onDuty(rota, at, zone);
    if (turn === void 0) {
      at = instantOf(`${rota.starts}T${rota.shifts?.[0] ?? "00:00"}`, zone);
      if (at < begin) break;
      continue;
    }
    const { actor, title } = turn;
    activities.push({
      id: `${rota.id}:${turn.from.toISOString()}`,
      kind: "duty",
      person: actor.id,
      ...title !== void 0 && { title },
      unit: actor.unit ?? "",
      from: turn.from.toISOString(),
      to: turn.to.toISOString()
    });
    at = turn.to;
  }
  return activities;
}
function checked(rota) {
  const result = dutyRotaSchema.safeParse(rota);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const [where, why] = [issue?.path.join("."), issue?.message];
  throw new HotlineError(
    "invalidRota",
    { zh: `\u8F6E\u503C\u8868\u7684\u201C${where}\u201D\u6709\u8BEF\uFF08${why}\uFF09`, en: `${where}: ${why}` },
    {
      fix: {
        zh: "\u8BF7\u7ED9\u51FA\u201Cstarts\u201D\u3001\u201Cturn\u201D\uFF0C\u4EE5\u53CA\u542B\u7F16\u53F7\u3001\u89D2\u8272\u548C\u5355\u4F4D\u7684\u201Cpeople\u201D",
        en: 'give "starts", "turn", and "people" with id, role and unit'
      }
    }
  );
}
var DAY = 864e5;
function daysBetween(from, to) {
  return (Date.parse(to) - Date.parse(from)) / DAY;
}
function addDays(date2, days) {
  return new Date(Date.parse(date2) + days * DAY).toISOString().slice(0, 10);
}
function monthsBetween(from, to) {
  const [year = 0, month = 0] = to.split("-").map(Number);
  const [startYear = 0, startMonth = 0] = from.split("-").map(Number);
  const months = (year - startYear) * 12 + month - startMonth;
  return addMonths(from, months) > to ? months - 1 : months;
}
function addMonths(date2, months) {
  const [year = 0, month = 0, day2 = 0] = date2.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day2, last))).toISOString().slice(0, 10);
}

// src/assessment/compare.ts
function compareCities(plan, cities) {
  const [first] = cities;
  const differing = cities.find(({ assessment: { from, to } }) => {
    return from !== first?.assessment.from || to !== first.assessment.to;
  });
  if (differing !== void 0) {
    throw new HotlineError(
      "assessmentInvalid",
      { zh: `\u201C${differing.id}\u201D\u7684\u65F6\u6BB5\u4E0E\u5176\u4ED6\u57CE\u5E02\u4E0D\u540C`, en: `the span of "${differing.id}" is another one` },
      { fix: { zh: "\u8BF7\u6309\u540C\u4E00\u65F6\u6BB5\u8003\u6838\u5404\u57CE\u5E02", en: "assess all cities over the same span" } }
    );
  }
  const compared = plan.metrics.filter(({ kind }) => kind !== "histogram");
  return compared.map(({ id, title, better, kind, round }) => {
    const figures = cities.map((city) => ({ city, figure: figureOf(city, id) }));
    const values = figures.flatMap(({ figure }) => exactOf(figure) ?? []);
    const isAhead = (one, other) => {
      const order = one.compare(other);
      return better === "higher" ? order > 0 : order < 0;
    };
    const whole = figures.reduce((sum, { figure }) => sum + figure.base, 0);
    const standings = figures.map(({ city, figure }) => {
      const value = exactOf(figure);
      const rank = value && 1 + values.filter((other) => isAhead(other, value)).length;
      const part = kind === "count" && whole > 0 ? share(figure.base, whole).print({ ...round, digits: 1 }) : void 0;
      return { id: city.id, name: city.name, rank, figure, ...part !== void 0 && { share: `${part}%` } };
    });
    const last = cities.length + 1;
    return { metric: id, title, standings: standings.sort((a, b) => (a.rank ?? last) - (b.rank ?? last)) };
  });
}
function figureOf({ id, assessment }, metric) {
  const found = assessment.metrics.find((each) => each.id === metric);
  if (found !== void 0) return found.total;
  throw new HotlineError(
    "assessmentInvalid",
    { zh: `\u201C${id}\u201D\u6CA1\u6709\u6307\u6807\u201C${metric}\u201D`, en: `"${id}" has no indicator "${metric}"` },
    {
      fix: {
        zh: "\u8BF7\u4F7F\u5404\u57CE\u5E02\u7684\u89C4\u5219\u5305\u7EE7\u627F\u7701\u7EA7\u6307\u6807",
        en: "let the pack of each city inherit the indicators of the province"
      }
    }
  );
}
function exactOf({ value, base, hits }) {
  if (value === null) return void 0;
  return hits === void 0 ? Ratio.of(value) : share(hits, base);
}

// src/projects/cluster.ts
function clustersOf(rows, pack, query) {
  const { spans } = checkScope({ from: query.from, to: query.to, metrics: [] }, pack);
  const [span] = spans;
  const dimensions = new Dimensions(pack);
  const clusters = /* @__PURE__ */ new Map();
  for (const row of rows) {
    const at = row.instant("registeredAt");
    if (row.source !== "tickets" || at === void 0 || span === void 0 || at < span.from || at >= span.to) continue;
    const { facts } = row;
    if (facts.unreasonable === true || query.where?.(facts) === false) continue;
    const key = query.by.map((dimension) => dimensions.keys(dimension, facts, at)[0] ?? "");
    if (key.includes("")) continue;
    const name = JSON.stringify(key);
    const cluster = clusters.get(name);
    if (cluster !== void 0) cluster.tickets.push(row.id);
    else clusters.set(name, { key: Object.fromEntries(query.by.map((each, n) => [each, key[n]])), tickets: [row.id] });
  }
  return [...clusters.values()].filter(({ tickets }) => tickets.length >= query.atLeast).sort((a, b) => b.tickets.length - a.tickets.length);
}
function packClusters(rows, pack, span) {
  const all = [...rows];
  return pack.assessment.clusters.map(({ by, atLeast, where, ...definition }) => ({
    ...definition,
    clusters: clustersOf(all, pack, { ...span, by, atLeast, ...where && { where } })
  }));
}

// src/projects/project.ts
function projectCall({ key, tickets }, { project, what, district = key.district }) {
  return {
    channel: "import",
    type: "suggestion",
    ...key.matter !== void 0 && { matter: key.matter },
    content: what,
    place: { ...district !== void 0 && { district }, ...key.street !== void 0 && { street: key.street } },
    replyWanted: false,
    leaderAssigned: true,
    tags: [project],
    repeats: tickets.slice(0, 1e3)
  };
}
function projectProgress(rows, project) {
  const items = [];
  for (const { id, source, facts } of rows) {
    if (source !== "tickets" || !Array.isArray(facts.tags) || !facts.tags.includes(project)) continue;
    items.push({
      ticket: id,
      state: String(facts.state),
      ...typeof facts.lead === "string" && { lead: facts.lead },
      isDone: facts.isClosed === true,
      isLate: facts.isLate === true,
      answers: typeof facts.repeatCount === "number" ? facts.repeatCount : 0
    });
  }
  const done = items.filter(({ isDone }) => isDone).length;
  return { items, done, isFinished: items.length > 0 && done === items.length };
}
var fact = (name) => ({ facts }) => facts[name];
var day = (instant2) => (row, { defaultCalendar }) => {
  const at = row.instant(instant2);
  return at === void 0 ? void 0 : civilDateOf(at, defaultCalendar.zone);
};
var unitPlace = (name) => ({ facts }, { units }) => {
  const place = facts[name];
  return units.all.some((unit) => unit.id === place || unit.name.zh === place) ? place : void 0;
};
var READERS = {
  matter: fact("matter"),
  theme: fact("theme"),
  type: fact("type"),
  channel: fact("channel"),
  district: unitPlace("district"),
  street: unitPlace("street"),
  registeredOn: day("registeredAt"),
  closedOn: day("closedAt"),
  state: fact("state"),
  lead: fact("lead"),
  late: fact("isLate"),
  solved: fact("solved"),
  satisfaction: fact("satisfaction")
};
var sharedFields = Object.keys(READERS);
function sharedValue(field, row, pack) {
  const value = READERS[field](row, pack);
  const isPlain = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return isPlain ? value : void 0;
}

// src/sharing/share-batch.ts
var sharingPlanSchema = z2.strictObject({
  /** Who receives it: a unit of the pack, or the host’s id of another body, such as a newspaper. */
  recipient: z2.string().min(1).max(200),
  /** What for, as agreed with the recipient. */
  purpose: z2.string().min(1).max(500),
  fields: z2.array(z2.enum(sharedFields)).min(1),
  /** Only tickets of these matters, and of those below them. */
  matters: z2.array(z2.string().min(1)).min(1).exactOptional(),
  districts: z2.array(z2.string().min(1)).min(1).exactOptional()
});
function shareBatch(rows, pack, plan, { id, at, from, to }) {
  const checked2 = sharingPlanSchema.safeParse(plan);
  if (!checked2.success) {
    const [issue] = checked2.error.issues;
    const [where, why] = [issue?.path.join("."), issue?.message];
    throw new HotlineError(
      "invalidSharing",
      { zh: `\u5171\u4EAB\u65B9\u6848\u7684\u201C${where}\u201D\u6709\u8BEF\uFF08${why}\uFF09`, en: `${where}: ${why}` },
      {
        fix: {
          zh: `\u53EF\u5171\u4EAB\u7684\u5B57\u6BB5\uFF1A${sharedFields.join("\u3001")}`,
          en: `share fields among ${sharedFields.join(", ")}`
        }
      }
    );
  }
  const { recipient, purpose, fields } = checked2.data;
  const [first, end] = [toEpochMilliseconds(from), toEpochMilliseconds(to)];
  const { zone } = pack.defaultCalendar;
  const shared = [];
  for (const row of rows) {
    const registered = row.instant("registeredAt");
    if (row.source !== "tickets" || registered === void 0 || registered < first || registered >= end) continue;
    const { facts } = row;
    if (facts.confidential !== false || !isWanted(facts, checked2.data, pack)) continue;
    const values = { row: shared.length + 1 };
    for (const field of fields) {
      const value = sharedValue(field, row, pack);
      if (value !== void 0) values[field] = value;
    }
    shared.push(values);
  }
  const iso2 = (instant2) => isoInZone(instant2, zone);
  return {
    ...{ id, recipient, purpose, fields, rows: shared, hash: canonicalHash(shared) },
    ...{ from: iso2(from), to: iso2(to), at: iso2(at) }
  };
}
function batchRow({ id, recipient, at, rows }) {
  return hostRow("batches", id, Date.parse(at), { lead: recipient, rowsShared: rows.length });
}
function isWanted(facts, { matters, districts }, pack) {
  if (districts !== void 0 && !districts.includes(String(facts.district))) return false;
  if (matters === void 0) return true;
  const { matter } = facts;
  if (typeof matter !== "string") return false;
  return [matter, ...pack.matters.ancestors(matter).map(({ code }) => code)].some((code) => matters.includes(code));
}

export { activityRows, activitySchema, batchRow, clustersOf, compareCities, dutyActivities, dutyRotaSchema, hostRow, onDuty, packClusters, projectCall, projectProgress, shareBatch, sharingPlanSchema };
//# sourceMappingURL=assessment.js.map
//# sourceMappingURL=assessment.js.map