import { eventForUnits } from './chunk-U3KLKFPI.js';

// src/interop/cloud-event.ts
function toCloudEvent(event, { source, typePrefix = "hotline-kit", dataschema, forUnits }) {
  const data = forUnits === void 0 ? event : eventForUnits(event, forUnits);
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

export { toCloudEvent };
//# sourceMappingURL=cloud-events.js.map
//# sourceMappingURL=cloud-events.js.map