import type { StoredTicket } from '../storage/store.js';
import type { TicketEvent } from '../ticket/event.js';
import { foldOf } from '../ticket/fold-of.js';
import { sameJson } from './same-json.js';
import { upcast } from './upcast.js';
import { type Verification, verifyLog } from './verify.js';

/** Whether a ticket's log is whole and its snapshot is the fold of it. */
export function verifyTicket({ record, head }: StoredTicket, log: readonly TicketEvent[]): Verification {
  const verified = verifyLog(log, head);
  if (!verified.ok) return verified;
  if (sameJson(foldOf(log.map((event) => upcast(event))), record)) return verified;
  const text = { zh: '快照与日志不符', en: 'the snapshot is not the fold of the log' };
  return { ok: false, version: log.length, reason: 'snapshotDiffers', text };
}
