import type { CityPack } from '@hotline-kit/rules';
import { type Instant, isoInZone, toEpochMilliseconds } from '@hotline-kit/sla-calendar';
import * as z from 'zod';
import { type FactRow, hostRow } from '../assessment/fact-row.js';
import type { Span } from '../assessment/scope.js';
import { HotlineError } from '../errors.js';
import { canonicalHash } from '../log/canonical.js';
import { type SharedField, type SharedValue, sharedFields, sharedValue } from './shared-fields.js';

/** The shape of a plan of sharing, for hosts that keep it as data. */
export const sharingPlanSchema = z.strictObject({
  /** Who receives it: a unit of the pack, or the host’s id of another body, such as a newspaper. */
  recipient: z.string().min(1).max(200),
  /** What for, as agreed with the recipient. */
  purpose: z.string().min(1).max(500),
  fields: z.array(z.enum(sharedFields)).min(1),
  /** Only tickets of these matters, and of those below them. */
  matters: z.array(z.string().min(1)).min(1).exactOptional(),
  districts: z.array(z.string().min(1)).min(1).exactOptional(),
});

/** What is shared with one recipient. */
export type SharingPlan = z.infer<typeof sharingPlanSchema>;

/** A batch of rows without personal data, and what the ledger keeps of it. */
export interface SharedBatch {
  readonly id: string;
  readonly recipient: string;
  readonly purpose: string;
  readonly fields: readonly SharedField[];
  readonly from: string;
  /** No longer part of the span. */
  readonly to: string;
  /** When it was drawn. */
  readonly at: string;
  /** Numbered anew in each batch: neither the number of a ticket nor its id leaves. */
  readonly rows: readonly Readonly<Record<string, SharedValue>>[];
  /** SHA-256 over the rows: which data it was. */
  readonly hash: string;
}

/**
 * Draws a batch of tickets registered in a span for a department or a medium. Only fields of a short list can be named,
 * and none of them is personal: no content, address, caller, applicant, number or handler; times are cut to the date. A
 * protected ticket is never in it.
 *
 * @throws HotlineError `invalidSharing` for a plan that names anything else
 * @example
 * const batch = shareBatch(rows, pack, { recipient: 'police', purpose: '治安防控', fields: ['matter', 'street'] }, …);
 * batch.rows[0]; // { row: 1, matter: 'noise-night', street: 'liede' }
 */
export function shareBatch(
  rows: Iterable<FactRow>,
  pack: CityPack,
  plan: SharingPlan,
  { id, at, from, to }: Span & { readonly id: string; readonly at: Instant },
): SharedBatch {
  const checked = sharingPlanSchema.safeParse(plan);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    const [where, why] = [issue?.path.join('.'), issue?.message];
    throw new HotlineError(
      'invalidSharing',
      { zh: `共享方案的“${where}”有误（${why}）`, en: `${where}: ${why}` },
      {
        fix: {
          zh: `可共享的字段：${sharedFields.join('、')}`,
          en: `share fields among ${sharedFields.join(', ')}`,
        },
      },
    );
  }
  const { recipient, purpose, fields } = checked.data;
  const [first, end] = [toEpochMilliseconds(from), toEpochMilliseconds(to)];
  const { zone } = pack.defaultCalendar;
  const shared: Record<string, SharedValue>[] = [];
  for (const row of rows) {
    const registered = row.instant('registeredAt');
    if (row.source !== 'tickets' || registered === undefined || registered < first || registered >= end) continue;
    const { facts } = row;
    if (facts.confidential !== false || !isWanted(facts, checked.data, pack)) continue;
    const values: Record<string, SharedValue> = { row: shared.length + 1 };
    for (const field of fields) {
      const value = sharedValue(field, row, pack);
      if (value !== undefined) values[field] = value;
    }
    shared.push(values);
  }
  const iso = (instant: Instant) => isoInZone(instant, zone);
  return {
    ...{ id, recipient, purpose, fields, rows: shared, hash: canonicalHash(shared) },
    ...{ from: iso(from), to: iso(to), at: iso(at) },
  };
}

/**
 * A batch as a row of an assessment, under `batches`, with the recipient as `lead` and `rowsShared`: how many units got
 * how many batches and rows is counted like any figure.
 */
export function batchRow({ id, recipient, at, rows }: SharedBatch): FactRow {
  return hostRow('batches', id, Date.parse(at), { lead: recipient, rowsShared: rows.length });
}

function isWanted(facts: FactRow['facts'], { matters, districts }: SharingPlan, pack: CityPack): boolean {
  if (districts !== undefined && !districts.includes(String(facts.district))) return false;
  if (matters === undefined) return true;
  const { matter } = facts;
  if (typeof matter !== 'string') return false;
  return [matter, ...pack.matters.ancestors(matter).map(({ code }) => code)].some((code) => matters.includes(code));
}
