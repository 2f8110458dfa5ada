import type { ClockRecord } from '../clocks/clock-record.js';
import { evolve } from '../ticket/evolve.js';
import { SNAPSHOT_SHAPE } from '../ticket/snapshot-shape.js';
import type { TicketRecord } from '../ticket/ticket-record.js';

/** A ticket to which nothing has happened: most fields of most tickets are as they are here. */
const young = evolve(undefined, {
  ticket: '',
  type: 'ticket.registered',
  at: '',
  state: 'received',
  data: {
    number: '',
    channel: 'phone',
    type: 'help',
    matter: null,
    content: '',
    place: {},
    urgent: false,
    confidential: false,
    anonymous: false,
    line: null,
    reference: null,
    applicant: null,
    media: [],
  },
});

/** A clock to which nothing has happened since it was started. */
const youngClock: ClockRecord = {
  id: '',
  generation: 1,
  state: 'running',
  late: false,
  term: { kind: 'sameDay' },
  startedAt: '',
  dueAt: '',
  certainty: 'official',
  warnings: [],
  pausedAt: null,
  pausedTotal: 0,
  pauses: [],
  breachedAt: null,
  stoppedAt: null,
};

/** A field as it is written: its key as JSON, and what is left out because it is nothing. */
interface Field {
  readonly text: string;
  /** Null, false, 0 or the shared empty list; undefined where the field is always written. */
  readonly nothing: unknown;
}

type Fields = ReadonlyMap<string, Field>;

/** Objects without which there is no ticket and no clock. */
const ALWAYS: ReadonlySet<string> = new Set(['call', 'term']);

const recordFields = fieldsOf(young);
const callFields = fieldsOf(young.call);
const clockFields = fieldsOf(youngClock);

function fieldsOf(object: object): Fields {
  const fields = Object.entries(object).map(([key, value]): [string, Field] => {
    const isNothing =
      value === null || value === false || value === 0 || (typeof value === 'object' && !ALWAYS.has(key));
    return [key, { text: `${JSON.stringify(key)}:`, nothing: isNothing ? value : undefined }];
  });
  return new Map(fields);
}

/** An object as it was written, part by part. */
interface Written {
  readonly values: readonly unknown[];
  /** Of each value, with its key; empty where it is left out. */
  readonly texts: readonly string[];
}

/** Of tickets, and of their clocks together. Neither is ever changed in place. */
const written = new WeakMap<object, Written>();

/**
 * The snapshot of a ticket as JSON. What is nothing (null, false, 0, none) is left out, which makes it a third as long.
 * @param before the version before, where it is known: what both share is not written anew
 */
export function snapshotText(record: TicketRecord, before?: TicketRecord): string {
  return textOf(record, before, (key, value) => {
    if (key === 'call') return `"call":${sparseText(record.call, callFields)}`;
    if (key !== 'clocks') return fieldText(key, value, recordFields);
    return value === young.clocks ? '' : `"clocks":${textOf(record.clocks, before?.clocks, clockText)}`;
  });
}

/** All versions of a ticket have their fields in one order, so that a field is known by its place. */
function textOf(object: object, before: object | undefined, write: (key: string, value: unknown) => string): string {
  const known = before === undefined ? undefined : written.get(before);
  const values: readonly unknown[] = Object.values(object);
  const texts = known === undefined ? [] : known.texts.slice();
  let keys: readonly string[] | undefined;
  const parts: string[] = [];
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index];
    if (known === undefined || known.values[index] !== value) {
      keys ??= Object.keys(object);
      texts[index] = write(keys[index] as string, value);
    }
    const text = texts[index] as string;
    if (text !== '') parts.push(text);
  }
  written.set(object, { values, texts });
  return joined(parts);
}

/** Under its own id, so that the same clock has the same text wherever it stands. */
function clockText(_: string, clock: unknown): string {
  const { id } = clock as ClockRecord;
  return `${JSON.stringify(id)}:${sparseText(clock as ClockRecord, clockFields)}`;
}

function sparseText(object: object, fields: Fields): string {
  const parts: string[] = [];
  for (const [key, value] of Object.entries(object)) {
    const text = fieldText(key, value, fields);
    if (text !== '') parts.push(text);
  }
  return joined(parts);
}

/** Not put together with plus: that makes a tree of texts, which a database would have to be given as one all the same. */
function joined(parts: readonly string[]): string {
  return `{${parts.join(',')}}`;
}

/** A field with its key; empty where it is nothing. */
function fieldText(key: string, value: unknown, fields: Fields): string {
  const field = fields.get(key);
  if (field === undefined || value === undefined || isNothing(value, field)) return '';
  return field.text + JSON.stringify(value);
}

function isNothing(value: unknown, { nothing }: Field): boolean {
  return value === nothing || (Array.isArray(nothing) && (value as readonly unknown[]).length === 0);
}

/** The snapshot that a text holds; one of another shape as it stands there, to be folded anew from its log. */
export function snapshotOf(text: string): TicketRecord {
  const record = JSON.parse(text) as TicketRecord;
  if (record.shape !== SNAPSHOT_SHAPE) return record;
  return { ...young, ...record, call: { ...young.call, ...record.call }, clocks: clocksOf(record) };
}

function clocksOf({ clocks = young.clocks }: Partial<TicketRecord>): TicketRecord['clocks'] {
  return Object.fromEntries(Object.entries(clocks).map(([id, clock]) => [id, { ...youngClock, ...clock }]));
}
