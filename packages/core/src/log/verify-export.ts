import type { TicketEvent } from '../ticket/event.js';
import { chainedTo } from './export.js';
import { isProjected, type ProjectedLine, sealOf } from './projected-line.js';
import { GENESIS_HASH } from './seal.js';
import { type Verification, verifyLog } from './verify.js';

/** Whether an export is whole, and where it breaks. */
export type ExportVerification =
  | {
      readonly ok: true;
      readonly tickets: number;
      readonly events: number;
      readonly hash: string;
      /** Lines of a cut export whose seals were not checked, for want of the secret and the logs. */
      readonly unproved: number;
    }
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
        | 'otherSeal'
        | Extract<Verification, { ok: false }>['reason'];
      readonly text: { readonly zh: string; readonly en: string };
    };

/** With what an export is compared. */
export interface ExportProof {
  /**
   * The hash that was noted when it was made; without it, a file that somebody computed anew from its first line to its
   * last cannot be told from an honest one.
   */
  readonly hash?: string;
  /**
   * The secret under which a cut export was made, and the logs that it was made from: each of its lines is then proved
   * to be that of its event.
   */
  readonly seals?: {
    /** The secret. */
    readonly key: string;
    /** Gives a ticket's log as it is, such as `desk.history`. */
    readonly log: (ticket: string) => Promise<readonly TicketEvent[]> | readonly TicketEvent[];
  };
}

const texts = {
  notAnExport: { zh: '不是本格式的导出文件', en: 'this is no export of this format' },
  noEnd: { zh: '缺少结尾行', en: 'the last line is missing' },
  afterEnd: { zh: '结尾行之后还有内容', en: 'something follows the last line' },
  counts: { zh: '工单或事件数量不符', en: 'the number of tickets or events is another one' },
  hash: { zh: '整体哈希不符', en: 'the hash over all lines is another one' },
  gap: { zh: '事件编号不连续', en: 'the numbers of the events are not consecutive' },
  otherSeal: { zh: '该行并非出自其事件', en: 'the line is not the one that was made of its event' },
} as const;

type Broken = Extract<ExportVerification, { ok: false }>;

/** A line of an event, whole or cut. */
type EventLine = TicketEvent | ProjectedLine;

/**
 * Checks an export from its first line to its last: each ticket's hash chain, or of a cut one that no number is missing;
 * the counts, and the hash over all lines.
 * @example
 * await verifyExport(readLines('log.ndjson')) // { ok: true, tickets: 120, events: 3114, hash: '5be0…', unproved: 0 }
 */
export async function verifyExport(
  lines: Iterable<string> | AsyncIterable<string>,
  { hash: noted, seals }: ExportProof = {},
): Promise<ExportVerification> {
  let [number, tickets, events, unproved] = [0, 0, 0, 0];
  let hash = GENESIS_HASH;
  let log: EventLine[] = [];
  const seen = new Set<string>();
  let end: ExportLine['end'];
  const broken = (reason: keyof typeof texts): Broken => ({ ok: false, line: number, reason, text: texts[reason] });
  /** The log that has come to its end is judged. */
  const judge = async (): Promise<Broken | undefined> => {
    const fault = await faultOf(log, seals);
    return fault && { ok: false, ...fault, line: number - log.length + fault.line - 1 };
  };
  for await (const text of lines) {
    number += 1;
    if (end !== undefined) return broken('afterEnd');
    const value = parsed(text);
    if (value === undefined) return broken('notAnExport');
    if (number === 1) {
      if (value.hotlineExport !== 1) return broken('notAnExport');
    } else if (value.end !== undefined) {
      const fault = await judge();
      if (fault !== undefined) return fault;
      end = value.end;
      continue;
    } else {
      const event = value as unknown as EventLine;
      if (event.ticket !== log[0]?.ticket) {
        const fault = await judge();
        if (fault !== undefined) return fault;
        log = [];
        tickets += 1;
        if (seen.has(event.ticket)) return broken('notAnExport');
        seen.add(event.ticket);
      }
      log.push(event);
      if (seals === undefined && isProjected(event)) unproved += 1;
      events += 1;
    }
    hash = chainedTo(hash, text);
  }
  if (end === undefined) return broken('noEnd');
  if (end.tickets !== tickets || end.events !== events) return broken('counts');
  if (end.hash !== hash || (noted !== undefined && noted !== hash)) return broken('hash');
  return { ok: true, tickets, events, hash, unproved };
}

/** What is wrong with one ticket's lines, and in which of them, counted from 1. */
async function faultOf(
  lines: readonly EventLine[],
  seals: ExportProof['seals'],
): Promise<Pick<Broken, 'line' | 'reason' | 'text'> | undefined> {
  const [first] = lines;
  if (first === undefined) return undefined;
  if (!lines.some(isProjected)) {
    const verified = verifyLog(lines as readonly TicketEvent[]);
    return verified.ok ? undefined : { line: verified.version, reason: verified.reason, text: verified.text };
  }
  const log = await seals?.log(first.ticket);
  for (const [index, each] of lines.entries()) {
    const line = index + 1;
    if (!isProjected(each) || each.version !== line) return { line, reason: 'gap', text: texts.gap };
    if (seals === undefined) continue;
    const event = log?.[index];
    if (event === undefined || sealOf(seals.key, event.hash, each) !== each.seal) {
      return { line, reason: 'otherSeal', text: texts.otherSeal };
    }
  }
  return undefined;
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
