'use strict';

var chunkU4AP5SJM_cjs = require('./chunk-U4AP5SJM.cjs');

// src/interop/cloud-event.ts
function toCloudEvent(event, { source, typePrefix = "hotline-kit", dataschema, forUnits }) {
  const data = forUnits === void 0 ? event : chunkU4AP5SJM_cjs.eventForUnits(event, forUnits);
  return {
    specversion: "1.0",
    id: `${event.ticket}:${event.version}`,
    source,
    type: `${typePrefix}.${"withheld" in data ? "event.withheld" : event.type}`,
    subject: event.ticket,
    time: event.at,
    datacontenttype: "application/json",
    ...dataschema === void 0 ? {} : { dataschema },
    partitionkey: event.ticket,
    sequence: String(event.version).padStart(10, "0"),
    data
  };
}

exports.toCloudEvent = toCloudEvent;
//# sourceMappingURL=cloud-events.cjs.map
//# sourceMappingURL=cloud-events.cjs.map