import type { TicketRecord } from '../ticket/ticket-record.js';
import { supervisionLevel } from '../tracks/supervision/supervision-state.js';
import { earliestDue, partiesOf, plain, searchOf } from './ticket-row.js';

/** A column that lists look at: what stands in it, as it is bound, and whether two versions of a ticket tell it alike. */
interface Listed {
  readonly of: (record: TicketRecord) => string | number | null;
  /** By what it is drawn from: versions share what did not change, so that a comparison or two tell. */
  readonly same: (before: TicketRecord, after: TicketRecord) => boolean;
}

const call: Listed['same'] = (before, after) => before.call === after.call;

/** The columns that lists look at, as both databases name them; several names in one are JSON. */
const columns = {
  state: { of: ({ state }) => state, same: (a, b) => a.state === b.state },
  lead: { of: ({ lead }) => lead, same: (a, b) => a.lead === b.lead },
  assists: { of: ({ assists }) => JSON.stringify(assists), same: (a, b) => a.assists === b.assists },
  handler: { of: ({ handler }) => plain(handler), same: (a, b) => a.handler === b.handler },
  applicant: { of: (record) => plain(record.call.applicant), same: call },
  matter: { of: (record) => plain(record.call.matter), same: call },
  parties: {
    of: (record) => JSON.stringify(partiesOf(record)),
    same: (a, b) =>
      a.call === b.call &&
      a.meanwhile === b.meanwhile &&
      a.departmentCall === b.departmentCall &&
      (a.consultation === null) === (b.consultation === null) &&
      a.clues > 0 === b.clues > 0,
  },
  tags: { of: ({ tags }) => JSON.stringify(tags.map(plain)), same: (a, b) => a.tags === b.tags },
  confidential: { of: (record) => (record.call.confidential ? 1 : 0), same: call },
  supervision: { of: supervisionLevel, same: (a, b) => supervisionLevel(a) === supervisionLevel(b) },
  due_at: { of: earliestDue, same: (a, b) => a.clocks === b.clocks || earliestDue(a) === earliestDue(b) },
  registered_at: {
    of: ({ registeredAt }) => Date.parse(registeredAt),
    same: (a, b) => a.registeredAt === b.registeredAt,
  },
  search: { of: searchOf, same: (a, b) => a.call === b.call && a.number === b.number },
} as const satisfies Readonly<Record<string, Listed>>;

/** A column that lists look at. */
export type ListedColumn = keyof typeof columns;

/** The columns that lists look at. */
export const listedColumns = Object.keys(columns) as readonly ListedColumn[];

/** What stands in a column that lists look at. */
export function listedValue(record: TicketRecord, column: ListedColumn): string | number | null {
  return columns[column].of(record);
}

/** The columns in which two versions of a ticket stand otherwise. */
export function changedColumns(before: TicketRecord, after: TicketRecord): readonly ListedColumn[] {
  return listedColumns.filter((column) => !columns[column].same(before, after));
}
