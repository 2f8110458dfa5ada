import type { FilterDialect } from '../ticket-filter.js';

/** Filters as PostgreSQL says them. */
export const postgresFilter: FilterDialect = {
  isOneOf: (column, values, put) => `${column} = any(${put(values)}::text[])`,
  holdsOneOf: (column, values, put) => `${column} && ${put(values)}::text[]`,
  hasParty: (names, put) => `parties && ${put(names)}::text[]`,
  contains: (column, word, put) => `strpos(${column}, ${put(word)}) > 0`,
};
