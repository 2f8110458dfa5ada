// src/privacy/event-readers.ts
var office = ["hotline", "supervisor", "auditor"];
var staff = [...office, "unit", "assist"];
var all = [...staff, "applicant", "citizenSupervisor"];
var watched = [...staff, "citizenSupervisor"];
var nobody = [];
var told = {
  "ticket.registered": { of: all, detail: nobody },
  "ticket.dispatched": { of: all, detail: all },
  "ticket.redispatched": { of: all, detail: all },
  "ticket.designated": { of: [...staff, "applicant"], detail: [...staff, "applicant"] },
  "ticket.signed": { of: all, detail: nobody },
  "ticket.accepted": { of: all, detail: nobody },
  "citizen.contacted": { of: [...staff, "applicant"], detail: nobody },
  "site.arrived": { of: all, detail: nobody },
  "promise.made": { of: [...staff, "applicant"], detail: [...staff, "applicant"] },
  "promise.fulfilled": { of: [...staff, "applicant"], detail: nobody },
  "reply.approved": { of: all, detail: nobody },
  "citizen.calledBack": { of: [...staff, "applicant"], detail: nobody },
  "callback.waived": { of: [...staff, "applicant"], detail: nobody },
  "ticket.rated": { of: [...staff, "applicant"], detail: nobody },
  "ticket.closed": { of: all, detail: nobody },
  "ticket.commented": { of: watched, detail: watched },
  "supervision.joined": { of: watched, detail: nobody }
};
var kept = {
  "caller.read": { of: office, detail: nobody },
  "caller.erased": { of: office, detail: nobody },
  "clue.transferred": { of: office, detail: nobody },
  "quality.checked": { of: office, detail: nobody },
  "accountability.entered": { of: office, detail: nobody }
};
var among = {
  "progress.recorded": { of: staff, detail: staff },
  "reply.submitted": { of: staff, detail: staff },
  "reply.rejected": { of: staff, detail: staff },
  "ticket.urged": { of: staff, detail: staff },
  "supervision.started": { of: staff, detail: staff },
  "supervision.escalated": { of: staff, detail: staff },
  "supervision.reported": { of: staff, detail: staff },
  "supervision.concluded": { of: staff, detail: staff }
};
var READINGS = { ...told, ...kept, ...among };
var ofReporter = /* @__PURE__ */ new Set([
  "ticket.enquired",
  "ticket.rated",
  "ticket.praised",
  "ticket.withdrawn",
  "remedy.sought",
  "citizen.calledBack"
]);
var wordsOfHotline = /* @__PURE__ */ new Set(["ticket.urged"]);
var byDefault = { of: staff, detail: nobody };
function readsOf(type, audience, isProtected) {
  const isUnit = audience === "unit" || audience === "assist";
  if (isProtected && isUnit && ofReporter.has(type)) return false;
  if (isProtected && audience === "citizenSupervisor") return false;
  return (READINGS[type] ?? byDefault).of.includes(audience);
}
function readsDetailOf(type, audience, isProtected) {
  const isUnit = audience === "unit" || audience === "assist";
  if (isProtected && isUnit && wordsOfHotline.has(type)) return false;
  if (type.startsWith("clock.")) return readsOf(type, audience, isProtected);
  return (READINGS[type] ?? byDefault).detail.includes(audience);
}

// src/privacy/event-for.ts
var IDENTIFYING = /* @__PURE__ */ new Set(["applicant", "applicants", "reference", "line", "by", "answers"]);
var LINKING = /* @__PURE__ */ new Set(["repeats", "splitFrom", "parts", "facts", "more"]);
var FACTS = /* @__PURE__ */ new Set([
  ...["number", "channel", "type", "urgent", "confidential", "anonymous", "confidentialOn", "replyWanted", "media"],
  ...["leaderAssigned", "clocksSince", "tags", "lead", "assists", "via", "rule", "article", "limits", "statutory"],
  "articles",
  ...["path", "unit", "units", "handler", "departments", "department", "comes", "level", "term", "clock"],
  ...["until", "meetsAt", "binding", "final", "complete", "duty", "title", "phase", "milestone", "occurredAt"],
  ...["reached", "slot", "effect", "proposedUnit"]
]);
var WITHHELD = "withheld";
function eventForUnits(event, ticket) {
  const { call } = ticket;
  if (!readsOf(event.type, "unit", call.confidential)) {
    return { ticket: event.ticket, version: event.version, withheld: true };
  }
  if (!call.confidential) return event;
  const readsWords = readsDetailOf(event.type, "unit", true);
  const cut = without(event, (key) => IDENTIFYING.has(key) || LINKING.has(key) || !(readsWords || FACTS.has(key)));
  if (event.type !== "ticket.registered") return cut;
  const { matter, content, place } = call;
  return { ...cut, data: { ...cut.data, matter, content, place } };
}
function eventWithoutReporter(event) {
  return without(event, (key) => IDENTIFYING.has(key));
}
function without(event, isHidden) {
  const data = Object.fromEntries(
    Object.entries(event.data).map(([key, value]) => [key, isHidden(key) ? blankOf(value) : value])
  );
  const { role } = event.actor;
  const isOutside = role === "citizen" || role === "enterprise";
  const actor = isOutside ? { id: WITHHELD, role } : event.actor;
  return { ...event, data, actor, hash: WITHHELD, prevHash: WITHHELD };
}
function blankOf(value) {
  return Array.isArray(value) ? [] : null;
}

export { eventForUnits, eventWithoutReporter, readsDetailOf, readsOf };
//# sourceMappingURL=chunk-U3KLKFPI.js.map
//# sourceMappingURL=chunk-U3KLKFPI.js.map