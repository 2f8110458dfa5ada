import fc from 'fast-check';

/** Keys and texts that mean something to the readers, and those that no document may hold. */
const word = fc.constantFrom(
  ...['__proto__', 'constructor', 'prototype', 'toString', 'all', 'any', 'not', 'condition', 'fact', 'operator'],
  ...['value', 'path', 'params', 'priority', 'rules', 'id', 'version', 'event', 'type', 'conditions', 'facts'],
  ...['outcomes', 'hit', 'tables', 'effective', 'from', 'tests', 'admin', 'matter', 'urgent', 'equal', 'in', 'route'],
  ...['unit', 'not:not:not:not:not:not:not:not:not:equal', '$..*', '9'.repeat(400), '\ud800', '\u0000', ''],
);

/** The text of some JSON: small, nested, of words that the readers know and of words that they fear. */
export const hostileJson = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.oneof(
      word.map((text) => JSON.stringify(text)),
      fc.constantFrom('null', 'true', 'false', '0', '-1', '1e400', '1e-400', '0.1', '[]', '{}'),
    ),
    fc.array(tie('value'), { maxLength: 4 }).map((items) => `[${items.join()}]`),
    fc
      .array(fc.tuple(word, tie('value')), { maxLength: 5 })
      .map((entries) => `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join()}}`),
  ),
})).value;
