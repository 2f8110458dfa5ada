#!/usr/bin/env node
'use strict';

var chunkIT5FRAOK_cjs = require('./chunk-IT5FRAOK.cjs');
var chunkERFGFJKS_cjs = require('./chunk-ERFGFJKS.cjs');
var chunkJBWIPGO2_cjs = require('./chunk-JBWIPGO2.cjs');
var chunkUXAVKFFU_cjs = require('./chunk-UXAVKFFU.cjs');
require('./chunk-4AXJDQSD.cjs');
var chunkES3DDA3P_cjs = require('./chunk-ES3DDA3P.cjs');
var chunk5WQP6YRK_cjs = require('./chunk-5WQP6YRK.cjs');
var chunkVXU6PXWK_cjs = require('./chunk-VXU6PXWK.cjs');
require('./chunk-U4AP5SJM.cjs');
require('./chunk-KQWNAHZU.cjs');
var chunkPGHY5EK6_cjs = require('./chunk-PGHY5EK6.cjs');
var process = require('process');
var commandLine = require('@hotline-kit/rules/command-line');
var Table = require('cli-table3');
var node = require('@hotline-kit/rules/node');
var fs = require('fs');
var rules = require('@hotline-kit/rules');
var path = require('path');
var z = require('zod');
var readline = require('readline');

function _interopDefault (e) { return e && e.__esModule ? e : { default: e }; }

function _interopNamespace(e) {
  if (e && e.__esModule) return e;
  var n = Object.create(null);
  if (e) {
    Object.keys(e).forEach(function (k) {
      if (k !== 'default') {
        var d = Object.getOwnPropertyDescriptor(e, k);
        Object.defineProperty(n, k, d.get ? d : {
          enumerable: true,
          get: function () { return e[k]; }
        });
      }
    });
  }
  n.default = e;
  return Object.freeze(n);
}

var process__default = /*#__PURE__*/_interopDefault(process);
var Table__default = /*#__PURE__*/_interopDefault(Table);
var z__namespace = /*#__PURE__*/_interopNamespace(z);

async function withProgress(terminal, what, total, act) {
  const progress = await commandLine.Progress.begin(terminal, what, total);
  let done = 0;
  try {
    return await act((more) => {
      done += more;
      const count = total === void 0 ? done.toLocaleString("en") : `${done}/${total}`;
      progress.update(done, { zh: count, en: count });
    });
  } finally {
    progress.end();
  }
}
function withStoreProgress(terminal, what, store, act) {
  if (terminal.live === void 0) return act(store);
  return withProgress(terminal, what, void 0, (advance) => act(counted(store, advance)));
}
function counted(store, advance) {
  const find = async (query) => {
    const page = await store.find(query);
    advance(page.length);
    return page;
  };
  const commit = async (commits) => {
    const outcome = await store.commit(commits);
    advance(commits.length);
    return outcome;
  };
  const own = { find, commit };
  return new Proxy(store, {
    get(target, key) {
      if (key === "find" || key === "commit") return own[key];
      const value = Reflect.get(target, key, target);
      return typeof value === "function" ? value.bind(target) : value;
    }
  });
}
var isPostgres = (database) => /^postgres(ql)?:\/\//.test(database);
async function withStore(database, { schema }, mode, act) {
  if (isPostgres(database)) {
    const pool = await poolOf(database);
    try {
      const store2 = chunkJBWIPGO2_cjs.postgresStore({ pool, migrate: mode, ...schema === void 0 ? {} : { schema } });
      await store2.open();
      return await act(store2);
    } finally {
      await pool.end();
    }
  }
  if (mode === "check" && !fs.existsSync(database)) {
    throw new commandLine.MisuseError({ zh: `\u6CA1\u6709\u6570\u636E\u5E93\u6587\u4EF6 ${database}`, en: `There is no database ${database}.` });
  }
  const store = chunkUXAVKFFU_cjs.sqliteStore({ file: database, migrate: mode });
  await store.open();
  try {
    return await act(store);
  } finally {
    await store.close();
  }
}
async function poolOf(url) {
  try {
    const { default: pg } = await import('pg');
    return new pg.Pool({ connectionString: url, max: 4 });
  } catch {
    throw new commandLine.MisuseError({
      zh: "\u8FDE\u63A5 PostgreSQL \u9700\u8981 pg\uFF1Anpm install pg",
      en: "PostgreSQL needs the package pg: npm install pg"
    });
  }
}

// src/cli/on-desk.ts
async function onDesk(folder, database, options, terminal, what, act) {
  const pack = await commandLine.orFaults(node.loadCityPack(folder), options, terminal);
  if (pack === void 0) return commandLine.EXIT.faults;
  return withStore(database, options, "check", async (store) => {
    const print2 = await withStoreProgress(
      terminal,
      what,
      store,
      async (seen) => act(await chunk5WQP6YRK_cjs.openDesk({ pack, store: seen }), pack)
    );
    return print2();
  });
}

// src/cli/assess.ts
async function assess(folder, database, span, options, terminal) {
  return onDesk(folder, database, options, terminal, { zh: "\u8003\u6838", en: "assess" }, async (desk, pack) => {
    const { within, metrics } = options;
    const scope = {
      ...chunkIT5FRAOK_cjs.spanOf(span, pack.defaultCalendar.zone),
      ...within !== void 0 && { within },
      ...metrics !== void 0 && { metrics: metrics.split(",").map((id) => id.trim()) }
    };
    const assessment = await desk.assess(scope);
    return () => {
      if (options.json === true) terminal.json(assessment);
      else terminal.print(tableOf(assessment, options.parts === true, terminal));
      return commandLine.EXIT.ok;
    };
  });
}
function tableOf({ metrics }, withParts, terminal) {
  const head = [
    { zh: "\u6307\u6807", en: "metric" },
    { zh: "\u6570\u503C", en: "figure" },
    { zh: "\u57FA\u6570", en: "base" },
    { zh: "\u6392\u9664", en: "left out" },
    { zh: "\u76EE\u6807", en: "target" }
  ].map((title) => terminal.say(title));
  const table = new Table__default.default({
    head,
    colAligns: ["left", "right", "right", "right", "left"],
    style: { head: [], border: [], compact: true }
  });
  for (const metric of metrics) {
    table.push(row(titleOf(metric, terminal), metric.total, terminal));
    if (!withParts) continue;
    for (const { title, figures } of metric.parts) {
      for (const { name, figure } of figures) {
        table.push(
          row(
            `  ${terminal.say(inBoth(title))}${terminal.say({ zh: "\uFF1A", en: ": " })}${terminal.say(inBoth(name))}`,
            figure,
            terminal
          )
        );
      }
    }
  }
  return table.toString();
}
function row(title, figure, terminal) {
  const buckets = figure.buckets?.map((bucket) => `${terminal.say(inBoth(bucket.title))} ${bucket.text}`).join("\n");
  return [title, buckets ?? figure.text, String(figure.base), String(figure.excluded), reached(figure, terminal)];
}
function reached({ reached: reached2 }, terminal) {
  if (reached2 === void 0) return "";
  return reached2 ? terminal.colors.green(terminal.say({ zh: "\u8FBE\u5230", en: "reached" })) : terminal.colors.red(terminal.say({ zh: "\u672A\u8FBE\u5230", en: "missed" }));
}
function titleOf({ title, basis }, terminal) {
  const sample = basis === "sample" ? terminal.say({ zh: "\uFF08\u6837\u4F8B\uFF09", en: " (sample)" }) : "";
  return `${terminal.say(inBoth(title))}${sample}`;
}
function inBoth({ zh, en }) {
  return { zh, en: en ?? zh };
}
async function runDue(folder, database, options, terminal) {
  return onDesk(folder, database, options, terminal, { zh: "\u5230\u671F\u5904\u7406", en: "run-due" }, async (desk) => {
    const { fired, nextDueAt, failed } = await desk.runDue(options.at);
    const next = nextDueAt?.toISOString();
    const failures = failed.map(({ ticket, error }) => ({ ticket, error: String(error) }));
    return () => {
      if (options.json === true) terminal.json({ fired, nextDueAt: next ?? null, failed: failures });
      else {
        const zh = `\u5DF2\u89E6\u53D1 ${fired} \u6B21\uFF0C\u4E0B\u4E00\u6B21\uFF1A${next ?? "\u65E0"}`;
        terminal.print(terminal.say({ zh, en: `fired ${fired}, next: ${next ?? "none"}` }));
        for (const { ticket, error } of failures) terminal.print(terminal.colors.red(`\u2717 ${ticket}: ${error}`));
      }
      return failed.length === 0 ? commandLine.EXIT.ok : commandLine.EXIT.faults;
    };
  });
}
async function migrate(database, options, terminal) {
  if (options.sql === true) {
    const migrations = isPostgres(database) ? chunkJBWIPGO2_cjs.postgresMigrations : chunkUXAVKFFU_cjs.sqliteMigrations;
    for (const { name, sql } of migrations) terminal.write(`-- ${name}
${sql}
`);
    return commandLine.EXIT.ok;
  }
  return withStore(database, options, options.check === true ? "check" : "apply", async () => {
    terminal.print(terminal.colors.green(terminal.say({ zh: "\u2713 \u6570\u636E\u8868\u4E3A\u6700\u65B0", en: "\u2713 the tables are up to date" })));
    return commandLine.EXIT.ok;
  });
}
async function exportLogs(database, options, terminal) {
  const reader = await readerFor(readerOf(options.as), options, terminal);
  if (reader === void 0) return commandLine.EXIT.faults;
  return withStore(
    database,
    options,
    "check",
    (opened) => withStoreProgress(terminal, { zh: "\u5BFC\u51FA", en: "export" }, opened, async (store) => {
      for await (const line of chunk5WQP6YRK_cjs.exportStore(store, chunk5WQP6YRK_cjs.isoOf(options.at), reader)) terminal.forPrograms(line);
      return commandLine.EXIT.ok;
    })
  );
}
async function readerFor(by, { pack: folder, key = globalThis.crypto.randomUUID() }, terminal) {
  if (by !== "public" && chunk5WQP6YRK_cjs.readsAll(by)) return chunk5WQP6YRK_cjs.wholeLogs(by);
  if (folder === void 0) {
    throw new commandLine.MisuseError({
      zh: "\u9664\u5BA1\u8BA1\uFF08auditor\uFF09\u5916\uFF0C\u53EF\u89C1\u5185\u5BB9\u7531\u89C4\u5219\u5305\u51B3\u5B9A\uFF0C\u8BF7\u7528 --pack \u7ED9\u51FA\u5176\u6587\u4EF6\u5939",
      en: "The pack says what anybody but an auditor may see: name its folder with --pack"
    });
  }
  const pack = await commandLine.orFaults(node.loadCityPack(folder), {}, terminal);
  return pack && chunk5WQP6YRK_cjs.exportReader(by, pack, key);
}
function readerOf(text) {
  if (text === "public") return text;
  const [, role = "", id = "", unit] = /^([^:]+):([^@]+)(?:@(.+))?$/.exec(text) ?? [];
  if (!Object.hasOwn(rules.ROLES, role)) {
    throw new commandLine.MisuseError({
      zh: `\u201C${text}\u201D\u4E0D\u662F\u201C\u89D2\u8272:\u7F16\u53F7@\u5355\u4F4D\u201D\uFF0C\u89D2\u8272\u53EF\u9009\uFF1A${Object.keys(rules.ROLES).join("\u3001")}`,
      en: `"${text}" is not ROLE:ID[@UNIT], with a role among ${Object.keys(rules.ROLES).join(", ")}`
    });
  }
  return chunkVXU6PXWK_cjs.checkedActor({ id, role, ...unit === void 0 ? {} : { unit } });
}
var instant = z__namespace.iso.datetime({ offset: true });
var actor = z__namespace.strictObject({
  id: z__namespace.string().min(1).exactOptional(),
  role: z__namespace.string().min(1),
  unit: z__namespace.string().min(1).exactOptional()
});
var expectationSchema = z__namespace.strictObject({
  /** Where the ticket stands. */
  state: z__namespace.string().exactOptional(),
  /** Types of the events that the step brought, in their order, all of them. */
  events: z__namespace.array(z__namespace.string()).exactOptional(),
  /** Types that must be among them. */
  includes: z__namespace.array(z__namespace.string()).exactOptional(),
  /** Code of the refusal; a step that says nothing of it must succeed. */
  refusal: z__namespace.string().exactOptional(),
  /** Due instants of clocks, by id; null: the clock does not run. */
  due: z__namespace.record(z__namespace.string(), instant.nullable()).exactOptional(),
  /** States of clocks, by id. */
  clocks: z__namespace.record(z__namespace.string(), z__namespace.enum(["running", "paused", "met", "breached", "cancelled"])).exactOptional(),
  lead: z__namespace.string().nullable().exactOptional(),
  assists: z__namespace.array(z__namespace.string()).exactOptional(),
  /** Level of the supervision that runs. */
  supervision: z__namespace.int().min(0).max(3).exactOptional(),
  round: z__namespace.int().positive().exactOptional()
});
var stepSchema = z__namespace.strictObject({
  at: instant,
  by: actor.exactOptional(),
  /** The command … */
  do: z__namespace.string().min(1).exactOptional(),
  data: z__namespace.record(z__namespace.string(), z__namespace.unknown()).exactOptional(),
  /** … or that the worker runs what is due. */
  runDue: z__namespace.literal(true).exactOptional(),
  expect: expectationSchema.exactOptional()
}).refine((step) => step.do === void 0 !== (step.runDue === void 0), {
  message: 'a step has either "do" or "runDue"'
}).refine((step) => step.do === void 0 || step.by !== void 0, { path: ["by"], message: "who does it?" });
var scenarioSchema = z__namespace.strictObject({
  title: z__namespace.string().min(1),
  /** Where the expectation comes from. */
  article: z__namespace.string().exactOptional(),
  basis: z__namespace.enum(["text", "sample"]).exactOptional(),
  given: z__namespace.array(stepSchema).exactOptional(),
  when: z__namespace.union([stepSchema, z__namespace.array(stepSchema).min(1)]),
  expect: expectationSchema.exactOptional()
});
var scenarioFileSchema = z__namespace.strictObject({
  $schema: z__namespace.string().exactOptional(),
  scenarios: z__namespace.array(scenarioSchema).min(1)
});

// src/cli/scenario.ts
async function scenario(folder, options, terminal) {
  const pack = await commandLine.orFaults(node.loadCityPack(folder), options, terminal);
  if (pack === void 0) return commandLine.EXIT.faults;
  const { documents, diagnostics } = await commandLine.readDocuments(folder, "scenarios", scenarioFileSchema);
  if (documents.length + diagnostics.length === 0) {
    const where = path.join(folder, "scenarios");
    throw new commandLine.MisuseError({ zh: `${where} \u4E2D\u6CA1\u6709 JSON \u6587\u4EF6`, en: `There is no JSON file in ${where}.` });
  }
  const all = documents.flatMap(
    (document) => document.value.scenarios.map((each, index) => ({ document, each, path: `/scenarios/${index}` }))
  );
  const faults = [];
  const living = { zh: "\u60C5\u666F", en: "scenarios" };
  await withProgress(terminal, living, all.length, async (advance) => {
    for (const { document, each, path } of all) {
      for (const { pointer, text, ...more } of await chunkES3DDA3P_cjs.runScenario(pack, each)) {
        const at = { code: "scenarioFails", pointer: `${path}${pointer}`, message: text.en, fix: "" };
        for (const { file, line, column } of document.locate([at]))
          faults.push({ file, line, column, pointer: at.pointer, scenario: each.title, text, ...more });
      }
      advance(1);
    }
  });
  const ok = faults.length + diagnostics.length === 0;
  if (options.json === true) {
    const unread = diagnostics.length === 0 ? {} : { diagnostics: commandLine.forMachines(diagnostics) };
    terminal.json({ ok, total: all.length, faults, ...unread });
  } else {
    commandLine.printDiagnostics(diagnostics, terminal);
    print(faults, all.length, ok, terminal);
  }
  return ok ? commandLine.EXIT.ok : commandLine.EXIT.faults;
}
function print(faults, total, ok, terminal) {
  const { colors } = terminal;
  for (const { file, line, column, scenario: title, text } of faults) {
    terminal.print(`${colors.bold(`${file}:${line}:${column}`)} ${title}`, `  ${terminal.say(text)}`);
  }
  const failed = new Set(faults.map(({ file, scenario: title }) => `${file} ${title}`)).size;
  if (ok) terminal.verdict(true, { zh: `\u5168\u90E8 ${total} \u4E2A\u60C5\u666F\u901A\u8FC7`, en: `all ${total} scenarios pass` });
  else terminal.verdict(false, { zh: `${failed}/${total} \u4E2A\u60C5\u666F\u672A\u901A\u8FC7`, en: `${failed} of ${total} scenarios fail` });
}
var WHAT = { zh: "\u6838\u9A8C", en: "verify" };
function verify(source, options, terminal) {
  const isExport = source.endsWith(".ndjson");
  const { hash, key, logs } = options;
  if (!isExport && (hash ?? key ?? logs) !== void 0) {
    throw new commandLine.MisuseError({
      zh: "--hash\u3001--key\u3001--logs \u53EA\u7528\u4E8E .ndjson \u5BFC\u51FA\u6587\u4EF6",
      en: "--hash, --key and --logs are for an export, a file .ndjson"
    });
  }
  if (key === void 0 !== (logs === void 0)) {
    throw new commandLine.MisuseError({
      zh: "\u6838\u9A8C\u5C01\u5370\u987B\u540C\u65F6\u7ED9\u51FA\u5BC6\u94A5\uFF08--key\uFF09\u548C\u5BFC\u51FA\u6240\u7528\u7684\u6570\u636E\u5E93\uFF08--logs\uFF09",
      en: "Seals are checked with both the secret (--key) and the database of the export (--logs)"
    });
  }
  return isExport ? verifyFile(source, options, terminal) : verifyLogs(source, options, terminal);
}
async function verifyFile(file, options, terminal) {
  const { hash, key, logs } = options;
  const noted = hash === void 0 ? {} : { hash };
  const judged = (proof) => withProgress(
    terminal,
    WHAT,
    void 0,
    (advance) => chunkERFGFJKS_cjs.verifyExport(
      linesOf(file, () => advance(1)),
      proof
    )
  );
  const verified = key === void 0 || logs === void 0 ? await judged(noted) : await withStore(
    logs,
    options,
    "check",
    (store) => judged({ ...noted, seals: { key, log: (ticket) => store.events(ticket) } })
  );
  if (options.json === true) terminal.json(verified);
  else if (!verified.ok)
    terminal.print(terminal.colors.red(`\u2717 ${file}:${verified.line} ${terminal.say(verified.text)}`));
  else {
    whole(verified.tickets, verified.events, terminal);
    const { unproved } = verified;
    const zh = `\u5176\u4E2D ${unproved} \u884C\u4E3A\u8282\u5F55\uFF0C\u5C01\u5370\u672A\u6838\u9A8C\uFF1A\u8BF7\u7ED9\u51FA --key \u548C --logs`;
    const en = `${unproved} lines are cut, and their seals were not checked: give --key and --logs`;
    if (unproved > 0) terminal.print(terminal.colors.yellow(`! ${terminal.say({ zh, en })}`));
  }
  return verified.ok ? commandLine.EXIT.ok : commandLine.EXIT.faults;
}
async function* linesOf(file, read) {
  for await (const line of readline.createInterface({ input: fs.createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    read();
    yield line;
  }
}
async function verifyLogs(database, options, terminal) {
  const broken = [];
  let [tickets, events] = [0, 0];
  await withStore(
    database,
    options,
    "check",
    (opened) => withStoreProgress(terminal, WHAT, opened, async (store) => {
      for (let after; ; ) {
        const page = await store.find({ limit: 200, ...after === void 0 ? {} : { after } });
        for (const stored of page) {
          const verified = chunk5WQP6YRK_cjs.verifyTicket(stored, await store.events(stored.record.id, stored.record.version));
          tickets += 1;
          events += stored.record.version;
          if (!verified.ok) broken.push({ ticket: stored.record.id, ...verified });
        }
        after = page.at(-1)?.record.id;
        if (after === void 0) break;
      }
    })
  );
  if (options.json === true) terminal.json({ ok: broken.length === 0, tickets, events, broken });
  else if (broken.length === 0) whole(tickets, events, terminal);
  for (const { ticket, version, text } of options.json === true ? [] : broken) {
    terminal.print(terminal.colors.red(`\u2717 ${ticket} #${version}: ${terminal.say(text)}`));
  }
  return broken.length === 0 ? commandLine.EXIT.ok : commandLine.EXIT.faults;
}
function whole(tickets, events, terminal) {
  const zh = `${tickets} \u5F20\u5DE5\u5355\u3001${events} \u6761\u8BB0\u5F55\u5B8C\u6574\u65E0\u6539\u52A8`;
  terminal.verdict(true, { zh, en: `${tickets} tickets, ${events} events: all whole` });
}
async function tryDraft(folder, draftFolder, database, span, options, terminal) {
  const draft = await commandLine.orFaults(node.loadCityPack(draftFolder), options, terminal);
  if (draft === void 0) return commandLine.EXIT.faults;
  return onDesk(folder, database, options, terminal, { zh: "\u91CD\u6F14", en: "what-if" }, async (desk, pack) => {
    const report = await desk.whatIf({ pack: draft, ...chunkIT5FRAOK_cjs.spanOf(span, pack.defaultCalendar.zone) });
    return () => {
      if (options.json === true) terminal.json(report);
      else terminal.print(wordsOf(report, pack, draft, terminal));
      return commandLine.EXIT.ok;
    };
  });
}
function wordsOf(report, pack, draft, terminal) {
  const say = (zh, en) => terminal.say({ zh, en });
  const unit = (id) => terminal.say((pack.units.get(id) ?? draft.units.get(id))?.name ?? same(id));
  const clock = (id) => terminal.say([...pack.clocks, ...draft.clocks].find((each) => each.id === id)?.title ?? same(id));
  const rows = {
    [say("\u65F6\u9650\u542F\u52A8", "clock started")]: report.clocks.map((each) => [clock(each.clock), each.started]),
    [say("\u65F6\u9650\u8D85\u671F", "clock late")]: report.clocks.map((each) => [clock(each.clock), each.late]),
    [say("\u5355\u4F4D\u627F\u529E", "unit leads")]: report.units.map((each) => [unit(each.unit), each.tickets]),
    [say("\u5355\u4F4D\u8D85\u671F", "unit late")]: report.units.map((each) => [unit(each.unit), each.late]),
    [say("\u89C4\u5219\u89E6\u53D1", "rules draw")]: report.escalations.map((each) => [each.event, each.drawn]),
    [say("\u6307\u6807", "metric")]: report.metrics.map(
      ({ title, now = "\u2013", draft: then = "\u2013" }) => [terminal.say(title), { now, draft: then }]
    )
  };
  const table = new Table__default.default({
    head: ["", "", say("\u73B0\u884C", "now"), say("\u8349\u6848", "draft")],
    colAligns: ["left", "left", "right", "right"],
    style: { head: [], border: [], compact: true }
  });
  for (const [what, all] of Object.entries(rows)) {
    for (const [name, { now, draft: then }] of all) {
      if (now !== then) table.push([what, name, now, then]);
    }
  }
  const lines = [say(`${report.tickets} \u4EF6\u5DE5\u5355`, `${report.tickets} tickets`)];
  for (const { from, to, tickets } of report.moves)
    lines.push(`${unit(from)} \u2192 ${unit(to)}${say("\uFF1A", ": ")}${tickets}`);
  if (report.unrouted > 0) {
    lines.push(say(`\u8349\u6848\u6CA1\u6709\u627F\u529E\u5355\u4F4D\uFF1A${report.unrouted}`, `the draft names no unit: ${report.unrouted}`));
  }
  lines.push(
    table.length === 0 ? say("\u65F6\u9650\u3001\u5355\u4F4D\u3001\u6307\u6807\u5747\u65E0\u53D8\u5316", "clocks, units and metrics are the same") : table.toString()
  );
  return lines.join("\n");
}
function same(text) {
  return { zh: text, en: text };
}

// src/cli/commands.ts
var PACK_FAULTS = { zh: "\u89C4\u5219\u5305\u6709\u9519\u8BEF", en: "the pack has faults" };
var OUTDATED = {
  zh: "\u89C4\u5219\u5305\u6709\u9519\u8BEF\uFF0C\u6216\u6570\u636E\u8868\u987B\u66F4\u65B0",
  en: "the pack has faults, or tables are outdated"
};
function addCommands(program, terminal, now, ended) {
  const say = (zh, en) => terminal.say({ zh, en });
  const command = (name, words) => {
    const added = program.command(name).summary(terminal.say(words.summary));
    commandLine.configureHelp(added, terminal);
    return added.description(terminal.say(words.summary)).addHelpText("after", commandLine.examples(terminal, words.examples)).addHelpText("after", commandLine.exitCodes(terminal, words.faults));
  };
  const pack = [say("<\u89C4\u5219\u5305>", "<pack>"), say("\u89C4\u5219\u5305\u6587\u4EF6\u5939", "folder of the city pack")];
  const database = [
    say("<\u6570\u636E\u5E93>", "<database>"),
    say("SQLite \u6587\u4EF6\uFF0C\u6216 postgres:// \u5730\u5740", "a SQLite file, or the URL of a PostgreSQL")
  ];
  const json = ["--json", say("\u8F93\u51FA JSON\uFF0C\u4F9B\u7A0B\u5E8F\u8BFB\u53D6", "JSON, for programs")];
  const schema = ["--schema <name>", say("PostgreSQL \u6A21\u5F0F\u540D", "schema of the tables in PostgreSQL")];
  const at = ["--at <instant>", say("\u65F6\u523B\uFF0C\u9ED8\u8BA4\u73B0\u5728", "the instant; now by default")];
  const instant2 = (options) => options.at ?? now().toISOString();
  command("scenario", {
    summary: { zh: "\u8FD0\u884C scenarios/*.json \u4E2D\u7684\u5DE5\u5355\u60C5\u666F", en: "live the lives of scenarios/*.json" },
    examples: [["hotline-desk scenario my-city", { zh: "\u9010\u4E2A\u8FD0\u884C\uFF0C\u6307\u51FA\u4E0D\u7B26\u4E4B\u5904", en: "each life, and what differs" }]],
    faults: { zh: "\u89C4\u5219\u5305\u6709\u9519\u8BEF\uFF0C\u6216\u60C5\u666F\u672A\u901A\u8FC7", en: "the pack has faults, or a scenario fails" }
  }).argument(...pack).option(...json).action((folder, options) => ended(scenario(folder, options, terminal)));
  command("verify", {
    summary: { zh: "\u6838\u9A8C\u65E5\u5FD7\u6216\u5BFC\u51FA\u6587\u4EF6", en: "check every log, or an export" },
    examples: [
      ["hotline-desk verify tickets.db", { zh: "\u91CD\u7B97\u6BCF\u6761\u8BB0\u5F55\u7684\u54C8\u5E0C", en: "every hash of every log, computed anew" }],
      [
        "hotline-desk verify 2026.ndjson --hash 3f9a\u2026",
        { zh: "\u5BFC\u51FA\u6587\u4EF6\uFF0C\u8FDE\u540C\u5F53\u65F6\u8BB0\u4E0B\u7684\u54C8\u5E0C", en: "an export, with the hash noted when it was made" }
      ],
      [
        "hotline-desk verify unit.ndjson --key s3cret --logs tickets.db",
        { zh: "\u8282\u5F55\u7684\u5BFC\u51FA\uFF1A\u9010\u884C\u6838\u9A8C\u5C01\u5370", en: "a cut export: the seal of each line" }
      ]
    ],
    faults: { zh: "\u8BB0\u5F55\u88AB\u6539\u52A8\u6216\u7F3A\u5931", en: "something was changed or is missing" }
  }).argument(
    say("<\u6570\u636E\u5E93\u6216\u5BFC\u51FA\u6587\u4EF6>", "<source>"),
    say("SQLite \u6587\u4EF6\u3001postgres:// \u5730\u5740\u6216 .ndjson \u6587\u4EF6", "a SQLite file, the URL of a PostgreSQL, or an .ndjson file")
  ).option("--hash <hash>", say("\u5BFC\u51FA\u65F6\u8BB0\u4E0B\u7684\u54C8\u5E0C", "the hash that was noted at the export")).option("--key <secret>", say("\u5BFC\u51FA\u65F6\u7684\u5C01\u5370\u5BC6\u94A5", "secret of the seals, as given at the export")).option("--logs <database>", say("\u5BFC\u51FA\u6240\u7528\u7684\u6570\u636E\u5E93", "database that the export was made from")).option(...schema).option(...json).action((source, options) => ended(verify(source, options, terminal)));
  command("export", {
    summary: { zh: "\u6309\u8BFB\u8005\u7684\u6743\u9650\u5BFC\u51FA\u65E5\u5FD7\uFF08NDJSON\uFF09", en: "logs as their reader may have them" },
    examples: [
      [
        "hotline-desk export tickets.db --as auditor:a-3 > 2026.ndjson",
        { zh: "\u5BA1\u8BA1\uFF1A\u5168\u90E8\u65E5\u5FD7", en: "every log as it is" }
      ],
      [
        "hotline-desk export tickets.db --as handler:h-4@riverside --pack my-city",
        { zh: "\u627F\u529E\u5355\u4F4D\u53EF\u89C1\u7684\u90E8\u5206", en: "what that unit may read" }
      ]
    ],
    faults: OUTDATED
  }).argument(...database).requiredOption("--as <role:id[@unit]>", say("\u8BFB\u8005\uFF1A\u89D2\u8272:\u7F16\u53F7@\u5355\u4F4D", "the reader: role, id and unit")).option("--pack <folder>", say("\u89C4\u5219\u5305\u6587\u4EF6\u5939\uFF1B\u5BA1\u8BA1\u4EE5\u5916\u7684\u8BFB\u8005\u987B\u7ED9\u51FA", "city pack; for any reader but an auditor")).option("--key <secret>", say("\u5C01\u5370\u7684\u5BC6\u94A5\uFF0C\u4F9B\u65E5\u540E\u9010\u884C\u6838\u9A8C", "secret of the seals, to prove each line later")).option(...at).option(...schema).action((source, options) => ended(exportLogs(source, { ...options, at: instant2(options) }, terminal)));
  command("run-due", {
    summary: { zh: "\u89E6\u53D1\u5230\u671F\u7684\u65F6\u9650", en: "fire the clocks that are due" },
    examples: [
      ["hotline-desk run-due my-city tickets.db", { zh: "\u53EF\u7531 cron \u6BCF\u5206\u949F\u8C03\u7528", en: "from cron, every minute" }]
    ],
    faults: { zh: "\u89C4\u5219\u5305\u6709\u9519\u8BEF\uFF0C\u6216\u6709\u5DE5\u5355\u672A\u80FD\u5904\u7406", en: "the pack has faults, or a ticket could not be done" }
  }).argument(...pack).argument(...database).option(...at).option(...schema).option(...json).action((folder, source, options) => ended(runDue(folder, source, { ...options, at: instant2(options) }, terminal)));
  command("assess", {
    summary: { zh: "\u6309\u89C4\u5219\u5305\u7684\u6307\u6807\u8003\u6838\u4E00\u6BB5\u65F6\u95F4", en: "the metrics over a span of time" },
    examples: [
      ["hotline-desk assess my-city tickets.db 2026-10", { zh: "\u4E00\u4E2A\u6708\u7684\u5168\u90E8\u6307\u6807", en: "every metric of a month" }],
      [
        "hotline-desk assess my-city tickets.db 2026-Q3 --parts --metrics closedOnTime",
        { zh: "\u4E00\u4E2A\u5B63\u5EA6\u7684\u4E00\u9879\u6307\u6807\uFF0C\u6309\u5355\u4F4D\u5206\u5217", en: "one metric of a quarter, unit by unit" }
      ]
    ],
    faults: OUTDATED
  }).argument(...pack).argument(...database).argument(
    say("<\u671F\u95F4>", "<span>"),
    say("\u5982 2024-11-05\u30012024-11\u30012024-Q4\u30012024-H2\u30012024", "such as 2024-11-05, 2024-11, 2024-Q4, 2024-H2, 2024")
  ).option("--within <unit>", say("\u53EA\u8BA1\u8BE5\u5355\u4F4D\u53CA\u5176\u4E0B\u7EA7\u4E3B\u529E\u7684\u5DE5\u5355", "only tickets led by this unit or those below it")).option("--metrics <ids>", say("\u53EA\u5217\u8FD9\u4E9B\u6307\u6807\uFF0C\u4EE5\u9017\u53F7\u5206\u9694", "only these metrics, with commas between them")).option("--parts", say("\u6309\u5355\u4F4D\u7B49\u5206\u5217", "broken down by unit and whatever each metric names")).option(...schema).option(...json).action((folder, source, span, options) => ended(assess(folder, source, span, options, terminal)));
  command("what-if", {
    summary: { zh: "\u7528\u89C4\u5219\u5305\u8349\u6848\u91CD\u6F14\u4E00\u6BB5\u65F6\u95F4\u7684\u5DE5\u5355", en: "tickets of a span under a draft" },
    examples: [
      [
        "hotline-desk what-if my-city my-city-draft tickets.db 2026-10",
        { zh: "\u5341\u6708\u767B\u8BB0\u7684\u5DE5\u5355\uFF0C\u73B0\u884C\u4E0E\u8349\u6848\u7684\u5DEE\u5F02", en: "what the draft changes for tickets of October" }
      ]
    ],
    faults: PACK_FAULTS
  }).argument(...pack).argument(say("<\u8349\u6848>", "<draft>"), say("\u8349\u6848\u6587\u4EF6\u5939", "folder of the draft")).argument(...database).argument(say("<\u671F\u95F4>", "<span>"), say("\u767B\u8BB0\u65F6\u95F4\uFF0C\u5982 2024-11\u30012024", "when registered, such as 2024-11, 2024")).option(...schema).option(...json).action((folder, draft, source, span, options) => ended(tryDraft(folder, draft, source, span, options, terminal)));
  command("migrate", {
    summary: { zh: "\u5EFA\u7ACB\u6216\u66F4\u65B0\u6570\u636E\u8868", en: "bring the tables up to date" },
    examples: [
      ["hotline-desk migrate tickets.db", { zh: "\u5EFA\u8868\u6216\u66F4\u65B0", en: "make or update the tables" }],
      [
        "hotline-desk migrate postgres://localhost/city --sql",
        { zh: "\u4EA4\u7ED9\u6570\u636E\u5E93\u7BA1\u7406\u5458", en: "for the people of the database" }
      ]
    ],
    faults: { zh: "--check\uFF1A\u6570\u636E\u8868\u987B\u66F4\u65B0", en: "--check: the tables are outdated" }
  }).argument(...database).option("--check", say("\u53EA\u68C0\u67E5\uFF0C\u4E0D\u66F4\u6539", "only look")).option("--sql", say("\u8F93\u51FA SQL\uFF0C\u4E0D\u6267\u884C", "print the SQL and change nothing")).option(...schema).action((source, options) => ended(migrate(source, options, terminal)));
}

// src/cli/command-line.ts
var WORDS = {
  description: {
    zh: "12345\u70ED\u7EBF\u5DE5\u5355\u5E93\uFF1A\u60C5\u666F\u3001\u6838\u9A8C\u3001\u5BFC\u51FA\u3001\u5230\u671F\u5904\u7406\u3001\u8003\u6838\u3001\u8349\u6848\u91CD\u6F14\u3001\u5EFA\u8868",
    en: "Tickets of a 12345 hotline: scenarios, verification, export, due clocks,\nassessment, drafts tried on the past, tables"
  },
  faults: { zh: "\u53D1\u73B0\u95EE\u9898", en: "faults were found" }
};
async function runCommandLine(args2, setting) {
  const terminal = new commandLine.Terminal({ ...setting, language: commandLine.askedLanguage(args2) ?? setting.language });
  let code = commandLine.EXIT.ok;
  const program = commandLine.programOf("hotline-desk", WORDS, terminal);
  addCommands(program, terminal, setting.now, async (result) => {
    code = await result;
  });
  try {
    await program.parseAsync([...args2], { from: "user" });
    return code;
  } catch (error) {
    const told = commandLine.toldToPeople(error, terminal);
    return error instanceof chunkPGHY5EK6_cjs.HotlineError && error.code === "storeOutdated" ? commandLine.EXIT.faults : told;
  }
}

// src/cli.ts
var { stdout, stderr, env } = process__default.default;
var args = process__default.default.argv.slice(2);
var isCrowded = args.includes("export") && stdout.isTTY === true;
stdout.on("error", (error) => {
  if (error.code === "EPIPE") process__default.default.exit(0);
  throw error;
});
void runCommandLine(args, {
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
  color: commandLine.wantsColor(env, stdout.isTTY === true),
  language: commandLine.preferredLanguage(env, Intl.DateTimeFormat().resolvedOptions().locale),
  ...stderr.isTTY === true && !isCrowded && { live: stderr },
  now: () => /* @__PURE__ */ new Date()
}).then((code) => {
  process__default.default.exitCode = code;
});
//# sourceMappingURL=cli.cjs.map
//# sourceMappingURL=cli.cjs.map