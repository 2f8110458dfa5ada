'use strict';

var chunkVKUKQFKO_cjs = require('./chunk-VKUKQFKO.cjs');
var chunkKQWNAHZU_cjs = require('./chunk-KQWNAHZU.cjs');
var chunkPGHY5EK6_cjs = require('./chunk-PGHY5EK6.cjs');
var process2 = require('process');

function _interopDefault (e) { return e && e.__esModule ? e : { default: e }; }

var process2__default = /*#__PURE__*/_interopDefault(process2);

// src/storage/sqlite/migrations.ts
var sqliteMigrations = [
  {
    name: "0001-tickets",
    sql: `create table ticket (
  id text primary key, number text not null unique, version integer not null, state text not null,
  lead text, assists text not null, handler text, applicant text, matter text, supervision integer not null,
  due_at integer not null, registered_at integer not null, search text not null,
  head blob not null, record text not null
) strict, without rowid;
create index ticket_by_lead on ticket (lead, state, id);
create index ticket_by_due on ticket (due_at, id);
create index ticket_by_registration on ticket (registered_at, id);
create index ticket_by_applicant on ticket (applicant, id) where applicant is not null;
create index ticket_by_handler on ticket (handler, id) where handler is not null;

create table event (
  ticket text not null, version integer not null, type text not null, v integer not null,
  at integer not null, recorded_at integer not null, actor text not null, command text not null, correlation text,
  machine text not null, rules text not null, calendar text not null, state text not null, data text not null,
  prev_hash blob not null, hash blob not null,
  primary key (ticket, version)
) strict, without rowid;

create table command (
  ticket text not null, id text not null, body_hash blob not null,
  first_version integer not null, last_version integer not null,
  primary key (ticket, id)
) strict, without rowid;

create table deadline (
  ticket text not null, clock text not null, due_at integer not null, lease_until integer not null default 0,
  primary key (ticket, clock)
) strict, without rowid;
create index deadline_by_due on deadline (due_at);

create table outbox (
  ticket text not null, version integer not null, primary key (ticket, version)
) strict, without rowid;

create table caller (ticket text primary key, identity text not null) strict, without rowid;

create table number_block (scope text primary key, next integer not null) strict, without rowid;
`
  },
  {
    // A ticket's row is too long for a tree without rowids, which moves what is beyond a quarter of a page elsewhere.
    name: "0002-tickets-inline-outbox-leases",
    sql: `create table ticket_inline (
  id text primary key not null, number text not null unique, version integer not null, state text not null,
  lead text, assists text not null, handler text, applicant text, matter text, supervision integer not null,
  due_at integer not null, registered_at integer not null, search text not null,
  head blob not null, record text not null
) strict;
insert into ticket_inline select * from ticket;
drop table ticket;
alter table ticket_inline rename to ticket;
create index ticket_by_lead on ticket (lead, state, id);
create index ticket_by_due on ticket (due_at, id);
create index ticket_by_registration on ticket (registered_at, id);
create index ticket_by_applicant on ticket (applicant, id) where applicant is not null;
create index ticket_by_handler on ticket (handler, id) where handler is not null;

alter table outbox add column lease_until integer not null default 0;
`
  },
  {
    name: "0003-parties-and-tags",
    // Tickets that were written before say who else may list them with the next command that moves them in a list.
    sql: `alter table ticket add column parties text not null default '[]';
alter table ticket add column tags text not null default '[]';
alter table ticket add column confidential integer not null default 1;
create index ticket_with_parties on ticket (parties, id) where parties <> '[]';
`
  }
];

// src/storage/sqlite/bring-up-to-date.ts
function bringUpToDate(database, where, mode) {
  if (chunkVKUKQFKO_cjs.pendingMigrations(sqliteMigrations, versionOf(database), mode, where).length === 0) return;
  database.exec("begin immediate");
  try {
    const version = versionOf(database);
    for (const { sql: sql2 } of chunkVKUKQFKO_cjs.pendingMigrations(sqliteMigrations, version, mode, where)) database.exec(sql2);
    database.exec(`pragma user_version = ${sqliteMigrations.length}`);
    database.exec("commit");
  } catch (error) {
    database.exec("rollback");
    throw error;
  }
}
function versionOf(database) {
  const { user_version } = database.prepare("pragma user_version").get();
  return Number(user_version);
}

// src/storage/sqlite/driver.ts
async function openSqlite(file, drivers = { builtIn, peer }) {
  const { DatabaseSync } = drivers.builtIn() ?? await orMissing(drivers.peer);
  try {
    return new DatabaseSync(file);
  } catch (cause) {
    throw unavailable(file, cause);
  }
}
function builtIn() {
  return process.getBuiltinModule?.("node:sqlite");
}
async function peer() {
  return await import('@photostructure/sqlite');
}
async function orMissing(load) {
  try {
    return await load();
  } catch (cause) {
    throw new chunkPGHY5EK6_cjs.HotlineError(
      "sqliteMissing",
      {
        zh: `Node ${process.versions.node} \u6CA1\u6709\u81EA\u5E26\u7684 SQLite`,
        en: `Node ${process.versions.node} has no SQLite of its own`
      },
      {
        fix: {
          zh: "\u8BF7\u6267\u884C npm install @photostructure/sqlite@1.2.1\uFF0C\u6216\u4F7F\u7528 Node 22.13 \u53CA\u4EE5\u4E0A\u7248\u672C\uFF0C\u6216\u4F20\u5165\u8FDE\u63A5\uFF1AsqliteStore({ database })",
          en: "npm install @photostructure/sqlite@1.2.1, use Node 22.13 or later, or hand in a connection: sqliteStore({ database })"
        },
        cause
      }
    );
  }
}
function unavailable(file, cause) {
  const why = cause instanceof Error ? cause.message : String(cause);
  if (why.includes("database is locked")) {
    return new chunkPGHY5EK6_cjs.HotlineError(
      "storeConflict",
      { zh: "\u6570\u636E\u5E93\u4E00\u76F4\u88AB\u5176\u4ED6\u8FDB\u7A0B\u5360\u7528", en: "other processes kept the database to themselves" },
      {
        where: file,
        fix: {
          zh: "\u8BF7\u91CD\u8BD5\uFF1B\u7ECF\u5E38\u51FA\u73B0\u65F6\u8BF7\u6539\u7528 postgresStore",
          en: "try again; if it happens often, use postgresStore"
        },
        cause
      }
    );
  }
  return new chunkPGHY5EK6_cjs.HotlineError(
    "storeUnavailable",
    { zh: `\u6570\u636E\u5E93\u65E0\u6CD5\u6253\u5F00\u6216\u5199\u5165\uFF08${why}\uFF09`, en: `the database cannot be opened or written (${why})` },
    {
      where: file,
      fix: {
        zh: "\u8BF7\u68C0\u67E5\u76EE\u5F55\u662F\u5426\u5B58\u5728\u3001\u672C\u8FDB\u7A0B\u80FD\u5426\u5199\u5165\u3001\u78C1\u76D8\u662F\u5426\u6709\u7A7A\u95F4\uFF0C\u4EE5\u53CA\u8BE5\u6587\u4EF6\u662F\u5426\u4E3A SQLite \u6570\u636E\u5E93",
        en: "check that the folder exists, that this process may write to it, that the disk has room and that the file is a SQLite database"
      },
      cause
    }
  );
}
var soundForSeveral = [3, 51, 3];
function warnOfOldSqlite(database, where) {
  const { version } = database.prepare("select sqlite_version() as version").get();
  if (where === ":memory:" || !isOlder(version)) return;
  process2__default.default.emitWarning(
    `${where}: SQLite ${version} can lose a commit when several processes write. Use 3.51.3 or later, or one process.`,
    {
      type: "HotlineWarning",
      code: "HOTLINE_OLD_SQLITE"
    }
  );
}
function isOlder(version) {
  const parts = version.split(".").map(Number);
  for (const [index, sound] of soundForSeveral.entries()) {
    const part = parts[index] ?? 0;
    if (part !== sound) return part < sound;
  }
  return false;
}

// src/storage/sqlite/statements.ts
var inserted = [...chunkVKUKQFKO_cjs.listedColumns, "version", "head", "record", "number", "id"];
function updateOf(columns) {
  const set = [...columns, "version", "head", "record"].map((column) => `${column} = ?`);
  return `update ticket set ${set.join(", ")} where id = ? and version = ? and head = ?`;
}
var sql = {
  begin: "begin immediate",
  commit: "commit",
  rollback: "rollback",
  /** No ticket has the empty hash, and no command the empty id. */
  load: `select case when ticket.head = ? then null else ticket.record end as record, ticket.head, command.id as command,
    command.body_hash, command.first_version, command.last_version
    from ticket left join command on command.ticket = ticket.id and command.id = ? where ticket.id = ?`,
  events: "select * from event where ticket = ? and version <= ? order by version",
  insertTicket: `insert into ticket (${inserted.join(", ")}) values (${inserted.map(() => "?").join(", ")})
    on conflict do nothing`,
  insertEvent: `insert into event (${chunkVKUKQFKO_cjs.eventColumns.join(", ")}) values (${chunkVKUKQFKO_cjs.eventColumns.map(() => "?").join(", ")})`,
  insertCommand: `insert into command (ticket, id, body_hash, first_version, last_version) values (?, ?, ?, ?, ?)
    on conflict do nothing`,
  setDeadline: `insert into deadline (ticket, clock, due_at, lease_until) values (?, ?, ?, 0)
    on conflict (ticket, clock) do update set due_at = excluded.due_at, lease_until = 0`,
  clearDeadline: "delete from deadline where ticket = ? and clock = ?",
  insertOutbox: "insert into outbox (ticket, version) values (?, ?)",
  insertCaller: "insert into caller (ticket, identity) values (?, ?)",
  reserve: `insert into number_block (scope, next) values (?, ?)
    on conflict (scope) do update set next = next + ? returning next`,
  claim: `update deadline set lease_until = ? where (ticket, clock) in
    (select ticket, clock from deadline where due_at <= ? and lease_until <= ? order by due_at limit ?) returning ticket`,
  nextDue: "select due_at from deadline order by due_at limit 1",
  claimOutbox: `update outbox set lease_until = ? where (ticket, version) in
    (select ticket, version from outbox as mine where not exists (select 1 from outbox as earlier
      where earlier.ticket = mine.ticket and earlier.version <= mine.version and earlier.lease_until > ?)
    order by ticket, version limit ?) returning ticket, version`,
  event: "select * from event where ticket = ? and version = ?",
  release: "update outbox set lease_until = 0 where ticket = ? and version = ?",
  settle: "delete from outbox where ticket = ? and version = ?",
  caller: "select identity from caller where ticket = ?",
  eraseCaller: "delete from caller where ticket = ?"
};

// src/storage/sqlite/connection.ts
var cacheKilobytes = 32e3;
var checkpointPages = 4e3;
function connect(database, where, options) {
  const { durability = "full", migrate = "apply" } = options;
  try {
    warnOfOldSqlite(database, where);
    database.exec("pragma busy_timeout = 10000");
    database.prepare("pragma journal_mode = wal").get();
    database.exec(`pragma synchronous = ${durability}`);
    database.exec("pragma secure_delete = fast");
    database.exec(`pragma cache_size = ${-cacheKilobytes}`);
    database.exec(`pragma wal_autocheckpoint = ${checkpointPages}`);
    bringUpToDate(database, where, migrate);
    const names = Object.keys(sql);
    const prepared = names.map((name) => [name, database.prepare(sql[name])]);
    const updates = /* @__PURE__ */ new Map();
    const updating = (columns) => {
      const set = columns.join();
      const statement = updates.get(set) ?? database.prepare(updateOf(columns));
      updates.set(set, statement);
      return statement;
    };
    const inside = { ...Object.fromEntries(prepared), updating };
    const guardedOnes = prepared.map(([name, each]) => [name, guarded(each, where)]);
    const statements = { ...Object.fromEntries(guardedOnes), updating };
    const listings = /* @__PURE__ */ new Map();
    const listing = (text) => {
      const statement = listings.get(text) ?? guarded(database.prepare(text), where);
      listings.set(text, statement);
      return statement;
    };
    const transaction = (act) => transact(inside, where, act);
    return { database, statements, listing, transaction, erase: (act) => erase(database, where, act) };
  } catch (cause) {
    throw faultOf(where, cause);
  }
}
function guarded(statement, where) {
  const attempt = (act) => {
    try {
      return act();
    } catch (cause) {
      throw unavailable(where, cause);
    }
  };
  return {
    run: (...values) => attempt(() => statement.run(...values)),
    get: (...values) => attempt(() => statement.get(...values)),
    all: (...values) => attempt(() => statement.all(...values))
  };
}
function faultOf(where, cause) {
  return cause instanceof chunkPGHY5EK6_cjs.HotlineError ? cause : unavailable(where, cause);
}
function erase(database, where, act) {
  try {
    database.exec("pragma secure_delete = on");
    const erased = act();
    try {
      database.prepare("pragma wal_checkpoint(truncate)").all();
    } catch {
    }
    return erased;
  } catch (cause) {
    throw faultOf(where, cause);
  } finally {
    database.exec("pragma secure_delete = fast");
  }
}
function transact(statements, where, act) {
  try {
    statements.begin.run();
  } catch (cause) {
    throw unavailable(where, cause);
  }
  try {
    const keep = act(statements);
    (keep ? statements.commit : statements.rollback).run();
  } catch (cause) {
    try {
      statements.rollback.run();
    } catch {
    }
    throw faultOf(where, cause);
  }
}

// src/storage/sqlite/filter.ts
var sqliteFilter = {
  isOneOf: (column, values, put) => `${column} in (select value from json_each(${put(values)}))`,
  holdsOneOf: (column, values, put) => `exists (select 1 from json_each(${column}) as held join json_each(${put(values)}) as asked on held.value = asked.value)`,
  // Few tickets have any, and those stand in an index of their own.
  hasParty: (names, put) => `id in (select id from ticket as other where parties <> '[]' and exists (select 1 from json_each(other.parties) as held join json_each(${put(names)}) as asked on held.value = asked.value))`,
  contains: (column, word, put) => `instr(${column}, ${put(word)}) > 0`
};

// src/storage/sqlite/hex.ts
function bytesOf(hex) {
  return Buffer.from(hex, "hex");
}
function hexOf(bytes) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex");
}

// src/storage/sqlite/write-commit.ts
function writeCommit(statements, commit) {
  const { ticket, events, commands, deadlines, outbox, caller } = commit;
  if (!writeTicket(statements, commit)) return false;
  for (const event of events) statements.insertEvent.run(...chunkVKUKQFKO_cjs.eventValues(event, bytesOf));
  for (const { id, bodyHash, firstVersion, lastVersion } of commands) {
    const inserted2 = statements.insertCommand.run(ticket, id, bytesOf(bodyHash), firstVersion, lastVersion);
    if (!changed(inserted2)) return false;
  }
  for (const [clock, dueAt] of deadlines) {
    if (dueAt === null) statements.clearDeadline.run(ticket, clock);
    else statements.setDeadline.run(ticket, clock, dueAt);
  }
  for (const eventVersion of outbox) statements.insertOutbox.run(ticket, eventVersion);
  if (caller !== void 0) statements.insertCaller.run(ticket, JSON.stringify(caller));
  return true;
}
function writeTicket(statements, commit) {
  const { ticket, expectedVersion, expectedHead, before, stored } = commit;
  const { record } = stored;
  const isNew = expectedVersion === 0;
  const columns = isNew || before === void 0 ? chunkVKUKQFKO_cjs.listedColumns : toSet(before, record);
  const values = columns.map((column) => chunkVKUKQFKO_cjs.listedValue(record, column));
  values.push(record.version, bytesOf(stored.head), chunkVKUKQFKO_cjs.snapshotText(record, before));
  if (isNew) return changed(statements.insertTicket.run(...values, record.number, ticket));
  return changed(statements.updating(columns).run(...values, ticket, expectedVersion, bytesOf(expectedHead)));
}
function toSet(before, after) {
  const changes = chunkVKUKQFKO_cjs.changedColumns(before, after);
  return changes.length === 0 ? changes : [...changes.filter((column) => !LATER.includes(column)), ...LATER];
}
var LATER = ["parties", "tags", "confidential"];
function changed(result) {
  return Number(result.changes) > 0;
}

// src/storage/sqlite/store.ts
function sqliteStore(options) {
  let connection;
  const where = "file" in options ? options.file : "database";
  const open = () => {
    if (connection === void 0) throw unavailable(where, "the store is not open");
    return connection;
  };
  const forEach = (name, keys) => open().transaction((statements) => {
    for (const { ticket, version } of keys) statements[name].run(ticket, version);
    return true;
  });
  return {
    async open() {
      if (connection !== void 0) return;
      const database = "file" in options ? await openSqlite(options.file) : options.database;
      try {
        connection = connect(database, where, options);
      } catch (error) {
        if ("file" in options) database.close();
        throw error;
      }
    },
    async load(ticket, command, known) {
      return loadedBy(open().statements.load, { ticket, command, known });
    },
    async loadMany(wanted) {
      const { load } = open().statements;
      return wanted.map((each) => loadedBy(load, each));
    },
    async events(ticket, through = Number.MAX_SAFE_INTEGER) {
      return eventsOf(open().statements.events.all(ticket, through));
    },
    async commit(commits) {
      let conflict;
      open().transaction((statements) => {
        conflict = commits.find((commit) => !writeCommit(statements, commit))?.ticket;
        return conflict === void 0;
      });
      return conflict === void 0 ? { ok: true } : { ok: false, conflict };
    },
    async reserveNumbers(scope, count) {
      const { next } = open().statements.reserve.all(scope, count + 1, count)[0];
      return Number(next) - count;
    },
    async claimDue(at, limit, leaseUntil) {
      const rows = open().statements.claim.all(leaseUntil, at, at, limit);
      return [...new Set(rows.map(({ ticket }) => ticket))];
    },
    async nextDueAt() {
      const row = open().statements.nextDue.get();
      return row === void 0 ? void 0 : Number(row.due_at);
    },
    async claimOutbox(at, limit, leaseUntil) {
      const { statements } = open();
      const keys = statements.claimOutbox.all(leaseUntil, at, limit);
      keys.sort(
        (a, b) => a.ticket === b.ticket ? Number(a.version) - Number(b.version) : a.ticket < b.ticket ? -1 : 1
      );
      return eventsOf(keys.map(({ ticket, version }) => statements.event.get(ticket, version)));
    },
    async settle(delivered) {
      forEach("settle", delivered);
    },
    async release(undelivered) {
      forEach("release", undelivered);
    },
    async find(query) {
      const values = [];
      const put = (value) => {
        values.push(typeof value === "object" ? JSON.stringify(value) : value);
        return "?";
      };
      const text = `select record, head from ticket${chunkKQWNAHZU_cjs.filterClause(query, sqliteFilter, put)}`;
      return open().listing(text).all(...values).map(storedOf);
    },
    async caller(ticket) {
      const row = open().statements.caller.get(ticket);
      return row === void 0 ? void 0 : JSON.parse(row.identity);
    },
    async eraseCaller(ticket) {
      const { erase: erase2, statements } = open();
      return erase2(() => changed(statements.eraseCaller.run(ticket)));
    },
    async close() {
      if (connection !== void 0 && "file" in options) connection.database.close();
      connection = void 0;
    }
  };
}
function eventsOf(rows) {
  return rows.map((row) => chunkVKUKQFKO_cjs.eventOf(row, hexOf));
}
function loadedBy(statement, { ticket, command, known }) {
  const row = statement.get(bytesOf(known ?? ""), command ?? "", ticket);
  if (row === void 0) return {};
  const found = row.record === null ? { unchanged: true } : { stored: storedOf(row) };
  if (row.command === null) return found;
  const { command: id, body_hash, first_version, last_version } = row;
  const versions = { firstVersion: Number(first_version), lastVersion: Number(last_version) };
  return { ...found, command: { id, bodyHash: hexOf(body_hash), ...versions } };
}
function storedOf({ record, head }) {
  return { record: chunkVKUKQFKO_cjs.snapshotOf(record), head: hexOf(head) };
}

exports.sqliteMigrations = sqliteMigrations;
exports.sqliteStore = sqliteStore;
//# sourceMappingURL=chunk-RPAXQXQR.cjs.map
//# sourceMappingURL=chunk-RPAXQXQR.cjs.map