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
  readonly key: string;
  readonly text: string;
  /** Null, false, 0 or the shared empty list; undefined where the field is always written. */
  readonly nothing: unknown;
}

/** Objects without which there is no ticket and no clock. */
const ALWAYS: ReadonlySet<string> = new Set(['call', 'term']);

const recordFields = fieldsOf(young);
const callFields = fieldsOf(young.call);
const clockFields = fieldsOf(youngClock);

function fieldsOf(object: object): readonly Field[] {
  return Object.entries(object).map(([key, value]) => {
    const isNothing =
      value === null || value === false || value === 0 || (typeof value === 'object' && !ALWAYS.has(key));
    return { key, text: `${JSON.stringify(key)}:`, nothing: isNothing ? value : undefined };
  });
}

/** Versions of a ticket share what did not change: it is written once. Records are never changed in place. */
const written = new WeakMap<object, string>();

/**
 * The snapshot of a ticket as JSON. What is nothing (null, false, 0, none) is left out, which makes it a third as long,
 * and what the version before had is not written anew.
 */
export function snapshotText(record: TicketRecord): string {
  return sparseText(record as unknown as Readonly<Record<string, unknown>>, recordFields);
}

function sparseText(object: Readonly<Record<string, unknown>>, fields: readonly Field[]): string {
  let text = '';
  let index = 0;
  // Tickets are made field by field in one order, so the next key is the next field: V8 reads both without a look-up.
  for (const key in object) {
    const value = object[key];
    const next = fields[index++];
    const field = next?.key === key ? next : fields.find((each) => each.key === key);
    if (field === undefined || value === undefined || isNothing(value, field)) continue;
    text += text === '' ? field.text : `,${field.text}`;
    text += valueText(value, key);
  }
  return `{${text}}`;
}

function isNothing(value: unknown, { nothing }: Field): boolean {
  return value === nothing || (Array.isArray(nothing) && (value as readonly unknown[]).length === 0);
}

function valueText(value: unknown, key: string): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  let text = written.get(value);
  if (text === undefined) {
    text = partText(value as Readonly<Record<string, unknown>>, key);
    written.set(value, text);
  }
  return text;
}

function partText(part: Readonly<Record<string, unknown>>, key: string): string {
  if (key === 'call') return sparseText(part, callFields);
  if (key === 'clock') return sparseText(part, clockFields);
  if (key !== 'clocks') return JSON.stringify(part);
  return `{${Object.keys(part).map((id) => `${JSON.stringify(id)}:${valueText(part[id], 'clock')}`)}}`;
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
