'use strict';

var chunkERFGFJKS_cjs = require('./chunk-ERFGFJKS.cjs');
var chunk5WQP6YRK_cjs = require('./chunk-5WQP6YRK.cjs');
require('./chunk-VXU6PXWK.cjs');
require('./chunk-U4AP5SJM.cjs');
require('./chunk-KQWNAHZU.cjs');
var chunkPGHY5EK6_cjs = require('./chunk-PGHY5EK6.cjs');

// src/classification/keyword-classifier.ts
function keywordClassifier(library) {
  const tagsOf = /* @__PURE__ */ new Map();
  const lengthsOf = /* @__PURE__ */ new Map();
  for (const tag of library.all) {
    for (const word of new Set([tag.name, ...tag.words].map(plain))) {
      const known = tagsOf.get(word);
      if (known !== void 0) known.push(tag);
      else tagsOf.set(word, [tag]);
      const first = word.charAt(0);
      const lengths = lengthsOf.get(first) ?? /* @__PURE__ */ new Set();
      lengthsOf.set(first, lengths.add(word.length));
    }
  }
  const longestFirst = new Map([...lengthsOf].map(([first, all]) => [first, [...all].sort((a, b) => b - a)]));
  return {
    id: "keywords",
    readsProtected: true,
    classify: ({ content, address = "" }) => {
      const found = /* @__PURE__ */ new Set();
      for (const text of [plain(content), plain(address)]) {
        for (let at = 0; at < text.length; ) {
          const lengths = longestFirst.get(text.charAt(at)) ?? [];
          const length = lengths.find((each) => tagsOf.has(text.slice(at, at + each)));
          if (length === void 0) {
            at += 1;
            continue;
          }
          for (const tag of tagsOf.get(text.slice(at, at + length)) ?? []) found.add(tag);
          at += length;
        }
      }
      return [...found].map(({ name, kind }) => ({ tag: name, kind, confidence: 1 }));
    }
  };
}
function plain(text) {
  return text.normalize("NFKC").toLowerCase();
}

// src/classification/label-ticket.ts
var MOST = 200;
async function labelTicket(desk, ticket, classifier, { at, atLeast = 0.5 }) {
  const found = await desk.ticket(ticket);
  if (found === void 0) throw chunkPGHY5EK6_cjs.noTicket(ticket);
  const { call } = found.record;
  if (call.confidential && classifier.readsProtected !== true) return void 0;
  const id = `label:${classifier.id}:${ticket}`;
  const { content, place } = call;
  const { address } = place;
  const answer = await classifier.classify({ content, ...address !== void 0 && { address } });
  const labels = sure(answer, atLeast);
  if (labels.length === 0) return void 0;
  const by = { id: classifier.id, role: "system" };
  try {
    return await desk.execute({ id, ticket, type: "tag", data: { labels, origin: "classifier" }, by, at });
  } catch (error) {
    if (error instanceof chunkPGHY5EK6_cjs.HotlineError && error.code === "commandIdReused") return void 0;
    throw error;
  }
}
function sure(labels, atLeast) {
  const best = /* @__PURE__ */ new Map();
  for (const label of labels) {
    const { confidence = 1 } = label;
    if (confidence >= atLeast && confidence > (best.get(label.tag)?.confidence ?? -1)) best.set(label.tag, label);
  }
  return [...best.values()].sort((a, b) => (b.confidence ?? 1) - (a.confidence ?? 1)).slice(0, MOST);
}
function labelsOf(events) {
  const standing = /* @__PURE__ */ new Map();
  for (const event of events) {
    const by = event.actor.id;
    if (event.type === "ticket.registered") {
      for (const tag of event.data.tags ?? []) standing.set(tag, { tag, origin: "person", by });
    }
    if (event.type !== "ticket.tagged") continue;
    const { add = [], labels = [], remove = [], origin = "person" } = event.data;
    for (const label of [...add.map((tag) => ({ tag })), ...labels]) {
      standing.set(label.tag, { ...label, origin, by });
    }
    for (const tag of remove) standing.delete(tag);
  }
  return [...standing.values()];
}

Object.defineProperty(exports, "verifyExport", {
  enumerable: true,
  get: function () { return chunkERFGFJKS_cjs.verifyExport; }
});
Object.defineProperty(exports, "GENESIS_HASH", {
  enumerable: true,
  get: function () { return chunk5WQP6YRK_cjs.GENESIS_HASH; }
});
Object.defineProperty(exports, "MACHINE_VERSION", {
  enumerable: true,
  get: function () { return chunk5WQP6YRK_cjs.MACHINE_VERSION; }
});
Object.defineProperty(exports, "callSchema", {
  enumerable: true,
  get: function () { return chunk5WQP6YRK_cjs.callSchema; }
});
Object.defineProperty(exports, "commandSchemas", {
  enumerable: true,
  get: function () { return chunk5WQP6YRK_cjs.commandSchemas; }
});
Object.defineProperty(exports, "commandsIn", {
  enumerable: true,
  get: function () { return chunk5WQP6YRK_cjs.commandsIn; }
});
Object.defineProperty(exports, "decide", {
  enumerable: true,
  get: function () { return chunk5WQP6YRK_cjs.decide; }
});
Object.defineProperty(exports, "importedTicketSchema", {
  enumerable: true,
  get: function () { return chunk5WQP6YRK_cjs.importedTicketSchema; }
});
Object.defineProperty(exports, "memoryStore", {
  enumerable: true,
  get: function () { return chunk5WQP6YRK_cjs.memoryStore; }
});
Object.defineProperty(exports, "nextState", {
  enumerable: true,
  get: function () { return chunk5WQP6YRK_cjs.nextState; }
});
Object.defineProperty(exports, "openDesk", {
  enumerable: true,
  get: function () { return chunk5WQP6YRK_cjs.openDesk; }
});
Object.defineProperty(exports, "permissions", {
  enumerable: true,
  get: function () { return chunk5WQP6YRK_cjs.permissions; }
});
Object.defineProperty(exports, "ticketMachine", {
  enumerable: true,
  get: function () { return chunk5WQP6YRK_cjs.ticketMachine; }
});
Object.defineProperty(exports, "transitionTable", {
  enumerable: true,
  get: function () { return chunk5WQP6YRK_cjs.transitionTable; }
});
Object.defineProperty(exports, "verifyLog", {
  enumerable: true,
  get: function () { return chunk5WQP6YRK_cjs.verifyLog; }
});
Object.defineProperty(exports, "HotlineError", {
  enumerable: true,
  get: function () { return chunkPGHY5EK6_cjs.HotlineError; }
});
Object.defineProperty(exports, "evolve", {
  enumerable: true,
  get: function () { return chunkPGHY5EK6_cjs.evolve; }
});
exports.keywordClassifier = keywordClassifier;
exports.labelTicket = labelTicket;
exports.labelsOf = labelsOf;
//# sourceMappingURL=index.cjs.map
//# sourceMappingURL=index.cjs.map