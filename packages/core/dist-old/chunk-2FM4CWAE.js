import { searchOf, earliestDue, plain, partiesOf } from './chunk-KCG445RF.js';
import { evolve, SNAPSHOT_SHAPE, HotlineError, updateCore, supervisionLevel } from './chunk-AJR67MLF.js';

// src/storage/event-row.ts
var eventColumns = [
  "ticket",
  "version",
  "type",
  "v",
  "at",
  "recorded_at",
  "actor",
  "command",
  "correlation",
  "machine",
  "rules",
  "calendar",
  "state",
  "data",
  "prev_hash",
  "hash"
];
var LastInstant = class {
  #text = "";
  #milliseconds = Number.NaN;
  millisecondsOf(text) {
    if (text !== this.#text) {
      this.#text = text;
      this.#milliseconds = Date.parse(text);
    }
    return this.#milliseconds;
  }
};
var at = new LastInstant();
var recordedAt = new LastInstant();
function eventValues(event, hashOf) {
  return [
    event.ticket,
    event.version,
    event.type,
    event.v,
    at.millisecondsOf(event.at),
    recordedAt.millisecondsOf(event.recordedAt),
    JSON.stringify(event.actor),
    event.command,
    event.correlation ?? null,
    event.machine,
    event.rules,
    event.calendar,
    event.state,
    JSON.stringify(event.data),
    hashOf(event.prevHash),
    hashOf(event.hash)
  ];
}
function eventOf(row, hexOf) {
  return {
    ticket: row.ticket,
    version: Number(row.version),
    type: row.type,
    v: Number(row.v),
    at: new Date(Number(row.at)).toISOString(),
    recordedAt: new Date(Number(row.recorded_at)).toISOString(),
    actor: JSON.parse(row.actor),
    command: row.command,
    ...row.correlation === null ? {} : { correlation: row.correlation },
    machine: row.machine,
    rules: row.rules,
    calendar: row.calendar,
    state: row.state,
    prevHash: hexOf(row.prev_hash),
    data: JSON.parse(row.data),
    hash: hexOf(row.hash)
  };
}

// src/storage/snapshot-text.ts
var young = evolve(void 0, {
  ticket: "",
  type: "ticket.registered",
  at: "",
  state: "received",
  data: {
    number: "",
    channel: "phone",
    type: "help",
    matter: null,
    content: "",
    place: {},
    urgent: false,
    confidential: false,
    anonymous: false,
    line: null,
    reference: null,
    applicant: null,
    media: []
  }
});
var youngClock = {
  id: "",
  generation: 1,
  state: "running",
  late: false,
  term: { kind: "sameDay" },
  startedAt: "",
  dueAt: "",
  certainty: "official",
  warnings: [],
  pausedAt: null,
  pausedTotal: 0,
  pauses: [],
  breachedAt: null,
  stoppedAt: null
};
var ALWAYS = /* @__PURE__ */ new Set(["call", "term"]);
var recordFields = fieldsOf(young);
var callFields = fieldsOf(young.call);
var clockFields = fieldsOf(youngClock);
function fieldsOf(object) {
  const fields = Object.entries(object).map(([key, value]) => {
    const isNothing2 = value === null || value === false || value === 0 || typeof value === "object" && !ALWAYS.has(key);
    return [key, { text: `${JSON.stringify(key)}:`, nothing: isNothing2 ? value : void 0 }];
  });
  return new Map(fields);
}
var written = /* @__PURE__ */ new WeakMap();
function snapshotText(record, before) {
  return textOf(record, before, (key, value) => {
    if (key === "call") return `"call":${sparseText(record.call, callFields)}`;
    if (key !== "clocks") return fieldText(key, value, recordFields);
    return value === young.clocks ? "" : `"clocks":${textOf(record.clocks, before?.clocks, clockText)}`;
  });
}
function textOf(object, before, write) {
  const known = before === void 0 ? void 0 : written.get(before);
  const keys = Object.keys(object);
  const values = Object.values(object);
  const texts = [];
  const parts = [];
  for (let index = 0; index < keys.length; index += 1) {
    const [key, value] = [keys[index], values[index]];
    const isKnown = known !== void 0 && known.values[index] === value && known.keys[index] === key;
    const text = isKnown ? known.texts[index] : write(key, value);
    texts.push(text);
    if (text !== "") parts.push(text);
  }
  written.set(object, { keys, values, texts });
  return joined(parts);
}
function clockText(id, clock) {
  return `${JSON.stringify(id)}:${sparseText(clock, clockFields)}`;
}
function sparseText(object, fields) {
  const parts = [];
  for (const [key, value] of Object.entries(object)) {
    const text = fieldText(key, value, fields);
    if (text !== "") parts.push(text);
  }
  return joined(parts);
}
function joined(parts) {
  return `{${parts.join(",")}}`;
}
function fieldText(key, value, fields) {
  const field = fields.get(key);
  if (field === void 0 || value === void 0 || isNothing(value, field)) return "";
  return field.text + JSON.stringify(value);
}
function isNothing(value, { nothing }) {
  return value === nothing || Array.isArray(nothing) && value.length === 0;
}
function snapshotOf(text) {
  const record = JSON.parse(text);
  if (record.shape !== SNAPSHOT_SHAPE) return record;
  return { ...young, ...record, call: { ...young.call, ...record.call }, clocks: clocksOf(record) };
}
function clocksOf({ clocks = young.clocks }) {
  return Object.fromEntries(Object.entries(clocks).map(([id, clock]) => [id, { ...youngClock, ...clock }]));
}

// src/storage/migration.ts
function pendingMigrations(known, version, mode, where) {
  if (version > known.length) {
    throw new HotlineError(
      "storeOutdated",
      {
        zh: `\u6570\u636E\u8868\u4E3A\u7B2C ${version} \u7248\uFF0C\u672C\u8F6F\u4EF6\u5305\u53EA\u8BC6\u522B\u5230\u7B2C ${known.length} \u7248`,
        en: `the tables have version ${version}, this package knows ${known.length}`
      },
      { where, fix: updateCore }
    );
  }
  const pending = known.slice(version);
  if (pending.length > 0 && mode === "check") {
    const names = pending.map(({ name }) => name).join(", ");
    throw new HotlineError(
      "storeOutdated",
      { zh: `\u6570\u636E\u8868\u7F3A\u5C11 ${names}`, en: `the tables lack ${names}` },
      {
        where,
        fix: {
          zh: "\u8BF7\u8FD0\u884C `hotline-desk migrate`\uFF0C\u6216\u4EE5 migrate: 'apply' \u6253\u5F00\u5B58\u50A8\uFF0C\u6216\u81EA\u884C\u6267\u884C\u8F6F\u4EF6\u5305 migrations \u76EE\u5F55\u4E2D\u7684 SQL",
          en: "run `hotline-desk migrate`, open the store with migrate: 'apply', or apply the SQL files of the package's folder migrations yourself"
        }
      }
    );
  }
  return pending;
}

// src/storage/listed-columns.ts
var call = (before, after) => before.call === after.call;
var columns = {
  state: { of: ({ state }) => state, same: (a, b) => a.state === b.state },
  lead: { of: ({ lead }) => lead, same: (a, b) => a.lead === b.lead },
  assists: { of: ({ assists }) => JSON.stringify(assists), same: (a, b) => a.assists === b.assists },
  handler: { of: ({ handler }) => plain(handler), same: (a, b) => a.handler === b.handler },
  applicant: { of: (record) => plain(record.call.applicant), same: call },
  matter: { of: (record) => plain(record.call.matter), same: call },
  parties: {
    of: (record) => JSON.stringify(partiesOf(record)),
    same: (a, b) => a.call === b.call && a.meanwhile === b.meanwhile && a.departmentCall === b.departmentCall && a.consultation === null === (b.consultation === null) && a.clues > 0 === b.clues > 0
  },
  tags: { of: ({ tags }) => JSON.stringify(tags.map(plain)), same: (a, b) => a.tags === b.tags },
  confidential: { of: (record) => record.call.confidential ? 1 : 0, same: call },
  supervision: { of: supervisionLevel, same: (a, b) => supervisionLevel(a) === supervisionLevel(b) },
  due_at: { of: earliestDue, same: (a, b) => a.clocks === b.clocks || earliestDue(a) === earliestDue(b) },
  registered_at: {
    of: ({ registeredAt }) => Date.parse(registeredAt),
    same: (a, b) => a.registeredAt === b.registeredAt
  },
  search: { of: searchOf, same: (a, b) => a.call === b.call && a.number === b.number }
};
var listedColumns = Object.keys(columns);
function listedValue(record, column) {
  return columns[column].of(record);
}
function changedColumns(before, after) {
  return listedColumns.filter((column) => !columns[column].same(before, after));
}

export { changedColumns, eventColumns, eventOf, eventValues, listedColumns, listedValue, pendingMigrations, snapshotOf, snapshotText };
//# sourceMappingURL=chunk-2FM4CWAE.js.map
//# sourceMappingURL=chunk-2FM4CWAE.js.map