import { supervisionLevel, HotlineError } from './chunk-AJR67MLF.js';

// src/storage/ticket-row.ts
var NEVER_DUE = Number.MAX_SAFE_INTEGER;
function rowOf(record) {
  const { call } = record;
  return {
    id: record.id,
    number: record.number,
    version: record.version,
    state: record.state,
    lead: record.lead,
    assists: record.assists,
    handler: plain(record.handler),
    applicant: plain(call.applicant),
    matter: plain(call.matter),
    parties: partiesOf(record),
    tags: record.tags.map(plain),
    confidential: call.confidential ? 1 : 0,
    supervision: supervisionLevel(record),
    dueAt: earliestDue(record),
    registeredAt: Date.parse(record.registeredAt),
    search: searchOf(record)
  };
}
var party = {
  applicant: (id) => `applicant:${id}`,
  unit: (id) => `unit:${id}`,
  role: (role) => `role:${role}`
};
function partiesOf({ call, meanwhile, departmentCall, consultation, clues }) {
  const others = call.applicants.filter(({ id }) => id !== call.applicant);
  return [
    ...others.map(({ id }) => party.applicant(id)),
    ...[meanwhile ?? [], departmentCall?.departments ?? []].flat().map(party.unit),
    ...consultation === null ? [] : [party.role("consultationChair")],
    ...clues > 0 ? [party.role("clueReceiver")] : []
  ].map(plain);
}
function earliestDue(record) {
  let earliest = NEVER_DUE;
  for (const id in record.clocks) {
    const clock = record.clocks[id];
    if (clock?.state === "running" || clock?.state === "breached") {
      earliest = Math.min(earliest, Date.parse(clock.dueAt));
    }
  }
  return earliest;
}
function searchOf({ number, call }) {
  const { district, street, address } = call.place;
  const texts = [number, call.content, district, street, address, call.reference];
  return plain(texts.filter(Boolean).join("\n").toLowerCase());
}
function plain(text) {
  return text?.includes("\0") ? text.replaceAll("\0", "") : text;
}

// src/storage/ticket-query.ts
function cursorOf(row, order = "id") {
  if (order === "id") return row.id;
  return `${order === "dueAt" ? row.dueAt : row.registeredAt}~${row.id}`;
}
function parseCursor(after) {
  const split = after.indexOf("~");
  const key = Number(after.slice(0, split));
  if (split < 1 || !Number.isSafeInteger(key)) {
    throw new HotlineError(
      "invalidQuery",
      { zh: `\u201C${after}\u201D\u4E0D\u662F\u7FFB\u9875\u4F4D\u7F6E`, en: `"${after}" is no cursor` },
      { fix: { zh: "\u8BF7\u4F20\u5165\u4E0A\u4E00\u9875\u7684 next", en: "pass `next` of the page before" } }
    );
  }
  return { key, id: after.slice(split + 1) };
}
function wordsOf(text) {
  return text.toLowerCase().replaceAll("\0", " ").split(/\s+/u).filter(Boolean);
}

// src/storage/ticket-filter.ts
function filterClause(query, dialect, put) {
  const { states, lead, handler, assist, matter, applicant, number, supervised, tag, text, visibleTo } = query;
  const conditions = [];
  const add = (condition) => conditions.push(condition);
  const equal = (column, value) => {
    if (value !== void 0) add(`${column} = ${put(value)}`);
  };
  if (visibleTo !== void 0) add(visibilityClause(visibleTo, dialect, put));
  if (states !== void 0) add(dialect.isOneOf("state", states, put));
  if (typeof lead === "string") equal("lead", lead);
  else if (lead !== void 0) add(dialect.isOneOf("lead", lead, put));
  equal("handler", handler);
  if (applicant !== void 0) add(visibilityClause(ofApplicant(applicant), dialect, put));
  equal("matter", matter);
  equal("number", number);
  if (assist !== void 0) add(dialect.holdsOneOf("assists", [assist], put));
  if (tag !== void 0) add(dialect.holdsOneOf("tags", [tag], put));
  if (supervised !== void 0) add(supervised ? "supervision > 0" : "supervision = 0");
  if (query.dueBefore !== void 0) add(`due_at < ${put(query.dueBefore)}`);
  if (query.registeredFrom !== void 0) add(`registered_at >= ${put(query.registeredFrom)}`);
  if (query.registeredUntil !== void 0) add(`registered_at < ${put(query.registeredUntil)}`);
  for (const word of wordsOf(text ?? "")) add(dialect.contains("search", word, put));
  const order = orderClause(query, add, put);
  const where = conditions.length === 0 ? "" : ` where ${conditions.join(" and ")}`;
  return `${where} order by ${order} limit ${put(query.limit ?? 50)}`;
}
function orderClause(query, add, put) {
  const { order = "id", after } = query;
  if (order === "id") {
    if (after !== void 0) add(`id > ${put(after)}`);
    return "id";
  }
  const [column, sign, direction] = order === "dueAt" ? ["due_at", ">", "asc"] : ["registered_at", "<", "desc"];
  if (after !== void 0) {
    const { key, id } = parseCursor(after);
    add(`(${column}, id) ${sign} (${put(key)}, ${put(id)})`);
  }
  return `${column} ${direction}, id ${direction}`;
}
function visibilityClause(visible, dialect, put) {
  const ways = [];
  if (visible.leads !== void 0) ways.push(dialect.isOneOf("lead", visible.leads, put));
  if (visible.assists !== void 0) ways.push(dialect.holdsOneOf("assists", visible.assists, put));
  if (visible.applicant !== void 0) ways.push(`applicant = ${put(visible.applicant)}`);
  if (visible.parties !== void 0) ways.push(dialect.hasParty(visible.parties, put));
  if (visible.open === true) ways.push("confidential = 0");
  return ways.length === 0 ? "1 = 0" : `(${ways.join(" or ")})`;
}
function ofApplicant(id) {
  return { applicant: id, parties: [party.applicant(id)] };
}
function fits(row, query) {
  const { states, lead, handler, assist, matter, applicant, number, supervised, tag, text, visibleTo } = query;
  const leads = typeof lead === "string" ? [lead] : lead;
  return (visibleTo === void 0 || isVisible(row, visibleTo)) && (states === void 0 || states.includes(row.state)) && (leads === void 0 || row.lead !== null && leads.includes(row.lead)) && (handler === void 0 || row.handler === handler) && (applicant === void 0 || isVisible(row, ofApplicant(applicant))) && (tag === void 0 || row.tags.includes(tag)) && (matter === void 0 || row.matter === matter) && (number === void 0 || row.number === number) && (assist === void 0 || row.assists.includes(assist)) && (supervised === void 0 || row.supervision > 0 === supervised) && (query.dueBefore === void 0 || row.dueAt < query.dueBefore) && (query.registeredFrom === void 0 || row.registeredAt >= query.registeredFrom) && (query.registeredUntil === void 0 || row.registeredAt < query.registeredUntil) && wordsOf(text ?? "").every((word) => row.search.includes(word));
}
function isVisible(row, { leads, assists, applicant, parties, open }) {
  return row.lead !== null && leads?.includes(row.lead) === true || row.assists.some((unit) => assists?.includes(unit) === true) || applicant !== void 0 && row.applicant === applicant || row.parties.some((name) => parties?.includes(name) === true) || open === true && row.confidential === 0;
}
function compareRows(a, b, { order = "id" }) {
  const key = (row) => order === "dueAt" ? row.dueAt : order === "newest" ? row.registeredAt : 0;
  const byId = a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
  const ascending = key(a) - key(b) || byId;
  return order === "newest" ? -ascending : ascending;
}
function isAfter(row, query) {
  const { after, order = "id" } = query;
  if (after === void 0) return true;
  if (order === "id") return row.id > after;
  const { key, id } = parseCursor(after);
  const place = { ...row, id, dueAt: key, registeredAt: key };
  return cursorOf(row, order) !== after && compareRows(row, place, query) > 0;
}

export { compareRows, cursorOf, earliestDue, filterClause, fits, isAfter, ofApplicant, partiesOf, party, plain, rowOf, searchOf };
//# sourceMappingURL=chunk-KCG445RF.js.map
//# sourceMappingURL=chunk-KCG445RF.js.map