import { cursorOf, parseCursor, type TicketQuery, type Visibility, wordsOf } from './ticket-query.js';
import { party, type TicketRow } from './ticket-row.js';

/** How a database says what a filter asks. Each takes its value and gives the condition. */
export interface FilterDialect {
  /** The column is one of the values. */
  isOneOf(column: string, values: readonly string[], put: Put): string;
  /** The column, a list, holds one of the values. */
  holdsOneOf(column: string, values: readonly string[], put: Put): string;
  /** One of the names is among the parties that few tickets have. */
  hasParty(names: readonly string[], put: Put): string;
  /** The column, a text, contains the word. */
  contains(column: string, word: string, put: Put): string;
}

/** Takes a value of the statement and gives its placeholder. */
export type Put = (value: string | number | readonly string[]) => string;

/** The end of a `select`: its conditions, order and limit. The same values in the same order as `put` took them. */
export function filterClause(query: TicketQuery, dialect: FilterDialect, put: Put): string {
  const { states, lead, handler, assist, matter, applicant, number, supervised, tag, text, visibleTo } = query;
  const conditions: string[] = [];
  const add = (condition: string) => conditions.push(condition);
  const equal = (column: string, value: string | undefined) => {
    if (value !== undefined) add(`${column} = ${put(value)}`);
  };
  if (visibleTo !== undefined) add(visibilityClause(visibleTo, dialect, put));
  if (states !== undefined) add(dialect.isOneOf('state', states, put));
  if (typeof lead === 'string') equal('lead', lead);
  else if (lead !== undefined) add(dialect.isOneOf('lead', lead, put));
  equal('handler', handler);
  if (applicant !== undefined) add(visibilityClause(ofApplicant(applicant), dialect, put));
  equal('matter', matter);
  equal('number', number);
  if (assist !== undefined) add(dialect.holdsOneOf('assists', [assist], put));
  if (tag !== undefined) add(dialect.holdsOneOf('tags', [tag], put));
  if (supervised !== undefined) add(supervised ? 'supervision > 0' : 'supervision = 0');
  if (query.dueBefore !== undefined) add(`due_at < ${put(query.dueBefore)}`);
  if (query.registeredFrom !== undefined) add(`registered_at >= ${put(query.registeredFrom)}`);
  if (query.registeredUntil !== undefined) add(`registered_at < ${put(query.registeredUntil)}`);
  for (const word of wordsOf(text ?? '')) add(dialect.contains('search', word, put));
  const order = orderClause(query, add, put);
  const where = conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`;
  return `${where} order by ${order} limit ${put(query.limit ?? 50)}`;
}

function orderClause(query: TicketQuery, add: (condition: string) => void, put: Put): string {
  const { order = 'id', after } = query;
  if (order === 'id') {
    if (after !== undefined) add(`id > ${put(after)}`);
    return 'id';
  }
  const [column, sign, direction] = order === 'dueAt' ? ['due_at', '>', 'asc'] : ['registered_at', '<', 'desc'];
  if (after !== undefined) {
    const { key, id } = parseCursor(after);
    add(`(${column}, id) ${sign} (${put(key)}, ${put(id)})`);
  }
  return `${column} ${direction}, id ${direction}`;
}

function visibilityClause(visible: Visibility, dialect: FilterDialect, put: Put): string {
  const ways: string[] = [];
  if (visible.leads !== undefined) ways.push(dialect.isOneOf('lead', visible.leads, put));
  if (visible.assists !== undefined) ways.push(dialect.holdsOneOf('assists', visible.assists, put));
  if (visible.applicant !== undefined) ways.push(`applicant = ${put(visible.applicant)}`);
  if (visible.parties !== undefined) ways.push(dialect.hasParty(visible.parties, put));
  if (visible.open === true) ways.push('confidential = 0');
  // Whoever fits nowhere sees nothing.
  return ways.length === 0 ? '1 = 0' : `(${ways.join(' or ')})`;
}

/** Tickets of an applicant, the first of several or another. */
export function ofApplicant(id: string): Visibility {
  return { applicant: id, parties: [party.applicant(id)] };
}

/** The same in plain code: whether a ticket fits the query. What `after` and `limit` ask is not judged here. */
export function fits(row: TicketRow, query: TicketQuery): boolean {
  const { states, lead, handler, assist, matter, applicant, number, supervised, tag, text, visibleTo } = query;
  const leads = typeof lead === 'string' ? [lead] : lead;
  return (
    (visibleTo === undefined || isVisible(row, visibleTo)) &&
    (states === undefined || states.includes(row.state)) &&
    (leads === undefined || (row.lead !== null && leads.includes(row.lead))) &&
    (handler === undefined || row.handler === handler) &&
    (applicant === undefined || isVisible(row, ofApplicant(applicant))) &&
    (tag === undefined || row.tags.includes(tag)) &&
    (matter === undefined || row.matter === matter) &&
    (number === undefined || row.number === number) &&
    (assist === undefined || row.assists.includes(assist)) &&
    (supervised === undefined || row.supervision > 0 === supervised) &&
    (query.dueBefore === undefined || row.dueAt < query.dueBefore) &&
    (query.registeredFrom === undefined || row.registeredAt >= query.registeredFrom) &&
    (query.registeredUntil === undefined || row.registeredAt < query.registeredUntil) &&
    wordsOf(text ?? '').every((word) => row.search.includes(word))
  );
}

function isVisible(row: TicketRow, { leads, assists, applicant, parties, open }: Visibility): boolean {
  return (
    (row.lead !== null && leads?.includes(row.lead) === true) ||
    row.assists.some((unit) => assists?.includes(unit) === true) ||
    (applicant !== undefined && row.applicant === applicant) ||
    row.parties.some((name) => parties?.includes(name) === true) ||
    (open === true && row.confidential === 0)
  );
}

/** Compares two tickets in the order of a query. */
export function compareRows(a: TicketRow, b: TicketRow, { order = 'id' }: TicketQuery): number {
  const key = (row: TicketRow) => (order === 'dueAt' ? row.dueAt : order === 'newest' ? row.registeredAt : 0);
  const byId = a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
  const ascending = key(a) - key(b) || byId;
  return order === 'newest' ? -ascending : ascending;
}

/** Whether a ticket comes after the cursor of a query. */
export function isAfter(row: TicketRow, query: TicketQuery): boolean {
  const { after, order = 'id' } = query;
  if (after === undefined) return true;
  if (order === 'id') return row.id > after;
  const { key, id } = parseCursor(after);
  const place = { ...row, id, dueAt: key, registeredAt: key };
  return cursorOf(row, order) !== after && compareRows(row, place, query) > 0;
}
