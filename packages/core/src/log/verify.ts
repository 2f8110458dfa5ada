import type { TicketEvent } from '../ticket/event.js';
import { canonicalHash } from './canonical.js';
import { GENESIS_HASH } from './seal.js';

/** Whether a ticket's log is whole, and where it breaks. */
export type Verification =
  | { readonly ok: true; readonly events: number; readonly head: string }
  | {
      readonly ok: false;
      /** The first event that is not what was written. */
      readonly version: number;
      readonly reason: 'gap' | 'otherTicket' | 'brokenChain' | 'changed' | 'shortened' | 'snapshotDiffers';
      readonly text: { readonly zh: string; readonly en: string };
    };

const texts = {
  gap: { zh: '事件编号不连续', en: 'the numbers of the events are not consecutive' },
  otherTicket: { zh: '事件属于另一工单', en: 'the event belongs to another ticket' },
  brokenChain: { zh: '与上一事件的哈希不相连', en: 'the hash of the event before does not fit' },
  changed: { zh: '事件内容被改动', en: 'the content of the event was changed' },
  shortened: { zh: '日志末尾缺失', en: 'events are missing at the end of the log' },
} as const;

/**
 * Checks a ticket's log from its first event to its last: every hash is computed again.
 * @param head the hash that the ticket's snapshot holds; without it a shortened log cannot be told from a young one
 */
export function verifyLog(events: readonly TicketEvent[], head?: string): Verification {
  let prevHash = GENESIS_HASH;
  let version = 0;
  const ticket = events[0]?.ticket;
  const broken = (reason: keyof typeof texts): Verification => ({ ok: false, version, reason, text: texts[reason] });
  for (const event of events) {
    version += 1;
    if (event.version !== version) return broken('gap');
    if (event.ticket !== ticket) return broken('otherTicket');
    if (event.prevHash !== prevHash) return broken('brokenChain');
    const { hash, ...open } = event;
    if (canonicalHash(open) !== hash) return broken('changed');
    prevHash = hash;
  }
  if (head !== undefined && head !== prevHash) return broken('shortened');
  return { ok: true, events: events.length, head: prevHash };
}
