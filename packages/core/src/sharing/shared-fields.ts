import type { CityPack } from '@hotline-kit/rules';
import { civilDateOf } from '@hotline-kit/sla-calendar';
import type { FactRow } from '../assessment/fact-row.js';

/** A value that leaves the hotline. */
export type SharedValue = string | number | boolean;

type Reader = (row: FactRow, pack: CityPack) => unknown;

const fact =
  (name: string): Reader =>
  ({ facts }) =>
    facts[name];

const day =
  (instant: string): Reader =>
  (row, { defaultCalendar }) => {
    const at = row.instant(instant);
    return at === undefined ? undefined : civilDateOf(at, defaultCalendar.zone);
  };

/** A place as somebody typed it may name a person’s home: only units of the pack pass, by id or by name. */
const unitPlace =
  (name: string): Reader =>
  ({ facts }, { units }) => {
    const place = facts[name];
    return units.all.some((unit) => unit.id === place || unit.name.zh === place) ? place : undefined;
  };

/** A field that may leave the hotline. */
export type SharedField =
  | 'matter'
  | 'theme'
  | 'type'
  | 'channel'
  | 'district'
  | 'street'
  | 'registeredOn'
  | 'closedOn'
  | 'state'
  | 'lead'
  | 'late'
  | 'solved'
  | 'satisfaction';

/** All that can be shared: what a ticket was about and how it went, to the street and to the day; nothing of a person. */
const READERS: Readonly<Record<SharedField, Reader>> = {
  matter: fact('matter'),
  theme: fact('theme'),
  type: fact('type'),
  channel: fact('channel'),
  district: unitPlace('district'),
  street: unitPlace('street'),
  registeredOn: day('registeredAt'),
  closedOn: day('closedAt'),
  state: fact('state'),
  lead: fact('lead'),
  late: fact('isLate'),
  solved: fact('solved'),
  satisfaction: fact('satisfaction'),
};

/** The names of all that can be shared. */
export const sharedFields = Object.keys(READERS) as readonly SharedField[];

/** What a row has in a field; nothing where it has no plain value that may leave. */
export function sharedValue(field: SharedField, row: FactRow, pack: CityPack): SharedValue | undefined {
  const value = READERS[field](row, pack);
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isPlain ? value : undefined;
}
