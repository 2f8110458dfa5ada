import type { Command } from '../ticket/command.js';
import type { TicketEvent } from '../ticket/event.js';
import { type Refusal, refuse } from '../ticket/refusal.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import { isHalfOfMerge } from './links.js';

/** What came of a command, before it is dressed as a ticket. */
export type Outcome =
  | {
      readonly ok: true;
      readonly record: TicketRecord;
      readonly events: readonly TicketEvent[];
      readonly repeated: boolean;
    }
  | { readonly ok: false; readonly refusal: Refusal };

/** Nobody gives one half of a merge alone: the desk gives both, or the two tickets would disagree. */
export function halfOfMergeAlone({ type }: Command): Refusal | undefined {
  if (!isHalfOfMerge(type)) return undefined;
  return refuse('notAuthorised', '并入与移出由本台随并案成对办理', `"${type}" is given by the desk with a merge`, {
    remedy: { zh: '请对重复件并案或取消并案', en: 'merge the repeat into its root, or undo its merge' },
  }).refusal;
}

/** A command on a ticket that was never registered. */
export function unknownTicket(id: string): { ok: false; refusal: Refusal } {
  return refuse('ticketUnknown', `没有工单“${id}”`, `there is no ticket "${id}"`, {
    remedy: { zh: '请核对工单编号，或先登记', en: 'check the id, or register the call first' },
  });
}

/** A command that insists on a version which is not the ticket's any more. */
export function changedSince(expected: number, actual: number): { ok: false; refusal: Refusal } {
  const zh = `工单已变更：预期版本 ${expected}，现为 ${actual}`;
  return refuse('versionConflict', zh, `the ticket has version ${actual} by now, ${expected} was expected`, {
    remedy: { zh: '请刷新后重试', en: 'load the ticket again and decide anew' },
  });
}
