import { eventColumns, snapshotOf, eventOf, pendingMigrations, changedColumns, snapshotText, listedValue, eventValues } from './chunk-TRUZGEWZ.js';
import { filterClause } from './chunk-KCG445RF.js';
import { HotlineError, canonicalHash } from './chunk-AJR67MLF.js';

// src/storage/postgres/connection.ts
var conflicts = /* @__PURE__ */ new Set([
  "23505",
  // the same command or ticket was written
  "40001",
  // serialization failure
  "40P01"
  // deadlock
]);
function isConflict(error) {
  return conflicts.has(error?.code);
}
function unreachable(where, cause) {
  if (cause instanceof HotlineError) return cause;
  const { message = String(cause), code } = cause ?? {};
  const why = typeof code === "string" ? `${message}, ${code}` : message;
  return new HotlineError(
    "storeUnavailable",
    { zh: `\u6570\u636E\u5E93\u65E0\u6CD5\u8FDE\u63A5\u6216\u8BFB\u5199\uFF08${why}\uFF09`, en: `the database cannot be reached, read or written (${why})` },
    {
      where,
      fix: {
        zh: "\u8BF7\u68C0\u67E5 PostgreSQL \u662F\u5426\u8FD0\u884C\u3001\u8BE5\u7528\u6237\u80FD\u5426\u4F7F\u7528\u6B64\u6A21\u5F0F\u3001\u78C1\u76D8\u662F\u5426\u6709\u7A7A\u95F4\uFF1B\u547D\u4EE4\u53EF\u7528\u539F\u7F16\u53F7\u91CD\u8BD5",
        en: "check that PostgreSQL runs, that this user may use the schema and that the disk has room; a command may be repeated with its id"
      },
      cause
    }
  );
}
function quoted(identifier) {
  return `"${identifier.replaceAll('"', '""')}"`;
}

// src/storage/postgres/migrations.ts
var postgresMigrations = [
  {
    name: "0001-tickets",
    sql: `create table ticket (
  id text collate "C" primary key, number text collate "C" not null, version integer not null, state text not null,
  lead text, assists text[] not null, handler text, applicant text, matter text, supervision smallint not null,
  due_at bigint not null, registered_at bigint not null, search text not null,
  head bytea not null, record text not null
);
create index ticket_by_number on ticket (number);
create index ticket_by_lead on ticket (lead, state, id);
create index ticket_by_due on ticket (due_at, id);
create index ticket_by_registration on ticket (registered_at, id);
create index ticket_by_applicant on ticket (applicant, id) where applicant is not null;
create index ticket_by_handler on ticket (handler, id) where handler is not null;

create table event (
  ticket text collate "C" not null, version integer not null, type text not null, v smallint not null,
  at bigint not null, recorded_at bigint not null, actor text not null, command text not null, correlation text,
  machine text not null, rules text not null, calendar text not null, state text not null, data text not null,
  prev_hash bytea not null, hash bytea not null,
  primary key (ticket, version)
);

create table command (
  ticket text collate "C" not null, id text collate "C" not null, body_hash bytea not null,
  first_version integer not null, last_version integer not null,
  primary key (ticket, id)
);

create table deadline (
  ticket text collate "C" not null, clock text collate "C" not null,
  due_at bigint not null, lease_until bigint not null default 0,
  primary key (ticket, clock)
);
create index deadline_by_due on deadline (due_at);

create table outbox (
  ticket text collate "C" not null, version integer not null, primary key (ticket, version)
);

create table caller (ticket text collate "C" primary key, identity text not null);

create table number_block (scope text primary key, next bigint not null);
`
  },
  {
    name: "0002-outbox-leases",
    sql: `alter table outbox add column lease_until bigint not null default 0;
`
  },
  {
    name: "0003-parties-and-tags",
    // Tickets that were written before say who else may list them with the next command that moves them in a list.
    sql: `alter table ticket add column parties text[] not null default '{}';
alter table ticket add column tags text[] not null default '{}';
alter table ticket add column confidential integer not null default 1;
create index ticket_by_party on ticket using gin (parties);
create index ticket_by_tag on ticket using gin (tags);
`
  }
];

// src/storage/postgres/bring-up-to-date.ts
async function bringUpToDate(pool, schema, mode) {
  const where = `schema ${schema}`;
  if (pendingMigrations(postgresMigrations, await versionOf(pool, schema), mode, where).length === 0) return;
  const client = await pool.connect();
  const run = (text, values = []) => client.query({ text, values });
  try {
    await run("begin");
    await run("select pg_advisory_xact_lock(hashtext($1))", [`hotline-kit ${schema}`]);
    const version = await versionOf(client, schema);
    if (version === 0) await run(`create schema if not exists ${quoted(schema)}`);
    await run(`set local search_path = ${quoted(schema)}`);
    await run("create table if not exists migration (version integer primary key, name text not null)");
    for (const [index, { name, sql }] of postgresMigrations.entries()) {
      if (index < version) continue;
      await client.query({ text: sql });
      await run("insert into migration (version, name) values ($1, $2)", [index + 1, name]);
    }
    await run("commit");
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}
async function versionOf(connection, schema) {
  const text = "select 1 from pg_tables where schemaname = $1 and tablename = 'migration'";
  const found = await connection.query({ text, values: [schema] });
  if (found.rows.length === 0) return 0;
  const { rows: rows2 } = await connection.query({ text: `select max(version) as version from ${quoted(schema)}.migration` });
  return Number(rows2[0].version ?? 0);
}

// src/storage/postgres/commit-statement.ts
function isHash(column) {
  return column.endsWith("hash");
}
var ticketColumns = {
  version: "int",
  state: "text",
  lead: "text",
  assists: "json",
  handler: "text",
  applicant: "text",
  matter: "text",
  parties: "json",
  tags: "json",
  confidential: "int",
  supervision: "int",
  due_at: "bigint",
  registered_at: "bigint",
  search: "text",
  head: "text",
  record: "text",
  number: "text"
};
var taken = (column, value) => Object.hasOwn(ticketColumns, column) && ticketColumns[column] === "json" ? `array(select json_array_elements_text(${value}))` : column === "head" || isHash(column) ? `decode(${value}, 'hex')` : value;
var given = (column) => taken(column, `given.${column}`);
var columns = Object.keys(ticketColumns);
var unlisted = ["version", "head", "record"];
var eventTypes = {
  version: "int",
  v: "int",
  at: "bigint",
  recorded_at: "bigint"
};
var eventType = (column) => eventTypes[column] ?? "text";
function rows(types, names, first, as) {
  return `unnest(${types.map((type, index) => `$${first + index}::${type}[]`).join(", ")}) as ${as} (${names.join(", ")})`;
}
function commitText(t) {
  const ticketRows = rows(
    ["text", "int", "text", ...columns.map((column) => ticketColumns[column])],
    ["id", "expected", "expected_head", ...columns],
    1,
    "given"
  );
  const at = 4 + columns.length;
  const eventRows = rows(eventColumns.map(eventType), eventColumns, at, "given");
  const commandAt = at + eventColumns.length;
  const commandRows = (as) => rows(["text", "text", "text", "int", "int"], ["ticket", "id", "body_hash", "first", "last"], commandAt, as);
  const deadlineRows = rows(["text", "text", "bigint"], ["ticket", "clock", "due_at"], commandAt + 5, "given");
  const outboxRows = rows(["text", "int"], ["ticket", "version"], commandAt + 8, "given");
  const callerRows = rows(["text", "text"], ["ticket", "identity"], commandAt + 10, "given");
  return `with inserted as (
    insert into ${t("ticket")} (id, ${columns.join(", ")})
    select given.id, ${columns.map(given).join(", ")} from ${ticketRows} where given.expected = 0
    on conflict (id) do nothing returning id
  ), updated as (
    update ${t("ticket")} as ticket set ${columns.map((column) => `${column} = ${given(column)}`).join(", ")}
    from ${ticketRows} where ticket.id = given.id and ticket.version = given.expected and given.expected > 0
    and ticket.head = decode(given.expected_head, 'hex')
    and not exists (select 1 from ${t("command")} as done join ${commandRows("asked")}
      on done.ticket = asked.ticket and done.id = asked.id where done.ticket = ticket.id)
    returning ticket.id
  ), written as (
    select id from inserted union all select id from updated
  ), logged as (
    insert into ${t("event")} (${eventColumns.join(", ")})
    select ${eventColumns.map(given).join(", ")} from ${eventRows} join written on written.id = given.ticket
  ), remembered as (
    insert into ${t("command")} (ticket, id, body_hash, first_version, last_version)
    select given.ticket, given.id, decode(given.body_hash, 'hex'), given.first, given.last
    from ${commandRows("given")} join written on written.id = given.ticket
  ), cleared as (
    delete from ${t("deadline")} as deadline using ${deadlineRows} join written on written.id = given.ticket
    where deadline.ticket = given.ticket and deadline.clock = given.clock and given.due_at is null
  ), due as (
    insert into ${t("deadline")} (ticket, clock, due_at)
    select given.ticket, given.clock, given.due_at from ${deadlineRows} join written on written.id = given.ticket
    where given.due_at is not null
    on conflict (ticket, clock) do update set due_at = excluded.due_at, lease_until = 0
  ), leaving as (
    insert into ${t("outbox")} (ticket, version)
    select given.ticket, given.version from ${outboxRows} join written on written.id = given.ticket
  ), identified as (
    insert into ${t("caller")} (ticket, identity)
    select given.ticket, given.identity from ${callerRows} join written on written.id = given.ticket
  ) select id from written`;
}
function commitOfOneText(t, shape) {
  let next = 1;
  const place = (type) => `$${next++}::${type}`;
  const [id, version, head] = ["text", "int", "text"].map(place);
  const set = shape.listed ? columns : unlisted;
  const assignments = set.map((column) => `${column} = ${taken(column, place(ticketColumns[column]))}`);
  const arrays = (types, names) => {
    next += types.length;
    return rows(types, names, next - types.length, "given");
  };
  const events = arrays(eventColumns.map(eventType), eventColumns);
  const ids = `$${next}::text[]`;
  const commands = arrays(["text", "text", "int", "int"], ["id", "body_hash", "first", "last"]);
  const parts = [
    `written as (
    update ${t("ticket")} as ticket set ${assignments.join(", ")}
    where ticket.id = ${id} and ticket.version = ${version} and ticket.head = decode(${head}, 'hex')
    and not exists (select 1 from ${t("command")} as done where done.ticket = ${id} and done.id = any(${ids}))
    returning ticket.id
  )`,
    `logged as (
    insert into ${t("event")} (${eventColumns.join(", ")})
    select ${eventColumns.map(given).join(", ")} from written, ${events}
  )`,
    `remembered as (
    insert into ${t("command")} (ticket, id, body_hash, first_version, last_version)
    select written.id, given.id, ${given("body_hash")}, given.first, given.last from written, ${commands}
  )`
  ];
  if (shape.deadlines) {
    const deadlines = arrays(["text", "bigint"], ["clock", "due_at"]);
    parts.push(
      `cleared as (
    delete from ${t("deadline")} as deadline using written, ${deadlines}
    where deadline.ticket = written.id and deadline.clock = given.clock and given.due_at is null
  )`,
      `due as (
    insert into ${t("deadline")} (ticket, clock, due_at)
    select written.id, given.clock, given.due_at from written, ${deadlines} where given.due_at is not null
    on conflict (ticket, clock) do update set due_at = excluded.due_at, lease_until = 0
  )`
    );
  }
  if (shape.outbox) {
    const outbox = arrays(["int"], ["version"]);
    parts.push(`leaving as (
    insert into ${t("outbox")} (ticket, version) select written.id, given.version from written, ${outbox}
  )`);
  }
  return `with ${parts.join(", ")} select id from written`;
}

// src/storage/postgres/commit-values.ts
function commitValues(commits) {
  const tickets = commits.map((commit) => {
    const { ticket, expectedVersion, expectedHead } = commit;
    return [ticket, expectedVersion, expectedHead, ...ticketValues(commit, columns)];
  });
  const callers = commits.flatMap(
    ({ ticket, caller }) => caller === void 0 ? [] : [[ticket, JSON.stringify(caller)]]
  );
  return [
    ...columnsOf(tickets, 3 + columns.length),
    ...columnsOf(commits.flatMap(eventsOf), eventColumns.length),
    ...columnsOf(commits.flatMap(withTicket(commandsOf)), 5),
    ...columnsOf(commits.flatMap(withTicket(deadlinesOf)), 3),
    ...columnsOf(commits.flatMap(withTicket(outboxOf)), 2),
    ...columnsOf(callers, 2)
  ];
}
function shapeOfOne(commit) {
  const { expectedVersion, before, stored, deadlines, outbox, caller } = commit;
  if (expectedVersion === 0 || caller !== void 0) return void 0;
  const listed = before === void 0 || changedColumns(before, stored.record).length > 0;
  return { listed, deadlines: deadlines.size > 0, outbox: outbox.length > 0 };
}
function valuesOfOne(commit, shape) {
  const { ticket, expectedVersion, expectedHead } = commit;
  return [
    ticket,
    expectedVersion,
    expectedHead,
    ...ticketValues(commit, shape.listed ? columns : unlisted),
    ...columnsOf(eventsOf(commit), eventColumns.length),
    ...columnsOf(commandsOf(commit), 4),
    ...shape.deadlines ? columnsOf(deadlinesOf(commit), 2) : [],
    ...shape.outbox ? columnsOf(outboxOf(commit), 1) : []
  ];
}
function ticketValues({ stored: { record, head } }, set) {
  const unlistedOnes = { version: record.version, head, record: snapshotText(record), number: record.number };
  return set.map(
    (column) => Object.hasOwn(unlistedOnes, column) ? unlistedOnes[column] : listedValue(record, column)
  );
}
var eventsOf = ({ events }) => events.map((event) => eventValues(event, (hex) => hex));
var commandsOf = ({ commands }) => commands.map(({ id, bodyHash, firstVersion, lastVersion }) => [id, bodyHash, firstVersion, lastVersion]);
var deadlinesOf = ({ deadlines }) => [...deadlines];
var outboxOf = ({ outbox }) => outbox.map((version) => [version]);
var withTicket = (rowsOf) => (commit) => rowsOf(commit).map((row) => [commit.ticket, ...row]);
function columnsOf(rows2, width) {
  return Array.from({ length: width }, (_, column) => rows2.map((row) => row[column] ?? null));
}

// src/storage/postgres/filter.ts
var postgresFilter = {
  isOneOf: (column, values, put) => `${column} = any(${put(values)}::text[])`,
  holdsOneOf: (column, values, put) => `${column} && ${put(values)}::text[]`,
  hasParty: (names, put) => `parties && ${put(names)}::text[]`,
  contains: (column, word, put) => `strpos(${column}, ${put(word)}) > 0`
};

// src/storage/postgres/rows.ts
function storedOf({ record, head }) {
  return { record: snapshotOf(record), head };
}
function eventsOf2(rows2) {
  return rows2.map((row) => eventOf(row, (hash) => hash));
}

// src/storage/postgres/statements.ts
var readColumns = eventColumns.map((column) => isHash(column) ? `encode(${column}, 'hex') as ${column}` : column).join(", ");
function statementsOf(schema) {
  const t = (table) => `${quoted(schema)}.${table}`;
  const named = (text) => ({ name: `hotline_${canonicalHash(text).slice(0, 32)}`, text });
  const ofOne = /* @__PURE__ */ new Map();
  const keys = rows(["text", "int"], ["ticket", "version"], 1, "given");
  return {
    load: named(`select case when ticket.head = decode($3, 'hex') then null else ticket.record end as record,
      encode(ticket.head, 'hex') as head, command.id as command,
      encode(command.body_hash, 'hex') as body_hash, command.first_version, command.last_version
      from ${t("ticket")} as ticket left join ${t("command")} as command on command.ticket = ticket.id and command.id = $2
      where ticket.id = $1`),
    loadMany: named(`select given.place, case when ticket.head = decode(given.known, 'hex') then null else ticket.record end
      as record, encode(ticket.head, 'hex') as head, command.id as command,
      encode(command.body_hash, 'hex') as body_hash, command.first_version, command.last_version
      from unnest($1::text[], $2::text[], $3::text[]) with ordinality as given (ticket, command, known, place)
      join ${t("ticket")} as ticket on ticket.id = given.ticket
      left join ${t("command")} as command on command.ticket = given.ticket and command.id = given.command`),
    events: named(`select ${readColumns} from ${t("event")} where ticket = $1 and version <= $2 order by version`),
    commit: named(commitText(t)),
    commitOfOne: (shape) => {
      const key = `${shape.listed} ${shape.deadlines} ${shape.outbox}`;
      const known = ofOne.get(key) ?? named(commitOfOneText(t, shape));
      ofOne.set(key, known);
      return known;
    },
    reserve: named(`insert into ${t("number_block")} as block (scope, next) values ($1, $2 + 1)
      on conflict (scope) do update set next = block.next + $2 returning next`),
    claim: named(`with due as (
        select ticket, clock from ${t("deadline")} where due_at <= $1 and lease_until <= $1
        order by due_at limit $2 for update skip locked
      ) update ${t("deadline")} as deadline set lease_until = $3 from due
      where deadline.ticket = due.ticket and deadline.clock = due.clock returning deadline.ticket`),
    nextDue: named(`select min(due_at) as due_at from ${t("deadline")}`),
    // Whoever locks the first waiting event of a ticket has the ticket: nobody else takes its later events meanwhile.
    claimOutbox: named(`with first as (
        select ticket from ${t("outbox")} as head where lease_until <= $1 and not exists (
          select 1 from ${t("outbox")} as earlier where earlier.ticket = head.ticket and earlier.version < head.version)
        order by ticket limit $2 for update skip locked
      ), mine as (
        select ticket, version from ${t("outbox")} join first using (ticket) order by ticket, version limit $2
      ), leased as (
        update ${t("outbox")} as outbox set lease_until = $3 from mine
        where outbox.ticket = mine.ticket and outbox.version = mine.version returning outbox.ticket, outbox.version
      ) select ${readColumns} from ${t("event")} join leased using (ticket, version) order by ticket, version`),
    settle: named(`delete from ${t("outbox")} as outbox using ${keys}
      where outbox.ticket = given.ticket and outbox.version = given.version`),
    release: named(`update ${t("outbox")} as outbox set lease_until = 0 from ${keys}
      where outbox.ticket = given.ticket and outbox.version = given.version`),
    find: (clause) => named(`select record, encode(head, 'hex') as head from ${t("ticket")}${clause}`),
    caller: named(`select identity from ${t("caller")} where ticket = $1`),
    eraseCaller: named(`delete from ${t("caller")} where ticket = $1 returning ticket`)
  };
}

// src/storage/postgres/store.ts
function postgresStore(options) {
  const { pool, schema = "hotline", migrate = "apply", prepare = true } = options;
  const where = `schema ${schema}`;
  const statements = statementsOf(schema);
  async function run(connection, { name, text }, values = []) {
    const { rows: rows2 } = await connection.query(prepare ? { name, text, values } : { text, values });
    return rows2;
  }
  function through(connection, joined) {
    const ask = async (statement, values = [], on = connection) => {
      try {
        return await run(on, statement, values);
      } catch (cause) {
        throw unreachable(where, cause);
      }
    };
    return {
      async open() {
        if (joined) return;
        try {
          await bringUpToDate(pool, schema, migrate);
        } catch (cause) {
          throw unreachable(where, cause);
        }
      },
      within: (client) => through(client, true),
      async load(ticket, command, known) {
        const [row] = await ask(statements.load, [ticket, command ?? null, known ?? null]);
        return row === void 0 ? {} : loadedOf(row);
      },
      async loadMany(wanted) {
        if (wanted.length === 0) return [];
        const columns2 = columnsOf(
          wanted.map(({ ticket, command = null, known = null }) => [ticket, command, known]),
          3
        );
        const rows2 = await ask(statements.loadMany, columns2);
        const found = new Map(rows2.map((row) => [Number(row.place), row]));
        return wanted.map((_, index) => {
          const row = found.get(index + 1);
          return row === void 0 ? {} : loadedOf(row);
        });
      },
      async events(ticket, through2 = 2 ** 31 - 1) {
        return eventsOf2(await ask(statements.events, [ticket, through2]));
      },
      async commit(commits) {
        const [first] = commits;
        if (first === void 0) return { ok: true };
        try {
          if (joined) return await commitJoined(connection, commits);
          return commits.length === 1 ? await commitOn(connection, commits) : await commitTogether(commits);
        } catch (cause) {
          if (!isConflict(cause)) throw unreachable(where, cause);
          if (!joined) return { ok: false, conflict: first.ticket };
          throw new HotlineError(
            "storeConflict",
            {
              zh: "\u5BBF\u4E3B\u7684\u4E8B\u52A1\u4E0E\u53E6\u4E00\u4E8B\u52A1\u51B2\u7A81\uFF0C\u5DF2\u5931\u6548",
              en: "the transaction of the host met another one and is lost"
            },
            {
              ticket: first.ticket,
              fix: { zh: "\u8BF7\u56DE\u6EDA\u5E76\u91CD\u505A\u6574\u4E2A\u4E8B\u52A1", en: "roll it back and do its whole work again" },
              cause
            }
          );
        }
      },
      async reserveNumbers(scope, count) {
        const [row] = await ask(statements.reserve, [scope, count], pool);
        return Number(row?.next) - count;
      },
      async claimDue(at, limit, leaseUntil) {
        const rows2 = await ask(statements.claim, [at, limit, leaseUntil]);
        return [...new Set(rows2.map(({ ticket }) => ticket))];
      },
      async nextDueAt() {
        const [row] = await ask(statements.nextDue);
        return row === void 0 || row.due_at === null ? void 0 : Number(row.due_at);
      },
      async claimOutbox(at, limit, leaseUntil) {
        return eventsOf2(await ask(statements.claimOutbox, [at, limit, leaseUntil]));
      },
      async settle(delivered) {
        if (delivered.length > 0) await ask(statements.settle, keysOf(delivered));
      },
      async release(undelivered) {
        if (undelivered.length > 0) await ask(statements.release, keysOf(undelivered));
      },
      async find(query) {
        const values = [];
        const clause = filterClause(query, postgresFilter, (value) => {
          values.push(value);
          return `$${values.length}`;
        });
        return (await ask(statements.find(clause), values)).map(storedOf);
      },
      async caller(ticket) {
        const [row] = await ask(statements.caller, [ticket]);
        return row === void 0 ? void 0 : JSON.parse(row.identity);
      },
      async eraseCaller(ticket) {
        return (await ask(statements.eraseCaller, [ticket])).length > 0;
      },
      async close() {
      }
    };
  }
  async function commitOn(connection, commits) {
    const [one] = commits;
    const shape = commits.length === 1 && one !== void 0 ? shapeOfOne(one) : void 0;
    const [statement, values] = shape === void 0 ? [statements.commit, commitValues(commits)] : [statements.commitOfOne(shape), valuesOfOne(one, shape)];
    const rows2 = await run(connection, statement, values);
    const written = new Set(rows2.map(({ id }) => id));
    const conflict = commits.find(({ ticket }) => !written.has(ticket));
    return conflict === void 0 ? { ok: true } : { ok: false, conflict: conflict.ticket };
  }
  async function commitTogether(commits) {
    const client = await pool.connect();
    try {
      await client.query({ text: "begin" });
      const outcome = await commitOn(client, commits);
      await client.query({ text: outcome.ok ? "commit" : "rollback" });
      client.release();
      return outcome;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }
  async function commitJoined(client, commits) {
    if (commits.length === 1) return commitOn(client, commits);
    await client.query({ text: "savepoint hotline_commit" });
    const outcome = await commitOn(client, commits);
    const end = outcome.ok ? "release savepoint hotline_commit" : "rollback to savepoint hotline_commit";
    await client.query({ text: end });
    return outcome;
  }
  return through(pool, false);
}
function keysOf(keys) {
  return columnsOf(
    keys.map(({ ticket, version }) => [ticket, version]),
    2
  );
}
function loadedOf(row) {
  const { record, head } = row;
  const found = record === null ? { unchanged: true } : { stored: storedOf({ record, head }) };
  if (row.command === null) return found;
  const { command: id, body_hash, first_version, last_version } = row;
  return { ...found, command: { id, bodyHash: body_hash, firstVersion: first_version, lastVersion: last_version } };
}

export { postgresMigrations, postgresStore };
//# sourceMappingURL=chunk-OHW7XQR3.js.map
//# sourceMappingURL=chunk-OHW7XQR3.js.map