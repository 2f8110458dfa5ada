import type { FilterDialect } from '../ticket-filter.js';

/** Filters as SQLite says them: lists go in as JSON, so that their length does not change the statement. */
export const sqliteFilter: FilterDialect = {
  isOneOf: (column, values, put) => `${column} in (select value from json_each(${put(values)}))`,
  holdsOneOf: (column, values, put) =>
    `exists (select 1 from json_each(${column}) as held join json_each(${put(values)}) as asked on held.value = asked.value)`,
  // Few tickets have any, and those stand in an index of their own.
  hasParty: (names, put) =>
    `id in (select id from ticket as other where parties <> '[]' and exists (select 1 from json_each(other.parties) as held join json_each(${put(names)}) as asked on held.value = asked.value))`,
  contains: (column, word, put) => `instr(${column}, ${put(word)}) > 0`,
};
