import type { TicketStore } from '../storage/store.js';
import type { TicketEvent } from '../ticket/event.js';
import type { IsoInstant } from '../ticket/instant.js';
import { canonicalHash } from './canonical.js';
import { GENESIS_HASH } from './seal.js';
import { type Verification, verifyLog } from './verify.js';

/** Hash of a text that is chained to all before it. */
const chained = (before: string, line: string): string => canonicalHash([before, line]);

/**
 * All logs as NDJSON: a line that says what it is, one line an event in the order of tickets and versions, and a last
 * line whose hash is chained over every line before it. Whoever keeps that hash elsewhere finds any later change.
 */
export async function* exportStore(
  store: Pick<TicketStore, 'find' | 'events'>,
  at: IsoInstant,
): AsyncGenerator<string> {
  let hash = GENESIS_HASH;
  let [tickets, events] = [0, 0];
  const line = (value: unknown): string => {
    const text = JSON.stringify(value);
    hash = chained(hash, text);
    return text;
  };
  yield line({ hotlineExport: 1, at });
  let after: string | undefined;
  for (;;) {
    const page = await store.find({ limit: 200, ...(after === undefined ? {} : { after }) });
    for (const { record } of page) {
      tickets += 1;
      for (const event of await store.events(record.id, record.version)) {
        events += 1;
        yield line(event);
      }
    }
    after = page.at(-1)?.record.id;
    if (after === undefined) break;
  }
  yield JSON.stringify({ end: { tickets, events, hash } });
}

/** Whether an export is whole, and where it breaks. */
export type ExportVerification =
  | { readonly ok: true; readonly tickets: number; readonly events: number; readonly hash: string }
  | {
      readonly ok: false;
      /** The first line that is not what was written, counted from 1. */
      readonly line: number;
      readonly reason:
        | 'notAnExport'
        | 'noEnd'
        | 'afterEnd'
        | 'counts'
        | 'hash'
        | Extract<Verification, { ok: false }>['reason'];
      readonly text: { readonly zh: string; readonly en: string };
    };

const texts = {
  notAnExport: { zh: '不是本格式的导出文件', en: 'this is no export of this format' },
  noEnd: { zh: '缺少结尾行', en: 'the last line is missing' },
  afterEnd: { zh: '结尾行之后还有内容', en: 'something follows the last line' },
  counts: { zh: '工单或事件数量不符', en: 'the number of tickets or events is another one' },
  hash: { zh: '整体哈希不符', en: 'the hash over all lines is another one' },
} as const;

/**
 * Checks an export from its first line to its last: each ticket's hash chain, the counts, and the hash over all lines.
 * @param options.hash the hash that was noted when it was made; without it, a file that somebody computed anew from
 * its first line to its last cannot be told from an honest one
 * @example
 * await verifyExport(readLines('log.ndjson')) // { ok: true, tickets: 120, events: 3114, hash: '5be0…' }
 */
export async function verifyExport(
  lines: Iterable<string> | AsyncIterable<string>,
  options: { readonly hash?: string } = {},
): Promise<ExportVerification> {
  let [number, tickets, events] = [0, 0, 0];
  let hash = GENESIS_HASH;
  let log: TicketEvent[] = [];
  const seen = new Set<string>();
  let end: ExportLine['end'];
  const broken = (reason: keyof typeof texts): ExportVerification => ({
    ok: false,
    line: number,
    reason,
    text: texts[reason],
  });
  /** The log that has come to its end is judged. */
  const judge = (): ExportVerification | undefined => {
    if (log.length === 0) return undefined;
    const verified = verifyLog(log);
    if (verified.ok) return undefined;
    const { reason, text } = verified;
    return { ok: false, line: number - log.length + verified.version - 1, reason, text };
  };
  for await (const text of lines) {
    number += 1;
    if (end !== undefined) return broken('afterEnd');
    const value = parsed(text);
    if (value === undefined) return broken('notAnExport');
    if (number === 1) {
      if (value.hotlineExport !== 1) return broken('notAnExport');
    } else if (value.end !== undefined) {
      const fault = judge();
      if (fault !== undefined) return fault;
      end = value.end;
      continue;
    } else {
      const event = value as unknown as TicketEvent;
      if (event.ticket !== log[0]?.ticket) {
        const fault = judge();
        if (fault !== undefined) return fault;
        log = [];
        tickets += 1;
        if (seen.has(event.ticket)) return broken('notAnExport');
        seen.add(event.ticket);
      }
      log.push(event);
      events += 1;
    }
    hash = chained(hash, text);
  }
  if (end === undefined) return broken('noEnd');
  if (end.tickets !== tickets || end.events !== events) return broken('counts');
  if (end.hash !== hash || (options.hash !== undefined && options.hash !== hash)) return broken('hash');
  return { ok: true, tickets, events, hash };
}

/** What a line may be: the first, an event, or the last. */
interface ExportLine {
  readonly hotlineExport?: unknown;
  readonly end?: { readonly tickets: number; readonly events: number; readonly hash: string };
}

function parsed(text: string): ExportLine | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as ExportLine) : undefined;
  } catch {
    return undefined;
  }
}
