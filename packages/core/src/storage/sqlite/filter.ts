import type { FilterDialect } from '../ticket-filter.js';

/** Filters as SQLite says them: lists go in as JSON, so that their length does not change the statement. */
export const sqliteFilter: FilterDialect = {
  isOneOf: (column, values, put) => `${column} in (select value from json_each(${put(values)}))`,
  holdsOneOf: (column, values, put) =>
    `exists (select 1 from json_each(${column}) as held join json_each(${put(values)}) as asked on held.value = asked.value)`,
  contains: (column, word, put) => `instr(${column}, ${put(word)}) > 0`,
};
