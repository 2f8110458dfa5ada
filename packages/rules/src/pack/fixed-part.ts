import * as z from 'zod';

/** Kinds of parts that are fixed as a whole: each lies in a file of its own. */
export const WHOLE_PARTS = ['units', 'matters', 'implementationList', 'routing', 'escalation', 'open311'] as const;

const NAMED_PARTS = [
  'procedure',
  'procedure.commands',
  'clocks',
  'conditions',
  'calendars',
  'channels',
  'facts',
  'metrics',
];

/**
 * A part of a pack that packs below may not override: `procedure.extension`, `procedure.commands.close`,
 * `clocks.handle`, `metrics.onTime`, or everything of its kind (`clocks`, `procedure`, `matters`, `routing` …).
 */
export const fixedPart = z
  .string()
  .regex(
    new RegExp(
      `^(${[...WHOLE_PARTS, ...NAMED_PARTS.map((name) => name.replace('.', '\\.'))].join('|')})(\\.[\\p{L}\\p{N}_-]+)?$`,
      'u',
    ),
    `one of ${[...WHOLE_PARTS, ...NAMED_PARTS].join(', ')}, or a part of the latter, for example "procedure.extension"`,
  );
