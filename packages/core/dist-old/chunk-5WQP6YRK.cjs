'use strict';

var chunkVXU6PXWK_cjs = require('./chunk-VXU6PXWK.cjs');
var chunkU4AP5SJM_cjs = require('./chunk-U4AP5SJM.cjs');
var chunkKQWNAHZU_cjs = require('./chunk-KQWNAHZU.cjs');
var chunkPGHY5EK6_cjs = require('./chunk-PGHY5EK6.cjs');
var rules = require('@hotline-kit/rules');
var z2 = require('zod');
var slaCalendar = require('@hotline-kit/sla-calendar');
var xstate = require('xstate');

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

var z2__namespace = /*#__PURE__*/_interopNamespace(z2);

var medium = z2__namespace.strictObject({
  id: chunkPGHY5EK6_cjs.text(200),
  mediaType: chunkPGHY5EK6_cjs.text(100),
  /** SHA-256 of the bytes, hexadecimal. */
  sha256: z2__namespace.string().regex(/^[0-9a-f]{64}$/),
  bytes: z2__namespace.int().nonnegative(),
  takenAt: chunkPGHY5EK6_cjs.instant.exactOptional()
});
var media = z2__namespace.array(medium).max(100).exactOptional();

// src/intake/call.ts
var applicantSchema = z2__namespace.strictObject({
  id: chunkPGHY5EK6_cjs.text(200),
  /** Speaks for the others. */
  representative: z2__namespace.boolean().exactOptional(),
  /** Id of the applicant who speaks for this one. */
  representedBy: chunkPGHY5EK6_cjs.text(200).exactOptional(),
  /** Whether this one agreed to be spoken for. */
  consent: z2__namespace.boolean().exactOptional()
});
var factValue = z2__namespace.union([z2__namespace.string().max(500), z2__namespace.number(), z2__namespace.boolean(), z2__namespace.array(z2__namespace.string().max(500)).max(100)]);
var callerSchema = z2__namespace.strictObject({
  name: chunkPGHY5EK6_cjs.text(100).exactOptional(),
  phone: chunkPGHY5EK6_cjs.text(50).exactOptional(),
  address: chunkPGHY5EK6_cjs.text(300).exactOptional(),
  email: chunkPGHY5EK6_cjs.text(200).exactOptional()
});
var callSchema = z2__namespace.strictObject({
  /** The way it came in: a channel of the field, or one that the pack declares. */
  channel: z2__namespace.string().min(1).max(64),
  type: z2__namespace.enum(rules.wordsOf(rules.TICKET_TYPES)),
  /** Code of the pack's matter catalogue; may be settled at dispatch. */
  matter: chunkPGHY5EK6_cjs.text(200).exactOptional(),
  content: chunkPGHY5EK6_cjs.text(2e4),
  place: z2__namespace.strictObject({
    district: chunkPGHY5EK6_cjs.text(200).exactOptional(),
    street: chunkPGHY5EK6_cjs.text(200).exactOptional(),
    address: chunkPGHY5EK6_cjs.text(500).exactOptional()
  }),
  urgent: z2__namespace.boolean().exactOptional(),
  /** The reporter must not become known to the unit or person reported. */
  confidential: z2__namespace.boolean().exactOptional(),
  caller: callerSchema.exactOptional(),
  /** The host's own id of the citizen or enterprise, with which they follow and rate their ticket. */
  applicant: chunkPGHY5EK6_cjs.text(200).exactOptional(),
  media,
  /** Several applicants of one matter, with those who speak for the others. */
  applicants: z2__namespace.array(applicantSchema).min(1).max(1e3).exactOptional(),
  /** Whether the citizen wants an answer; they do, unless said. */
  replyWanted: z2__namespace.boolean().exactOptional(),
  /** A leader gave it over for handling, as on a leader's day. */
  leaderAssigned: z2__namespace.boolean().exactOptional(),
  /** Labels of topic, subject and place. */
  tags: z2__namespace.array(chunkPGHY5EK6_cjs.text(100)).max(200).exactOptional(),
  /** Ids of earlier tickets of the same matter: what is repeated counts in `repeatCount`. */
  repeats: z2__namespace.array(chunkPGHY5EK6_cjs.text(200)).max(1e3).exactOptional(),
  /** Facts that the pack declares beside the known ones, by their names. */
  facts: z2__namespace.record(z2__namespace.string().regex(/^[A-Za-z][\w.]{0,99}$/), factValue).exactOptional(),
  /** The ticket that this one was split from. */
  splitFrom: chunkPGHY5EK6_cjs.text(200).exactOptional(),
  /** From when clocks count, by their ids, for a part that keeps the start of the whole. */
  clocksSince: z2__namespace.record(chunkPGHY5EK6_cjs.clockId, chunkPGHY5EK6_cjs.instant).exactOptional(),
  /** Where a merged line or another platform brought it from, with its own reference number. */
  source: z2__namespace.strictObject({ line: chunkPGHY5EK6_cjs.text(100).exactOptional(), reference: chunkPGHY5EK6_cjs.text(200).exactOptional() }).exactOptional()
});
var callback = chunkPGHY5EK6_cjs.declareTrack({
  chart: [
    chunkPGHY5EK6_cjs.staying(["answeredOnline", "replied"], ["callBack"]),
    chunkPGHY5EK6_cjs.staying(["answeredOnline"], ["rate"]),
    { replied: { rate: { target: "calledBack" }, waiveCallback: { target: "closed" } } }
  ],
  commands: {
    callBack: {
      data: z2__namespace.strictObject({
        /** How: by phone, by message, by a robot. */
        method: chunkPGHY5EK6_cjs.text(64),
        reached: z2__namespace.boolean(),
        /** Stage of the pack's procedure. */
        stage: chunkPGHY5EK6_cjs.text(64).exactOptional(),
        /** What is found fault with. */
        flags: z2__namespace.array(chunkPGHY5EK6_cjs.text(200)).max(50).exactOptional(),
        remark: chunkPGHY5EK6_cjs.text().exactOptional()
      }),
      by: [chunkPGHY5EK6_cjs.granted("anyone", "callbackOfficer", "agent", "superviseOfficer", "system")]
    },
    waiveCallback: {
      data: z2__namespace.strictObject({ ground: chunkPGHY5EK6_cjs.ground, reason: chunkPGHY5EK6_cjs.text().exactOptional() }),
      by: [chunkPGHY5EK6_cjs.granted("anyone", "callbackOfficer", "dispatcher")]
    },
    rate: {
      data: z2__namespace.strictObject({
        solved: chunkPGHY5EK6_cjs.solved,
        satisfaction: z2__namespace.union([z2__namespace.literal(1), z2__namespace.literal(2), z2__namespace.literal(3), z2__namespace.literal(4), z2__namespace.literal(5)]),
        contacted: z2__namespace.boolean(),
        reasons: z2__namespace.array(chunkPGHY5EK6_cjs.text(200)).max(20).exactOptional(),
        remark: chunkPGHY5EK6_cjs.text().exactOptional()
      }),
      by: [chunkPGHY5EK6_cjs.byApplicant, chunkPGHY5EK6_cjs.granted("anyone", "callbackOfficer", "agent")]
    }
  }
});
var closing = chunkPGHY5EK6_cjs.declareTrack({
  chart: [
    chunkPGHY5EK6_cjs.leading(["answeredOnline", "calledBack"], "close", "closed"),
    { closed: { reopen: { target: "received" }, archive: { target: "archived" } } }
  ],
  commands: {
    close: {
      data: z2__namespace.strictObject({ reason: chunkPGHY5EK6_cjs.text().exactOptional() }),
      by: [chunkPGHY5EK6_cjs.granted("anyone", "callbackOfficer", "dispatcher")]
    },
    archive: { data: z2__namespace.strictObject({}), by: [chunkPGHY5EK6_cjs.granted("anyone", "dispatcher", "callbackOfficer", "system")] },
    reopen: { data: z2__namespace.strictObject({ reason: chunkPGHY5EK6_cjs.text() }), by: [chunkPGHY5EK6_cjs.granted("anyone", ...chunkPGHY5EK6_cjs.hotline)] }
  }
});
var clueTransfer = chunkPGHY5EK6_cjs.declareTrack({
  chart: [chunkPGHY5EK6_cjs.staying([...chunkPGHY5EK6_cjs.openStates, "closed"], ["transferClue"])],
  commands: {
    transferClue: {
      data: z2__namespace.strictObject({
        /** The key of the host's protected record. */
        record: chunkPGHY5EK6_cjs.text(200),
        /** SHA-256 of what was handed over, hexadecimal: it proves later that nothing was changed. */
        sha256: z2__namespace.string().regex(/^[0-9a-f]{64}$/).exactOptional(),
        ground: chunkPGHY5EK6_cjs.ground.exactOptional(),
        receiver: z2__namespace.enum(["clueReceiver", "supervisionOffice", "auditor"]).exactOptional()
      }),
      by: [chunkPGHY5EK6_cjs.granted("anyone", "agent", "dispatcher", "callbackOfficer", "qualityChecker", ...chunkPGHY5EK6_cjs.supervisors)]
    }
  }
});
var consultable = ["pendingDispatch", "dispatched", "signed", "handling", "returnRequested", "disputed"];
var consulting = chunkPGHY5EK6_cjs.declareTrack({
  chart: [chunkPGHY5EK6_cjs.staying(consultable, ["convene", "concludeConsultation"])],
  commands: {
    convene: {
      data: z2__namespace.strictObject({
        question: chunkPGHY5EK6_cjs.text(),
        /** Who takes part, beside those whom the procedure names. */
        units: z2__namespace.array(chunkPGHY5EK6_cjs.unitId).min(1).max(50).exactOptional(),
        ground: chunkPGHY5EK6_cjs.ground.exactOptional(),
        /** When they meet. */
        meetsAt: chunkPGHY5EK6_cjs.instant.exactOptional(),
        chair: chunkPGHY5EK6_cjs.text(200).exactOptional()
      }),
      by: [...chunkPGHY5EK6_cjs.byDispatchers, chunkPGHY5EK6_cjs.granted("anyone", ...chunkPGHY5EK6_cjs.supervisors, "consultationChair"), chunkPGHY5EK6_cjs.granted("ofLead", ...chunkPGHY5EK6_cjs.unitChiefs)]
    },
    concludeConsultation: {
      data: z2__namespace.strictObject({
        /** The minutes 会议纪要. */
        minutes: chunkPGHY5EK6_cjs.text(2e4),
        conclusion: chunkPGHY5EK6_cjs.text(),
        /** Which unit leads from now on; the present one, unless named. */
        lead: chunkPGHY5EK6_cjs.unitId.exactOptional(),
        attended: z2__namespace.array(chunkPGHY5EK6_cjs.unitId).max(50).exactOptional()
      }),
      by: [chunkPGHY5EK6_cjs.granted("anyone", "consultationChair", "dispatcher", ...chunkPGHY5EK6_cjs.supervisors)]
    }
  }
});
var departments = chunkPGHY5EK6_cjs.declareTrack({
  chart: [chunkPGHY5EK6_cjs.staying(["signed", "handling"], ["callForDepartments", "departmentResponds"])],
  commands: {
    callForDepartments: {
      data: z2__namespace.strictObject({
        departments: z2__namespace.array(chunkPGHY5EK6_cjs.unitId).min(1).max(50),
        reason: chunkPGHY5EK6_cjs.text(),
        place: chunkPGHY5EK6_cjs.text(500).exactOptional()
      }),
      by: [chunkPGHY5EK6_cjs.granted("ofLead", ...chunkPGHY5EK6_cjs.unitStaff), ...chunkPGHY5EK6_cjs.byDispatchers]
    },
    departmentResponds: {
      data: z2__namespace.strictObject({
        /** What the department does, or why it cannot. */
        text: chunkPGHY5EK6_cjs.text(),
        /** Whether it comes to the place. */
        comes: z2__namespace.boolean(),
        media
      }),
      by: [chunkPGHY5EK6_cjs.granted("ofCalled", ...chunkPGHY5EK6_cjs.unitStaff)]
    }
  }
});
var dispatchSchema = z2__namespace.strictObject({
  lead: chunkPGHY5EK6_cjs.unitId.exactOptional(),
  assists: chunkPGHY5EK6_cjs.unitIds.exactOptional(),
  /** Limits of this very ticket by clock id: a promise, a statutory date, a target of the platform it came from. */
  limits: z2__namespace.record(chunkPGHY5EK6_cjs.clockId, slaCalendar.termSchema).exactOptional(),
  /** A statutory period for this matter, as a term or a date; the procedure says whether it prevails. */
  statutory: slaCalendar.termSchema.exactOptional(),
  /** The law that gives the statutory period. */
  law: chunkPGHY5EK6_cjs.text().exactOptional(),
  article: chunkPGHY5EK6_cjs.article.exactOptional()
});

// src/tracks/dispatch/declaration.ts
var dispatching = chunkPGHY5EK6_cjs.declareTrack({
  chart: [
    {
      received: { dispatch: { target: "dispatched" } },
      pendingDispatch: { dispatch: { target: "dispatched" } },
      dispatched: { sign: { target: "signed" }, dispatch: { target: "dispatched" } },
      signed: { accept: { target: "handling" }, dispatch: { target: "dispatched" } },
      handling: { dispatch: { target: "dispatched" } },
      answeredOnline: { redispatch: { target: "dispatched" } },
      calledBack: { redispatch: { target: "dispatched" } }
    },
    chunkPGHY5EK6_cjs.staying(["dispatched", ...chunkPGHY5EK6_cjs.workingStates], ["addAssist"]),
    chunkPGHY5EK6_cjs.staying([...chunkPGHY5EK6_cjs.workingStates, "replied", "calledBack"], ["finishAssist"])
  ],
  commands: {
    dispatch: {
      data: dispatchSchema,
      by: [...chunkPGHY5EK6_cjs.byDispatchers, chunkPGHY5EK6_cjs.granted("anyone", "agent", "system"), chunkPGHY5EK6_cjs.granted("ofLead", ...chunkPGHY5EK6_cjs.unitChiefs, "unitClerk")]
    },
    addAssist: {
      data: z2__namespace.strictObject({ assists: z2__namespace.array(chunkPGHY5EK6_cjs.unitId).min(1).max(50), reason: chunkPGHY5EK6_cjs.text().exactOptional() }),
      by: [...chunkPGHY5EK6_cjs.byDispatchers]
    },
    finishAssist: {
      data: z2__namespace.strictObject({
        /** What the assisting unit has done. */
        result: chunkPGHY5EK6_cjs.text(2e4),
        /** Which assisting unit; the actor's own, unless said. */
        unit: chunkPGHY5EK6_cjs.unitId.exactOptional()
      }),
      by: [chunkPGHY5EK6_cjs.granted("ofAssist", ...chunkPGHY5EK6_cjs.unitStaff), chunkPGHY5EK6_cjs.granted("anyone", "dispatcher")]
    },
    sign: { data: z2__namespace.strictObject({}), by: [chunkPGHY5EK6_cjs.granted("ofLead", ...chunkPGHY5EK6_cjs.unitStaff)] },
    accept: {
      data: z2__namespace.strictObject({ handler: chunkPGHY5EK6_cjs.text(200).exactOptional() }),
      by: [chunkPGHY5EK6_cjs.granted("ofLead", ...chunkPGHY5EK6_cjs.unitStaff)]
    },
    redispatch: {
      data: dispatchSchema.extend({ reason: chunkPGHY5EK6_cjs.text() }),
      by: [chunkPGHY5EK6_cjs.granted("anyone", "callbackOfficer", "dispatcher", "agent")]
    }
  }
});
var dispute = chunkPGHY5EK6_cjs.declareTrack({
  chart: [
    {
      returnRequested: { raiseDispute: { target: "disputed" } }
    },
    chunkPGHY5EK6_cjs.leading(
      ["disputed", "pendingDispatch", "returnRequested", "dispatched", "signed", "handling"],
      "designate",
      "dispatched"
    )
  ],
  commands: {
    raiseDispute: {
      data: z2__namespace.strictObject({ reason: chunkPGHY5EK6_cjs.text(), stage: chunkPGHY5EK6_cjs.text(64).exactOptional() }),
      by: [chunkPGHY5EK6_cjs.granted("ofLead", ...chunkPGHY5EK6_cjs.unitChiefs), ...chunkPGHY5EK6_cjs.byDispatchers]
    },
    designate: {
      data: dispatchSchema.extend({ reason: chunkPGHY5EK6_cjs.text(), stage: chunkPGHY5EK6_cjs.text(64).exactOptional() }),
      by: [...chunkPGHY5EK6_cjs.byDispatchers, chunkPGHY5EK6_cjs.granted("anyone", "consultationChair", "superviseOfficer")]
    }
  }
});
var emergency = chunkPGHY5EK6_cjs.declareTrack({
  chart: [
    {
      received: {
        transferEmergency: [{ guard: "lineTakesOver", target: "transferredEmergency" }, { target: "received" }],
        acknowledgeHandover: [{ guard: "lineTakesOver", target: "transferredEmergency" }, { target: "received" }]
      },
      pendingDispatch: {
        transferEmergency: [{ guard: "lineTakesOver", target: "transferredEmergency" }, { target: "pendingDispatch" }],
        acknowledgeHandover: [
          { guard: "lineTakesOver", target: "transferredEmergency" },
          { target: "pendingDispatch" }
        ]
      }
    },
    // A unit is at work already: the line comes beside, and the unit goes on with what is its own.
    chunkPGHY5EK6_cjs.staying(["dispatched", "signed", "handling"], ["transferEmergency", "acknowledgeHandover"])
  ],
  commands: {
    transferEmergency: {
      data: z2__namespace.strictObject({
        line: chunkPGHY5EK6_cjs.text(50),
        /** Who took it over there, and when they said so; without it, the line still has to acknowledge. */
        acknowledgement: chunkPGHY5EK6_cjs.text(500).exactOptional(),
        /** What the three parties agreed: who goes, who stays on the call. */
        agreed: chunkPGHY5EK6_cjs.text().exactOptional(),
        /** Whether the ticket goes on here beside the line's work. */
        goesOn: z2__namespace.boolean().exactOptional()
      }),
      by: [chunkPGHY5EK6_cjs.granted("anyone", "agent", "dispatcher"), chunkPGHY5EK6_cjs.granted("ofLead", "handler", "gridWorker")]
    },
    acknowledgeHandover: {
      data: z2__namespace.strictObject({ accepted: z2__namespace.boolean(), acknowledgement: chunkPGHY5EK6_cjs.text(500) }),
      by: [chunkPGHY5EK6_cjs.granted("anyone", "agent", "dispatcher", "system")]
    }
  }
});
var enquiring = chunkPGHY5EK6_cjs.declareTrack({
  chart: [chunkPGHY5EK6_cjs.staying([...chunkPGHY5EK6_cjs.openStates, "closed"], ["enquire"])],
  commands: {
    enquire: {
      data: z2__namespace.strictObject({
        question: chunkPGHY5EK6_cjs.text().exactOptional(),
        answer: chunkPGHY5EK6_cjs.text().exactOptional(),
        /** On whose behalf, by the host's own id; the one who asks, or the first applicant, unless said. */
        applicant: chunkPGHY5EK6_cjs.text(200).exactOptional()
      }),
      by: [chunkPGHY5EK6_cjs.byApplicant, chunkPGHY5EK6_cjs.granted("anyone", ...chunkPGHY5EK6_cjs.hotline)]
    }
  }
});
var approvers = [chunkPGHY5EK6_cjs.granted("overLead", ...chunkPGHY5EK6_cjs.unitChiefs), ...chunkPGHY5EK6_cjs.byDispatchers];
var extending = chunkPGHY5EK6_cjs.declareTrack({
  chart: [chunkPGHY5EK6_cjs.staying(["handling"], ["requestExtension", "approveExtension", "rejectExtension"])],
  commands: {
    requestExtension: {
      data: z2__namespace.strictObject({
        term: slaCalendar.termSchema,
        reason: chunkPGHY5EK6_cjs.text(),
        /** Which clock is to be extended; default `handle`. */
        clock: chunkPGHY5EK6_cjs.clockId.exactOptional(),
        /** That the citizen was told, where the procedure asks for it. */
        citizenTold: z2__namespace.boolean().exactOptional()
      }),
      by: [chunkPGHY5EK6_cjs.granted("ofLead", ...chunkPGHY5EK6_cjs.unitStaff)]
    },
    approveExtension: { data: z2__namespace.strictObject({ remark: chunkPGHY5EK6_cjs.text().exactOptional() }), by: approvers },
    rejectExtension: { data: z2__namespace.strictObject({ reason: chunkPGHY5EK6_cjs.text() }), by: approvers }
  }
});
var fieldValue = z2__namespace.union([chunkPGHY5EK6_cjs.text(), z2__namespace.number(), z2__namespace.boolean(), z2__namespace.array(chunkPGHY5EK6_cjs.text()).max(100)]);
var RESERVED = /* @__PURE__ */ new Set(["__proto__", "constructor", "prototype"]);
var moreFields = z2__namespace.record(
  z2__namespace.string().regex(/^[A-Za-z]\w{0,63}$/).refine((name) => !RESERVED.has(name)),
  fieldValue
);

// src/ticket/evidence.ts
var evidence = z2__namespace.union([
  chunkPGHY5EK6_cjs.text(),
  z2__namespace.array(
    z2__namespace.object({ kind: chunkPGHY5EK6_cjs.text(64), note: chunkPGHY5EK6_cjs.text().exactOptional(), media: z2__namespace.array(medium).max(20).exactOptional() }).catchall(fieldValue)
  ).min(1).max(50)
]);

// src/tracks/fieldwork/declaration.ts
var fieldwork = chunkPGHY5EK6_cjs.declareTrack({
  chart: [
    // Where the procedure says that handling goes on beside a return or a dispute, work is recorded then too.
    chunkPGHY5EK6_cjs.staying([...chunkPGHY5EK6_cjs.workingStates, "returnRequested", "disputed"], ["contactCitizen", "arriveOnSite", "recordProgress"]),
    chunkPGHY5EK6_cjs.staying(chunkPGHY5EK6_cjs.openStates, ["addEvidence"])
  ],
  commands: {
    contactCitizen: {
      data: z2__namespace.strictObject({ method: chunkPGHY5EK6_cjs.text(64), reached: z2__namespace.boolean(), note: chunkPGHY5EK6_cjs.text().exactOptional() }),
      by: [chunkPGHY5EK6_cjs.granted("involved", ...chunkPGHY5EK6_cjs.unitStaff)]
    },
    arriveOnSite: {
      data: z2__namespace.strictObject({ place: chunkPGHY5EK6_cjs.text(500).exactOptional(), media }),
      by: [chunkPGHY5EK6_cjs.granted("involved", ...chunkPGHY5EK6_cjs.unitStaff)]
    },
    recordProgress: {
      data: z2__namespace.strictObject({
        text: chunkPGHY5EK6_cjs.text(),
        /** A milestone of the pack that was reached. */
        milestone: chunkPGHY5EK6_cjs.text(64).exactOptional(),
        /** When, where it happened outside the system. */
        occurredAt: chunkPGHY5EK6_cjs.instant.exactOptional(),
        /** What proves it, in pieces of the kinds that the pack knows. */
        evidence: evidence.exactOptional(),
        media
      }),
      by: [chunkPGHY5EK6_cjs.granted("involved", ...chunkPGHY5EK6_cjs.unitStaff)]
    },
    addEvidence: {
      data: z2__namespace.strictObject({
        /** What it shows: the place before, during or after the work. */
        phase: z2__namespace.enum(["before", "during", "after"]),
        /** A kind of evidence of the pack. */
        kind: chunkPGHY5EK6_cjs.text(64).exactOptional(),
        media: z2__namespace.array(medium).min(1).max(100),
        note: chunkPGHY5EK6_cjs.text().exactOptional()
      }),
      by: [chunkPGHY5EK6_cjs.byApplicant, chunkPGHY5EK6_cjs.granted("involved", ...chunkPGHY5EK6_cjs.unitStaff), chunkPGHY5EK6_cjs.granted("anyone", "agent", "superviseOfficer")]
    }
  }
});
var telling = [...chunkPGHY5EK6_cjs.openStates, "closed", "merged", "refused", "terminated"];
var informing = chunkPGHY5EK6_cjs.declareTrack({
  chart: [chunkPGHY5EK6_cjs.staying(telling, ["inform", "waiveInforming"])],
  commands: {
    inform: {
      data: z2__namespace.strictObject({
        /** Id of the duty. */
        duty: chunkPGHY5EK6_cjs.text(500),
        /** Which recipients were told; all, unless said. */
        to: z2__namespace.array(chunkPGHY5EK6_cjs.text(64)).min(1).max(50).exactOptional(),
        method: chunkPGHY5EK6_cjs.text(64).exactOptional(),
        content: chunkPGHY5EK6_cjs.text(2e4).exactOptional(),
        proof: evidence.exactOptional()
      }),
      by: [
        chunkPGHY5EK6_cjs.granted("involved", ...chunkPGHY5EK6_cjs.unitStaff),
        chunkPGHY5EK6_cjs.granted("anyone", ...chunkPGHY5EK6_cjs.hotline, "system", ...chunkPGHY5EK6_cjs.supervisors),
        ...chunkPGHY5EK6_cjs.byDispatchers
      ]
    },
    waiveInforming: {
      data: z2__namespace.strictObject({ duty: chunkPGHY5EK6_cjs.text(500), ground: chunkPGHY5EK6_cjs.ground, reason: chunkPGHY5EK6_cjs.text().exactOptional() }),
      by: [chunkPGHY5EK6_cjs.granted("anyone", "callbackOfficer", ...chunkPGHY5EK6_cjs.supervisors), ...chunkPGHY5EK6_cjs.byDispatchers]
    }
  }
});
var instructing = chunkPGHY5EK6_cjs.declareTrack({
  chart: [chunkPGHY5EK6_cjs.staying(chunkPGHY5EK6_cjs.openStates, ["instruct"])],
  commands: {
    instruct: {
      data: z2__namespace.strictObject({
        text: chunkPGHY5EK6_cjs.text(),
        /** Whether the leader gives the ticket over as one of their own 领导交办. */
        assigns: z2__namespace.boolean().exactOptional()
      }),
      by: [chunkPGHY5EK6_cjs.granted("anyone", "cityLeader", "supervisionOffice", "system"), chunkPGHY5EK6_cjs.granted("overLead", "unitHead")]
    }
  }
});
var intake = chunkPGHY5EK6_cjs.declareTrack({
  chart: [
    {
      draft: { register: { target: "received" } },
      received: { answerOnline: { target: "answeredOnline" }, refuse: { target: "refused" } }
    },
    chunkPGHY5EK6_cjs.leading(chunkPGHY5EK6_cjs.openStates, "withdraw", "withdrawn")
  ],
  commands: {
    register: {
      data: callSchema,
      by: [
        chunkPGHY5EK6_cjs.granted("anyone", "agent", "dispatcher", "citizen", "enterprise", "gridWorker", "cityLeader", "system"),
        chunkPGHY5EK6_cjs.granted("anyone", "citizenSupervisor")
      ]
    },
    answerOnline: {
      data: z2__namespace.strictObject({
        answer: chunkPGHY5EK6_cjs.text(2e4),
        /** The knowledge entry that it was answered from. */
        knowledge: chunkPGHY5EK6_cjs.text(200).exactOptional()
      }),
      by: [chunkPGHY5EK6_cjs.granted("anyone", "agent", "dispatcher")]
    },
    refuse: {
      data: z2__namespace.strictObject({ ground: chunkPGHY5EK6_cjs.ground, reason: chunkPGHY5EK6_cjs.text(), legalPath: chunkPGHY5EK6_cjs.text().exactOptional() }),
      by: [chunkPGHY5EK6_cjs.granted("anyone", "agent", "dispatcher")]
    },
    withdraw: {
      data: z2__namespace.strictObject({ reason: chunkPGHY5EK6_cjs.text() }),
      by: [chunkPGHY5EK6_cjs.byApplicant, chunkPGHY5EK6_cjs.granted("anyone", "agent", "dispatcher")]
    }
  }
});
var observers = [chunkPGHY5EK6_cjs.granted("anyone", "citizenSupervisor")];
var observing = chunkPGHY5EK6_cjs.declareTrack({
  chart: [chunkPGHY5EK6_cjs.staying([...chunkPGHY5EK6_cjs.openStates, "closed"], ["watch", "comment"]), chunkPGHY5EK6_cjs.staying(chunkPGHY5EK6_cjs.openStates, ["joinSupervision"])],
  commands: {
    watch: { data: z2__namespace.strictObject({}), by: observers },
    comment: {
      data: z2__namespace.strictObject({
        text: chunkPGHY5EK6_cjs.text(),
        /** What is said of it in public is heating up 舆情热点. */
        hotSpot: z2__namespace.boolean().exactOptional()
      }),
      by: observers
    },
    joinSupervision: { data: z2__namespace.strictObject({ remark: chunkPGHY5EK6_cjs.text().exactOptional() }), by: observers }
  }
});
var praising = chunkPGHY5EK6_cjs.declareTrack({
  chart: [chunkPGHY5EK6_cjs.staying(["handling", "pendingApproval", "replied", "calledBack", "closed"], ["praise"])],
  commands: {
    praise: {
      data: z2__namespace.strictObject({ text: chunkPGHY5EK6_cjs.text(), unit: chunkPGHY5EK6_cjs.unitId.exactOptional(), person: chunkPGHY5EK6_cjs.text(200).exactOptional() }),
      by: [chunkPGHY5EK6_cjs.byApplicant, chunkPGHY5EK6_cjs.granted("anyone", ...chunkPGHY5EK6_cjs.hotline)]
    }
  }
});
var promising = chunkPGHY5EK6_cjs.declareTrack({
  chart: [
    chunkPGHY5EK6_cjs.staying([...chunkPGHY5EK6_cjs.workingStates, "replied", "calledBack"], ["promise", "fulfilPromise"]),
    chunkPGHY5EK6_cjs.staying(["closed"], ["fulfilPromise"])
  ],
  commands: {
    promise: {
      data: z2__namespace.strictObject({
        what: chunkPGHY5EK6_cjs.text(),
        /** By when, where the unit names a date itself; else the pack's term counts. */
        by: chunkPGHY5EK6_cjs.instant.exactOptional(),
        /** Whom or what it reaches beyond this ticket 举一反三: all of the same class, in words. */
        forClass: chunkPGHY5EK6_cjs.text().exactOptional()
      }),
      by: [chunkPGHY5EK6_cjs.granted("involved", ...chunkPGHY5EK6_cjs.unitStaff)]
    },
    fulfilPromise: {
      data: z2__namespace.strictObject({
        /** Number of the promise; the first that is open, unless said. */
        promise: z2__namespace.int().positive().exactOptional(),
        evidence: evidence.exactOptional(),
        media
      }),
      by: [chunkPGHY5EK6_cjs.granted("involved", ...chunkPGHY5EK6_cjs.unitStaff)]
    }
  }
});
var checking = chunkPGHY5EK6_cjs.declareTrack({
  chart: [chunkPGHY5EK6_cjs.staying([...chunkPGHY5EK6_cjs.openStates, "closed"], ["checkQuality"])],
  commands: {
    checkQuality: {
      data: z2__namespace.strictObject({
        /** Stage of the pack's procedure. */
        stage: chunkPGHY5EK6_cjs.text(64).exactOptional(),
        /** From 0 to 100. */
        score: z2__namespace.number().min(0).max(100).exactOptional(),
        /** What is found fault with. */
        flags: z2__namespace.array(chunkPGHY5EK6_cjs.text(200)).max(50).exactOptional(),
        remark: chunkPGHY5EK6_cjs.text().exactOptional()
      }),
      by: [chunkPGHY5EK6_cjs.granted("anyone", "qualityChecker", "superviseOfficer", "supervisionOffice")]
    }
  }
});
var recusing = chunkPGHY5EK6_cjs.declareTrack({
  chart: [chunkPGHY5EK6_cjs.staying(chunkPGHY5EK6_cjs.openStates, ["recuse"])],
  commands: {
    recuse: {
      data: z2__namespace.strictObject({
        /** The host's id of the person; whoever gives the command, unless a person or unit is named. */
        person: chunkPGHY5EK6_cjs.text(200).exactOptional(),
        unit: chunkPGHY5EK6_cjs.unitId.exactOptional(),
        ground: chunkPGHY5EK6_cjs.ground.exactOptional(),
        reason: chunkPGHY5EK6_cjs.text(),
        /** Who steps in for the person. */
        substitute: chunkPGHY5EK6_cjs.text(200).exactOptional()
      }).refine(({ person, unit }) => person === void 0 || unit === void 0, {
        path: ["unit"],
        message: "name a person or a unit, not both",
        params: { zh: "\u8BF7\u5199\u660E\u56DE\u907F\u7684\u4EBA\u5458\u6216\u5355\u4F4D\uFF0C\u4E8C\u8005\u62E9\u4E00" }
      }),
      by: [
        chunkPGHY5EK6_cjs.granted("involved", ...chunkPGHY5EK6_cjs.unitStaff),
        ...chunkPGHY5EK6_cjs.byDispatchers,
        chunkPGHY5EK6_cjs.granted("anyone", "agent", "callbackOfficer", ...chunkPGHY5EK6_cjs.supervisors)
      ]
    }
  }
});
var remedying = chunkPGHY5EK6_cjs.declareTrack({
  chart: [
    chunkPGHY5EK6_cjs.staying(["calledBack", "closed", "refused", "terminated"], ["seekRemedy"]),
    {
      calledBack: { decideRemedy: [{ guard: "remedyReopens", target: "pendingDispatch" }, { target: "calledBack" }] },
      closed: { decideRemedy: [{ guard: "remedyReopens", target: "pendingDispatch" }, { target: "closed" }] },
      refused: { decideRemedy: [{ guard: "remedyReopens", target: "pendingDispatch" }, { target: "refused" }] },
      terminated: { decideRemedy: [{ guard: "remedyReopens", target: "pendingDispatch" }, { target: "terminated" }] }
    }
  ],
  commands: {
    seekRemedy: {
      data: z2__namespace.strictObject({
        /** Stage of the procedure; the next one, unless said. */
        stage: chunkPGHY5EK6_cjs.text(64).exactOptional(),
        reason: chunkPGHY5EK6_cjs.text()
      }),
      by: [chunkPGHY5EK6_cjs.byApplicant, chunkPGHY5EK6_cjs.granted("anyone", ...chunkPGHY5EK6_cjs.hotline)]
    },
    decideRemedy: {
      data: z2__namespace.strictObject({
        /** Whether the outcome stands, or the matter is taken up again. */
        decision: z2__namespace.enum(["upheld", "changed"]),
        reason: chunkPGHY5EK6_cjs.text()
      }),
      by: [chunkPGHY5EK6_cjs.granted("anyone", ...chunkPGHY5EK6_cjs.supervisors, "auditor", "qualityChecker"), ...chunkPGHY5EK6_cjs.byDispatchers]
    }
  }
});
var replying = chunkPGHY5EK6_cjs.declareTrack({
  chart: [
    {
      handling: {
        submitReply: [
          { guard: "replyNeedsApproval", target: "pendingApproval" },
          { guard: "replyIsInterim", target: "handling" },
          { target: "replied" }
        ]
      },
      pendingApproval: {
        approveReply: [{ guard: "approvedReplyIsInterim", target: "handling" }, { target: "replied" }],
        rejectReply: { target: "handling" }
      }
    }
  ],
  commands: {
    submitReply: {
      data: z2__namespace.strictObject({
        /** What came of it. There is no reply without a result. */
        result: chunkPGHY5EK6_cjs.text(2e4),
        solved: chunkPGHY5EK6_cjs.solved,
        unsolvedReason: chunkPGHY5EK6_cjs.text().exactOptional(),
        facts: chunkPGHY5EK6_cjs.text(2e4).exactOptional(),
        basis: chunkPGHY5EK6_cjs.text().exactOptional(),
        /** Kind of reply of the pack: final, interim, in stages, that of a statutory period … */
        kind: chunkPGHY5EK6_cjs.text(64).exactOptional(),
        ground: chunkPGHY5EK6_cjs.text(200).exactOptional(),
        /** Until when, for a reply that moves the limit or says when the next one comes. */
        until: chunkPGHY5EK6_cjs.instant.exactOptional(),
        /** What is published, where that differs. */
        publicReply: chunkPGHY5EK6_cjs.text(2e4).exactOptional(),
        evidence: evidence.exactOptional()
      }).refine((reply) => reply.solved === "yes" || reply.unsolvedReason !== void 0, {
        path: ["unsolvedReason"],
        message: "say why it is not solved",
        params: { zh: "\u672A\u89E3\u51B3\u7684\uFF0C\u8BF7\u8BF4\u660E\u539F\u56E0" }
      }),
      by: [chunkPGHY5EK6_cjs.granted("ofLead", ...chunkPGHY5EK6_cjs.unitStaff)]
    },
    approveReply: {
      data: z2__namespace.strictObject({ remark: chunkPGHY5EK6_cjs.text().exactOptional() }),
      by: [chunkPGHY5EK6_cjs.granted("overLead", ...chunkPGHY5EK6_cjs.unitChiefs)]
    },
    rejectReply: { data: z2__namespace.strictObject({ reason: chunkPGHY5EK6_cjs.text() }), by: [chunkPGHY5EK6_cjs.granted("overLead", ...chunkPGHY5EK6_cjs.unitChiefs)] }
  }
});
var returns = chunkPGHY5EK6_cjs.declareTrack({
  chart: [
    {
      dispatched: { requestReturn: { target: "returnRequested" } },
      signed: { requestReturn: { target: "returnRequested" } },
      returnRequested: {
        approveReturn: { target: "pendingDispatch" },
        rejectReturn: [{ guard: "wasSigned", target: "signed" }, { target: "dispatched" }]
      }
    }
  ],
  commands: {
    requestReturn: {
      data: z2__namespace.strictObject({
        reason: chunkPGHY5EK6_cjs.text(),
        evidence: evidence.exactOptional(),
        proposedUnit: chunkPGHY5EK6_cjs.unitId.exactOptional()
      }),
      by: [chunkPGHY5EK6_cjs.granted("ofLead", ...chunkPGHY5EK6_cjs.unitStaff)]
    },
    approveReturn: {
      data: z2__namespace.strictObject({ remark: chunkPGHY5EK6_cjs.text().exactOptional() }),
      by: [...chunkPGHY5EK6_cjs.byDispatchers]
    },
    rejectReturn: { data: z2__namespace.strictObject({ reason: chunkPGHY5EK6_cjs.text() }), by: [...chunkPGHY5EK6_cjs.byDispatchers] }
  }
});
var part = z2__namespace.strictObject({
  content: chunkPGHY5EK6_cjs.text(2e4),
  matter: chunkPGHY5EK6_cjs.text(200).exactOptional(),
  type: z2__namespace.enum(rules.wordsOf(rules.TICKET_TYPES)).exactOptional()
});
var splitting = chunkPGHY5EK6_cjs.declareTrack({
  chart: [chunkPGHY5EK6_cjs.staying(["received", "pendingDispatch", "dispatched", "signed", "handling"], ["split"])],
  commands: {
    split: {
      data: z2__namespace.strictObject({ parts: z2__namespace.array(part).min(1).max(50), reason: chunkPGHY5EK6_cjs.text() }),
      by: [chunkPGHY5EK6_cjs.granted("anyone", "agent"), ...chunkPGHY5EK6_cjs.byDispatchers]
    }
  }
});
var states = [
  "pendingDispatch",
  "dispatched",
  "signed",
  "handling",
  "pendingApproval",
  "replied",
  "calledBack"
];
var superiors = chunkPGHY5EK6_cjs.declareTrack({
  chart: [chunkPGHY5EK6_cjs.staying(states, ["escalateBeyondCity", "recordSuperiorAnswer"])],
  commands: {
    escalateBeyondCity: {
      data: z2__namespace.strictObject({
        /** Which authority of the province or the state. */
        to: chunkPGHY5EK6_cjs.text(200),
        reason: chunkPGHY5EK6_cjs.text(),
        ground: chunkPGHY5EK6_cjs.ground.exactOptional(),
        reference: chunkPGHY5EK6_cjs.text(200).exactOptional()
      }),
      by: [chunkPGHY5EK6_cjs.granted("anyone", "dispatcher", ...chunkPGHY5EK6_cjs.supervisors)]
    },
    recordSuperiorAnswer: {
      data: z2__namespace.strictObject({ answer: chunkPGHY5EK6_cjs.text(2e4), reference: chunkPGHY5EK6_cjs.text(200).exactOptional() }),
      by: [chunkPGHY5EK6_cjs.granted("anyone", "dispatcher", ...chunkPGHY5EK6_cjs.supervisors)]
    }
  }
});
var level = z2__namespace.union([z2__namespace.literal(1), z2__namespace.literal(2), z2__namespace.literal(3)]);
var step = z2__namespace.strictObject({ level, reason: chunkPGHY5EK6_cjs.text(), article: chunkPGHY5EK6_cjs.article.exactOptional() });
var supervising = chunkPGHY5EK6_cjs.declareTrack({
  chart: [
    chunkPGHY5EK6_cjs.staying(chunkPGHY5EK6_cjs.openStates, ["supervise", "escalateSupervision", "reportSupervision", "concludeSupervision"]),
    // What was reported on before the close is concluded after it.
    chunkPGHY5EK6_cjs.staying(["closed"], ["concludeSupervision"])
  ],
  commands: {
    supervise: { data: step, by: [chunkPGHY5EK6_cjs.granted("anyone", ...chunkPGHY5EK6_cjs.supervisors, "system")] },
    escalateSupervision: { data: step, by: [chunkPGHY5EK6_cjs.granted("anyone", ...chunkPGHY5EK6_cjs.supervisors, "system")] },
    reportSupervision: { data: z2__namespace.strictObject({ report: chunkPGHY5EK6_cjs.text(2e4) }), by: [chunkPGHY5EK6_cjs.granted("ofLead", ...chunkPGHY5EK6_cjs.unitStaff)] },
    concludeSupervision: {
      data: z2__namespace.strictObject({ conclusion: chunkPGHY5EK6_cjs.text(2e4) }),
      by: [chunkPGHY5EK6_cjs.granted("anyone", ...chunkPGHY5EK6_cjs.supervisors)]
    }
  }
});
var suspenders = [chunkPGHY5EK6_cjs.granted("ofLead", ...chunkPGHY5EK6_cjs.unitStaff), ...chunkPGHY5EK6_cjs.byDispatchers];
var suspending = chunkPGHY5EK6_cjs.declareTrack({
  chart: [chunkPGHY5EK6_cjs.staying(["handling"], ["suspend", "resume"])],
  commands: {
    suspend: {
      data: z2__namespace.strictObject({
        ground: chunkPGHY5EK6_cjs.ground,
        reason: chunkPGHY5EK6_cjs.text(),
        evidence: evidence.exactOptional(),
        until: chunkPGHY5EK6_cjs.instant.exactOptional()
      }),
      by: suspenders
    },
    resume: { data: z2__namespace.strictObject({ reason: chunkPGHY5EK6_cjs.text().exactOptional() }), by: suspenders }
  }
});
var label = z2__namespace.strictObject({
  tag: chunkPGHY5EK6_cjs.text(100),
  kind: z2__namespace.enum(rules.wordsOf(rules.TAG_KINDS)).exactOptional(),
  /** How sure the classifier is, from 0 to 1. */
  confidence: z2__namespace.number().min(0).max(1).exactOptional()
});
var tagging = chunkPGHY5EK6_cjs.declareTrack({
  chart: [chunkPGHY5EK6_cjs.staying([...chunkPGHY5EK6_cjs.openStates, "closed"], ["tag"])],
  commands: {
    tag: {
      data: z2__namespace.strictObject({
        add: z2__namespace.array(chunkPGHY5EK6_cjs.text(100)).max(200).exactOptional(),
        remove: z2__namespace.array(chunkPGHY5EK6_cjs.text(100)).max(200).exactOptional(),
        /** Tags with their kind and how sure it is; they are added. */
        labels: z2__namespace.array(label).max(200).exactOptional(),
        origin: z2__namespace.enum(["person", "classifier"]).exactOptional(),
        /** How sure the classifier is, from 0 to 1. */
        confidence: z2__namespace.number().min(0).max(1).exactOptional()
      }),
      by: [chunkPGHY5EK6_cjs.granted("anyone", "agent", "qualityChecker", "system", ...chunkPGHY5EK6_cjs.supervisors), ...chunkPGHY5EK6_cjs.byDispatchers]
    }
  }
});
var approvers2 = [chunkPGHY5EK6_cjs.granted("overLead", ...chunkPGHY5EK6_cjs.unitChiefs), ...chunkPGHY5EK6_cjs.byDispatchers, chunkPGHY5EK6_cjs.granted("anyone", ...chunkPGHY5EK6_cjs.supervisors)];
var terminating = chunkPGHY5EK6_cjs.declareTrack({
  chart: [
    chunkPGHY5EK6_cjs.staying(["signed", "handling"], ["requestTermination", "rejectTermination"]),
    chunkPGHY5EK6_cjs.leading(["signed", "handling"], "approveTermination", "terminated")
  ],
  commands: {
    requestTermination: {
      data: z2__namespace.strictObject({ ground: chunkPGHY5EK6_cjs.ground, reason: chunkPGHY5EK6_cjs.text(), evidence: evidence.exactOptional(), law: chunkPGHY5EK6_cjs.text().exactOptional() }),
      by: [chunkPGHY5EK6_cjs.granted("ofLead", ...chunkPGHY5EK6_cjs.unitStaff)]
    },
    approveTermination: {
      data: z2__namespace.strictObject({ remark: chunkPGHY5EK6_cjs.text().exactOptional(), legalPath: chunkPGHY5EK6_cjs.text().exactOptional() }),
      by: approvers2
    },
    rejectTermination: { data: z2__namespace.strictObject({ reason: chunkPGHY5EK6_cjs.text() }), by: approvers2 }
  }
});
var unreasonable = chunkPGHY5EK6_cjs.declareTrack({
  chart: [chunkPGHY5EK6_cjs.staying(chunkPGHY5EK6_cjs.openStates, ["markUnreasonable"])],
  commands: {
    markUnreasonable: {
      data: z2__namespace.strictObject({ ground: chunkPGHY5EK6_cjs.ground, reason: chunkPGHY5EK6_cjs.text(), evidence: evidence.exactOptional() }),
      by: [chunkPGHY5EK6_cjs.granted("anyone", "dispatcher", "callbackOfficer", "qualityChecker", ...chunkPGHY5EK6_cjs.supervisors)]
    }
  }
});
var urging = chunkPGHY5EK6_cjs.declareTrack({
  chart: [chunkPGHY5EK6_cjs.staying(chunkPGHY5EK6_cjs.openStates, ["urge"])],
  commands: {
    urge: {
      data: z2__namespace.strictObject({
        reason: chunkPGHY5EK6_cjs.text(),
        article: chunkPGHY5EK6_cjs.article.exactOptional(),
        /** Which applicant asks for it, by the host's own id; the first one, unless said. */
        applicant: chunkPGHY5EK6_cjs.text(200).exactOptional()
      }),
      by: [chunkPGHY5EK6_cjs.granted("anyone", ...chunkPGHY5EK6_cjs.hotline, ...chunkPGHY5EK6_cjs.supervisors, "system")]
    }
  }
});

// src/ticket/declarations.ts
var declarations = [
  intake,
  emergency,
  dispatching,
  returns,
  dispute,
  fieldwork,
  promising,
  extending,
  suspending,
  replying,
  callback,
  closing,
  urging,
  supervising,
  terminating,
  remedying,
  consulting,
  instructing,
  departments,
  recusing,
  superiors,
  chunkPGHY5EK6_cjs.merging,
  splitting,
  enquiring,
  unreasonable,
  clueTransfer,
  checking,
  observing,
  praising,
  tagging,
  informing
];

// src/ticket/command.ts
var declared = Object.assign(
  {},
  ...declarations.map(({ commands }) => commands)
);
var commandSchemas = Object.fromEntries(
  Object.entries(declared).map(([command, { data }]) => [command, data])
);
var grants = Object.fromEntries(
  Object.entries(declared).map(([command, { by }]) => [command, by])
);
var chartCommands = Object.keys(rules.COMMANDS).filter(
  (command) => Object.hasOwn(declared, command)
);
var importableStates = ["received", "dispatched", "signed", "handling", "closed", "archived"];
var importedTicketSchema = z2__namespace.strictObject({
  /** Its id, or number, in the old system: by it the same row is known again. */
  reference: chunkPGHY5EK6_cjs.text(200),
  /** What the citizen gave, as `register` takes it. */
  call: callSchema,
  registeredAt: chunkPGHY5EK6_cjs.instant,
  state: z2__namespace.enum(importableStates),
  lead: chunkPGHY5EK6_cjs.unitId.exactOptional(),
  assists: chunkPGHY5EK6_cjs.unitIds.exactOptional(),
  /** Since when the lead has had it; default `registeredAt`. */
  leadSince: chunkPGHY5EK6_cjs.instant.exactOptional(),
  /** The person handling it. */
  handler: chunkPGHY5EK6_cjs.text(200).exactOptional(),
  contactedAt: chunkPGHY5EK6_cjs.instant.exactOptional(),
  /** 1 unless it went round again. */
  round: z2__namespace.int().positive().max(100).exactOptional(),
  /** What the citizen was told: the due instants of the pack's clocks that still run. */
  due: z2__namespace.record(chunkPGHY5EK6_cjs.clockId, chunkPGHY5EK6_cjs.instant).exactOptional(),
  closedAt: chunkPGHY5EK6_cjs.instant.exactOptional()
}).refine(({ state, lead }) => state === "received" || isOver(state) || lead !== void 0, {
  path: ["lead"],
  message: "say which unit has it",
  params: { zh: "\u8BF7\u5199\u660E\u627F\u529E\u5355\u4F4D" }
}).refine(({ state, closedAt }) => isOver(state) === (closedAt !== void 0), {
  path: ["closedAt"],
  message: "a closed ticket has it, and no other",
  params: { zh: "\u5DF2\u529E\u7ED3\u7684\u5DE5\u5355\u5FC5\u586B\uFF0C\u672A\u529E\u7ED3\u7684\u4E0D\u586B" }
}).refine(({ state, due }) => !isOver(state) || due === void 0, {
  path: ["due"],
  message: "nothing runs on a closed ticket",
  params: { zh: "\u5DF2\u529E\u7ED3\u7684\u5DE5\u5355\u6CA1\u6709\u5728\u8D70\u7684\u65F6\u9650" }
});
function isOver(state) {
  return state === "closed" || state === "archived";
}
var chart = { id: "ticket", initial: "draft", states: assembled() };
function assembled() {
  const on = /* @__PURE__ */ new Map();
  for (const { chart: fragments } of declarations) {
    for (const fragment of fragments) {
      for (const [state, commands] of Object.entries(fragment)) on.set(state, { ...on.get(state), ...commands });
    }
  }
  const states2 = Object.keys(rules.TICKET_STATES).filter((state) => on.has(state) || chunkPGHY5EK6_cjs.endStates.some((end) => end === state));
  const ordered = (ways) => Object.fromEntries(Object.keys(rules.COMMANDS).flatMap((command) => command in ways ? [[command, ways[command]]] : []));
  return Object.fromEntries(
    states2.map((state) => [state, on.has(state) ? { on: ordered(on.get(state) ?? {}) } : { type: "final" }])
  );
}
var guardNames = [
  ...new Set(
    Object.values(chart.states).flatMap(
      (state) => "on" in state ? Object.values(state.on).flatMap((ways) => [ways].flat().flatMap(({ guard }) => guard ?? [])) : []
    )
  )
];
var MACHINE_VERSION = "1";
var ticketMachine = xstate.setup({
  types: { events: {} },
  guards: Object.fromEntries(
    guardNames.map((name) => [
      name,
      ({ event }) => event.guards?.[name] === true
    ])
  )
}).createMachine(chart);

// src/ticket/transition-table.ts
function deriveTransitionTable(root) {
  const table = /* @__PURE__ */ new Map();
  for (const node of Object.values(root.states)) {
    refuseUnless(node.type === "atomic" || node.type === "final", node.key, `is ${node.type}`);
    refuseUnless(!node.always?.length && !node.after.length, node.key, "has always or after transitions");
    refuseUnless(!node.entry.length && !node.exit.length && !node.invoke.length, node.key, "has actions or actors");
    const commands = /* @__PURE__ */ new Map();
    for (const [command, transitions] of node.transitions) {
      const rows = transitions.map((transition) => {
        refuseUnless(transition.actions.length === 0, node.key, `has actions on "${command}"`);
        const guard = transition.guard;
        refuseUnless(
          guard === void 0 || typeof guard === "string",
          node.key,
          `has a composed guard on "${command}"`
        );
        return { target: transition.target?.[0]?.key ?? node.key, guard };
      });
      commands.set(command, rows);
    }
    table.set(node.key, commands);
  }
  return table;
}
function refuseUnless(holds, state, what) {
  if (holds) return;
  throw new chunkPGHY5EK6_cjs.HotlineError(
    "machineNotFlat",
    {
      zh: `\u72B6\u6001\u201C${state}\u201D\u4E0D\u80FD\u653E\u5165\u8F6C\u79FB\u8868\uFF08${what}\uFF09`,
      en: `state "${state}" ${what}: the transition table cannot hold it`
    },
    {
      fix: {
        zh: "\u8BF7\u4FDD\u6301\u4E3B\u6D41\u7A0B\u6241\u5E73\uFF1B\u65C1\u652F\u4E8B\u9879\u653E\u5165\u5DE5\u5355\u8BB0\u5F55\u7684\u8F68\u9053",
        en: "keep the main flow flat; put side matters into a track of the ticket record"
      }
    }
  );
}
var transitionTable = deriveTransitionTable(ticketMachine.root);
function nextState(state, command, holds) {
  return transitionTable.get(state)?.get(command)?.find(({ guard }) => guard === void 0 || holds(guard))?.target;
}
function isLegal(state, command) {
  return transitionTable.get(state)?.has(command) === true;
}
function commandsIn(state) {
  return [...transitionTable.get(state)?.keys() ?? []];
}

// src/clocks/clock-instance.ts
function instancesToStart(clock, event, ticket) {
  if (event.type === "promise.made") return [chunkPGHY5EK6_cjs.promiseClock(clock.id, event.data.slot ?? 1)];
  return clock.id === chunkPGHY5EK6_cjs.ASSIST ? chunkPGHY5EK6_cjs.stillAssisting(ticket).map(chunkPGHY5EK6_cjs.assistClock) : [clock.id];
}
function instancesOf(clock, event, ticket) {
  const first = ticket.clocks[clock.id];
  if (clock.id === chunkPGHY5EK6_cjs.ASSIST) {
    const open = chunkPGHY5EK6_cjs.openAssistClocks(ticket.clocks);
    if (event.type !== "assist.finished") return open;
    const isLast = chunkPGHY5EK6_cjs.stillAssisting(ticket).length === 0;
    return open.filter(({ id }) => id === chunkPGHY5EK6_cjs.ASSIST ? isLast : id === chunkPGHY5EK6_cjs.assistClock(event.data.unit));
  }
  if (!clock.start.has("promise.made")) return first === void 0 ? [] : [first];
  const all = Object.values(ticket.clocks).filter(({ id }) => id === clock.id || chunkPGHY5EK6_cjs.packClockOf(id) === clock.id);
  if (event.type !== "promise.fulfilled") return all;
  const own = chunkPGHY5EK6_cjs.promiseClock(clock.id, event.data.slot ?? 1);
  return all.filter(({ id }) => id === own);
}

// src/clocks/clock-reactions.ts
var inOrder = ["stop", "cancel", "pause", "resume", "start"];
var endsOfLife = [
  "ticket.closed",
  "callback.waived",
  "ticket.refused",
  "ticket.terminated",
  "ticket.transferredToEmergency",
  "ticket.merged",
  "ticket.withdrawn"
];
var compiled = /* @__PURE__ */ new WeakMap();
function reactionsTo(event, pack) {
  const { byEvent: byEvent2 } = reactionsOf(pack);
  const reactions = byEvent2.get(event.type) ?? [];
  if (event.type !== "progress.recorded" || event.data.milestone === void 0) return reactions;
  return [...reactions, ...byEvent2.get(ofMilestone(event.data.milestone)) ?? []];
}
function startedAtDueOf(clock, pack) {
  return reactionsOf(pack).atDueOf.get(clock) ?? [];
}
function reactionsOf(pack) {
  let reactions = compiled.get(pack);
  if (reactions === void 0) {
    reactions = compile(pack);
    compiled.set(pack, reactions);
  }
  return reactions;
}
function compile(pack) {
  const byEvent2 = /* @__PURE__ */ new Map();
  const atDueOf = /* @__PURE__ */ new Map();
  for (const reaction of inOrder) {
    for (const clock of pack.clocks) {
      const events = reaction === "cancel" ? [...clock.cancel, ...endsOfLife] : [...clock[reaction]];
      const milestones = clock.atMilestone.filter((each) => each.reaction === reaction);
      for (const event of /* @__PURE__ */ new Set([...events, ...milestones.map(({ milestone }) => ofMilestone(milestone))])) {
        append(byEvent2, event, { clock, reaction });
      }
    }
  }
  for (const clock of pack.clocks) for (const id of clock.startAtDue) append(atDueOf, id, clock);
  return { byEvent: byEvent2, atDueOf };
}
var ofMilestone = (milestone) => `progress.recorded:${milestone}`;
function append(lists, key, item) {
  const list = lists.get(key);
  if (list === void 0) lists.set(key, [item]);
  else list.push(item);
}
function clockStarted(ticket, start) {
  const { id, term, startedAt, at, warn = [], origin } = start;
  const before = ticket.clocks[id];
  const { dueAt, certainty, calendar } = slaCalendar.dueDate(term, startedAt, start.calendar);
  const warnings = slaCalendar.warningInstants(term, startedAt, dueAt, warn, start.calendar);
  return clockEvent(ticket, at, "clock.started", {
    clock: id,
    generation: (before?.generation ?? 0) + 1,
    term,
    startedAt,
    dueAt: dueAt.toISOString(),
    certainty,
    warnings: warnings.map((warning) => ({ id: warning.id, at: warning.at.toISOString() })),
    calendar: `${calendar.id}@${calendar.hash.slice(0, 12)}`,
    ...origin === void 0 ? {} : { origin }
  });
}
function clockEvent(ticket, at, type, data) {
  return { ticket: ticket.id, type, at, state: ticket.state, data };
}
function isHandling(clock) {
  return clock === "handle" || clock === "redispatchHandle";
}
function limitFor(ticket, clock, id, facts, pack, from) {
  const own = ticket.limits[id];
  const usual = clock.termFor(facts);
  if (!isHandling(id)) return { term: own ?? usual };
  const { matter } = ticket.call;
  const candidates = {
    ticket: own,
    matter: matter === null ? void 0 : pack.matters.get(matter)?.limit,
    pack: usual,
    statutory: ticket.statutory ?? void 0
  };
  const chosen = rules.chooseLimit(pack.procedure, facts, candidates, { from, calendar: clock.calendar });
  if (chosen === void 0) return { term: usual };
  const { term, origin } = chosen;
  return { term, origin: origin === "matter" || origin === "statutory" ? origin : void 0 };
}
function pauseKind(clock, { kind }, facts, { procedure }) {
  const isSuspended = clock.pause.has("ticket.suspended");
  const pauses = (isSuspended ? rules.choose(procedure.suspension?.pauses, facts) : void 0) ?? clock.pauses;
  return /Days|Months/.test(kind) ? pauses : "workingTime";
}
var CHANGES = /* @__PURE__ */ new Set([
  "ticket.dispatched",
  "ticket.redispatched",
  "ticket.designated",
  "assist.added",
  "assist.finished",
  "return.approved",
  "remedy.decided"
]);
function assistClockChanges(ticket, event, pack) {
  const isOver2 = ticket.closedAt !== null;
  if (!isOver2 && !CHANGES.has(event.type) || pack.clocks.some(({ id }) => id === chunkPGHY5EK6_cjs.ASSIST)) return [];
  const { at } = event;
  const open = chunkPGHY5EK6_cjs.openAssistClocks(ticket.clocks);
  const waiting = isOver2 ? [] : chunkPGHY5EK6_cjs.stillAssisting(ticket);
  const ended2 = open.flatMap(({ id, dueAt }) => {
    const unit = chunkPGHY5EK6_cjs.assistantOf(id);
    if (unit === void 0 ? waiting.length > 0 : waiting.includes(unit)) return [];
    const isDone = !isOver2 && (unit === void 0 || ticket.finishedAssists.includes(unit));
    return isDone ? [clockEvent(ticket, at, "clock.stopped", { clock: id, late: at > dueAt })] : [clockEvent(ticket, at, "clock.cancelled", { clock: id })];
  });
  const choice = event.type === "assist.finished" ? void 0 : pack.procedure.assist?.term;
  const term = choice && rules.choose(choice, chunkPGHY5EK6_cjs.factsOfTicket(ticket, pack, at));
  if (term === void 0) return ended2;
  const { defaultCalendar: calendar } = pack;
  const started = waiting.map(chunkPGHY5EK6_cjs.assistClock).filter((id) => !open.some((clock) => clock.id === id)).map((id) => clockStarted(ticket, { id, term, startedAt: at, at, calendar }));
  return [...ended2, ...started];
}

// src/clocks/procedure-clocks.ts
var PROCEDURE_CLOCKS = {
  emergency: {
    title: { zh: "\u7D27\u6025\u70ED\u7EBF\u63A5\u6536", en: "Acknowledgement of the emergency line" },
    term: ({ emergency: emergency2 }) => emergency2?.term,
    starts: ["handover.offered"],
    stops: ["handover.acknowledged", "handover.declined", "ticket.transferredToEmergency"]
  },
  consultation: {
    title: { zh: "\u4F1A\u5546", en: "Consultation" },
    term: ({ consultation }) => consultation?.term,
    starts: ["consultation.convened"],
    stops: ["consultation.concluded"]
  },
  departments: {
    title: { zh: "\u90E8\u95E8\u54CD\u5E94", en: "Response of the departments" },
    term: ({ departmentCall }) => departmentCall?.term,
    starts: ["departments.called"],
    stops: ["department.responded"],
    isDone: ({ departmentCall }) => departmentCall?.departments.every((unit) => departmentCall.responded.includes(unit)) ?? true,
    restarts: true
  },
  beyondCity: {
    title: { zh: "\u4E0A\u7EA7\u7B54\u590D\u8DDF\u8FDB", en: "Follow-up with superiors" },
    term: ({ beyondCity }) => beyondCity?.term,
    starts: ["ticket.escalatedBeyondCity"],
    stops: ["superior.answered"]
  },
  urging: {
    title: { zh: "\u50AC\u529E\u53CD\u9988", en: "Answer to the urging" },
    term: ({ urging: urging2 }) => urging2?.term,
    starts: ["ticket.urged"],
    stops: ["progress.recorded", "citizen.contacted", "site.arrived", "reply.submitted"]
  },
  superviseReply: {
    title: { zh: "\u7763\u529E\u53CD\u9988", en: "Report on supervision" },
    term: ({ supervision }, { supervision: { level: level2 } }) => supervision?.levels?.find((each) => each.level === level2)?.term,
    starts: ["supervision.started", "supervision.escalated"],
    stops: ["supervision.reported", "supervision.concluded"],
    restarts: true
  },
  disputeDecision: {
    title: { zh: "\u4E89\u8BAE\u88C1\u5B9A", en: "Decide a dispute" },
    term: (procedure, ticket, facts) => rules.nextStage(procedure, "dispute", facts(), chunkPGHY5EK6_cjs.takenOf(ticket, "dispute"))?.term,
    starts: ["dispute.raised"],
    stops: ["ticket.designated"]
  },
  remedy: {
    title: { zh: "\u6551\u6D4E\u51B3\u5B9A", en: "Decide on the remedy" },
    term: ({ remedies }, { remedy }) => remedies?.stages?.find(({ id }) => id === remedy?.stage)?.term,
    starts: ["remedy.sought"],
    stops: ["remedy.decided"],
    outlives: true
  },
  qualityCheck: {
    title: { zh: "\u8D28\u68C0", en: "Quality check" },
    term: (procedure, ticket, facts) => termOfNext("quality", procedure, ticket, facts),
    starts: ["quality.checked", "ticket.closed"],
    stops: ["quality.checked"],
    outlives: true,
    restarts: true
  },
  callback: {
    title: { zh: "\u56DE\u8BBF", en: "Call back" },
    term: ({ callback: callback2 }, { state }) => state === "replied" ? callback2?.window : void 0,
    starts: ["reply.submitted", "reply.approved"],
    stops: ["ticket.rated", "callback.waived"]
  },
  callbackStage: {
    title: { zh: "\u56DE\u8BBF\u6B65\u9AA4", en: "Stage of the callback" },
    term: (procedure, ticket, facts) => ticket.state === "replied" ? termOfNext("callback", procedure, ticket, facts) : void 0,
    starts: ["reply.submitted", "reply.approved", "citizen.calledBack"],
    stops: ["citizen.calledBack", "ticket.rated", "callback.waived"],
    restarts: true
  },
  nextReply: {
    title: { zh: "\u4E0B\u6B21\u7B54\u590D", en: "Next reply" },
    term: ({ reply }, { interimReplies, reply: waiting }) => waiting === null ? reply?.kinds?.find(({ id }) => id === interimReplies.at(-1)?.kind)?.next : void 0,
    starts: ["reply.submitted", "reply.approved"],
    stops: ["reply.submitted"],
    restarts: true
  },
  suspension: {
    title: { zh: "\u6302\u8D77\u671F\u9650", en: "End of the suspension" },
    term: (_procedure, { suspension }) => suspension === null || suspension.until === null ? void 0 : { options: [{ value: { kind: "fixed", at: suspension.until } }] },
    starts: ["ticket.suspended"],
    stops: ["ticket.resumed"]
  }
};
function termOfNext(section, procedure, ticket, facts) {
  if (procedure[section]?.stages === void 0) return void 0;
  const stage = rules.nextStage(procedure, section, facts(), chunkPGHY5EK6_cjs.takenOf(ticket, section));
  return stage !== void 0 && chunkPGHY5EK6_cjs.drawnFor(ticket.id, stage) ? stage.term : void 0;
}
function procedureClockTitle(clock) {
  if (clock === chunkPGHY5EK6_cjs.ASSIST) return { zh: "\u534F\u529E", en: "Assist" };
  return Object.hasOwn(PROCEDURE_CLOCKS, clock) ? PROCEDURE_CLOCKS[clock]?.title : void 0;
}
var byEvent = new Map(
  [...new Set(Object.values(PROCEDURE_CLOCKS).flatMap(({ starts, stops }) => [...starts, ...stops]))].map((type) => [
    type,
    Object.keys(PROCEDURE_CLOCKS).filter((id) => {
      const { starts, stops } = PROCEDURE_CLOCKS[id];
      return starts.includes(type) || stops.includes(type);
    })
  ])
);
function procedureClockChanges(ticket, event, pack) {
  if (event.type.startsWith("clock.")) return [];
  const changes = [];
  for (const id of byEvent.get(event.type) ?? []) {
    if (!pack.clocks.some((clock) => clock.id === id)) changes.push(...changesOf(id, ticket, event, pack));
  }
  changes.push(...assistClockChanges(ticket, event, pack));
  return ticket.closedAt === null ? changes : [...changes, ...ended(ticket, event, pack, changes)];
}
function changesOf(id, ticket, event, pack) {
  const { term, starts, stops, isDone, restarts, outlives } = PROCEDURE_CLOCKS[id];
  const record5 = ticket.clocks[id];
  const isRunning = record5 !== void 0 && record5.stoppedAt === null;
  const isStopped = stops.includes(event.type) && (isDone?.(ticket) ?? true);
  const changes = [];
  const envelope = { ticket: ticket.id, at: event.at, state: ticket.state };
  const isOver2 = ticket.closedAt !== null && outlives !== true;
  const facts = () => chunkPGHY5EK6_cjs.factsOfTicket(ticket, pack, event.at);
  const mayStart = starts.includes(event.type) && !isOver2 && !(isStopped && restarts !== true);
  const choice = mayStart ? term(pack.procedure, ticket, facts) : void 0;
  const given = choice && rules.choose(choice, facts());
  if (isRunning && (isStopped || given !== void 0 && restarts === true)) {
    changes.push({ ...envelope, type: "clock.stopped", data: { clock: id, late: event.at > record5.dueAt } });
  }
  if (given !== void 0 && (!isRunning || restarts === true)) {
    changes.push(
      clockStarted(ticket, { id, term: given, startedAt: event.at, at: event.at, calendar: pack.defaultCalendar })
    );
  }
  return changes;
}
function ended(ticket, { at }, pack, changes) {
  const touched = new Set(changes.map(({ data }) => data.clock));
  return Object.entries(PROCEDURE_CLOCKS).flatMap(([id, { outlives }]) => {
    const record5 = ticket.clocks[id];
    const isOpen2 = record5 !== void 0 && record5.stoppedAt === null && !touched.has(id);
    if (!isOpen2 || outlives === true || pack.clocks.some((clock) => clock.id === id)) return [];
    return [{ ticket: ticket.id, at, state: ticket.state, type: "clock.cancelled", data: { clock: id } }];
  });
}

// src/clocks/clock-changes.ts
function clockChanges(ticket, event, pack) {
  const changes = [...extended(ticket, event, pack), ...repliedTo(ticket, event, pack)];
  const stoppedNow = /* @__PURE__ */ new Set();
  for (const { clock, reaction } of reactionsTo(event, pack)) {
    if (isForFinalReply(event, clock, reaction)) continue;
    if (reaction === "start") {
      for (const id of instancesToStart(clock, event, ticket)) {
        const before = ticket.clocks[id];
        if (before !== void 0 && isOpen(before) && !stoppedNow.has(id)) continue;
        const started = startClock(ticket, clock, event.at, pack, happenedAt(event), id);
        if (started !== void 0) changes.push(started);
      }
      continue;
    }
    for (const record5 of instancesOf(clock, event, ticket)) {
      if (!isOpen(record5) || stoppedNow.has(record5.id)) continue;
      const change = changeOf[reaction](ticket, record5, clock, event, pack);
      if (change === void 0) continue;
      changes.push(change);
      if (reaction === "stop" || reaction === "cancel") stoppedNow.add(record5.id);
    }
  }
  changes.push(...restarted(ticket, event, pack, stoppedNow), ...procedureClockChanges(ticket, event, pack));
  return [...changes, ...[event, ...changes].flatMap((each) => startedAtDue(ticket, each, pack))];
}
function isForFinalReply(event, { id }, reaction) {
  if (event.type !== "reply.submitted" && event.type !== "reply.approved") return false;
  if ((event.data.effect ?? "replies") === "replies") return false;
  return reaction === "stop" ? isHandling(id) : reaction === "start" && event.type === "reply.approved";
}
function restarted(ticket, event, pack, stoppedNow) {
  if (event.type !== "ticket.designated" || event.data.clocks !== "restart") return [];
  return pack.clocks.flatMap((clock) => {
    const record5 = ticket.clocks[clock.id];
    if (!isHandling(clock.id) || record5 === void 0 || !isOpen(record5) || stoppedNow.has(clock.id)) return [];
    const started = startClock(ticket, clock, event.at, pack);
    if (started === void 0) return [];
    return [clockEvent(ticket, event.at, "clock.cancelled", { clock: clock.id }), started];
  });
}
function repliedTo(ticket, event, pack) {
  if (event.type !== "reply.submitted" && event.type !== "reply.approved") return [];
  const open = Object.values(ticket.clocks).filter((record5) => isHandling(record5.id) && isOpen(record5));
  const resumed = event.type === "reply.submitted" && ticket.suspension === null ? open.flatMap((record5) => {
    const clock = chunkPGHY5EK6_cjs.definitionOf(record5.id, pack);
    return (clock && changeOf.resume(ticket, record5, clock, event, pack)) ?? [];
  }) : [];
  const { effect = "replies" } = event.data;
  const isGiven = ticket.state === "handling" && effect !== "replies";
  if (!isGiven) return resumed;
  const until = ticket.interimReplies.at(-1)?.until ?? null;
  const changed = open.flatMap((record5) => {
    const clock = chunkPGHY5EK6_cjs.definitionOf(record5.id, pack);
    const stands2 = record5.pausedAt !== null && resumed.length === 0;
    if (effect === "pauses" && !stands2) return [clockEvent(ticket, event.at, "clock.paused", { clock: record5.id })];
    if (effect !== "extends" || until === null || clock === void 0) return [];
    return [movedTo(new Date(until), ticket, record5, clock, event.at)];
  });
  return [...resumed, ...changed];
}
function startedAtDue(ticket, event, pack) {
  if (event.type !== "clock.breached" && (event.type !== "clock.stopped" || event.data.late)) return [];
  const record5 = ticket.clocks[event.data.clock];
  if (record5 === void 0) return [];
  return startedAtDueOf(record5.id, pack).flatMap((clock) => {
    const before = ticket.clocks[clock.id];
    if (before !== void 0 && isOpen(before)) return [];
    return startClock(ticket, clock, event.at, pack, record5.dueAt) ?? [];
  });
}
function happenedAt(event) {
  const outside = event.type === "progress.recorded" ? event.data.occurredAt : event.type === "ticket.resumed" ? event.data.endedAt : void 0;
  return outside === void 0 ? event.at : new Date(outside).toISOString();
}
function isOpen(clock) {
  return clock.stoppedAt === null;
}
var changeOf = {
  stop: (ticket, record5, _clock, event) => {
    if (event.type === "citizen.contacted" && !event.data.reached) return void 0;
    return clockEvent(ticket, event.at, "clock.stopped", { clock: record5.id, late: happenedAt(event) > record5.dueAt });
  },
  cancel: (ticket, record5, _clock, event) => clockEvent(ticket, event.at, "clock.cancelled", { clock: record5.id }),
  pause: (ticket, record5, _clock, event) => record5.pausedAt === null ? clockEvent(ticket, event.at, "clock.paused", { clock: record5.id }) : void 0,
  resume: (ticket, record5, clock, event, pack) => {
    const { pausedAt, term, pauses: earlier } = record5;
    if (pausedAt === null) return void 0;
    const { calendar } = clock;
    const resumedAt = [pausedAt, happenedAt(event)].sort().at(-1) ?? event.at;
    const pauses = pauseKind(clock, term, chunkPGHY5EK6_cjs.factsOfTicket(ticket, pack, event.at), pack);
    const moved = (instant2) => slaCalendar.dueAfterPause(instant2, pausedAt, resumedAt, term, calendar, { pauses, earlier }).toISOString();
    return clockEvent(ticket, event.at, "clock.resumed", {
      clock: record5.id,
      ...resumedAt === event.at ? {} : { resumedAt },
      dueAt: moved(record5.dueAt),
      pausedTotal: record5.pausedTotal + chunkVXU6PXWK_cjs.ownTimeBetween(pausedAt, resumedAt, term, calendar),
      warnings: record5.warnings.map((warning) => warning.fired ? warning : { ...warning, at: moved(warning.at) })
    });
  }
};
function extended(ticket, event, pack) {
  if (event.type !== "extension.approved") return [];
  const { clock: id, term } = event.data;
  const record5 = ticket.clocks[id];
  const clock = chunkPGHY5EK6_cjs.definitionOf(id, pack);
  if (record5 === void 0 || clock === void 0 || !isOpen(record5)) return [];
  return [movedTo(slaCalendar.dueAfterExtension(record5.dueAt, term, clock.calendar), ticket, record5, clock, event.at)];
}
function movedTo(dueAt, ticket, record5, clock, now) {
  const warnings = slaCalendar.warningInstants(record5.term, record5.startedAt, dueAt, clock.warn, clock.calendar).map((warning) => {
    const at = warning.at.toISOString();
    return { id: warning.id, at, fired: at <= now };
  });
  return clockEvent(ticket, now, "clock.extended", { clock: record5.id, dueAt: dueAt.toISOString(), warnings });
}
function startClock(ticket, clock, at, pack, startedAt = at, id = clock.id) {
  const before = ticket.clocks[id];
  if (before !== void 0 && !clock.restart) return void 0;
  const facts = chunkPGHY5EK6_cjs.factsOfTicket(ticket, pack, at);
  if (!clock.applies(facts)) return void 0;
  const kept = before === void 0 ? ticket.call.clocksSince[id] : void 0;
  const { term, origin } = limitFor(ticket, clock, id, facts, pack, kept ?? startedAt);
  return clockStarted(ticket, {
    id,
    term,
    startedAt: kept ?? startedAt,
    at,
    calendar: clock.calendar,
    warn: clock.warn,
    origin
  });
}
function escalationOf(ticket, pack, at) {
  const facts = chunkPGHY5EK6_cjs.factsOfTicket(ticket, pack, at);
  const when = { at: Date.parse(at) };
  const tags = pack.routing.decide(facts, when).outcomes.filter(({ type }) => type === "tag");
  const outcomes = [...tags, ...rules.escalate(pack, facts, when), ...byProcedure(ticket, pack, facts)];
  return outcomes.filter(({ rule }) => !ticket.escalated.includes(rule));
}
function byProcedure(ticket, { procedure }, facts) {
  const { urging: urging2, supervision } = procedure;
  const knows = urging2?.grounds ?? supervision?.levels ?? supervision?.measures;
  if (knows === void 0) return [];
  const due = rules.oversightDue(procedure, facts);
  const urges = due.urging.map(
    ({ id, title: title2, article: article3 = urging2?.article }) => outcome("urge", { text: title2 }, `urging.${id}`, article3)
  );
  const notices = due.measures.map(
    ({ id, title: title2, by = [], article: article3 = supervision?.article }) => outcome(
      "notify",
      { text: title2, roles: by, units: ticket.lead === null ? [] : [ticket.lead] },
      `supervision.${id}`,
      article3
    )
  );
  if (due.supervision === void 0) return [...urges, ...notices];
  const { level: level2, title, article: article2 = supervision?.article } = due.supervision;
  return [...urges, ...notices, outcome("supervise", { level: level2, text: title }, `supervision.level${level2}`, article2)];
}
function outcome(type, params, rule, article2) {
  return { type, params, rule, priority: 0, ...article2 === void 0 ? {} : { article: article2 } };
}
function groundedIn(command, { outcome: { type, params }, article: article2 }) {
  return { type, params, rule: `procedure.${command}`, ...article2 === void 0 ? {} : { article: article2 } };
}
function consequenceOf(ticket, grounded, at, pack) {
  const { rule, article: article2 } = grounded;
  const ground2 = { rule, ...article2 === void 0 ? {} : { article: article2 } };
  const envelope = { ticket: ticket.id, at, state: ticket.state };
  const made = { priority: 0, ...grounded };
  if (rules.isOutcome(made, "startClock")) {
    const clock = pack.clocks.find(({ id }) => id === made.params.clock);
    const record5 = ticket.clocks[made.params.clock];
    const runs = record5 !== void 0 && isOpen(record5);
    return clock === void 0 || runs ? void 0 : startClock(ticket, clock, at, pack);
  }
  if (rules.isOutcome(made, "urge")) {
    const { text: text3, unit } = made.params;
    const to = unit === void 0 ? {} : { unit };
    return { ...envelope, type: "ticket.urged", data: { reason: text3?.zh ?? rule, ...to, ...ground2 } };
  }
  if (rules.isOutcome(made, "tag")) {
    if (ticket.tags.includes(made.params.tag)) return void 0;
    return { ...envelope, type: "ticket.tagged", data: { add: [made.params.tag], origin: "rule", ...ground2 } };
  }
  if (rules.isOutcome(made, "notify")) {
    const { text: text3, units, roles } = made.params;
    const to = { ...units === void 0 ? {} : { units }, ...roles === void 0 ? {} : { roles } };
    return { ...envelope, type: "notice.given", data: { ...to, text: bothWays(text3), ...ground2 } };
  }
  if (rules.isOutcome(made, "instruct")) {
    const { role, text: text3 } = made.params;
    const name = role === void 0 ? {} : { inTheNameOf: role };
    return { ...envelope, type: "instruction.given", data: { text: text3.zh, ...name, ...ground2 } };
  }
  if (rules.isOutcome(made, "account")) {
    const { subject, ground: on, points } = made.params;
    const subjects = rules.choose(pack.procedure.accountability?.subjects, chunkPGHY5EK6_cjs.factsOfTicket(ticket, pack, at));
    if (subjects !== void 0 && !subjects.includes(subject)) return void 0;
    const weight = points ?? pack.procedure.accountability?.grounds?.find(({ id }) => id === on)?.points;
    const data = {
      subject,
      ground: on,
      ...weight === void 0 ? {} : { points: weight },
      ...subjectOf(ticket, subject)
    };
    return { ...envelope, type: "accountability.entered", data: { ...data, ...ground2 } };
  }
  if (rules.isOutcome(made, "supervise")) {
    const { level: level2, text: text3 } = made.params;
    const data = { level: level2, reason: text3?.zh ?? rule, ...ground2 };
    if (!chunkPGHY5EK6_cjs.isSupervised(ticket)) return { ...envelope, type: "supervision.started", data };
    if (level2 > ticket.supervision.level) return { ...envelope, type: "supervision.escalated", data };
  }
  return void 0;
}
function bothWays({ zh, en }) {
  return { zh, en: en ?? zh };
}
function subjectOf({ lead, handler }, subject) {
  return {
    ...lead === null || subject === "knowledgeEntry" ? {} : { unit: lead },
    ...handler === null || subject !== "person" ? {} : { person: handler }
  };
}
function arising(ticket, duty, source, at, pack, unit) {
  const key = chunkPGHY5EK6_cjs.dutyKey(source, duty.id, unit);
  if (ticket.duties[key]?.state === "open" || isLifeOver(ticket)) return [];
  const { title, to, copy, by, article: article2 } = duty;
  const owed = {
    ...{ duty: key, title, to, copy },
    ...by === void 0 ? {} : { by },
    ...unit === void 0 ? {} : { unit }
  };
  const data = { ...owed, ...article2 === void 0 ? {} : { article: article2 } };
  const arose = { ticket: ticket.id, at, state: ticket.state, type: "duty.arose", data };
  const term = rules.choose(duty.term, chunkPGHY5EK6_cjs.factsOfTicket(ticket, pack, at));
  if (term === void 0) return [arose];
  const start = { id: chunkPGHY5EK6_cjs.dutyClock(key), term, startedAt: at, at, calendar: pack.defaultCalendar };
  return [arose, clockStarted(ticket, start)];
}
function isLifeOver({ state }) {
  return chunkPGHY5EK6_cjs.endStates.some((end) => end === state);
}
function sectionDuties(ticket, event, pack) {
  if (event.type === "clock.started" && event.data.origin === "statutory") return of("statutoryPeriod");
  const late = event.type === "clock.breached" ? event.data.clock : "";
  if (late === chunkPGHY5EK6_cjs.ASSIST || chunkPGHY5EK6_cjs.assistantOf(late) !== void 0) return of("assist", chunkPGHY5EK6_cjs.assistantOf(late));
  if (event.type !== "notice.given") return [];
  const measure = pack.procedure.supervision?.measures?.find(({ id }) => event.data.rule === `supervision.${id}`);
  if (measure === void 0) return [];
  return [chunkPGHY5EK6_cjs.measureDuty(measure), ...measure.inform].flatMap(
    (duty) => arising(ticket, duty, "supervision", event.at, pack)
  );
  function of(section, unit) {
    const facts = chunkPGHY5EK6_cjs.factsOfTicket(ticket, pack, event.at);
    return rules.dutiesOfSection(pack.procedure, section, facts).flatMap(
      (duty) => arising(ticket, duty, section, event.at, pack, unit)
    );
  }
}

// src/ticket/reactions.ts
function reactionsOf2(ticket, event, pack) {
  const events = [];
  let current = ticket;
  const put = (next) => {
    events.push(next);
    current = chunkPGHY5EK6_cjs.evolve(current, next);
  };
  const owed = (cause) => {
    for (const duty of sectionDuties(current, cause, pack)) put(duty);
  };
  for (const change of clockChanges(current, event, pack)) {
    put(change);
    owed(change);
  }
  owed(event);
  const resumed = endOfSuspension(current, event);
  if (resumed === void 0) return { ticket: current, events };
  put(resumed);
  const after = reactionsOf2(current, resumed, pack);
  return { ticket: after.ticket, events: [...events, ...after.events] };
}
function endOfSuspension({ id, state, suspension }, event) {
  if (event.type !== "clock.breached" || event.data.clock !== "suspension" || suspension === null) return void 0;
  const data = { reason: "\u6302\u8D77\u671F\u9650\u5DF2\u6EE1", endedAt: suspension.until ?? event.at };
  return { ticket: id, type: "ticket.resumed", at: event.at, state, data };
}

// src/ticket/aftermath.ts
function aftermathOf(ticket, event, command, data, facts, pack) {
  const events = [];
  let current = ticket;
  const put = (next) => {
    events.push(next);
    current = chunkPGHY5EK6_cjs.evolve(current, next);
  };
  const react = (to) => {
    const after = reactionsOf2(current, to, pack);
    events.push(...after.events);
    current = after.ticket;
  };
  const about = (outcome2) => {
    const next = consequenceOf(current, outcome2, event.at, pack);
    if (next === void 0) return;
    put(next);
    react(next);
  };
  react(event);
  for (const consequence of rules.consequencesOf(pack.procedure, command, facts, data))
    about(groundedIn(command, consequence));
  for (const change of dutyChanges(current, event)) put(change);
  for (const duty of rules.dutiesOf(pack.procedure, command, facts, data)) {
    for (const change of arising(current, duty, command, event.at, pack)) put(change);
  }
  if (current.closedAt === null) for (const outcome2 of escalationOf(current, pack, event.at)) about(outcome2);
  return { ticket: current, events };
}
function dutyChanges(ticket, event) {
  const envelope = envelopeOf(ticket, event.at);
  const ended2 = (duty) => {
    const clock = ticket.clocks[chunkPGHY5EK6_cjs.dutyClock(duty)];
    return clock !== void 0 && isOpen(clock) ? clock : void 0;
  };
  if (event.type === "duty.fulfilled" && event.data.complete) {
    const clock = ended2(event.data.duty);
    if (clock === void 0) return [];
    return [{ ...envelope, type: "clock.stopped", data: { clock: clock.id, late: event.at > clock.dueAt } }];
  }
  const over = event.type === "duty.waived" ? [event.data.duty] : isLifeOver(ticket) ? Object.keys(ticket.duties) : [];
  return over.flatMap((duty) => {
    const clock = ended2(duty);
    return clock === void 0 ? [] : [{ ...envelope, type: "clock.cancelled", data: { clock: clock.id } }];
  });
}
function envelopeOf(ticket, at) {
  return { ticket: ticket.id, at, state: ticket.state };
}
function ceilingOf(command, ticket, data, facts, pack, at) {
  if (pack.procedure.handlingLimit?.ceiling === void 0) return void 0;
  const asked = limitAsked(command, ticket, data, pack, at);
  if (asked === void 0) return void 0;
  const { isCut, isBeyond } = rules.underCeiling(pack.procedure, facts, asked.term, asked);
  return isCut ? "over" : isBeyond ? "beyond" : "within";
}
function limitAsked(command, ticket, data, pack, at) {
  const given = data ?? {};
  const id = given.clock ?? "handle";
  const calendar = chunkPGHY5EK6_cjs.definitionOf(id, pack)?.calendar ?? pack.defaultCalendar;
  const clock = ticket.clocks[id];
  const pending = ticket.extension;
  if ((command === "requestExtension" || command === "approveExtension") && clock !== void 0 && isHandling(id)) {
    const term2 = termOf(command === "approveExtension" ? pending?.term : given.term);
    if (term2 === void 0 || pending !== null && !isHandling(pending.clock)) return void 0;
    const dueAt = slaCalendar.dueAfterExtension(clock.dueAt, term2, calendar).toISOString();
    return { term: { kind: "fixed", at: dueAt }, from: clock.startedAt, calendar };
  }
  if (command === "submitReply" && given.effect === "extends" && given.until !== void 0 && clock !== void 0) {
    return { term: { kind: "fixed", at: given.until }, from: clock.startedAt, calendar };
  }
  if (command !== "dispatch" && command !== "redispatch" && command !== "designate") return void 0;
  const term = termOf(given.limits?.handle);
  return term === void 0 ? void 0 : { term, from: at, calendar };
}
function termOf(value) {
  const read = slaCalendar.termSchema.safeParse(value);
  return read.success ? read.data : void 0;
}

// src/ticket/asked-facts.ts
function askedFacts(asking, ticket, data) {
  const { command, facts, pack, at } = asking;
  const about = {};
  const stage = chunkPGHY5EK6_cjs.stageInQuestion(command, ticket, data, facts, pack);
  if (stage !== void 0) about.stage = stage;
  const ceiling = command === "approveExtension" ? void 0 : ceilingOf(command, ticket, data, facts, pack, at);
  if (ceiling !== void 0) about.ceiling = ceiling;
  if (isPastWindow(command, ticket, facts, pack, at) || isPastStage(command, ticket, stage, facts, pack, at))
    about.windowClosed = true;
  if (isTooSoon(asking, ticket, data)) about.tooSoon = true;
  const target = targetOf(data);
  const kind = target === void 0 ? void 0 : pack.units.get(target)?.kind;
  if (kind !== void 0) about.targetKind = kind;
  return Object.keys(about).length === 0 ? facts : { ...facts, ...about };
}
function isPastWindow(command, ticket, facts, pack, at) {
  if (command === "requestReturn") return isOver2("return", ticket.leadSince);
  if (command === "reopen") return isOver2("reopening", ticket.closedAt);
  if (command !== "requestExtension") return false;
  const clock = ticket.clocks.handle;
  const closesAt = clock && rules.extensionClosesAt(pack.procedure, facts, new Date(clock.dueAt), pack.defaultCalendar);
  return closesAt !== void 0 && at > closesAt.toISOString();
  function isOver2(section, from) {
    const window = from === null ? void 0 : rules.windowOf(pack.procedure, section, facts);
    if (window === void 0 || from === null) return false;
    return at > slaCalendar.dueDate(window, from, pack.defaultCalendar).dueAt.toISOString();
  }
}
function isTooSoon({ command, by, facts, pack, at }, ticket, data) {
  if (command !== "urge" && command !== "enquire") return false;
  const section = command === "urge" ? "urging" : "enquiry";
  if (pack.procedure[section]?.limits === void 0) return false;
  const given = ticket.requests.filter((each) => each.command === command);
  const applicant = chunkPGHY5EK6_cjs.applicantOf(ticket, by, data.applicant);
  const timesOf = (counts) => given.filter(counts).map((each) => each.at);
  const of = {
    actor: timesOf((each) => each.by === by.id),
    applicant: timesOf((each) => each.applicant === applicant),
    unit: timesOf((each) => each.unit === ticket.lead)
  };
  const times = command === "urge" ? ticket.urgedAt : ticket.enquiries.times;
  return rules.rateReached(pack.procedure, section, facts, { times, of, at, calendar: pack.defaultCalendar }) !== void 0;
}
function isPastStage(command, ticket, stage, facts, { procedure, defaultCalendar }, at) {
  const section = command === "callBack" ? "callback" : command === "checkQuality" ? "quality" : void 0;
  if (section === void 0 || stage === void 0) return false;
  const stages = rules.stagesOf(procedure, section, facts);
  const index = stages.findIndex(({ id }) => id === stage);
  const window = rules.choose(stages[index]?.window, facts);
  const before = stages[index - 1];
  const since = (before === void 0 ? void 0 : ticket.stages[`${section}.${before.id}`]) ?? (section === "callback" ? ticket.reply?.approvedAt ?? ticket.reply?.submittedAt : ticket.closedAt);
  if (window === void 0 || since === null || since === void 0) return false;
  return at > slaCalendar.dueDate(window, since, defaultCalendar).dueAt.toISOString();
}
function targetOf(data) {
  const { lead, assists } = data ?? {};
  if (typeof lead === "string") return lead;
  const [first] = Array.isArray(assists) ? assists : [];
  return typeof first === "string" ? first : void 0;
}

// src/ticket/citing.ts
function citing(event, asking, ticket, data) {
  const { pack, command } = asking;
  const facts = askedFacts(asking, ticket, data);
  const articles = rules.articlesOf(pack.procedure, command, facts, data);
  return articles.length === 0 ? event : { ...event, data: { ...event.data, articles } };
}
var english = z2__namespace.locales.en().localeError;
var chinese = z2__namespace.locales.zhCN().localeError;
function wordsOf4(issue) {
  if (issue.code === "custom") return { zh: String(issue.params?.["zh"] ?? issue.message), en: issue.message };
  const raw = { ...issue, input: issue.input };
  const [en, zh] = [english, chinese].map((words) => {
    const said = words(raw);
    return typeof said === "object" ? said?.message : said;
  });
  return { zh: issue.message === en && zh !== void 0 ? zh : issue.message, en: issue.message };
}
function refusalOfIssues(what, issues) {
  const problems = issues.map((issue) => {
    const field = issue.path.map(String).join(".");
    const { zh, en } = wordsOf4(issue);
    return {
      code: "invalidData",
      field,
      text: { zh: `${what.zh}\u201C${field || "/"}\u201D\u6709\u8BEF\uFF1A${zh}`, en: `${what.en}: "${field || "/"}": ${en}` }
    };
  });
  const [first] = problems;
  return chunkPGHY5EK6_cjs.refuse("invalidData", first?.text.zh ?? "\u6570\u636E\u6709\u8BEF", first?.text.en ?? "the data is not valid", {
    remedy: { zh: "\u8BF7\u66F4\u6B63\u6240\u5217\u5404\u9879\u540E\u91CD\u8BD5", en: "mend what is listed, and give it again" },
    problems
  }).refusal;
}

// src/ticket/command-data.ts
function parseData(command, data, pack) {
  const schema = commandSchemas[command];
  const { own, more } = split(data, schema, pack);
  const parsed = schema.safeParse(own);
  if (!parsed.success) return { ok: false, refusal: refusalOf(command, schema, own) };
  if (Object.keys(more).length === 0) return { ok: true, data: parsed.data, more: {} };
  const others = moreFields.safeParse(more);
  if (!others.success) return { ok: false, refusal: refusalOf(command, moreFields, more) };
  return { ok: true, data: parsed.data, more: others.data };
}
function refusalOf(command, schema, data) {
  const { error } = schema.safeParse(data, { reportInput: true });
  return refusalOfIssues(namedAs(command), error?.issues ?? []);
}
function namedAs(command) {
  return { zh: `${rules.COMMANDS[command].zh}\u7684\u6570\u636E`, en: command };
}
function split(data, schema, pack) {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return { own: data, more: {} };
  const known = schema.shape ?? {};
  const own = {};
  const more = {};
  for (const [key, value] of Object.entries(data)) {
    if (key === "__proto__") return { own: data, more: {} };
    if (Object.hasOwn(known, key)) own[key] = value;
    else if (key === "more" && typeof value === "object" && value !== null) Object.assign(more, value);
    else if (namedBy(pack).has(key)) more[key] = value;
    else own[key] = value;
  }
  return { own, more };
}
var named = /* @__PURE__ */ new WeakMap();
function namedBy(pack) {
  let fields = named.get(pack);
  if (fields === void 0) {
    const found = /* @__PURE__ */ new Set(["approvedBy"]);
    gather(pack.procedure, found);
    fields = found;
    named.set(pack, fields);
  }
  return fields;
}
var LISTS = /* @__PURE__ */ new Set(["requires", "parts", "proof", "concludes"]);
function gather(value, found) {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (LISTS.has(key)) for (const field of textsIn(inner)) found.add(field);
    else gather(inner, found);
  }
}
function textsIn(value) {
  if (Array.isArray(value)) return value.filter((each) => typeof each === "string");
  const options = value?.options ?? [];
  return options.flatMap((option) => textsIn(option.value));
}
var refusals = /* @__PURE__ */ new Map();
function legalInState(state, command) {
  if (isLegal(state, command)) return chunkPGHY5EK6_cjs.fine;
  if (!rules.isWord(rules.COMMANDS, command)) return illegal(state, command);
  const key = `${state} ${command}`;
  const known = refusals.get(key) ?? illegal(state, command);
  refusals.set(key, known);
  return known;
}
function illegal(state, command) {
  const { zh, en } = rules.TICKET_STATES[state];
  const inZh = rules.isWord(rules.COMMANDS, command) ? rules.COMMANDS[command].zh : String(command);
  const text3 = `"${command}" is not possible while ${en} ("${state}")`;
  return chunkPGHY5EK6_cjs.refuse("illegalInState", `\u5DE5\u5355${zh}\uFF0C\u4E0D\u80FD${inZh}`, text3, { remedy: remedyOf(state, command) });
}
function remedyOf(state, command) {
  const onward = [...movesOf(state).keys()];
  if (onward.length === 0) return { zh: "\u5DE5\u5355\u5DF2\u7EC8\u7ED3", en: "the ticket has come to its end" };
  const now = { zh: `\u6B64\u65F6\u53EF\u4EE5\uFF1A${inChinese(onward, "\u3001")}`, en: `possible now: ${onward.join(", ")}` };
  const way2 = wayTo(state, command);
  if (way2 === void 0) return now;
  return { zh: `\u53EF\u5148${inChinese(way2, "\uFF0C\u518D")}\uFF1B${now.zh}`, en: `for instance first ${way2.join(", then ")}; ${now.en}` };
}
function inChinese(commands, between) {
  return commands.map((command) => rules.COMMANDS[command].zh).join(between);
}
var NEAR = 3;
function wayTo(from, command) {
  const ways = /* @__PURE__ */ new Map([[from, []]]);
  for (const [state, way2] of ways) {
    if (isLegal(state, command)) return way2;
    if (way2.length === NEAR) continue;
    for (const [move, targets] of movesOf(state)) {
      for (const target of targets) if (!ways.has(target)) ways.set(target, [...way2, move]);
    }
  }
  return void 0;
}
function movesOf(state) {
  const moves = /* @__PURE__ */ new Map();
  for (const [command, rows] of transitionTable.get(state) ?? []) {
    const targets = rows.flatMap(({ target }) => target === state ? [] : [target]);
    if (targets.length > 0) moves.set(command, targets);
  }
  return moves;
}

// src/ticket/authority.ts
function rolesThatMay(command) {
  return [...new Set(grants[command].flatMap(({ roles }) => roles))];
}
function isAuthorised(command, actor, ticket, units) {
  return isGranted(grants[command], actor, ticket, units);
}
function isGranted(all, actor, ticket, units) {
  if (ticket !== void 0 && isRecused(actor, ticket, units)) return false;
  return all.some(({ roles, relation }) => roles.includes(actor.role) && stands(relation, actor, ticket, units));
}
function isRecused({ id, unit }, { recused }, units) {
  return recused.persons.includes(id) || unit !== void 0 && isWithinAny(unit, recused.units, units);
}
function stands(relation, actor, ticket, units) {
  if (relation === "anyone") return true;
  if (relation === "theDesk") return actor.id === chunkVXU6PXWK_cjs.clockwork.id;
  if (ticket === void 0) return false;
  if (relation === "applicant") return isApplicant(actor, ticket);
  const { unit } = actor;
  if (unit === void 0) return false;
  if (relation === "inReach") return isInReach(unit, ticket, units);
  if (relation === "ofCalled") return isWithinAny(unit, ticket.departmentCall?.departments ?? [], units);
  if (relation === "ofAssist") return isWithinAny(unit, ticket.assists, units);
  if (relation === "involved" && ticket.meanwhile !== null && units.isWithin(unit, ticket.meanwhile)) return true;
  if (ticket.lead === null) return false;
  if (relation === "overLead") return units.isWithin(ticket.lead, unit);
  if (units.isWithin(unit, ticket.lead)) return true;
  return relation === "involved" && isWithinAny(unit, ticket.assists, units);
}
function isApplicant({ id }, { call }) {
  return call.applicant === id || call.applicants.some((applicant) => applicant.id === id);
}
function isInReach(unit, ticket, units) {
  if (ticket.lead !== null) return units.isWithin(ticket.lead, unit);
  const sentBackTo = ticket.path.at(-1);
  if (sentBackTo !== void 0) return units.isWithin(sentBackTo, unit);
  const { district } = ticket.call.place;
  return district !== void 0 && units.get(unit)?.district === district;
}
function isWithinAny(unit, ancestors, units) {
  return ancestors.some((ancestor) => units.isWithin(unit, ancestor));
}

// src/ticket/legality.ts
function authorised(asking, ticket, data) {
  const { command, by, pack } = asking;
  const facts = factsOfApproval(asking, ticket, data);
  const narrowed = rules.rolesFor(pack.procedure, command, facts);
  const admits = (role) => narrowed === void 0 || narrowed.includes(role);
  const isOfStage = ticket === void 0 || isOfStageUnit(command, by, ticket, facts, pack);
  if (admits(by.role) && isOfStage && isAuthorised(command, by, ticket, pack.units)) return chunkPGHY5EK6_cjs.fine;
  const possible2 = rolesThatMay(command).filter(admits);
  const zh = `${rules.ROLES[by.role].zh}\u65E0\u6743\u5BF9\u6B64\u5DE5\u5355${rules.COMMANDS[command].zh}`;
  return chunkPGHY5EK6_cjs.refuse("notAuthorised", zh, `${by.role} may not ${command} this ticket`, {
    remedy: {
      zh: `\u53EF\u7531\u4EE5\u4E0B\u89D2\u8272\u529E\u7406\uFF1A${possible2.map((role) => rules.ROLES[role].zh).join("\u3001")}\uFF08\u987B\u5C5E\u4E8E\u76F8\u5E94\u5355\u4F4D\uFF09`,
      en: `roles that may, each for their own unit: ${possible2.join(", ")}`
    }
  });
}
function factsOfApproval(asking, ticket, data) {
  const { command, facts, pack } = asking;
  const stage = chunkPGHY5EK6_cjs.stageInQuestion(command, ticket, data, facts, pack);
  const ofStage = stage === void 0 ? facts : { ...facts, stage };
  if (ticket === void 0 || command !== "approveExtension" && command !== "rejectExtension") return ofStage;
  const ceiling = ceilingOf("approveExtension", ticket, data, facts, pack, ticket.updatedAt);
  const beyondLimit = rules.isBeyondLimit(pack.procedure, facts, ticket.extension?.term);
  return { ...ofStage, beyondLimit, ...ceiling === void 0 ? {} : { ceiling } };
}
function isOfStageUnit(command, { unit }, ticket, facts, pack) {
  const section = rules.stagedSectionOf(command);
  if (section === void 0 || facts.stage === void 0) return true;
  const preference = rules.stagesOf(pack.procedure, section, facts).find(({ id }) => id === facts.stage)?.units;
  if (preference === void 0) return true;
  const units = rules.preferredUnits(pack, preference, facts, chunkPGHY5EK6_cjs.partiesOf(ticket));
  return unit !== void 0 && units.some((each) => pack.units.isWithin(unit, each));
}
function lawful(asking, ticket, data) {
  const problems = problemsOf(asking, ticket, data);
  return problems.length > 0 ? { ok: false, refusal: refusalOf2(problems) } : checked(asking, ticket, data);
}
function possible(asking, ticket, data, named2 = /* @__PURE__ */ new Set()) {
  const problems = problemsOf(asking, ticket, data).filter(({ field }) => field === void 0 || named2.has(field));
  return problems.length > 0 ? { ok: false, refusal: refusalOf2(problems) } : checked(asking, ticket, void 0);
}
function problemsOf(asking, ticket, data) {
  const facts = askedFacts(asking, ticket, data);
  const permitted = rules.permit(asking.pack.procedure, asking.command, facts, data);
  return permitted.ok ? [] : permitted.problems;
}
function checked(asking, ticket, data) {
  const check = chunkPGHY5EK6_cjs.checks[asking.command];
  return check?.(ticket, data, asking) ?? chunkPGHY5EK6_cjs.fine;
}
function refusalOf2(problems) {
  const [first] = problems;
  if (first === void 0) throw new RangeError("a refusal needs a problem");
  const { code, text: text3, article: article2, remedy } = first;
  return {
    code,
    text: text3,
    ...article2 === void 0 ? {} : { article: article2 },
    ...remedy === void 0 ? {} : { remedy },
    problems
  };
}

// src/ticket/decide.ts
function decide(ticket, command, context) {
  const { pack } = context;
  const state = ticket?.state ?? "draft";
  const legal = legalInState(state, command.type);
  if (!legal.ok) return legal;
  const actorRole = command.by.role;
  const withRole = (of) => Object.assign(chunkPGHY5EK6_cjs.drawFacts(of, pack, context.at), { actorRole });
  const facts = ticket === void 0 ? { actorRole } : withRole(ticket);
  const asking = { command: command.type, by: command.by, facts, pack, at: context.at };
  const allowed = authorised(asking, ticket, command.data);
  if (!allowed.ok) return allowed;
  const parsed = parseData(command.type, command.data, pack);
  if (!parsed.ok) return parsed;
  const { data, more } = parsed;
  if (ticket !== void 0) {
    const able = possible(asking, ticket, Object.keys(more).length === 0 ? data : { ...more, ...data });
    if (!able.ok) return able;
  }
  const performed = performOn(ticket, { type: command.type, data, by: command.by }, facts, context);
  if (!performed.ok) return performed;
  const target = nextState(state, command.type, (guard) => chunkPGHY5EK6_cjs.guards[guard](ticket, facts, pack, data)) ?? state;
  const [type, eventData] = performed.event;
  const told = toldBeside(eventData, groundTold(pack, command.type, facts, eventData, data), more);
  const event = { ticket: context.ticket, type, at: context.at, state: target, data: told };
  const about = ticket ?? chunkPGHY5EK6_cjs.evolve(void 0, event);
  const given = { ...more, ...eventData, ...data };
  const askingOf = ticket === void 0 ? { ...asking, facts: withRole(about) } : asking;
  const complete = lawful(askingOf, about, given);
  if (!complete.ok) return complete;
  const cited = citing(event, askingOf, about, given);
  const after = ticket === void 0 ? about : chunkPGHY5EK6_cjs.evolve(ticket, cited);
  const aftermath = aftermathOf(after, cited, command.type, given, askingOf.facts, pack);
  return { ok: true, events: [cited, ...aftermath.events], ticket: aftermath.ticket };
}
function performOn(ticket, command, facts, context) {
  if (ticket === void 0) return chunkPGHY5EK6_cjs.performRegister(command.data, context);
  const act = chunkPGHY5EK6_cjs.perform[command.type];
  const { pack, at, number: number5, root } = context;
  return act(ticket, command.data, { pack, at, ticket: context.ticket, number: number5, root, facts, by: command.by });
}
function toldBeside(data, tell2, more) {
  const hasMore = Object.keys(more).length > 0;
  if (tell2 === void 0 && !hasMore) return data;
  return { ...data, ...tell2 === void 0 ? {} : { tell: tell2 }, ...hasMore ? { more } : {} };
}
function groundTold({ procedure }, command, facts, event, data) {
  if (!("ground" in event) && !("ground" in data)) return void 0;
  const given = { ...event, ...data };
  return typeof given.ground === "string" ? rules.groundOf(procedure, command, facts, given)?.tell : void 0;
}

// src/log/upcast.ts
var upcasters = {};
function currentVersion(type, table = upcasters) {
  return (table[type]?.length ?? 0) + 1;
}
function upcast(event, table = upcasters) {
  const current = currentVersion(event.type, table);
  if (event.v === current) return event;
  if (event.v > current) {
    throw new chunkPGHY5EK6_cjs.HotlineError(
      "logOfLaterVersion",
      {
        zh: `\u4E8B\u4EF6\u201C${event.type}\u201D\u4E3A\u7B2C ${event.v} \u7248\uFF0C\u672C\u8F6F\u4EF6\u5305\u53EA\u8BC6\u522B\u5230\u7B2C ${current} \u7248`,
        en: `"${event.type}" has version ${event.v}, this package knows ${current}`
      },
      { ticket: event.ticket, fix: chunkPGHY5EK6_cjs.updateCore }
    );
  }
  const steps = table[event.type]?.slice(event.v - 1) ?? [];
  const data = steps.reduce((each, step3) => step3(each), event.data);
  return { ...event, v: current, data };
}

// src/log/seal.ts
var GENESIS_HASH = "0".repeat(64);
function provenanceOf(pack) {
  const { id, version, hash } = pack.defaultCalendar;
  return {
    rules: `${pack.id}@${pack.version}#${pack.hash.slice(0, 16)}`,
    calendar: `${id}@${version}#${hash.slice(0, 16)}`
  };
}
function seal(events, head, context) {
  const { actor, command, correlation, recordedAt, provenance } = context;
  const { rules, calendar } = provenance;
  const said = textsOf(provenance);
  const origin = `${said.calendar},"command":${text2(command)}`;
  const beforeData = correlation === void 0 ? origin : `${origin},"correlation":${text2(correlation)}`;
  const by = chunkPGHY5EK6_cjs.canonicalText(actor);
  let { version, hash } = head;
  return events.map(({ ticket, type, at, state, data }) => {
    version += 1;
    const [v, prevHash] = [currentVersion(type), hash];
    const about = `"state":"${state}","ticket":${text2(ticket)},"type":"${type}","v":${v},"version":${version}`;
    const chained = `"machine":"${MACHINE_VERSION}","prevHash":"${prevHash}","recordedAt":"${recordedAt}",${said.rules}`;
    hash = chunkPGHY5EK6_cjs.hashOf(`{"actor":${by},"at":"${at}",${beforeData},"data":${chunkPGHY5EK6_cjs.canonicalText(data)},${chained},${about}}`);
    const origins = { actor, command, machine: MACHINE_VERSION, rules, calendar, recordedAt };
    const sealed = { ticket, version, type, v, at, state, data, ...origins, prevHash, hash };
    return correlation === void 0 ? sealed : { ...sealed, correlation };
  });
}
var texts = /* @__PURE__ */ new WeakMap();
function textsOf(provenance) {
  let made = texts.get(provenance);
  if (made === void 0) {
    made = { calendar: `"calendar":${text2(provenance.calendar)}`, rules: `"rules":${text2(provenance.rules)}` };
    texts.set(provenance, made);
  }
  return made;
}
var text2 = (value) => JSON.stringify(value);

// src/log/verify.ts
var texts2 = {
  gap: { zh: "\u4E8B\u4EF6\u7F16\u53F7\u4E0D\u8FDE\u7EED", en: "the numbers of the events are not consecutive" },
  otherTicket: { zh: "\u4E8B\u4EF6\u5C5E\u4E8E\u53E6\u4E00\u5DE5\u5355", en: "the event belongs to another ticket" },
  brokenChain: { zh: "\u4E0E\u4E0A\u4E00\u4E8B\u4EF6\u7684\u54C8\u5E0C\u4E0D\u76F8\u8FDE", en: "the hash of the event before does not fit" },
  changed: { zh: "\u4E8B\u4EF6\u5185\u5BB9\u88AB\u6539\u52A8", en: "the content of the event was changed" },
  shortened: { zh: "\u65E5\u5FD7\u672B\u5C3E\u7F3A\u5931", en: "events are missing at the end of the log" }
};
function verifyLog(events, head) {
  let prevHash = GENESIS_HASH;
  let version = 0;
  const ticket = events[0]?.ticket;
  const broken = (reason) => ({ ok: false, version, reason, text: texts2[reason] });
  for (const event of events) {
    version += 1;
    if (event.version !== version) return broken("gap");
    if (event.ticket !== ticket) return broken("otherTicket");
    if (event.prevHash !== prevHash) return broken("brokenChain");
    const { hash, ...open } = event;
    if (chunkPGHY5EK6_cjs.canonicalHash(open) !== hash) return broken("changed");
    prevHash = hash;
  }
  if (head !== void 0 && head !== prevHash) return broken("shortened");
  return { ok: true, events: events.length, head: prevHash };
}

// src/clocks/due.ts
function momentsOf(clock) {
  if (clock.state !== "running") return [];
  const { id, generation } = clock;
  const moments = clock.warnings.filter((warning) => !warning.fired).map((warning) => ({ clock: id, generation, what: "warning", warning: warning.id, at: Date.parse(warning.at) }));
  moments.push({ clock: id, generation, what: "breach", warning: "", at: Date.parse(clock.dueAt) + 1 });
  return moments.sort((a, b) => a.at - b.at);
}
function dueMoments(ticket, at) {
  let due;
  for (const id in ticket.clocks) {
    const clock = ticket.clocks[id];
    if (clock === void 0 || isAhead(clock, at)) continue;
    const now = Date.parse(at);
    due ??= [];
    due.push(...momentsOf(clock).filter((moment) => moment.at <= now));
  }
  return due?.sort((a, b) => a.at - b.at || (a.clock < b.clock ? -1 : 1)) ?? NONE;
}
var NONE = Object.freeze([]);
function isAhead({ state, dueAt, warnings }, at) {
  if (state !== "running") return true;
  return dueAt >= at && warnings.every((warning) => warning.fired || warning.at > at);
}

// src/escalation/fire-clocks.ts
function fireClocks(ticket, at, pack) {
  const events = [];
  let current = ticket;
  const put = (event) => {
    events.push(event);
    current = chunkPGHY5EK6_cjs.evolve(current, event);
  };
  const add = (event) => {
    put(event);
    const after = reactionsOf2(current, event, pack);
    events.push(...after.events);
    current = after.ticket;
  };
  for (let [moment] = dueMoments(current, at); moment !== void 0; [moment] = dueMoments(current, at)) {
    const before = current;
    const outcomes = escalationOf(chunkPGHY5EK6_cjs.evolve(before, fired(before, moment, at, [])), pack, at);
    add(fired(before, moment, at, outcomes));
    for (const outcome2 of outcomes) {
      const consequence = consequenceOf(current, outcome2, at, pack);
      if (consequence !== void 0) add(consequence);
    }
  }
  return { ticket: current, events };
}
function fired(ticket, moment, at, outcomes) {
  const { clock, what, warning } = moment;
  const dueAt = ticket.clocks[clock]?.dueAt ?? at;
  const envelope = { ticket: ticket.id, at, state: ticket.state };
  return what === "breach" ? { ...envelope, type: "clock.breached", data: { clock, dueAt, outcomes } } : { ...envelope, type: "clock.warned", data: { clock, dueAt, warning, outcomes } };
}
function waysOf(asking, ticket) {
  const { command, pack, facts } = asking;
  const named2 = rules.namedData(pack.procedure, command, facts);
  const fields = named2.length === 1 ? [] : [...new Set(named2.flatMap((way2) => Object.keys(way2)))];
  switch (command) {
    case "inform":
      return { ways: chunkPGHY5EK6_cjs.informingWays(ticket, asking.by, pack), listed: ["duty"] };
    case "waiveInforming":
      return { ways: chunkPGHY5EK6_cjs.waivingWays(ticket, facts, pack), listed: ["duty", "ground"] };
    case "urge":
    case "enquire": {
      const applicants = chunkPGHY5EK6_cjs.applicantIds(ticket);
      return applicants.length < 2 ? { ways: named2, listed: fields } : { ways: crossed(named2, "applicant", applicants), listed: fields };
    }
    case "dispatch":
    case "designate":
    case "redispatch":
    case "addAssist":
      return { ways: crossed(named2, "lead", chunkPGHY5EK6_cjs.targetsOf(asking, ticket)), listed: fields };
    case "escalateSupervision": {
      const higher = named2.filter(({ level: level2 }) => typeof level2 === "number" && level2 > ticket.supervision.level);
      return { ways: higher.length === 0 ? named2 : higher, listed: fields };
    }
    default:
      return { ways: named2, listed: fields };
  }
}
function crossed(ways, field, values) {
  return [...ways, ...values.flatMap((value) => ways.map((way2) => ({ ...way2, [field]: value })))];
}

// src/ticket/permission.ts
function permission(asking, ticket) {
  const { ways, listed } = waysOf(asking, ticket);
  const open = [];
  let refusal;
  for (const way2 of ways) {
    const verdict = onWay(asking, ticket, way2, listed);
    if (verdict.ok) open.push(way2);
    else refusal ??= verdict.refusal;
    if (verdict.ok && listed.length === 0) break;
  }
  if (open.length === 0 && refusal !== void 0) return { ok: false, refusal };
  const takes = listed.flatMap((field) => {
    const values = new Set(open.flatMap((way2) => way2[field] ?? []));
    return values.size === 0 ? [] : [[field, [...values]]];
  });
  return takes.length === 0 ? { ok: true } : { ok: true, takes: Object.fromEntries(takes) };
}
function onWay(asking, ticket, way2, listed) {
  const allowed = authorised(asking, ticket, way2);
  return allowed.ok ? possible(asking, ticket, way2, /* @__PURE__ */ new Set([...listed, ...Object.keys(way2)])) : allowed;
}

// src/ticket/permissions.ts
var ofTickets = chartCommands.filter((command) => command !== "register");
function permissions(record5, by, { pack, at = record5.updatedAt, commands = ofTickets }) {
  const actor = chunkVXU6PXWK_cjs.checkedActor(by);
  const instant2 = new Date(slaCalendar.toEpochMilliseconds(at)).toISOString();
  const { ticket } = fireClocks(record5, instant2, pack);
  const facts = Object.assign(chunkPGHY5EK6_cjs.drawFacts(ticket, pack, instant2), { actorRole: actor.role });
  return commands.map((command) => {
    const legal = legalInState(ticket.state, command);
    if (!legal.ok) return { command, ...legal };
    return { command, ...permission({ command, by: actor, facts, pack, at: instant2 }, ticket) };
  });
}

// src/privacy/audience.ts
var ofRole = {
  agent: "hotline",
  dispatcher: "hotline",
  qualityChecker: "hotline",
  callbackOfficer: "hotline",
  system: "hotline",
  superviseOfficer: "supervisor",
  supervisionOffice: "supervisor",
  cityLeader: "supervisor",
  auditor: "auditor",
  citizenSupervisor: "citizenSupervisor"
};
function isOfHotline(role) {
  const audience = ofRole[role];
  return audience === "hotline" || audience === "supervisor" || audience === "auditor";
}
function findsIt(audience, { call }) {
  return audience !== "public" && !(audience === "citizenSupervisor" && call.confidential);
}
function audienceOf(viewer, ticket, units) {
  if (viewer === "public") return "public";
  const actor = chunkVXU6PXWK_cjs.checkedActor(viewer);
  if (isRecused(actor, ticket, units)) return "public";
  const { id, role, unit } = actor;
  const audience = Object.hasOwn(ofRole, role) ? ofRole[role] : void 0;
  if (audience !== void 0) return audience;
  if (role === "consultationChair" && ticket.consultation !== null) return "supervisor";
  if (role === "clueReceiver" && ticket.clues > 0) return "supervisor";
  if (role === "citizen" || role === "enterprise") return isApplicant({ id}, ticket) ? "applicant" : "public";
  if (unit === void 0) return "public";
  const isWithin = (other) => other !== null && units.isWithin(unit, other);
  if (isWithin(ticket.lead) || isWithin(ticket.meanwhile)) return "unit";
  if (ticket.lead !== null && units.isWithin(ticket.lead, unit)) return "unit";
  const beside2 = [...ticket.assists, ...ticket.departmentCall?.departments ?? []];
  return ticket.lead !== null && beside2.some(isWithin) ? "assist" : "public";
}
function withoutClues(events, viewer, audience, ticket, { procedure, ...pack }) {
  if (ticket.clues === 0 || viewer === "public") return events;
  const facts = chunkPGHY5EK6_cjs.factsOfTicket(ticket, { procedure, ...pack }, ticket.updatedAt);
  const hiddenFrom = rules.choose(procedure.clueTransfer?.hiddenFrom, facts) ?? [];
  const isHidden2 = hiddenFrom.some((each) => each === viewer.role || each === audience);
  return isHidden2 ? events.filter(({ type }) => type !== "clue.transferred") : events;
}
var staff = ["hotline", "supervisor", "auditor", "unit", "assist"];
var office = ["hotline", "supervisor", "auditor"];
var everybody = [...staff, "applicant", "citizenSupervisor", "public"];
var VISIBLE = {
  matter: { open: everybody, protected: [...staff, "applicant"] },
  area: { open: everybody, protected: [...staff, "applicant"] },
  address: { open: [...staff, "applicant"], protected: [...staff, "applicant"] },
  holder: { open: everybody, protected: [...staff, "applicant"] },
  assists: { open: everybody, protected: [...staff, "applicant"] },
  reply: { open: [...staff, "applicant", "citizenSupervisor"], protected: [...staff, "applicant"] },
  draftReply: { open: staff, protected: staff },
  clocks: { open: [...staff, "applicant"], protected: [...staff, "applicant"] },
  actions: { open: [...staff, "applicant", "citizenSupervisor"], protected: [...staff, "applicant"] },
  supervision: { open: staff, protected: staff },
  content: { open: [...staff, "applicant"], protected: [...staff, "applicant"] },
  applicants: { open: [...staff, "applicant"], protected: [...office, "applicant"] },
  source: { open: [...staff, "applicant"], protected: [...office, "applicant"] }
};
var HIDDEN_AS = {
  place: ["area", "address"],
  matter: ["matter"],
  content: ["content"],
  applicant: ["applicants"],
  name: ["applicants"],
  phone: ["applicants"],
  email: ["applicants"],
  address: ["applicants"],
  source: ["source"]
};
function sees(field, audience, ticket, pack, viewer) {
  const { confidential } = ticket.call;
  const allowed = VISIBLE[field][confidential ? "protected" : "open"];
  if (!allowed.includes(audience)) return false;
  return !confidential || audience === "applicant" || !isHidden(field, ticket, pack, viewer);
}
function isHidden(field, ticket, pack, viewer) {
  const { confidentiality } = pack.procedure;
  if (confidentiality === void 0 || viewer === "public") return false;
  const facts = chunkPGHY5EK6_cjs.factsOfTicket(ticket, pack, ticket.updatedAt);
  const readers = rules.choose(confidentiality.readers, facts);
  const hides = rules.choose(confidentiality.hides, facts) ?? (readers === void 0 ? [] : ["applicant"]);
  if (!hides.some((name) => HIDDEN_AS[name].includes(field))) return false;
  return !(readers ?? []).includes(viewer.role);
}
function isDraft({ state }) {
  return state === "pendingApproval" || state === "handling";
}
function replyPassedOn(repeat, root, pack) {
  const { reply, absorbed, call } = root;
  if (reply === null || isDraft(root) || call.confidential || !absorbed.includes(repeat.id)) return null;
  const answer = rules.choose(pack.procedure.merging?.answer, chunkPGHY5EK6_cjs.factsOfTicket(root, pack, root.updatedAt));
  return answer === "root" ? null : reply;
}

// src/clocks/clock-title.ts
function clockTitle(clock, pack) {
  const title = chunkPGHY5EK6_cjs.definitionOf(clock, pack)?.title ?? procedureClockTitle(chunkPGHY5EK6_cjs.packClockOf(clock)) ?? { zh: clock, en: clock };
  const unit = chunkPGHY5EK6_cjs.assistantOf(clock);
  const name = unit === void 0 ? void 0 : pack.units.get(unit)?.name;
  return name === void 0 ? title : { zh: `${title.zh}\uFF08${name.zh}\uFF09`, en: `${title.en} (${name.en})` };
}

// src/view/clock-view.ts
var mostPeriods = 120;
function clockViews(ticket, pack, at) {
  return Object.values(ticket.clocks).map((clock) => clockView(clock, pack, at)).sort((a, b) => rank(a) - rank(b) || (a.dueAt < b.dueAt ? -1 : 1));
}
function rank({ state }) {
  return state === "breached" || state === "running" || state === "paused" ? 0 : 1;
}
function clockView(clock, pack, at) {
  const definition = chunkPGHY5EK6_cjs.definitionOf(clock.id, pack);
  const calendar = definition?.calendar ?? pack.defaultCalendar;
  const end = clock.stoppedAt ?? clock.pausedAt ?? at;
  const begun = end >= clock.startedAt;
  const own = (from, to) => chunkVXU6PXWK_cjs.ownTimeBetween(from, to, clock.term, calendar);
  const working = chunkVXU6PXWK_cjs.countsWorkingTime(clock.term);
  const pastDue = clock.state === "running" && end > clock.dueAt;
  const state = pastDue ? "breached" : clock.state;
  const overdueBy = end > clock.dueAt && state !== "cancelled" ? own(clock.dueAt, end) : 0;
  const days = remainingWorkingDays(clock, calendar, end);
  return {
    id: clock.id,
    title: clockTitle(clock.id, pack),
    state,
    late: clock.late || state === "breached",
    startedAt: clock.startedAt,
    dueAt: clock.dueAt,
    elapsed: begun ? own(clock.startedAt, end) - clock.pausedTotal : 0,
    remaining: end < clock.dueAt ? own(begun ? end : clock.startedAt, clock.dueAt) : 0,
    overdueBy,
    pausedTotal: clock.pausedTotal,
    ...days === void 0 ? {} : { remainingWorkingDays: days },
    warnings: clock.warnings,
    certainty: clock.certainty,
    counts: working ? "working" : "elapsed",
    open: clock.stoppedAt === null && working ? openPeriods(calendar, ...aroundDue(end, clock.dueAt)) : [],
    ...definition?.article === void 0 ? {} : { article: definition.article }
  };
}
function remainingWorkingDays(clock, calendar, from) {
  if (clock.term.kind !== "workingDays") return void 0;
  return from < clock.dueAt ? calendar.workingDaysBetween(from, clock.dueAt) : 0;
}
var beyond = 3 * 24 * 60 * 60 * 1e3;
function aroundDue(now, dueAt) {
  const [from, last] = now < dueAt ? [now, dueAt] : [dueAt, now];
  return [from, new Date(Date.parse(last) + beyond).toISOString()];
}
function openPeriods(calendar, from, to) {
  if (from >= to) return [];
  return calendar.periods(from, to).slice(0, mostPeriods).map(({ from: start, to: end }) => [start.toISOString(), end.toISOString()]);
}

// src/view/cited-by.ts
function citedBy({ data }, audience) {
  if (audience === "applicant" || audience === "citizenSupervisor" || audience === "public") return {};
  const { article: article2, articles = [] } = data;
  const cited = /* @__PURE__ */ new Set([...article2 ? [article2] : [], ...articles]);
  return cited.size === 0 ? {} : { article: [...cited].join("\uFF1B") };
}

// src/view/steps.ts
var way = [
  step2("received", "\u5DF2\u53D7\u7406", "Received", "\u5DF2\u53D7\u7406\uFF0C\u7B49\u5F85\u6D3E\u5355", "Received, waiting to be dispatched"),
  step2("dispatched", "\u5DF2\u6D3E\u5355", "Dispatched", "\u5DF2\u6D3E\u5355\uFF0C\u7B49\u5F85\u7B7E\u6536", "Dispatched, waiting to be signed"),
  step2("signed", "\u5DF2\u7B7E\u6536", "Signed", "\u5DF2\u7B7E\u6536", "Signed"),
  step2("handling", "\u5DF2\u529E\u7406", "Handled", "\u6B63\u5728\u529E\u7406", "Being handled"),
  step2("replied", "\u5DF2\u7B54\u590D", "Replied", "\u5DF2\u7B54\u590D\uFF0C\u7B49\u5F85\u56DE\u8BBF", "Replied, callback to come"),
  step2("calledBack", "\u5DF2\u56DE\u8BBF", "Called back", "\u5DF2\u56DE\u8BBF", "Called back"),
  step2("closed", "\u5DF2\u529E\u7ED3", "Closed", "\u5DF2\u529E\u7ED3", "Closed")
];
var todo = {
  dispatched: { zh: "\u6D3E\u5355", en: "Dispatch" },
  signed: { zh: "\u7B7E\u6536", en: "Signing" },
  handling: { zh: "\u529E\u7406", en: "Handling" },
  replied: { zh: "\u7B54\u590D", en: "Reply" },
  calledBack: { zh: "\u56DE\u8BBF", en: "Callback" },
  closed: { zh: "\u529E\u7ED3", en: "Closing" }
};
function step2(state, doneZh, doneEn, nowZh, nowEn) {
  return { state, done: { zh: doneZh, en: doneEn }, now: { zh: nowZh, en: nowEn } };
}
var beside = {
  draft: "received",
  answeredOnline: "replied",
  pendingDispatch: "received",
  returnRequested: "dispatched",
  disputed: "dispatched",
  pendingApproval: "handling",
  archived: "closed",
  refused: "closed",
  transferredEmergency: "closed",
  withdrawn: "closed"
};
function stepsOf(ticket, events, audience) {
  const reached = reachedInRound(events);
  const current = beside[ticket.state] ?? ticket.state;
  const index = way.findIndex(({ state }) => state === current);
  return way.map(({ state, done, now }, position) => {
    const by = reached.get(state);
    const ended2 = position === index && ticket.closedAt !== null;
    const status = position < index || ended2 ? "done" : position === index ? "current" : "todo";
    const text3 = status === "done" ? done : status === "current" ? now : todo[state] ?? rules.TICKET_STATES[state];
    return {
      state,
      text: text3,
      status,
      ...by === void 0 || status === "todo" ? {} : { at: by.at, ...citedBy(by, audience) }
    };
  });
}
function reachedInRound(events) {
  const reached = /* @__PURE__ */ new Map();
  let before = "draft";
  for (const event of events) {
    const { type, state } = event;
    if (type === "ticket.redispatched" || type === "return.approved")
      for (const { state: later } of way.slice(1)) reached.delete(later);
    if (state !== before && !(state === "handling" && before === "pendingApproval")) reached.set(state, event);
    before = state;
  }
  return reached;
}
function timelineOf(events, audience, { call }, pack) {
  return events.filter(({ type }) => chunkU4AP5SJM_cjs.readsOf(type, audience, call.confidential)).map((event) => entryOf(event, audience, call.confidential, pack)).reverse();
}
function entryOf(event, audience, isProtected, pack) {
  const detail = chunkU4AP5SJM_cjs.readsDetailOf(event.type, audience, isProtected) ? detailOf(event, pack) : void 0;
  const { unit } = event.actor;
  return {
    version: event.version,
    at: event.at,
    type: event.type,
    text: rules.EVENT_TYPES[event.type],
    ...detail === void 0 ? {} : { detail },
    ...unit === void 0 ? {} : { unit: unitName(unit, pack) },
    ...citedBy(event, audience)
  };
}
function detailOf(event, pack) {
  switch (event.type) {
    case "ticket.dispatched":
    case "ticket.redispatched":
    case "ticket.designated":
      return unitName(event.data.lead, pack);
    case "promise.made":
      return same(event.data.what);
    case "clock.started":
    case "clock.stopped":
    case "clock.warned":
    case "clock.breached":
    case "clock.paused":
    case "clock.resumed":
    case "clock.cancelled":
      return clockTitle(event.data.clock, pack);
    case "progress.recorded":
    case "ticket.commented":
      return same(event.data.text);
    case "reply.submitted":
      return same(event.data.result);
    case "reply.rejected":
    case "ticket.urged":
    case "supervision.started":
    case "supervision.escalated":
      return same(event.data.reason);
    case "supervision.reported":
      return same(event.data.report);
    case "supervision.concluded":
      return same(event.data.conclusion);
    default:
      return void 0;
  }
}
function same(text3) {
  return { zh: text3, en: text3 };
}
function unitName(id, pack) {
  return pack.units.get(id)?.name ?? same(id);
}

// src/view/ticket-view.ts
function ticketView({ ticket, root, events, pack, viewer, at, actions }) {
  const audience = audienceOf(viewer, ticket, pack.units);
  const may = (field) => sees(field, audience, ticket, pack, viewer);
  const matter = ticket.call.matter === null ? void 0 : pack.matters.get(ticket.call.matter);
  const { district, street, address } = ticket.call.place;
  return {
    id: ticket.id,
    number: ticket.number,
    version: ticket.version,
    asOf: at,
    state: ticket.state,
    stateText: rules.TICKET_STATES[ticket.state],
    ...may("matter") && matter ? { matter: { code: matter.code, name: { zh: matter.name, en: matter.name } } } : {},
    place: {
      ...may("area") && district !== void 0 ? { district } : {},
      ...may("area") && street !== void 0 ? { street } : {},
      ...may("address") && address !== void 0 ? { address } : {}
    },
    urgent: ticket.call.urgent,
    round: ticket.round,
    ...may("holder") && ticket.lead !== null && ticket.leadSince !== null ? { holder: { unit: ticket.lead, name: unitName(ticket.lead, pack), since: ticket.leadSince } } : {},
    ...replyView(ticket, root === void 0 ? null : replyPassedOn(ticket, root, pack), may),
    assists: may("assists") ? ticket.assists.map((unit) => ({ unit, name: unitName(unit, pack) })) : [],
    steps: stepsOf(ticket, events, audience),
    clocks: may("clocks") ? clockViews(ticket, pack, at) : [],
    actions: may("actions") ? actions().map((allowed) => ({ ...allowed, text: rules.COMMANDS[allowed.command] })) : [],
    timeline: timelineOf(withoutClues(events, viewer, audience, ticket, pack), audience, ticket, pack),
    supervision: may("supervision") ? chunkPGHY5EK6_cjs.supervisionLevel(ticket) : 0
  };
}
function replyView(ticket, ofRoot, may) {
  const reply = ofRoot ?? ticket.reply;
  if (reply === null || !may(isDraft(ticket) ? "draftReply" : "reply")) return {};
  const { result, solved: solved2, approvedAt } = reply;
  return { reply: { result, solved: solved2, ...approvedAt === null ? {} : { approvedAt } } };
}

// src/ticket/fold-of.ts
function foldOf(events) {
  return events.reduce(chunkPGHY5EK6_cjs.evolveOwn, void 0);
}

// src/desk/current-snapshots.ts
function withCurrentSnapshots(store) {
  const current = async (stored) => {
    const { record: record5, head } = stored;
    if (record5.shape === chunkPGHY5EK6_cjs.SNAPSHOT_SHAPE) return stored;
    const log = await store.events(record5.id, record5.version);
    return { record: foldOf(log.map((event) => upcast(event))) ?? record5, head };
  };
  const currentOf = async (loaded) => loaded.stored === void 0 ? loaded : { ...loaded, stored: await current(loaded.stored) };
  const join = store.within?.bind(store);
  return {
    open: () => store.open(),
    ...join === void 0 ? {} : { within: (connection) => withCurrentSnapshots(join(connection)) },
    load: async (ticket, command, known) => currentOf(await store.load(ticket, command, known)),
    loadMany: async (wanted) => Promise.all((await store.loadMany(wanted)).map(currentOf)),
    events: (ticket, through) => store.events(ticket, through),
    commit: (commits) => store.commit(commits),
    reserveNumbers: (scope, count) => store.reserveNumbers(scope, count),
    claimDue: (at, limit, leaseUntil) => store.claimDue(at, limit, leaseUntil),
    nextDueAt: () => store.nextDueAt(),
    claimOutbox: (at, limit, leaseUntil) => store.claimOutbox(at, limit, leaseUntil),
    settle: (delivered) => store.settle(delivered),
    release: (undelivered) => store.release(undelivered),
    find: async (query) => Promise.all((await store.find(query)).map(current)),
    caller: (ticket) => store.caller(ticket),
    eraseCaller: (ticket) => store.eraseCaller(ticket),
    close: () => store.close()
  };
}
function isoOf(at) {
  return new Date(slaCalendar.toEpochMilliseconds(at)).toISOString();
}

// src/desk/due-run.ts
var dueBatch = 100;
async function runDueClocks(store, executor, at, leaseMilliseconds) {
  const now = Date.parse(at);
  const failed = [];
  let fired2 = 0;
  for (; ; ) {
    const due = await store.claimDue(now, dueBatch, now + leaseMilliseconds);
    if (due.length === 0) break;
    try {
      fired2 += await executor.fire(due, at);
    } catch {
      for (const ticket of due) {
        try {
          fired2 += await executor.fire([ticket], at);
        } catch (error) {
          failed.push({ ticket, error });
        }
      }
    }
  }
  const next = await store.nextDueAt();
  return { fired: fired2, nextDueAt: next === void 0 ? void 0 : new Date(next), failed };
}
var access = {
  read: [chunkPGHY5EK6_cjs.granted("anyone", ...chunkPGHY5EK6_cjs.hotline), chunkPGHY5EK6_cjs.granted("ofLead", ...chunkPGHY5EK6_cjs.unitStaff)],
  erase: [chunkPGHY5EK6_cjs.granted("anyone", "dispatcher", "system")]
};
var confidentialAccess = {
  ...access,
  read: [chunkPGHY5EK6_cjs.granted("anyone", ...chunkPGHY5EK6_cjs.hotline)]
};
function demandIdentityAccess(act, actor, ticket, pack) {
  const table = ticket.call.confidential ? confidentialAccess : access;
  const admits = (role) => act === "erase" || isReader(role, ticket, pack);
  if (isCaller(actor, ticket) || admits(actor.role) && isGranted(table[act], actor, ticket, pack.units)) return;
  const may = chunkVXU6PXWK_cjs.whoMay(["citizen", ...new Set(table[act].flatMap(({ roles }) => roles).filter(admits))]);
  throw new chunkPGHY5EK6_cjs.HotlineError(
    "notAuthorised",
    {
      zh: `${rules.ROLES[actor.role].zh}\u65E0\u6743${act === "read" ? "\u67E5\u770B" : "\u5220\u9664"}\u6765\u7535\u4EBA\u4FE1\u606F`,
      en: `${actor.role} may not ${act} who called`
    },
    {
      ticket: ticket.id,
      fix: { zh: `${may.zh}\uFF0C\u9650\u4E8E\u5404\u81EA\u7684\u5DE5\u5355`, en: `${may.en}, each for their own tickets` }
    }
  );
}
function isCaller({ id, role }, { call }) {
  return (role === "citizen" || role === "enterprise") && call.applicant === id;
}
function isReader(role, ticket, pack) {
  if (!ticket.call.confidential) return true;
  const facts = chunkPGHY5EK6_cjs.factsOfTicket(ticket, pack, ticket.updatedAt);
  return rules.choose(pack.procedure.confidentiality?.readers, facts)?.includes(role) ?? true;
}

// src/desk/identity.ts
async function admitToIdentity(law, act, ticket, { by, at, reason }) {
  const actor = chunkVXU6PXWK_cjs.checkedActor(by);
  const { record: record5 } = await law.reader.stored(ticket);
  demandIdentityAccess(act, actor, record5, law.pack);
  const type = act === "read" ? "caller.read" : "caller.erased";
  const instant2 = isoOf(at);
  const data = reason === void 0 ? {} : { reason };
  const make = ({ id, state }) => [{ ticket: id, type, at: instant2, state, data }];
  await law.executor.note(ticket, make, { by: actor, command: `${type}:${instant2}` });
}
async function eraseIdentity(law, store, ticket, asked) {
  if (asked !== void 0) await admitToIdentity(law, "erase", ticket, asked);
  const erased = await store.eraseCaller(ticket);
  for (const part2 of (await law.reader.record(ticket))?.parts ?? []) {
    if (await law.reader.record(part2) !== void 0) await eraseIdentity(law, store, part2, asked);
  }
  return erased;
}

// src/migration/take-over.ts
function takeOver(ticket, row, { source, at, pack }) {
  const { reference, state, round = 1, lead = null, assists = [], handler = null } = row;
  const leadSince = lead === null ? null : iso(row.leadSince ?? row.registeredAt);
  const [contactedAt, closedAt] = [row.contactedAt, row.closedAt].map(
    (each) => each === void 0 ? null : iso(each)
  );
  const data = { source, reference, round, lead, assists, leadSince, handler };
  const envelope = { ticket: ticket.id, at, state };
  const open = Object.values(ticket.clocks).filter(isOpen);
  return [
    {
      ...envelope,
      type: "ticket.imported",
      data: { ...data, contactedAt: contactedAt ?? null, closedAt: closedAt ?? null }
    },
    ...open.map(({ id }) => ({ ...envelope, type: "clock.cancelled", data: { clock: id } })),
    ...pack.clocks.flatMap((clock) => {
      const told = row.due?.[clock.id];
      if (told === void 0) return [];
      const { id, calendar, warn } = clock;
      const startedAt = iso(row.leadSince ?? row.registeredAt);
      return [
        clockStarted({ ...ticket, state }, { id, term: { kind: "fixed", at: told }, startedAt, at, calendar, warn })
      ];
    })
  ];
}
function iso(instant2) {
  return new Date(instant2).toISOString();
}
var lawKeepers = /* @__PURE__ */ new Set(["system", "dispatcher"]);
function checkedLawKeeper(by) {
  const actor = chunkVXU6PXWK_cjs.checkedActor(by);
  if (lawKeepers.has(actor.role)) return actor;
  throw new chunkPGHY5EK6_cjs.HotlineError(
    "notAuthorised",
    {
      zh: `${rules.ROLES[actor.role].zh}\u201C${actor.id}\u201D\u65E0\u6743\u66F4\u6362\u89C4\u5219\u5305\u6216\u65E5\u5386`,
      en: `${actor.role} "${actor.id}" may not change pack or calendar of a desk`
    },
    { fix: chunkVXU6PXWK_cjs.whoMay([...lawKeepers]) }
  );
}
function sameCity(before, after) {
  if (after.id === before.id) return after;
  throw new chunkPGHY5EK6_cjs.HotlineError(
    "packMismatch",
    {
      zh: `\u672C\u53F0\u4F7F\u7528\u201C${before.id}\u201D\u7684\u89C4\u5219\u5305\uFF0C\u7ED9\u51FA\u7684\u662F\u201C${after.id}\u201D\u7684`,
      en: `this desk is of "${before.id}", the pack is of "${after.id}"`
    },
    { fix: { zh: "\u8BF7\u4E3A\u53E6\u4E00\u57CE\u5E02\u53E6\u5F00\u4E00\u53F0", en: "open a desk of its own for another city" } }
  );
}
function withCalendar(pack, calendar) {
  const { id } = calendar;
  if (!Object.hasOwn(pack.calendars, id)) {
    throw new chunkPGHY5EK6_cjs.HotlineError(
      "packMismatch",
      { zh: `\u89C4\u5219\u5305\u201C${pack.id}\u201D\u6CA1\u6709\u65E5\u5386\u201C${id}\u201D`, en: `the pack "${pack.id}" has no calendar "${id}"` },
      {
        fix: {
          zh: `\u53EF\u9009\uFF1A${Object.keys(pack.calendars).join("\u3001")}`,
          en: `use one of ${Object.keys(pack.calendars).join(", ")}`
        }
      }
    );
  }
  const clocks = pack.clocks.map((clock) => clock.calendar.id === id ? { ...clock, calendar } : clock);
  const byId = new Map(clocks.map((clock) => [clock.id, clock]));
  const clocksByEvent = new Map(
    [...pack.clocksByEvent].map(([event, old]) => [event, old.flatMap((clock) => byId.get(clock.id) ?? [])])
  );
  return {
    ...pack,
    calendars: { ...pack.calendars, [id]: calendar },
    defaultCalendar: pack.defaultCalendar.id === id ? calendar : pack.defaultCalendar,
    clocks,
    clocksByEvent
  };
}

// src/desk/import-tickets.ts
async function importTickets(law, rows, options) {
  const by = checkedLawKeeper(options.by);
  const given = { source: options.source, at: isoOf(options.at), pack: law.pack };
  const refused = [];
  let [row, imported, repeated2] = [0, 0, 0];
  for await (const { each } of boxed(rows)) {
    row += 1;
    const [read, named2] = attempted(() => [readRow(each, law.pack), referenceOf(each)]) ?? [
      unreadable,
      void 0
    ];
    if (!read.ok) {
      refused.push({ row, reference: named2, refusal: read.refusal });
      continue;
    }
    const { reference, call, registeredAt } = read.ticket;
    const id = `${given.source}:${reference}`;
    const registering = { id, ticket: id, type: "register", data: call, by, at: registeredAt };
    const outcome2 = await law.executor.execute(registering);
    if (!outcome2.ok) {
      refused.push({ row, reference, refusal: outcome2.refusal });
      continue;
    }
    const make = (record5) => record5.imported === null ? takeOver(record5, read.ticket, given) : [];
    const events = await law.executor.note(id, make, { by, command: `import:${id}` });
    if (events.length > 0) imported += 1;
    else repeated2 += 1;
  }
  return { imported, repeated: repeated2, refused };
}
async function* boxed(rows) {
  if (Symbol.asyncIterator in rows) for await (const each of rows) yield { each };
  else for (const each of rows) yield { each };
}
var unreadable = chunkPGHY5EK6_cjs.refuse("unreadableRow", "\u8BE5\u884C\u65E0\u6CD5\u8BFB\u53D6", "the row cannot be read", {
  remedy: { zh: "\u8BF7\u4F20\u5165\u666E\u901A\u5BF9\u8C61", en: "pass a plain object" }
});
function attempted(read) {
  try {
    return read();
  } catch {
    return void 0;
  }
}
function readRow(row, pack) {
  const parsed = importedTicketSchema.safeParse(row, { reportInput: true });
  if (!parsed.success) {
    return { ok: false, refusal: refusalOfIssues({ zh: "\u5BFC\u5165\u884C", en: "row" }, parsed.error.issues) };
  }
  const { lead, assists = [], due = {} } = parsed.data;
  const unknown2 = chunkPGHY5EK6_cjs.unknownUnit([lead, ...assists], pack) ?? chunkPGHY5EK6_cjs.unknownClock(Object.keys(due), pack);
  return unknown2 ?? { ok: true, ticket: parsed.data };
}
function referenceOf(row) {
  const reference = row?.reference;
  return typeof reference === "string" ? reference : void 0;
}

// src/log/read-log.ts
async function readLog(store, ticket, through) {
  return (await store.events(ticket, through)).map((event) => upcast(event));
}

// src/assessment/store-rows.ts
var PAGE = 1e3;
var StoreRows = class {
  #store;
  #rows;
  constructor(store, pack) {
    this.#store = store;
    this.#rows = new chunkVXU6PXWK_cjs.FactRows(pack);
  }
  /** The rows as the store stands now. */
  async read() {
    for (let after = ""; ; ) {
      const page = await this.#store.find({ limit: PAGE, after });
      for (const { record: record5 } of page) {
        const known = this.#rows.versionOf(record5.id);
        if (known === record5.version) continue;
        const events = await readLog(this.#store, record5.id, record5.version);
        this.#rows.add(events.slice(known));
      }
      const last = page.at(-1);
      if (last === void 0 || page.length < PAGE) return this.#rows;
      after = last.record.id;
    }
  }
};

// src/log/same-json.ts
function sameJson(a, b) {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((each, i) => sameJson(each, b[i]));
  }
  const [mine, theirs] = [a, b];
  let left = 0;
  for (const key of Object.keys(theirs)) if (theirs[key] !== void 0) left += 1;
  for (const key of Object.keys(mine)) {
    if (mine[key] === void 0) continue;
    if (!Object.hasOwn(theirs, key) || !sameJson(mine[key], theirs[key])) return false;
    left -= 1;
  }
  return left === 0;
}
var MOST = 50;
async function withEarlier(command, at, { pack, store, detectRepeats }) {
  const call = detectRepeats && command.type === "register" ? callSchema.safeParse(command.data) : void 0;
  if (call?.success !== true || call.data.splitFrom !== void 0) return { command };
  const found = await earlierTickets(call.data, at, pack, store);
  if (found.length === 0) return { command };
  const { unreasonable: unreasonable2 } = pack.procedure;
  const facts = { ...chunkPGHY5EK6_cjs.factsOfCall(call.data), unreasonable: true };
  const settled = found.find((record5) => record5.unreasonable !== null);
  if (settled !== void 0 && rules.choose(unreasonable2?.effects, facts)?.includes("noRepeat") === true) {
    return { refusal: alreadySettled(settled, unreasonable2?.article) };
  }
  const repeats = [.../* @__PURE__ */ new Set([...call.data.repeats ?? [], ...found.map(({ id }) => id)])];
  return { command: { ...command, data: { ...call.data, repeats } } };
}
function alreadySettled({ number: number5 }, article2) {
  return chunkPGHY5EK6_cjs.refuse("repeatsUnreasonable", "\u8BE5\u8BC9\u6C42\u5DF2\u8BA4\u5B9A\u4E3A\u4E0D\u5408\u7406\uFF0C\u4E0D\u518D\u767B\u8BB0", "the demand was found unreasonable before", {
    ...article2 === void 0 ? {} : { article: article2 },
    remedy: { zh: `\u89C1\u5DE5\u5355 ${number5}`, en: `see ticket ${number5}` }
  }).refusal;
}
async function earlierTickets(call, at, { procedure, defaultCalendar }, store) {
  const facts = chunkPGHY5EK6_cjs.factsOfCall(call);
  const match = rules.choose(procedure.merging?.match, facts) ?? [];
  const within = rules.choose(procedure.merging?.within, facts);
  const same2 = {
    ...match.includes("applicant") && call.applicant !== void 0 ? { applicant: call.applicant } : {},
    ...match.includes("matter") && call.matter !== void 0 ? { matter: call.matter } : {}
  };
  if (within === void 0 || Object.keys(same2).length === 0) return [];
  const found = await store.find({ ...same2, registeredUntil: Date.parse(at) + 1, order: "newest", limit: MOST });
  return found.map(({ record: record5 }) => record5).filter((record5) => match.every((aspect) => isSame[aspect](call, record5))).filter(({ registeredAt }) => at <= slaCalendar.dueDate(within, registeredAt, defaultCalendar).dueAt.toISOString());
}
var isSame = {
  matter: ({ matter }, { call }) => matter !== void 0 && matter === call.matter,
  applicant: ({ applicant }, { call }) => applicant !== void 0 && applicant === call.applicant,
  content: ({ content }, { call }) => content.trim() === call.content.trim(),
  place: ({ place }, { call }) => {
    const keys = ["district", "street", "address"];
    return keys.some((key) => place[key] !== void 0) && keys.every((key) => place[key] === call.place[key]);
  }
};
function isLink(event) {
  if (event.type === "ticket.withdrawn") return event.data.releases !== void 0;
  return event.type === "ticket.merged" || event.type === "ticket.unmerged" || event.type === "ticket.split";
}
function isHalfOfMerge(command) {
  return command === "absorb" || command === "release";
}
function linkedCommands(event, ticket, caller, pack) {
  const { at, version } = event;
  const given = { by: chunkVXU6PXWK_cjs.clockwork, at, correlation: event.command };
  const id = `${event.ticket}:${version}`;
  switch (event.type) {
    case "ticket.merged":
      return [{ ...given, id, ticket: event.data.into, type: "absorb", data: { ticket: event.ticket } }];
    case "ticket.unmerged":
      return [{ ...given, id, ticket: event.data.from, type: "release", data: { ticket: event.ticket } }];
    case "ticket.withdrawn":
      return (event.data.releases ?? []).map((repeat, index) => ({
        ...given,
        id: `${id}:${index + 1}`,
        ticket: repeat,
        type: "unmerge",
        data: { reason: "\u4E3B\u4EF6\u5DF2\u64A4\u56DE" }
      }));
    case "ticket.split":
      return event.data.parts.map(({ ticket: part2, content, matter, type }, index) => ({
        ...given,
        id: `${id}:${index + 1}`,
        ticket: part2,
        type: "register",
        data: {
          channel: ticket.call.channel,
          type: type ?? ticket.call.type,
          ...matter === void 0 ? {} : { matter },
          content,
          place: ticket.call.place,
          urgent: ticket.call.urgent,
          confidential: ticket.call.confidential,
          ...ticket.call.applicant === null ? {} : { applicant: ticket.call.applicant },
          ...ticket.call.line === null ? {} : { source: { line: ticket.call.line } },
          ...caller === void 0 ? {} : { caller },
          splitFrom: event.ticket,
          ...clocksSince(ticket, pack, at)
        }
      }));
    default:
      return [];
  }
}
function undoMerge(event, reason) {
  return {
    id: `${event.ticket}:${event.version}:undo`,
    ticket: event.ticket,
    type: "unmerge",
    data: { reason },
    by: chunkVXU6PXWK_cjs.clockwork,
    at: event.at,
    correlation: event.command
  };
}
function clocksSince(ticket, pack, at) {
  const clocks = rules.choose(pack.procedure.splitting?.clocks, chunkPGHY5EK6_cjs.factsOfTicket(ticket, pack, at)) ?? "keep";
  const started = Object.values(ticket.clocks).map(({ id, startedAt }) => [id, startedAt]);
  return clocks === "restart" || started.length === 0 ? {} : { clocksSince: Object.fromEntries(started) };
}

// src/desk/outcome.ts
function halfOfMergeAlone({ type }) {
  if (!isHalfOfMerge(type)) return void 0;
  return chunkPGHY5EK6_cjs.refuse("notAuthorised", "\u5E76\u5165\u4E0E\u79FB\u51FA\u7531\u672C\u53F0\u968F\u5E76\u6848\u6210\u5BF9\u529E\u7406", `"${type}" is given by the desk with a merge`, {
    remedy: { zh: "\u8BF7\u5BF9\u91CD\u590D\u4EF6\u5E76\u6848\u6216\u53D6\u6D88\u5E76\u6848", en: "merge the repeat into its root, or undo its merge" }
  }).refusal;
}
function unknownTicket(id) {
  return chunkPGHY5EK6_cjs.refuse("ticketUnknown", `\u6CA1\u6709\u5DE5\u5355\u201C${id}\u201D`, `there is no ticket "${id}"`, {
    remedy: { zh: "\u8BF7\u6838\u5BF9\u5DE5\u5355\u7F16\u53F7\uFF0C\u6216\u5148\u767B\u8BB0", en: "check the id, or register the call first" }
  });
}
function changedSince(expected, actual) {
  const zh = `\u5DE5\u5355\u5DF2\u53D8\u66F4\uFF1A\u9884\u671F\u7248\u672C ${expected}\uFF0C\u73B0\u4E3A ${actual}`;
  return chunkPGHY5EK6_cjs.refuse("versionConflict", zh, `the ticket has version ${actual} by now, ${expected} was expected`, {
    remedy: { zh: "\u8BF7\u5237\u65B0\u540E\u91CD\u8BD5", en: "load the ticket again and decide anew" }
  });
}

// src/desk/carry-out.ts
async function carryOut(given, work, means) {
  const { ticket, done } = work.seen(given.ticket, given.id) ?? await work.load(given.ticket, given.id);
  if (done !== void 0) return repeated(ticket, done, given, means.store);
  const outcome2 = await attempted2(ticket, given, work, means);
  if (!outcome2.ok) await work.confirm(ticket, given.id);
  return outcome2;
}
async function attempted2(ticket, given, work, means) {
  const { id, at, command, expectedVersion } = given;
  const { pack, numbering, sealing } = means;
  const before = ticket.record;
  if (before === void 0 && command.type !== "register") return unknownTicket(given.ticket);
  if (expectedVersion !== void 0 && !await isAsExpected(ticket, expectedVersion, means.store)) {
    return changedSince(expectedVersion, ticket.version);
  }
  const number5 = before === void 0 ? numbering.take(await numbering.reserve(pack, at, 1)) : void 0;
  const due = before === void 0 ? void 0 : fireClocks(before, at, pack);
  const named2 = rootNamed(command, before);
  const root = named2 === void 0 ? void 0 : (await work.load(named2)).ticket.record;
  const asked = before === void 0 ? await withEarlier(command, at, means) : { command };
  if ("refusal" in asked) return { ok: false, refusal: asked.refusal };
  const context = { pack, at, ticket: given.ticket, number: number5?.number, root };
  const decision = decide(due?.ticket ?? before, asked.command, context);
  if (!decision.ok) return decision;
  number5?.keep();
  if (due !== void 0 && due.events.length > 0) ticket.add(due.events, due.ticket, sealing(chunkVXU6PXWK_cjs.clockwork, id));
  const firstVersion = ticket.version + 1;
  const events = ticket.add(decision.events, decision.ticket, sealing(command.by, id, given.correlation));
  ticket.commands.set(id, { id, bodyHash: given.bodyHash, firstVersion, lastVersion: ticket.version });
  if (command.type === "register" && command.data.caller !== void 0) ticket.caller = command.data.caller;
  return { ok: true, record: decision.ticket, events, repeated: false };
}
async function isAsExpected({ id, version, loaded, events }, expected, store) {
  if (expected >= version) return expected === version;
  const stored = loaded === void 0 ? [] : await readLog(store, id, loaded.record.version);
  return [...stored, ...events].every((event) => event.version <= expected || chunkPGHY5EK6_cjs.isIdentityEvent(event.type));
}
function rootNamed({ type, data }, repeat) {
  const { into } = data ?? {};
  const id = type === "merge" ? into : type === "unmerge" ? repeat?.mergedInto?.ticket : void 0;
  return typeof id === "string" ? id : void 0;
}
async function repeated(ticket, done, given, store) {
  if (done.bodyHash !== given.bodyHash || await isOtherCaller(ticket, given, store)) {
    throw new chunkPGHY5EK6_cjs.HotlineError(
      "commandIdReused",
      { zh: `\u547D\u4EE4\u7F16\u53F7\u201C${given.id}\u201D\u5DF2\u7528\u4E8E\u53E6\u4E00\u547D\u4EE4`, en: `command id "${given.id}" was used for something else` },
      {
        ticket: given.ticket,
        fix: {
          zh: "\u6BCF\u4E2A\u547D\u4EE4\u8BF7\u7528\u81EA\u5DF1\u7684\u7F16\u53F7\uFF1B\u91CD\u590D\u63D0\u4EA4\u65F6\u6570\u636E\u987B\u5B8C\u5168\u76F8\u540C",
          en: "give every command an id of its own, and repeat a command with the very same data"
        }
      }
    );
  }
  const stored = ticket.isNew ? [] : await readLog(store, given.ticket, done.lastVersion);
  const log = [...stored, ...ticket.events.filter(({ version }) => version <= done.lastVersion)];
  const record5 = log.reduce(chunkPGHY5EK6_cjs.evolve, void 0);
  const events = log.filter(({ version }) => version >= done.firstVersion);
  return { ok: true, record: record5, events, repeated: true };
}
async function isOtherCaller({ id, caller: here }, { command }, store) {
  if (command.type !== "register" || command.data.caller === void 0) return false;
  const known = here ?? await store.caller(id);
  return known !== void 0 && !sameJson(known, command.data.caller);
}
var ID = /^[^\p{Cc}\p{Cs}]{1,200}$/u;
var PLAIN_ID = /^[\w.:/-]{1,200}$/;
function checkedCommand(command, newId) {
  try {
    return checked2(command, newId);
  } catch (cause) {
    if (cause instanceof chunkPGHY5EK6_cjs.HotlineError || cause instanceof slaCalendar.InvalidInstantError) throw cause;
    throw invalid("\u547D\u4EE4\u65E0\u6CD5\u8BFB\u53D6", "the command cannot be read", void 0, cause);
  }
}
function checked2(command, newId) {
  if (typeof command !== "object" || command === null) throw invalid("\u547D\u4EE4\u5E94\u4E3A\u5BF9\u8C61", "a command is an object");
  const { type, data, expectedVersion, correlation } = command;
  const id = checkedId("id", command.id ?? newId());
  const ticket = checkedId("ticket", command.ticket ?? id);
  if (typeof type !== "string") throw invalid("\u547D\u4EE4\u7684 type \u5E94\u4E3A\u6587\u672C", "the type of a command is a text", ticket);
  if (expectedVersion !== void 0 && !Number.isSafeInteger(expectedVersion)) {
    throw invalid("expectedVersion \u5E94\u4E3A\u6574\u6570", "expectedVersion is a whole number", ticket);
  }
  const at = new Date(slaCalendar.toEpochMilliseconds(command.at)).toISOString();
  const by = chunkVXU6PXWK_cjs.checkedActor(command.by);
  return {
    id,
    at,
    ticket,
    expectedVersion,
    correlation: correlation === void 0 ? void 0 : checkedId("correlation", correlation),
    bodyHash: bodyHash({ by, data: type === "register" ? withoutCaller(data) : data, ticket, type }),
    command: { type, data, by }
  };
}
function checkedId(field, id) {
  if (typeof id === "string" && (PLAIN_ID.test(id) || ID.test(id))) return id;
  throw invalid(
    `\u547D\u4EE4\u7684 ${field} \u5E94\u4E3A 1 \u81F3 200 \u4E2A\u5B57\u7B26\u7684\u6587\u672C\uFF0C\u4E0D\u542B\u63A7\u5236\u5B57\u7B26`,
    `the ${field} of a command is a text of 1 to 200 characters, none of them a control character`
  );
}
function withoutCaller(data) {
  const isCall = typeof data === "object" && data !== null && Object.hasOwn(data, "caller");
  if (!isCall) return data;
  const { caller, ...call } = data;
  chunkPGHY5EK6_cjs.canonicalHash({ caller });
  return { ...call, caller: caller !== void 0 };
}
function bodyHash(body) {
  try {
    return chunkPGHY5EK6_cjs.canonicalHash(body);
  } catch (cause) {
    throw invalid(`\u547D\u4EE4\u201C${body.type}\u201D\u7684\u6570\u636E\u4E0D\u662F JSON`, `the data of "${body.type}" is no JSON`, body.ticket, cause);
  }
}
function invalid(zh, en, ticket, cause) {
  const fix = {
    zh: "\u8BF7\u4F20\u5165 { type, data, by, at }\uFF0C\u6570\u636E\u53EA\u7528\u5BF9\u8C61\u3001\u6570\u7EC4\u3001\u6587\u672C\u3001\u6570\u5B57\u3001\u771F\u5047\u503C\u548C\u7A7A\u503C",
    en: "pass { type, data, by, at }, its data made of objects, arrays, texts, numbers, booleans and null"
  };
  const about = { ...ticket === void 0 ? {} : { ticket }, ...cause === void 0 ? {} : { cause } };
  return new chunkPGHY5EK6_cjs.HotlineError("invalidCommand", { zh, en }, { fix, ...about });
}

// src/desk/hooks.ts
function tell(hook, told) {
  try {
    hook?.(told);
  } catch {
  }
}
function toldActor({ id, role, unit }) {
  const isOutside = role === "citizen" || role === "enterprise";
  return { role, ...isOutside ? {} : { id }, ...unit === void 0 ? {} : { unit } };
}
function toldEvents(events) {
  return events.map(({ version, type, state }) => ({ version, type, state }));
}

// src/desk/means.ts
function sealingUnder(pack, now) {
  const provenance = provenanceOf(pack);
  return (actor, command, correlation) => ({
    actor,
    command,
    correlation,
    recordedAt: now().toISOString(),
    provenance
  });
}

// src/desk/snapshots.ts
var most = 1e3;
var Snapshots = class {
  #byTicket = /* @__PURE__ */ new Map();
  /** The snapshot that was seen last. */
  get(ticket) {
    return this.#byTicket.get(ticket);
  }
  /** Remembers a snapshot as it was read or written. */
  keep(ticket, stored) {
    freeze(stored.record, this.#byTicket.get(ticket)?.record);
    this.#byTicket.delete(ticket);
    this.#byTicket.set(ticket, stored);
    if (this.#byTicket.size > most) this.#byTicket.delete(this.#byTicket.keys().next().value ?? "");
  }
};
function freeze(record5, before) {
  const frozen = before === void 0 ? [] : Object.values(before);
  let index = 0;
  for (const key in record5) {
    const value = record5[key];
    if (value !== frozen[index++]) freezeDeep(value);
  }
  Object.freeze(record5);
}
function freezeDeep(value) {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const key in value) freezeDeep(value[key]);
}

// src/desk/working-ticket.ts
var WorkingTicket = class {
  constructor(id, loaded) {
    this.id = id;
    this.loaded = loaded;
    this.record = loaded?.record;
    this.#head = loaded?.head ?? GENESIS_HASH;
  }
  id;
  loaded;
  record;
  events = [];
  /** Commands that this work carries out. */
  commands = /* @__PURE__ */ new Map();
  /** Commands that the store was asked for, with their rows where they had been carried out before. */
  asked = /* @__PURE__ */ new Map();
  caller;
  #head;
  /** The version in the log, with what this work adds. */
  get version() {
    return (this.loaded?.record.version ?? 0) + this.events.length;
  }
  /** Whether the ticket did not exist before this work. */
  get isNew() {
    return this.loaded === void 0;
  }
  /** Puts decided events into the log. */
  add(events, after, context) {
    const sealed = seal(events, { version: this.version, hash: this.#head }, context);
    this.events.push(...sealed);
    this.#head = sealed.at(-1)?.hash ?? this.#head;
    this.record = after;
    return sealed;
  }
  /** What is to be written, if anything changed. */
  commit(leaves) {
    const { record: record5, loaded } = this;
    if (record5 === void 0 || this.events.length === 0) return void 0;
    return {
      ticket: this.id,
      expectedVersion: loaded?.record.version ?? 0,
      expectedHead: loaded?.head ?? GENESIS_HASH,
      ...loaded === void 0 ? {} : { before: loaded.record },
      stored: { record: record5, head: this.#head },
      events: this.events,
      commands: [...this.commands.values()],
      deadlines: changedDeadlines(loaded?.record, record5),
      outbox: this.events.filter(leaves).map(({ version }) => version),
      ...this.caller === void 0 ? {} : { caller: this.caller }
    };
  }
};
var NONE2 = /* @__PURE__ */ new Map();
function changedDeadlines(before, after) {
  if (before?.clocks === after.clocks) return NONE2;
  const changed = /* @__PURE__ */ new Map();
  for (const id in after.clocks) {
    const was = before?.clocks[id];
    const is = after.clocks[id];
    if (is === void 0 || is === was) continue;
    const next = momentsOf(is)[0]?.at ?? null;
    const previous = was === void 0 ? null : momentsOf(was)[0]?.at ?? null;
    if (next !== previous) changed.set(id, next);
  }
  return changed;
}

// src/desk/work.ts
var Work = class {
  constructor(store, snapshots, presuming) {
    this.store = store;
    this.snapshots = snapshots;
    this.presuming = presuming;
  }
  store;
  snapshots;
  presuming;
  #tickets = /* @__PURE__ */ new Map();
  #isStale = false;
  /** Whether something was presumed that is not so: all of this work is to be done again. */
  get isStale() {
    return this.#isStale;
  }
  /** What can be seen without asking the store. */
  seen(id, command) {
    const ticket = this.#tickets.get(id) ?? (this.presuming ? this.#remembered(id) : void 0);
    if (ticket === void 0) return void 0;
    const done = ticket.commands.get(command) ?? ticket.asked.get(command);
    const isKnown = this.presuming || ticket.isNew || done !== void 0 || ticket.asked.has(command);
    return isKnown ? { ticket, done } : void 0;
  }
  /** The same, and where it cannot be seen the store is asked. */
  async load(id, command) {
    const [seen] = await this.loadMany([{ ticket: id, command }]);
    return seen;
  }
  /** The same for several, in one round trip. */
  async loadMany(wanted) {
    const missing = wanted.filter(({ ticket, command }) => !this.#isKnown(ticket, command)).map((each) => ({
      ...each,
      remembered: this.#tickets.get(each.ticket)?.loaded ?? this.snapshots.get(each.ticket)
    }));
    const [one] = missing;
    if (missing.length === 1 && one !== void 0) {
      this.#take(one, await this.store.load(one.ticket, one.command, one.remembered?.head));
    } else if (missing.length > 0) {
      const asked = missing.map(({ ticket, command, remembered }) => ({ ticket, command, known: remembered?.head }));
      const loaded = await this.store.loadMany(asked);
      for (const [index, each] of missing.entries()) this.#take(each, loaded[index] ?? {});
    }
    return wanted.map(({ ticket: id, command }) => {
      const ticket = this.#tickets.get(id);
      const done = command === void 0 ? void 0 : ticket.commands.get(command) ?? ticket.asked.get(command);
      return { ticket, done };
    });
  }
  /** Asks the store whether a ticket is what this work took it for, and the command not carried out before. */
  async confirm({ id, loaded, isNew, asked }, command) {
    if (!this.presuming || isNew || asked.has(command)) return;
    const found = await this.store.load(id, command, loaded?.head);
    if (!found.unchanged || found.command !== void 0) this.#isStale = true;
  }
  /** Writes it all; the id of a ticket that somebody else changed in between, or undefined. */
  async commit(leaves) {
    const commits = [];
    for (const ticket of this.#tickets.values()) {
      const commit = ticket.commit(leaves);
      if (commit !== void 0) commits.push(commit);
    }
    if (commits.length === 0) return void 0;
    const outcome2 = await this.store.commit(commits);
    if (!outcome2.ok) return outcome2.conflict;
    for (const { ticket, stored } of commits) this.snapshots.keep(ticket, stored);
    return void 0;
  }
  #remembered(id) {
    const stored = this.snapshots.get(id);
    if (stored === void 0) return void 0;
    const ticket = new WorkingTicket(id, stored);
    this.#tickets.set(id, ticket);
    return ticket;
  }
  #isKnown(id, command) {
    const ticket = this.#tickets.get(id);
    if (ticket === void 0) return false;
    return command === void 0 || ticket.isNew || ticket.commands.has(command) || ticket.asked.has(command);
  }
  #take({ ticket: id, command, remembered }, { stored, unchanged, command: done }) {
    let ticket = this.#tickets.get(id);
    if (ticket === void 0) {
      if (stored !== void 0) this.snapshots.keep(id, stored);
      ticket = new WorkingTicket(id, unchanged ? remembered : stored);
      this.#tickets.set(id, ticket);
    }
    if (command !== void 0) ticket.asked.set(command, done);
  }
};

// src/desk/executor.ts
var attempts = 8;
var Executor = class {
  #options;
  #means;
  #snapshots = new Snapshots();
  #leaves;
  constructor(options) {
    const { pack, now, leaves } = options;
    this.#options = options;
    this.#means = { ...options, sealing: sealingUnder(pack, now) };
    this.#leaves = (event) => isLink(event) || leaves(event);
  }
  /** One command. */
  async execute(command) {
    const [outcome2] = await this.batch([command]);
    return outcome2;
  }
  /** Commands in their order, in one transaction: each sees those before it. */
  async batch(commands) {
    return this.#give(commands, halfOfMergeAlone);
  }
  /** @param bar what is refused whatever the ticket says; nothing where the desk itself gives the commands */
  async #give(commands, bar) {
    const given = commands.map((command) => checkedCommand(command, this.#options.newId));
    const outcomes = await this.#inWork(async (work) => {
      const unseen = given.filter(({ id, ticket }) => work.seen(ticket, id) === void 0);
      if (unseen.length > 1) await work.loadMany(unseen.map(({ id, ticket }) => ({ ticket, command: id })));
      const all = [];
      for (const each of given) {
        const refusal = bar(each.command);
        all.push(refusal === void 0 ? await carryOut(each, work, this.#means) : { ok: false, refusal });
      }
      return all;
    }, true);
    for (const [index, outcome2] of outcomes.entries()) this.#tellOf(given[index], outcome2);
    const linked = [];
    for (const outcome2 of outcomes) linked.push(hasLink(outcome2) ? await this.#withLinks(outcome2) : outcome2);
    return linked;
  }
  /**
   * Gives the commands on other tickets that an event brings with it. Repeating it changes nothing.
   * @returns the refusal of the root, where a merge had to be undone
   */
  async link(event) {
    if (!isLink(event)) return void 0;
    const { store, pack } = this.#means;
    const { stored } = await store.load(event.ticket);
    if (stored === void 0) return void 0;
    const caller = event.type === "ticket.split" ? await store.caller(event.ticket) : void 0;
    for (const command of linkedCommands(event, stored.record, caller, pack)) {
      if ((await store.load(command.ticket ?? "", command.id)).command !== void 0) continue;
      const [outcome2] = await this.#give([command], () => void 0);
      if (outcome2 === void 0 || outcome2.ok || event.type !== "ticket.merged") continue;
      if (outcome2.refusal.code === "alreadyAbsorbed") continue;
      await this.#give([undoMerge(event, outcome2.refusal.text.zh)], () => void 0);
      return outcome2.refusal;
    }
    return void 0;
  }
  async #withLinks(outcome2) {
    for (const event of outcome2.events) {
      const refusal = await this.link(event);
      if (refusal !== void 0) return { ok: false, refusal };
    }
    return outcome2;
  }
  /** Fires what is due on these tickets, in one transaction; how many warnings and breaches there were. */
  async fire(tickets, at) {
    const { pack, sealing } = this.#means;
    const fired2 = await this.#inWork(async (work) => {
      const all = [];
      for (const { ticket } of await work.loadMany(tickets.map((ticket2) => ({ ticket: ticket2 })))) {
        if (ticket.record === void 0) continue;
        const moments = dueMoments(ticket.record, at);
        const { events, ticket: after } = fireClocks(ticket.record, at, pack);
        if (events.length > 0) ticket.add(events, after, sealing(chunkVXU6PXWK_cjs.clockwork, `due:${at}`));
        for (const { clock, what, at: due } of moments) {
          all.push({ ticket: ticket.id, clock, what, at, lag: Date.parse(at) - due });
        }
      }
      return all;
    });
    for (const each of fired2) tell(this.#options.hooks.onDue, each);
    return fired2.length;
  }
  /**
   * Writes events that no command of the chart brings, each time decided on the newest version.
   * @throws HotlineError `ticketUnknown`
   */
  async note(id, make, { by, command }) {
    return this.#inWork(async (work) => {
      const { ticket } = await work.load(id);
      if (ticket.record === void 0) throw chunkPGHY5EK6_cjs.noTicket(id);
      const events = await make(ticket.record);
      const after = events.reduce(chunkPGHY5EK6_cjs.evolve, ticket.record);
      if (events.length > 0) ticket.add(events, after, this.#means.sealing(by, command));
      return events;
    });
  }
  #tellOf({ id, ticket, command, at }, outcome2) {
    const { onCommand, onRefusal } = this.#options.hooks;
    if (outcome2.ok ? onCommand === void 0 : onRefusal === void 0) return;
    const given = { id, ticket, type: command.type, actor: toldActor(command.by), at };
    if (!outcome2.ok) tell(onRefusal, { ...given, refusal: outcome2.refusal });
    else tell(onCommand, { ...given, events: toldEvents(outcome2.events), repeated: outcome2.repeated });
  }
  /**
   * Does a work until it is written on what it was decided on.
   * @param presuming whether the first attempt may take the tickets as they are remembered
   */
  async #inWork(act, presuming = false) {
    for (let attempt = presuming ? 0 : 1; ; attempt += 1) {
      const work = new Work(this.#means.store, this.#snapshots, attempt === 0);
      const result = await act(work);
      if (work.isStale) continue;
      const conflict = await work.commit(this.#leaves);
      if (conflict === void 0) return result;
      if (attempt === attempts) {
        throw new chunkPGHY5EK6_cjs.HotlineError(
          "storeConflict",
          { zh: `\u5DE5\u5355\u201C${conflict}\u201D\u4E00\u76F4\u88AB\u4ED6\u4EBA\u66F4\u6539`, en: `others kept changing ticket "${conflict}"` },
          { ticket: conflict, fix: { zh: "\u8BF7\u91CD\u8BD5", en: "try again" } }
        );
      }
    }
  }
};
function hasLink(outcome2) {
  return outcome2.ok && outcome2.events.some(isLink);
}

// src/log/export.ts
function chainedTo(before, line) {
  return chunkPGHY5EK6_cjs.canonicalHash([before, line]);
}
async function* exportStore(store, at, { head, visibleTo, linesOf }) {
  let hash = GENESIS_HASH;
  let [tickets, events] = [0, 0];
  const line = (value) => {
    const text3 = JSON.stringify(value);
    hash = chainedTo(hash, text3);
    return text3;
  };
  yield line({ hotlineExport: 1, at, ...head });
  let after;
  for (; ; ) {
    const query = { limit: 200, ...visibleTo && { visibleTo }, ...after !== void 0 && { after } };
    const page = await store.find(query);
    for (const stored of page) {
      const lines = linesOf(stored, await store.events(stored.record.id, stored.record.version));
      if (lines.length > 0) tickets += 1;
      for (const each of lines) {
        events += 1;
        yield line(each);
      }
    }
    after = page.at(-1)?.record.id;
    if (after === void 0) break;
  }
  yield JSON.stringify({ end: { tickets, events, hash } });
}

// src/log/verify-ticket.ts
function verifyTicket({ record: record5, head }, log) {
  const verified = verifyLog(log, head);
  if (!verified.ok) return verified;
  if (sameJson(foldOf(log.map((event) => upcast(event))), record5)) return verified;
  const text3 = { zh: "\u5FEB\u7167\u4E0E\u65E5\u5FD7\u4E0D\u7B26", en: "the snapshot is not the fold of the log" };
  return { ok: false, version: log.length, reason: "snapshotDiffers", text: text3 };
}

// src/log/projected-line.ts
function isProjected(line) {
  return "seal" in line;
}
function sealOf(key, eventHash, line) {
  const { seal: _seal, ...rest } = line;
  return chunkPGHY5EK6_cjs.canonicalHash([key, eventHash, rest]);
}

// src/privacy/visibility.ts
function visibilityOf(viewer, units) {
  if (viewer === "public") return {};
  const { id, role, unit } = chunkVXU6PXWK_cjs.checkedActor(viewer);
  if (isOfHotline(role)) return void 0;
  if (role === "citizenSupervisor") return { open: true };
  if (role === "citizen" || role === "enterprise") return chunkKQWNAHZU_cjs.ofApplicant(id);
  const ofRole2 = [chunkKQWNAHZU_cjs.party.role(role)];
  if (unit === void 0 || !units.has(unit)) return { parties: ofRole2 };
  const above = [unit, ...units.ancestors(unit).map((each) => each.id)];
  const below = units.all.map((each) => each.id).filter((each) => units.isWithin(each, unit));
  return { leads: [.../* @__PURE__ */ new Set([...above, ...below])], assists: above, parties: [...ofRole2, ...above.map(chunkKQWNAHZU_cjs.party.unit)] };
}

// src/privacy/log-reader.ts
function readsAll(viewer) {
  return viewer !== "public" && (viewer.role === "auditor" || viewer.role === "system");
}
function logFor(events, viewer, ticket, pack) {
  const audience = audienceOf(viewer, ticket, pack.units);
  const read = withoutClues(events, viewer, audience, ticket, pack);
  return readsAll(viewer) || sees("applicants", audience, ticket, pack, viewer) ? read : read.map(chunkU4AP5SJM_cjs.eventWithoutReporter);
}
function wholeLogs({ id }) {
  return { head: {}, linesOf: ({ record: record5 }, events) => record5.recused.persons.includes(id) ? [] : events };
}
function exportReader(viewer, pack, key) {
  const by = viewer === "public" ? viewer : chunkVXU6PXWK_cjs.checkedActor(viewer);
  if (by !== "public" && readsAll(by)) return wholeLogs(by);
  const visibleTo = visibilityOf(by, pack.units);
  return {
    head: { for: by === "public" ? by : { role: by.role, ...by.unit === void 0 ? {} : { unit: by.unit } } },
    ...visibleTo === void 0 ? {} : { visibleTo },
    linesOf: ({ record: record5 }, events) => linesFor(record5, events, by, pack, key)
  };
}
function linesFor(ticket, events, viewer, pack, key) {
  const audience = audienceOf(viewer, ticket, pack.units);
  if (viewer === "public" || !findsIt(audience, ticket)) return [];
  const today = events.map((event) => upcast(event));
  const read = isOffice(audience) ? new Map(logFor(today, viewer, ticket, pack).map((event) => [event.version, { event }])) : new Map(
    timelineOf(withoutClues(today, viewer, audience, ticket, pack), audience, ticket, pack).map((entry) => [
      entry.version,
      { entry }
    ])
  );
  return events.map((event) => {
    const line = { ticket: event.ticket, version: event.version, ...read.get(event.version) };
    return { ...line, seal: sealOf(key, event.hash, line) };
  });
}
function isOffice(audience) {
  return audience === "hotline" || audience === "supervisor" || audience === "auditor";
}

// src/privacy/record-readers.ts
var RECORD_READERS = {
  shape: "anyone",
  id: "anyone",
  number: "anyone",
  version: "anyone",
  state: "anyone",
  round: "anyone",
  registeredAt: "anyone",
  contactedAt: "anyone",
  arrivedAt: "anyone",
  closedAt: "anyone",
  updatedAt: "anyone",
  lead: "holder",
  leadSince: "holder",
  assists: "assists",
  clocks: "clocks",
  supervision: "supervision",
  interimReplies: "reply",
  promise: "parties",
  promises: "parties",
  mergedInto: "reporter",
  remedy: "reporter",
  praises: "reporter",
  enquiries: "reporter",
  callbacks: "reporter",
  absorbed: "linking",
  parts: "linking",
  imported: "source",
  clues: "office",
  qualityChecks: "office",
  observers: "office",
  tally: "office",
  stages: "office",
  handler: "staff",
  reason: "staff",
  limits: "staff",
  counts: "staff",
  returnFrom: "staff",
  extension: "staff",
  suspension: "staff",
  urges: "staff",
  urgedAt: "staff",
  escalated: "staff",
  path: "staff",
  finishedAssists: "staff",
  received: "staff",
  contenders: "staff",
  statutory: "staff",
  meanwhile: "staff",
  handover: "staff",
  evidence: "staff",
  milestones: "staff",
  termination: "staff",
  consultation: "staff",
  instructions: "staff",
  leaderAssigned: "staff",
  departmentCall: "staff",
  recused: "staff",
  beyondCity: "staff",
  unreasonable: "staff",
  comments: "staff",
  tags: "staff",
  duties: "staff"
};
var CALL_READERS = {
  channel: "anyone",
  type: "anyone",
  urgent: "anyone",
  confidential: "anyone",
  matter: "matter",
  content: "content",
  line: "source",
  reference: "source",
  anonymous: "parties",
  replyWanted: "parties",
  facts: "reporter",
  repeats: "linking",
  splitFrom: "linking",
  leaderAssigned: "staff",
  clocksSince: "staff",
  confidentialOn: "staff"
};

// src/privacy/record-for.ts
function recordFor(ticket, viewer, pack) {
  const audience = audienceOf(viewer, ticket, pack.units);
  const reads = (sight) => isRead(sight, audience, ticket, viewer, pack);
  const sighted = { ticket, audience, reads, own: viewer === "public" ? "" : viewer.id };
  const blank = unknown(ticket);
  return {
    ...blank,
    ...readOf(ticket, RECORD_READERS, reads),
    call: callFor(sighted, blank.call),
    reply: reads(isDraft(ticket) ? "draftReply" : "reply") ? ticket.reply : null,
    rating: ratingFor(sighted),
    requests: requestsFor(sighted)
  };
}
function isRead(sight, audience, ticket, viewer, pack) {
  const isOffice2 = audience === "hotline" || audience === "supervisor" || audience === "auditor";
  const isUnit = audience === "unit" || audience === "assist";
  const { confidential } = ticket.call;
  switch (sight) {
    case "anyone":
      return true;
    case "office":
      return isOffice2;
    case "staff":
      return isOffice2 || isUnit;
    case "parties":
      return isOffice2 || isUnit || audience === "applicant";
    case "reporter":
      return isOffice2 || audience === "applicant" || isUnit && !confidential;
    case "linking":
      return isOffice2 || isUnit && !confidential;
    default:
      return sees(sight, audience, ticket, pack, viewer);
  }
}
function readOf(value, readers, reads) {
  const read = {};
  for (const field in readers) {
    const sight = readers[field];
    if (sight !== void 0 && reads(sight)) read[field] = value[field];
  }
  return read;
}
function unknown({ id, number: number5, registeredAt, state, call: { channel, type } }) {
  const nobody = { applicant: null, line: null, reference: null, matter: null };
  const nothing = { urgent: false, confidential: false, anonymous: false, leaderAssigned: false };
  const data = { ...nobody, ...nothing, number: number5, channel, type, content: "", place: {}, media: [] };
  return chunkPGHY5EK6_cjs.evolve(void 0, { ticket: id, type: "ticket.registered", at: registeredAt, state, data });
}
function callFor({ ticket, audience, reads, own }, blank) {
  const { call } = ticket;
  const { district, street, address } = call.place;
  const isOne = audience === "applicant";
  const all = reads("applicants");
  return {
    ...blank,
    ...readOf(call, CALL_READERS, reads),
    applicant: isOne && call.applicant === own || !isOne && all ? call.applicant : null,
    applicants: isOne ? call.applicants.filter(({ id }) => id === own) : all ? call.applicants : [],
    place: {
      ...reads("area") && district !== void 0 ? { district } : {},
      ...reads("area") && street !== void 0 ? { street } : {},
      ...reads("address") && address !== void 0 ? { address } : {}
    }
  };
}
function ratingFor({ ticket: { rating, call }, audience, reads }) {
  if (rating === null || !reads("reporter")) return null;
  const areTheirs = audience !== "applicant" || call.applicants.length <= 1;
  if (reads("applicants") && areTheirs) return rating;
  const { solved: solved2, satisfaction, contacted } = rating;
  return { solved: solved2, satisfaction, contacted };
}
function requestsFor({ ticket: { requests }, audience, reads, own }) {
  if (audience === "applicant") return requests.filter(({ by }) => by === own);
  return reads("linking") && reads("applicants") ? requests : [];
}

// src/desk/find-tickets.ts
var LONGEST = 1e3;
async function findTickets(store, pack, query, viewer) {
  const { visibleTo, ...asked } = storeQuery(query, viewer, pack);
  const { limit, order } = asked;
  const found = [];
  let { after } = asked;
  for (; ; ) {
    const page = await store.find({ ...asked, ...visibleTo && { visibleTo }, ...after !== void 0 && { after } });
    for (const { record: whole } of page) {
      const shown = viewer === void 0 ? whole : shownTo(viewer, whole, pack);
      if (shown === void 0 || viewer !== void 0 && !chunkKQWNAHZU_cjs.fits(chunkKQWNAHZU_cjs.rowOf(shown), asked)) continue;
      found.push({ whole, shown });
      if (found.length === limit) return { found, next: chunkKQWNAHZU_cjs.cursorOf(chunkKQWNAHZU_cjs.rowOf(whole), order) };
    }
    const last = page.at(-1);
    if (last === void 0 || page.length < limit) return { found, next: void 0 };
    after = chunkKQWNAHZU_cjs.cursorOf(chunkKQWNAHZU_cjs.rowOf(last.record), order);
  }
}
function shownTo(viewer, ticket, pack) {
  return findsIt(audienceOf(viewer, ticket, pack.units), ticket) ? recordFor(ticket, viewer, pack) : void 0;
}
function storeQuery(query, viewer, pack) {
  const { dueBefore, registeredFrom, registeredUntil, limit = 50, ...rest } = query;
  if (!Number.isInteger(limit) || limit < 1 || limit > LONGEST) throw noSuchLimit();
  const visibleTo = viewer === void 0 ? void 0 : visibilityOf(viewer, pack.units);
  if (visibleTo?.open === true && rest.order === "dueAt") throw noSuchOrder();
  return {
    ...rest,
    limit,
    ...dueBefore === void 0 ? {} : { dueBefore: slaCalendar.toEpochMilliseconds(dueBefore) },
    ...registeredFrom === void 0 ? {} : { registeredFrom: slaCalendar.toEpochMilliseconds(registeredFrom) },
    ...registeredUntil === void 0 ? {} : { registeredUntil: slaCalendar.toEpochMilliseconds(registeredUntil) },
    ...visibleTo === void 0 ? {} : { visibleTo }
  };
}
function noSuchLimit() {
  const what = { zh: `\u6BCF\u9875\u6570\u91CF\u5E94\u4E3A 1 \u81F3 ${LONGEST} \u7684\u6574\u6570`, en: `the limit is a whole number from 1 to ${LONGEST}` };
  const fix = { zh: "\u8BF7\u5206\u9875\u8BFB\u53D6\uFF0C\u7528 next \u7FFB\u9875", en: "read page by page, with `next` of the page before" };
  return new chunkPGHY5EK6_cjs.HotlineError("invalidQuery", what, { fix });
}
function noSuchOrder() {
  const what = {
    zh: "\u793E\u4F1A\u76D1\u7763\u5458\u770B\u4E0D\u5230\u65F6\u9650\uFF0C\u4E0D\u80FD\u6309\u5230\u671F\u65F6\u95F4\u6392\u5217",
    en: "who watches for the public does not see the clocks, and lists nothing in their order"
  };
  return new chunkPGHY5EK6_cjs.HotlineError("invalidQuery", what, {
    fix: { zh: "\u8BF7\u7528 id \u6216 newest \u6392\u5217", en: "order by id or newest" }
  });
}

// src/desk/reader.ts
var Reader = class {
  constructor(store, pack) {
    this.store = store;
    this.pack = pack;
  }
  store;
  pack;
  /** The snapshot, or as it stood at an instant. */
  async record(id, at) {
    const { stored } = await this.store.load(id);
    if (stored === void 0 || at === void 0 || at >= stored.record.updatedAt) return stored?.record;
    return foldOf(await this.history(id, at));
  }
  /**
   * The snapshot of a ticket that must be there.
   * @throws HotlineError `ticketUnknown`
   */
  async stored(id) {
    const { stored } = await this.store.load(id);
    if (stored !== void 0) return stored;
    throw chunkPGHY5EK6_cjs.noTicket(id);
  }
  /** Tickets of one page with the cursor of the next, as the viewer may see them. */
  page(query, viewer) {
    return findTickets(this.store, this.pack, query, viewer);
  }
  /** The log in today's form, cut before the first event that happened after the instant. */
  async history(ticket, at) {
    const events = await readLog(this.store, ticket);
    if (at === void 0) return events;
    const later = events.findIndex((event) => event.at > at);
    return later < 0 ? events : events.slice(0, later);
  }
  /**
   * The log as somebody may read it.
   * @throws HotlineError `notAuthorised` or `ticketUnknown`
   */
  async historyFor(ticket, by, at) {
    const record5 = await this.#demandLogAccess(ticket, by);
    return logFor(await this.history(ticket, at), chunkVXU6PXWK_cjs.checkedActor(by), record5, this.pack);
  }
  /**
   * Lets those pass who may read a raw log: the hotline's own people and the auditors. Others have the timeline.
   * @throws HotlineError `notAuthorised` or `ticketUnknown`
   */
  async #demandLogAccess(ticket, by) {
    const { record: record5 } = await this.stored(ticket);
    const actor = chunkVXU6PXWK_cjs.checkedActor(by);
    if (isOfHotline(actor.role) && audienceOf(actor, record5, this.pack.units) !== "public") return record5;
    throw new chunkPGHY5EK6_cjs.HotlineError(
      "notAuthorised",
      {
        zh: `${rules.ROLES[actor.role].zh}\u65E0\u6743\u67E5\u770B\u65E5\u5FD7`,
        en: `${actor.role} may not read the log`
      },
      {
        ticket,
        fix: {
          zh: "\u8BF7\u4F7F\u7528 desk.view(id, viewer)\uFF0C\u5176\u65F6\u95F4\u7EBF\u53EA\u542B\u8BE5\u4EBA\u53EF\u89C1\u7684\u5185\u5BB9",
          en: "read desk.view(id, viewer), whose timeline is cut to what the viewer may see"
        }
      }
    );
  }
  /**
   * Whether the log is whole and the snapshot is its fold.
   * @throws HotlineError `notAuthorised` where `by` may not read the log
   */
  async verify(ticket, by) {
    if (by !== void 0) await this.#demandLogAccess(ticket, by);
    return verifyTicket(await this.stored(ticket), await this.store.events(ticket));
  }
  /** Logs, line by line, as somebody may read them. */
  export(at, by, key) {
    return exportStore(this.store, at, exportReader(by, this.pack, key));
  }
};

// src/desk/law-in-force.ts
var LawInForce = class {
  #options;
  #numbering;
  #pack;
  #executor;
  #reader;
  #assessed;
  constructor(options, numbering) {
    const { pack, store } = options;
    this.#options = options;
    this.#numbering = numbering;
    this.#pack = pack;
    this.#executor = this.#executorOf(pack);
    this.#reader = new Reader(store, pack);
    this.#assessed = new StoreRows(store, pack);
  }
  get pack() {
    return this.#pack;
  }
  get executor() {
    return this.#executor;
  }
  get reader() {
    return this.#reader;
  }
  /** The rows that metrics count, kept up to date from call to call. */
  get assessed() {
    return this.#assessed;
  }
  /** From now on this pack counts. */
  use(pack) {
    const { store } = this.#options;
    this.#pack = pack;
    this.#executor = this.#executorOf(pack);
    this.#reader = new Reader(store, pack);
    this.#assessed = new StoreRows(store, pack);
  }
  /** Whether the host wants this event from the outbox. */
  leaves({ type }) {
    const { publish = "all" } = this.#options;
    return publish === "all" || publish !== "none" && publish.includes(type);
  }
  #executorOf(pack) {
    const { newId, now, hooks = {}, store } = this.#options;
    return new Executor({
      pack,
      store,
      numbering: this.#numbering,
      hooks,
      detectRepeats: this.#options.detectRepeats ?? false,
      newId: newId ?? (() => globalThis.crypto.randomUUID()),
      now: now ?? (() => /* @__PURE__ */ new Date()),
      leaves: (event) => this.leaves(event)
    });
  }
};
var openBlocks = 16;
var Numbering = class {
  constructor(store, blockSize) {
    this.store = store;
    this.blockSize = blockSize;
  }
  store;
  blockSize;
  #blocks = /* @__PURE__ */ new Map();
  /** Makes sure that `take` has `count` numbers for that day. */
  async reserve(pack, at, count) {
    const scope = scopeOf(pack, at);
    const block = this.#blocks.get(scope);
    if (block !== void 0 && block.end - block.next >= count) return scope;
    const size = Math.max(count, this.blockSize);
    const first = await this.store.reserveNumbers(scope, size);
    this.#blocks.set(scope, { next: first, end: first + size });
    if (this.#blocks.size > openBlocks) this.#blocks.delete(this.#blocks.keys().next().value ?? "");
    return scope;
  }
  /** The next number of a reserved scope; `keep` says afterwards whether a ticket got it. */
  take(scope) {
    const block = this.#blocks.get(scope);
    if (block === void 0 || block.next >= block.end) throw new RangeError(`no number of ${scope} is reserved`);
    const number5 = `${scope}-${String(block.next).padStart(4, "0")}`;
    return {
      number: number5,
      keep: () => {
        block.next += 1;
      }
    };
  }
};
function scopeOf(pack, at) {
  const day = slaCalendar.civilDateOf(at, pack.defaultCalendar.zone).replaceAll("-", "");
  return `${pack.numbering?.prefix ?? pack.id}-${day}`;
}

// src/desk/outbox.ts
var portion = 100;
async function deliverOutbox(store, law, handler, { limit, now, lease }) {
  let count = 0;
  while (count < limit) {
    const at = now();
    const events = await store.claimOutbox(at, Math.min(portion, limit - count), at + lease);
    if (events.length === 0) break;
    await deliver(events, store, law, handler);
    count += events.length;
  }
  return count;
}
async function deliver(events, store, law, handler) {
  let delivered = 0;
  try {
    for (const event of events) {
      await law.executor.link(event);
      if (law.leaves(event)) await handler(event);
      delivered += 1;
    }
  } finally {
    await store.settle(events.slice(0, delivered));
    if (delivered < events.length) await store.release(events.slice(delivered));
  }
}
function retimings(ticket, log, pack, ground2) {
  const events = [];
  for (const record5 of Object.values(ticket.clocks)) {
    if (!isOpen(record5)) continue;
    const event = retiming(ticket, record5, pack, happenings(log, record5), ground2);
    if (event !== void 0) events.push(event);
  }
  return events;
}
function retiming(ticket, record5, pack, happened, { at, reason }) {
  const asOf = Math.max(Date.parse(at), ...happened.map((each) => slaCalendar.toEpochMilliseconds(each.at)));
  const clock = chunkPGHY5EK6_cjs.definitionOf(record5.id, pack);
  const calendar = clock?.calendar ?? pack.defaultCalendar;
  const pauses = clock && pauseKind(clock, record5.term, chunkPGHY5EK6_cjs.factsOfTicket(ticket, pack, at), pack);
  const policy = { term: record5.term, warn: [...clock?.warn ?? []], ...pauses === void 0 ? {} : { pauses } };
  const reading = slaCalendar.evaluateClock(policy, happened, asOf, calendar);
  const dueAt = reading.dueAt.toISOString();
  if (dueAt === record5.dueAt && reading.certainty === record5.certainty) return void 0;
  const warnings = reading.warnings.map((warning) => {
    const before = record5.warnings.find(({ id: id2 }) => id2 === warning.id);
    return { id: warning.id, at: warning.at.toISOString(), fired: before?.fired ?? false };
  });
  const { id, version, hash } = calendar;
  return {
    ticket: ticket.id,
    type: "clock.retimed",
    at,
    state: ticket.state,
    data: {
      clock: record5.id,
      dueBefore: record5.dueAt,
      dueAt,
      certainty: reading.certainty,
      warnings,
      calendar: `${id}@${version}#${hash.slice(0, 12)}`,
      reason
    }
  };
}
function happenings(log, { id }) {
  let happened = [];
  let open;
  let extension;
  for (const event of log) {
    if (event.type === "extension.approved") extension = event;
    if (!event.type.startsWith("clock.") || event.data.clock !== id) continue;
    if (event.type === "clock.started") happened = [{ type: "start", at: event.data.startedAt }];
    if (event.type === "clock.paused") open = event;
    if (event.type === "clock.resumed" && open !== void 0) {
      happened.push({ type: "pause", at: open.at }, { type: "resume", at: event.data.resumedAt ?? event.at });
      open = void 0;
    }
    if (event.type === "clock.extended" && extension !== void 0) {
      happened.push({ type: "extend", at: event.at, term: extension.data.term });
    }
  }
  return happened;
}

// src/desk/retime-open.ts
var DEFAULT_REASON = "\u65E5\u5386\u5DF2\u53D8\u66F4 \xB7 the calendar has changed";
var pageSize = 200;
async function retimeOpen(law, options) {
  const { calendar, at, by, reason } = options;
  const actor = checkedLawKeeper(by);
  if (calendar !== void 0) law.use(withCalendar(law.pack, calendar));
  const ground2 = { at: isoOf(at), reason: reason ?? DEFAULT_REASON };
  const given = { by: actor, command: `retime:${ground2.at}` };
  let tickets = 0;
  let after;
  do {
    const query = { limit: pageSize, ...after === void 0 ? {} : { after } };
    const { found, next } = await law.reader.page(query, void 0);
    for (const { whole } of found) {
      const { id, closedAt } = whole;
      if (closedAt !== null || !Object.values(whole.clocks).some(isOpen)) continue;
      const moved = async (record5) => retimings(record5, await law.reader.history(id), law.pack, ground2);
      if ((await moved(whole)).length === 0) continue;
      if ((await law.executor.note(id, moved, given)).length > 0) tickets += 1;
    }
    after = next;
  } while (after !== void 0);
  return tickets;
}

// src/desk/ticket.ts
var Ticket = class {
  #home;
  #whole;
  /** Everything that the log tells of it, as plain JSON; of a ticket listed for a viewer, what they may see. */
  record;
  /** @param shown the record as its viewer may see it, where it was listed for one */
  constructor(whole, home, shown = whole) {
    this.record = shown;
    this.#whole = whole;
    this.#home = home;
  }
  /** The id that all calls take. */
  get id() {
    return this.record.id;
  }
  /** The number that people read out. */
  get number() {
    return this.record.number;
  }
  /** Number of events so far. */
  get version() {
    return this.record.version;
  }
  /** Where it stands. */
  get state() {
    return this.record.state;
  }
  /** 1 for the first dispatch, one more for each re-dispatch. */
  get round() {
    return this.record.round;
  }
  /** The one unit responsible, once it is dispatched. */
  get lead() {
    return this.record.lead ?? void 0;
  }
  /** The units that assist. */
  get assists() {
    return this.record.assists;
  }
  /** Level of the supervision that runs; 0 where there is none. */
  get supervision() {
    return chunkPGHY5EK6_cjs.supervisionLevel(this.record);
  }
  /** Its clocks by id, in the order of their first start. */
  get clocks() {
    return Object.fromEntries(Object.values(this.record.clocks).map((clock) => [clock.id, clockOf(clock)]));
  }
  /** Whether it is in this state; afterwards only that state's commands compile. */
  is(state) {
    return this.record.state === state;
  }
  /**
   * Every command of the chart with ok, or the reason why this actor may not give it now, whatever its data. Where data
   * names a stage, a ground or the like, `takes` has the values with which it may be given; what else the data lacks is
   * not judged before there is data.
   *
   * It reads this ticket alone, as it stands here. It presumes that nobody has changed it since, that other tickets
   * take part (the root of a merge is open, of a repeat that is registered again nothing stands against it), and that
   * the pack is still in force: whether a command is carried out, `execute` says.
   * @param at when it would be given; default the instant of the ticket's last event
   */
  can(by, { at = this.record.updatedAt } = {}) {
    return permissions(this.#whole, by, { pack: this.#home.pack, at });
  }
  /**
   * Gives a command. It is decided on the ticket's newest version, which may be later than this snapshot; pass
   * `expectedVersion` to insist on this one.
   * @returns the ticket after it, or a refusal that says why and what would make it legal
   */
  do(type, data, given) {
    const command = { ...given, ticket: this.id, type, data };
    return this.#home.execute(command);
  }
};
function clockOf({ startedAt, dueAt, breachedAt, stoppedAt, ...clock }) {
  const { id, state, late, term, certainty, generation } = clock;
  return {
    id,
    state,
    late,
    term,
    certainty,
    generation,
    startedAt: new Date(startedAt),
    dueAt: new Date(dueAt),
    breachedAt: breachedAt === null ? void 0 : new Date(breachedAt),
    stoppedAt: stoppedAt === null ? void 0 : new Date(stoppedAt)
  };
}

// src/what-if/drawn.ts
var byRules = /* @__PURE__ */ new Set([
  "ticket.urged",
  "ticket.tagged",
  "notice.given",
  "instruction.given",
  "accountability.entered",
  "supervision.started",
  "supervision.escalated"
]);
function isDrawn(event) {
  if (!byRules.has(event.type)) return false;
  const { rule } = event.data;
  return rule !== void 0 && !rule.startsWith("procedure.");
}

// src/what-if/counts.ts
var Columns = class {
  #rows = /* @__PURE__ */ new Map();
  add(key, side) {
    const row = this.#rows.get(key) ?? { now: 0, draft: 0 };
    row[side] += 1;
    this.#rows.set(key, row);
  }
  of(key) {
    return this.#rows.get(key) ?? { now: 0, draft: 0 };
  }
  get keys() {
    return this.#rows.keys();
  }
};
var Counts = class {
  #started = new Columns();
  #late = new Columns();
  #lateOfUnit = new Columns();
  #dispatched = new Columns();
  #drawn = new Columns();
  #moves = /* @__PURE__ */ new Map();
  #unrouted = 0;
  /** One dispatch that no person decided. */
  dispatch(now, draft) {
    this.#dispatched.add(now, "now");
    if (draft === void 0) {
      this.#unrouted += 1;
      return;
    }
    this.#dispatched.add(draft, "draft");
    if (draft === now) return;
    const key = JSON.stringify([now, draft]);
    const move = this.#moves.get(key) ?? { from: now, to: draft, tickets: 0 };
    move.tickets += 1;
    this.#moves.set(key, move);
  }
  /** A life of one side; a clock that is still open counts until then. */
  life(side, log, until) {
    let ticket;
    for (const event of log) {
      if (ticket !== void 0) this.#event(side, ticket, event);
      ticket = chunkPGHY5EK6_cjs.evolve(ticket, event);
    }
    if (ticket === void 0) return;
    for (const clock of Object.values(ticket.clocks)) {
      if (isOpen(clock) && clock.pausedAt === null) this.#ended(side, ticket, clock, until);
    }
  }
  /** @param ticket before the event */
  #event(side, ticket, event) {
    if (isDrawn(event)) this.#drawn.add(event.type, side);
    if (event.type === "clock.started") this.#started.add(event.data.clock, side);
    if (event.type !== "clock.stopped" && event.type !== "clock.cancelled") return;
    const clock = ticket.clocks[event.data.clock];
    if (clock !== void 0) this.#ended(side, ticket, clock, event.at);
  }
  #ended(side, { lead }, clock, at) {
    if (at <= clock.dueAt) return;
    this.#late.add(clock.id, side);
    if (lead !== null) this.#lateOfUnit.add(lead, side);
  }
  /** The largest first, the rest by name. */
  result() {
    const [started, late] = [this.#started, this.#late];
    return {
      moves: [...this.#moves.values()].sort(
        (a, b) => b.tickets - a.tickets || compare(a.from, b.from) || compare(a.to, b.to)
      ),
      unrouted: this.#unrouted,
      clocks: sorted(started).map((clock) => ({ clock, started: started.of(clock), late: late.of(clock) })),
      units: sorted(this.#dispatched, this.#lateOfUnit).map((unit) => ({
        unit,
        tickets: this.#dispatched.of(unit),
        late: this.#lateOfUnit.of(unit)
      })),
      escalations: sorted(this.#drawn).map((event) => ({ event, drawn: this.#drawn.of(event) }))
    };
  }
};
function sorted(...columns) {
  return [...new Set(columns.flatMap(({ keys }) => [...keys]))].sort(compare);
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/what-if/relive.ts
function relive(log, pack, until) {
  const [first, ...rest] = log;
  if (first === void 0) throw new RangeError("a life begins with an event");
  const life = new Life(first, pack);
  for (const event of rest) {
    life.fire(event.at);
    if (isDeed(event)) life.live(event);
  }
  life.fire(new Date(Date.parse(until) - 1).toISOString());
  return life;
}
var answersSupervision = /* @__PURE__ */ new Set([
  "supervision.escalated",
  "supervision.reported",
  "supervision.concluded"
]);
function isDeed(event) {
  if (event.type === "clock.warned" || event.type === "clock.breached") return false;
  if (event.type === "ticket.resumed") return event.data.endedAt === void 0;
  if (event.type === "duty.arose") return !chunkPGHY5EK6_cjs.isSectionDuty(event.data.duty);
  if (!event.type.startsWith("clock.")) return !isDrawn(event);
  const { clock } = event.data;
  return chunkPGHY5EK6_cjs.isDutyClock(clock) && !chunkPGHY5EK6_cjs.isSectionDutyClock(clock);
}
var Life = class {
  events = [];
  #pack;
  #ticket;
  constructor(first, pack) {
    this.#pack = pack;
    this.#ticket = chunkPGHY5EK6_cjs.evolve(void 0, first);
    this.events.push(first);
    this.#follow(first);
  }
  get ticket() {
    return this.#ticket;
  }
  live(deed) {
    if (answersSupervision.has(deed.type) && !chunkPGHY5EK6_cjs.isSupervised(this.#ticket)) return;
    this.#put(deed);
    this.#follow(deed);
  }
  fire(at) {
    const { ticket, events } = fireClocks(this.#ticket, at, this.#pack);
    this.#ticket = ticket;
    this.events.push(...events);
  }
  #put(event) {
    this.events.push(event);
    this.#ticket = chunkPGHY5EK6_cjs.evolve(this.#ticket, event);
  }
  #follow(event) {
    this.#clocks(event);
    if (this.#ticket.closedAt !== null) return;
    for (const outcome2 of escalationOf(this.#ticket, this.#pack, event.at)) {
      const consequence = consequenceOf(this.#ticket, outcome2, event.at, this.#pack);
      if (consequence === void 0) continue;
      this.#put(consequence);
      this.#clocks(consequence);
    }
  }
  #clocks(event) {
    const { ticket, events } = reactionsOf2(this.#ticket, event, this.#pack);
    this.#ticket = ticket;
    this.events.push(...events);
  }
};

// src/what-if/trial.ts
var Trial = class {
  #question;
  #counts = new Counts();
  #now;
  #draft;
  #tickets = 0;
  constructor(question) {
    this.#question = question;
    this.#now = new chunkVXU6PXWK_cjs.FactRows(question.pack);
    this.#draft = new chunkVXU6PXWK_cjs.FactRows(question.draft);
  }
  /** Takes in the recorded life of one ticket, in order. */
  add(recorded) {
    const { draft, to } = this.#question;
    const log = recorded.filter(({ at }) => at < to);
    if (log.length === 0) return;
    this.#tickets += 1;
    this.#route(log);
    const relived = relive(log, draft, to);
    this.#now.add(log);
    this.#draft.add(relived.events);
    this.#counts.life("now", log, to);
    this.#counts.life("draft", relived.events, to);
  }
  /** What would have been different so far. */
  result() {
    const { pack, draft, from, to } = this.#question;
    const [now, then] = [chunkVXU6PXWK_cjs.assess(this.#now, pack, { from, to }), chunkVXU6PXWK_cjs.assess(this.#draft, draft, { from, to })];
    const ids = new Set([...now.metrics, ...then.metrics].map(({ id }) => id));
    const metrics = [...ids].map((id) => {
      const [before, after] = [now, then].map((each) => each.metrics.find((metric) => metric.id === id));
      return {
        id,
        title: (before ?? after)?.title ?? { zh: id, en: id },
        ...before !== void 0 && { now: before.total.text },
        ...after !== void 0 && { draft: after.total.text }
      };
    });
    return { tickets: this.#tickets, ...this.#counts.result(), metrics };
  }
  /** Asks the draft for a unit at each dispatch that no person decided. */
  #route(log) {
    let ticket;
    for (const event of log) {
      if (ticket !== void 0 && event.type === "ticket.dispatched" && event.data.via !== "person") {
        this.#counts.dispatch(event.data.lead, this.#leadByDraft(ticket, event.at));
      }
      ticket = chunkPGHY5EK6_cjs.evolve(ticket, event);
    }
  }
  #leadByDraft(ticket, at) {
    const { draft } = this.#question;
    try {
      return rules.routeTicket(draft, chunkPGHY5EK6_cjs.factsOfTicket(ticket, draft, at), { at }).lead;
    } catch (error) {
      if (error instanceof rules.NoRouteError) return void 0;
      throw error;
    }
  }
};

// src/desk/try-pack.ts
var pageSize2 = 200;
async function whatIf(law, question) {
  const [from, to] = [isoOf(question.from), isoOf(question.to)];
  const trial = new Trial({ pack: law.pack, draft: question.pack, from, to });
  let after;
  do {
    const span = { registeredFrom: from, registeredUntil: to, limit: pageSize2 };
    const { found, next } = await law.reader.page({ ...span, ...after === void 0 ? {} : { after } }, void 0);
    for (const { whole } of found) trial.add(await law.reader.history(whole.id));
    after = next;
  } while (after !== void 0);
  return trial.result();
}

// src/desk/desk.ts
async function openDesk(options) {
  await options.store.open();
  return new Desk({ ...options, store: withCurrentSnapshots(options.store) });
}
var Desk = class _Desk {
  #options;
  #store;
  #numbering;
  #law;
  /** @internal */
  constructor(options, numbering) {
    const { store, numberBlock = 20 } = options;
    this.#options = options;
    this.#store = store;
    this.#numbering = numbering ?? new Numbering(store, numberBlock);
    this.#law = new LawInForce(options, this.#numbering);
  }
  /** The city's law. */
  get pack() {
    return this.#law.pack;
  }
  /**
   * Takes a call in as a new ticket.
   * @returns the ticket in state `received`, or a refusal that names what is wrong with the call
   */
  async register(call, given) {
    return await this.execute({ ...given, type: "register", data: call });
  }
  /**
   * Carries out one command, once: the same id with the same body gives the stored result.
   * @throws HotlineError `commandIdReused` for the same id with another body
   * @throws InvalidInstantError for a time without offset
   */
  async execute(command) {
    return this.#resultOf(await this.#law.executor.execute(command));
  }
  /**
   * Carries out commands in their order, in one transaction: each sees those before it. A refused one changes nothing
   * and does not stop the others; a fault undoes them all.
   */
  async batch(commands) {
    const outcomes = await this.#law.executor.batch(commands);
    return outcomes.map((outcome2) => this.#resultOf(outcome2));
  }
  /**
   * The same desk inside a transaction of the host's: what is done through it stands or falls with what the host
   * writes there itself. The host begins and ends the transaction; a fault thrown here means that it must be rolled
   * back. Ticket numbers are reserved outside, so a rolled back registration leaves a gap.
   * @param connection with PostgreSQL the `pg` client that is inside the transaction
   * @throws HotlineError `storeCannotJoin` where the store keeps its connection to itself
   * @example
   * await client.query('begin');
   * await client.query('insert into visits …');
   * await desk.within(client).execute(command);
   * await client.query('commit');
   */
  within(connection) {
    const store = this.#store.within?.(connection);
    if (store === void 0) throw chunkPGHY5EK6_cjs.cannotJoin();
    return new _Desk({ ...this.#options, pack: this.pack, store }, this.#numbering);
  }
  /**
   * Fires the clocks that are due: warnings, breaches, and the escalation that the pack draws from them. Call it from
   * any timer, cron or queue; several processes may call it at once.
   */
  async runDue(at) {
    const { leaseSeconds = 60 } = this.#options;
    return runDueClocks(this.#store, this.#law.executor, isoOf(at), leaseSeconds * 1e3);
  }
  /** The ticket as it stands, or as it stood at an instant; undefined where it is not there. */
  async ticket(id, { at } = {}) {
    const record5 = await this.#law.reader.record(id, at === void 0 ? void 0 : isoOf(at));
    return record5 === void 0 ? void 0 : this.#ticketOf(record5);
  }
  /**
   * The tickets of one page: all that fit the query, or of those the ones that the viewer may see.
   * @param viewer for whom it is; without one, the host itself asks
   * @throws HotlineError `invalidQuery` for a cursor that is none
   */
  async find(query = {}, viewer) {
    return (await this.page(query, viewer)).tickets;
  }
  /**
   * The same with the cursor of the page that follows; undefined after the last.
   * @example
   * const first = await desk.page({ states: ['handling'], order: 'dueAt', limit: 20 }, handler);
   * const second = await desk.page({ states: ['handling'], order: 'dueAt', limit: 20, after: first.next }, handler);
   */
  async page(query, viewer) {
    const { found, next } = await this.#law.reader.page(query, viewer);
    return { tickets: found.map(({ whole, shown }) => new Ticket(whole, this, shown)), next };
  }
  /**
   * A ticket as plain JSON for a screen, cut to what the viewer may see. One that was merged has the answer of its root,
   * where the procedure answers the caller of each (`merging.answer`).
   * @throws HotlineError `ticketUnknown`
   */
  async view(id, viewer, { at }) {
    const { record: ticket } = await this.#law.reader.stored(id);
    const events = (await this.#law.reader.history(id)).slice(0, ticket.version);
    const instant2 = isoOf(at);
    const actions = () => viewer === "public" ? [] : this.#ticketOf(ticket).can(viewer, { at: instant2 });
    const root = ticket.mergedInto === null ? void 0 : await this.#law.reader.record(ticket.mergedInto.ticket);
    return ticketView({ ticket, root, events, pack: this.pack, viewer, at: instant2, actions });
  }
  /**
   * The log of a ticket, in order, in today's form.
   * @param options.at only what had happened by then
   * @param options.by for whom; without one, the host itself asks. Whom the procedure does not let know a protected
   * reporter gets its events without what leads there, and without their hashes
   * @throws HotlineError `notAuthorised` for those who are neither of the hotline nor auditors
   */
  async history(ticket, options = {}) {
    const { at, by } = options;
    const until = at === void 0 ? void 0 : isoOf(at);
    if (by === void 0) return this.#law.reader.history(ticket, until);
    return this.#law.reader.historyFor(ticket, by, until);
  }
  /**
   * Checks a ticket's log: every hash is computed again, and the fold of the events must be the snapshot.
   * @param options.by for whom; without one, the host itself asks
   * @throws HotlineError `ticketUnknown`, or `notAuthorised` for those who may not read the log
   */
  async verify(ticket, options = {}) {
    return this.#law.reader.verify(ticket, options.by);
  }
  /**
   * Logs as NDJSON, line by line, as somebody may have them; `verifyExport` checks it. An `auditor`, or the platform
   * itself (`system`), gets every log as it is, for an archive. Everybody else gets what they may read of the tickets
   * that they may list, and the public none. The identities of callers are in no export.
   * @param options.by for whom: what leaves the house has a reader
   * @param options.key the secret under which the lines of a cut export are sealed, so that whoever has it and the logs
   * can prove each of them later; default a new one that nobody knows
   * @throws HotlineError `invalidActor`
   * @example
   * for await (const line of desk.export({ at, by: { id: 'audit-3', role: 'auditor' } })) archive.write(`${line}\n`);
   */
  export(options) {
    const { newId = () => globalThis.crypto.randomUUID() } = this.#options;
    const { at, by, key } = options;
    return this.#law.reader.export(isoOf(at), by, key ?? newId());
  }
  /**
   * Evaluates the metrics of the pack over all tickets: figures, breakdowns, boards, and what follows from them. The
   * first call reads every log; each further one only what is new. A host that counts calls or other rows gives them
   * under `rows`; for events that come as a stream there is `RunningAssessment`.
   *
   * @throws HotlineError `assessmentInvalid` for an unknown metric, unit or dimension, or a span that ends before it begins
   * @example
   * const november = await desk.assess(spanOf('2024-11', desk.pack.defaultCalendar.zone));
   * november.metrics[0]?.total.text; // '96.16%'
   */
  async assess(options) {
    const { rows = [], ...scope } = options;
    return chunkVXU6PXWK_cjs.assess([...await this.#law.assessed.read(), ...rows], this.pack, scope);
  }
  /**
   * Takes tickets of another system over, as they stand there: for the day on which a platform goes live. Each is
   * registered under `source` and its reference, stands at once where it stood, and keeps the limits that the citizen
   * was told. A row that is not valid, or that the pack does not know the words of, is refused and reported; reading the
   * same rows again changes nothing. Old lives are not assessed: the log does not know them.
   * @param rows {@link ImportedTicket}s, or whatever a file held: each is checked
   * @throws HotlineError `notAuthorised`
   * @example
   * const { imported, refused } = await desk.import(rows, { source: 'old-hotline', by: system, at });
   * for (const { row, refusal } of refused) console.log(row, refusal.text.zh);
   */
  async import(rows, options) {
    return importTickets(this.#law, rows, options);
  }
  /**
   * What another pack would have changed: the recorded lives of the tickets registered in a span, lived again under it.
   * Nothing is written. What people did stays as they did it; routing, clocks, what falls due, what the rules draw from
   * it and the metrics are asked anew.
   * @param question.pack the pack that is tried: the next version of the law, or another city's
   * @example
   * const { moves } = await desk.whatIf({ pack: draft, from: '2025-01-01T00:00:00+08:00', to: '2026-01-01T00:00:00+08:00' });
   * moves[0]; // { from: 'ecology', to: 'police', tickets: 214 }
   */
  async whatIf(question) {
    return whatIf(this.#law, question);
  }
  /**
   * The tickets behind a figure.
   *
   * @throws HotlineError `assessmentInvalid` for an unknown metric or unit
   * @example
   * await desk.openFigure({ metric: 'closedOnTime', ...november, by: 'unit', key: 'transport', part: 'misses' });
   * // ['t-17', 't-42']
   */
  async openFigure(query) {
    return chunkVXU6PXWK_cjs.openFigure(await this.#law.assessed.read(), this.pack, query);
  }
  /**
   * Who called. With `by`, only those who may, and the log keeps who looked; without, the host itself asks.
   * @throws HotlineError `notAuthorised`
   */
  async caller(ticket, asked) {
    if (asked !== void 0) await admitToIdentity(this.#law, "read", ticket, asked);
    return this.#store.caller(ticket);
  }
  /**
   * Erases the caller's identity, also from the tickets that were split from this one; the log stays valid and, with
   * `by`, keeps who erased it. False where there was none.
   * @throws HotlineError `notAuthorised`
   */
  async eraseCaller(ticket, asked) {
    return eraseIdentity(this.#law, this.#store, ticket, asked);
  }
  /**
   * Hands the events waiting in the outbox to the host, each ticket's in their order. Several workers may call it at
   * once: what one has taken is leased to it for `leaseSeconds`. At least once: an event whose handler threw, whose
   * process died, or whose handler took longer than the lease comes again with the same ticket and version, the key by
   * which the receiver tells.
   * @param options.limit at most this many; default 1000
   * @param options.at when the leases begin; default the desk's wall clock
   * @returns how many were delivered
   */
  async deliver(handler, options = {}) {
    const { leaseSeconds = 60, now = () => /* @__PURE__ */ new Date() } = this.#options;
    const { limit = 1e3, at } = options;
    const delivery = { limit, now: () => slaCalendar.toEpochMilliseconds(at ?? now()), lease: leaseSeconds * 1e3 };
    return deliverOutbox(this.#store, this.#law, handler, delivery);
  }
  /**
   * From now on the next version of the same city's law counts. Clocks that run keep their terms; those that start
   * later have the new ones. Every process of the platform must be told.
   * @throws HotlineError `packMismatch` or `notAuthorised`
   */
  usePack(pack, { by }) {
    checkedLawKeeper(by);
    this.#law.use(sameCity(this.pack, pack));
  }
  /**
   * Computes the deadlines of all open tickets anew, because a calendar has changed: a State Council notice came for
   * what was provisional, or was amended. Terms, pauses and extensions stay. Every clock that moves, or becomes
   * official, gets an event `clock.retimed` with both due instants and the reason: the audit entry.
   * @param options.calendar replaces the pack's calendar of the same id, from now on; default the pack's own, as after
   * `usePack`
   * @returns how many tickets had clocks that changed
   * @throws HotlineError `packMismatch` or `notAuthorised`
   */
  async retime(options) {
    return { tickets: await retimeOpen(this.#law, options) };
  }
  /** Closes the store. */
  async close() {
    await this.#store.close();
  }
  #resultOf(outcome2) {
    if (!outcome2.ok) return outcome2;
    const { record: record5, events, repeated: repeated2 } = outcome2;
    return { ok: true, ticket: this.#ticketOf(record5), events, repeated: repeated2 };
  }
  #ticketOf(record5) {
    return new Ticket(record5, this);
  }
};

// src/storage/memory.ts
function memoryStore() {
  const tickets = /* @__PURE__ */ new Map();
  const numbers = /* @__PURE__ */ new Map();
  const loaded = ({ ticket, command, known }) => {
    const rows = tickets.get(ticket);
    if (rows === void 0) return {};
    const { stored } = rows;
    const row = command === void 0 ? void 0 : rows.commands.get(command);
    const found = stored.head === known ? { unchanged: true } : { stored };
    return row === void 0 ? found : { ...found, command: row };
  };
  const earliest = (rows) => Math.min(...rows.deadlines.values());
  return {
    async open() {
    },
    async load(ticket, command, known) {
      return loaded({ ticket, command, known });
    },
    async loadMany(wanted) {
      return wanted.map(loaded);
    },
    async events(ticket, through = Number.POSITIVE_INFINITY) {
      return tickets.get(ticket)?.events.filter(({ version }) => version <= through) ?? [];
    },
    async commit(commits) {
      for (const { ticket, expectedVersion, expectedHead, commands } of commits) {
        const rows = tickets.get(ticket);
        const current = rows?.stored.record.version ?? 0;
        const changed = current !== expectedVersion || rows !== void 0 && rows.stored.head !== expectedHead;
        const repeated2 = commands.some(({ id }) => rows?.commands.has(id));
        if (changed || repeated2) return { ok: false, conflict: ticket };
      }
      for (const commit of commits) write(commit);
      return { ok: true };
    },
    async reserveNumbers(scope, count) {
      const first = numbers.get(scope) ?? 1;
      numbers.set(scope, first + count);
      return first;
    },
    async claimDue(at, limit, leaseUntil) {
      const due = [...tickets].filter(([, rows]) => earliest(rows) <= at && rows.leaseUntil <= at);
      due.sort(([, a], [, b]) => earliest(a) - earliest(b));
      return due.slice(0, limit).map(([ticket, rows]) => {
        rows.leaseUntil = leaseUntil;
        return ticket;
      });
    },
    async nextDueAt() {
      let next = Number.POSITIVE_INFINITY;
      for (const rows of tickets.values()) next = Math.min(next, earliest(rows));
      return Number.isFinite(next) ? next : void 0;
    },
    async claimOutbox(at, limit, leaseUntil) {
      const claimed = [];
      for (const { events, outbox } of tickets.values()) {
        for (const [version, leased] of outbox) {
          const event = events[version - 1];
          if (claimed.length === limit) return claimed;
          if (leased > at || event === void 0) break;
          outbox.set(version, leaseUntil);
          claimed.push(event);
        }
      }
      return claimed;
    },
    async settle(delivered) {
      for (const { ticket, version } of delivered) tickets.get(ticket)?.outbox.delete(version);
    },
    async release(undelivered) {
      for (const { ticket, version } of undelivered) {
        const outbox = tickets.get(ticket)?.outbox;
        if (outbox?.has(version)) outbox.set(version, 0);
      }
    },
    async find(query) {
      return [...tickets.values()].map(({ stored }) => ({ stored, row: chunkKQWNAHZU_cjs.rowOf(stored.record) })).filter(({ row }) => chunkKQWNAHZU_cjs.fits(row, query) && chunkKQWNAHZU_cjs.isAfter(row, query)).sort((a, b) => chunkKQWNAHZU_cjs.compareRows(a.row, b.row, query)).slice(0, query.limit ?? 50).map(({ stored }) => stored);
    },
    async caller(ticket) {
      return tickets.get(ticket)?.caller;
    },
    async eraseCaller(ticket) {
      const rows = tickets.get(ticket);
      if (rows?.caller === void 0) return false;
      rows.caller = void 0;
      return true;
    },
    async close() {
    }
  };
  function write({ ticket, stored, events, commands, deadlines, outbox, caller }) {
    let rows = tickets.get(ticket);
    if (rows === void 0) {
      rows = {
        stored,
        events: [],
        commands: /* @__PURE__ */ new Map(),
        deadlines: /* @__PURE__ */ new Map(),
        outbox: /* @__PURE__ */ new Map(),
        caller,
        leaseUntil: Number.NEGATIVE_INFINITY
      };
      tickets.set(ticket, rows);
    }
    rows.stored = stored;
    rows.leaseUntil = Number.NEGATIVE_INFINITY;
    rows.events.push(...events);
    for (const row of commands) rows.commands.set(row.id, row);
    for (const version of outbox) rows.outbox.set(version, 0);
    for (const [clock, dueAt] of deadlines) {
      if (dueAt === null) rows.deadlines.delete(clock);
      else rows.deadlines.set(clock, dueAt);
    }
  }
}

exports.GENESIS_HASH = GENESIS_HASH;
exports.MACHINE_VERSION = MACHINE_VERSION;
exports.callSchema = callSchema;
exports.chainedTo = chainedTo;
exports.commandSchemas = commandSchemas;
exports.commandsIn = commandsIn;
exports.decide = decide;
exports.exportReader = exportReader;
exports.exportStore = exportStore;
exports.foldOf = foldOf;
exports.importedTicketSchema = importedTicketSchema;
exports.isProjected = isProjected;
exports.isoOf = isoOf;
exports.memoryStore = memoryStore;
exports.nextState = nextState;
exports.openDesk = openDesk;
exports.permissions = permissions;
exports.readsAll = readsAll;
exports.sameJson = sameJson;
exports.sealOf = sealOf;
exports.ticketMachine = ticketMachine;
exports.transitionTable = transitionTable;
exports.upcast = upcast;
exports.verifyLog = verifyLog;
exports.verifyTicket = verifyTicket;
exports.wholeLogs = wholeLogs;
//# sourceMappingURL=chunk-5WQP6YRK.cjs.map
//# sourceMappingURL=chunk-5WQP6YRK.cjs.map