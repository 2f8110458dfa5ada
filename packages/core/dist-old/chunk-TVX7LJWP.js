import { isProjected, chainedTo, GENESIS_HASH, verifyLog, sealOf } from './chunk-UV7MZOBE.js';

// src/log/verify-export.ts
var texts = {
  notAnExport: { zh: "\u4E0D\u662F\u672C\u683C\u5F0F\u7684\u5BFC\u51FA\u6587\u4EF6", en: "this is no export of this format" },
  noEnd: { zh: "\u7F3A\u5C11\u7ED3\u5C3E\u884C", en: "the last line is missing" },
  afterEnd: { zh: "\u7ED3\u5C3E\u884C\u4E4B\u540E\u8FD8\u6709\u5185\u5BB9", en: "something follows the last line" },
  counts: { zh: "\u5DE5\u5355\u6216\u4E8B\u4EF6\u6570\u91CF\u4E0D\u7B26", en: "the number of tickets or events is another one" },
  hash: { zh: "\u6574\u4F53\u54C8\u5E0C\u4E0D\u7B26", en: "the hash over all lines is another one" },
  gap: { zh: "\u4E8B\u4EF6\u7F16\u53F7\u4E0D\u8FDE\u7EED", en: "the numbers of the events are not consecutive" },
  otherSeal: { zh: "\u8BE5\u884C\u5E76\u975E\u51FA\u81EA\u5176\u4E8B\u4EF6", en: "the line is not the one that was made of its event" }
};
async function verifyExport(lines, { hash: noted, seals } = {}) {
  let [number, tickets, events, unproved] = [0, 0, 0, 0];
  let hash = GENESIS_HASH;
  let log = [];
  const seen = /* @__PURE__ */ new Set();
  let end;
  const broken = (reason) => ({ ok: false, line: number, reason, text: texts[reason] });
  const judge = async () => {
    const fault = await faultOf(log, seals);
    return fault && { ok: false, ...fault, line: number - log.length + fault.line - 1 };
  };
  for await (const text of lines) {
    number += 1;
    if (end !== void 0) return broken("afterEnd");
    const value = parsed(text);
    if (value === void 0) return broken("notAnExport");
    if (number === 1) {
      if (value.hotlineExport !== 1) return broken("notAnExport");
    } else if (value.end !== void 0) {
      const fault = await judge();
      if (fault !== void 0) return fault;
      end = value.end;
      continue;
    } else {
      const event = value;
      if (event.ticket !== log[0]?.ticket) {
        const fault = await judge();
        if (fault !== void 0) return fault;
        log = [];
        tickets += 1;
        if (seen.has(event.ticket)) return broken("notAnExport");
        seen.add(event.ticket);
      }
      log.push(event);
      if (seals === void 0 && isProjected(event)) unproved += 1;
      events += 1;
    }
    hash = chainedTo(hash, text);
  }
  if (end === void 0) return broken("noEnd");
  if (end.tickets !== tickets || end.events !== events) return broken("counts");
  if (end.hash !== hash || noted !== void 0 && noted !== hash) return broken("hash");
  return { ok: true, tickets, events, hash, unproved };
}
async function faultOf(lines, seals) {
  const [first] = lines;
  if (first === void 0) return void 0;
  if (!lines.some(isProjected)) {
    const verified = verifyLog(lines);
    return verified.ok ? void 0 : { line: verified.version, reason: verified.reason, text: verified.text };
  }
  const log = await seals?.log(first.ticket);
  for (const [index, each] of lines.entries()) {
    const line = index + 1;
    if (!isProjected(each) || each.version !== line) return { line, reason: "gap", text: texts.gap };
    if (seals === void 0) continue;
    const event = log?.[index];
    if (event === void 0 || sealOf(seals.key, event.hash, each) !== each.seal) {
      return { line, reason: "otherSeal", text: texts.otherSeal };
    }
  }
  return void 0;
}
function parsed(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : void 0;
  } catch {
    return void 0;
  }
}

export { verifyExport };
//# sourceMappingURL=chunk-TVX7LJWP.js.map
//# sourceMappingURL=chunk-TVX7LJWP.js.map