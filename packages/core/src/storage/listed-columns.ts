import type { TicketRecord } from '../ticket/ticket-record.js';
import { rowOf } from './ticket-row.js';

/** The columns that lists look at, as both databases name them. */
export const listedColumns = [
  'state',
  'lead',
  'assists',
  'handler',
  'applicant',
  'matter',
  'parties',
  'tags',
  'confidential',
  'supervision',
  'due_at',
  'registered_at',
  'search',
] as const;

/** A column that lists look at. */
export type ListedColumn = (typeof listedColumns)[number];

/** What stands in the columns that lists look at, as it is bound: several names as JSON. */
export type ListedValues = Readonly<Record<ListedColumn, string | number | null>>;

/** What stands in the columns that lists look at. */
export function listedValues(record: TicketRecord): ListedValues {
  const row = rowOf(record);
  return {
    state: row.state,
    lead: row.lead,
    assists: JSON.stringify(row.assists),
    handler: row.handler,
    applicant: row.applicant,
    matter: row.matter,
    parties: JSON.stringify(row.parties),
    tags: JSON.stringify(row.tags),
    confidential: row.confidential,
    supervision: row.supervision,
    due_at: row.dueAt,
    registered_at: row.registeredAt,
    search: row.search,
  };
}
