'use strict';

var chunkPGHY5EK6_cjs = require('./chunk-PGHY5EK6.cjs');
var slaCalendar = require('@hotline-kit/sla-calendar');

function spanOf(name, zone) {
  const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(name);
  if (day !== null) {
    const next = new Date(Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3]) + 1));
    return { from: slaCalendar.instantOf(`${name}T00:00`, zone), to: slaCalendar.instantOf(`${next.toISOString().slice(0, 10)}T00:00`, zone) };
  }
  const [year, month, months] = monthsOf(name);
  const first = (months2) => {
    const at = new Date(Date.UTC(year, months2, 1));
    return slaCalendar.instantOf(`${at.toISOString().slice(0, 10)}T00:00`, zone);
  };
  return { from: first(month), to: first(month + months) };
}
function monthsOf(name) {
  const match = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?$/.exec(name);
  if (match === null) {
    throw new chunkPGHY5EK6_cjs.HotlineError(
      "assessmentInvalid",
      { zh: `\u201C${name.slice(0, 40)}\u201D\u4E0D\u662F\u65F6\u6BB5`, en: `"${name.slice(0, 40)}" is no period` },
      {
        fix: {
          zh: "\u8BF7\u5199\u4F5C 2024-11-05\u30012024-11\u30012024-Q4\u30012024-H2 \u6216 2024",
          en: "write 2024-11-05, 2024-11, 2024-Q4, 2024-H2 or 2024"
        }
      }
    );
  }
  const [, year, month, quarter, half] = match;
  if (month !== void 0) return [Number(year), Number(month) - 1, 1];
  if (quarter !== void 0) return [Number(year), (Number(quarter) - 1) * 3, 3];
  if (half !== void 0) return [Number(year), (Number(half) - 1) * 6, 6];
  return [Number(year), 0, 12];
}

exports.spanOf = spanOf;
//# sourceMappingURL=chunk-IT5FRAOK.cjs.map
//# sourceMappingURL=chunk-IT5FRAOK.cjs.map