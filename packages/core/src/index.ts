export type { ClassifiedText, Classifier } from './classification/classifier.js';
export { type KeywordClassifier, keywordClassifier } from './classification/keyword-classifier.js';
export { type LabelOptions, labelsOf, labelTicket, type StandingLabel } from './classification/label-ticket.js';
export type { ClockRecord } from './clocks/clock-record.js';
export { type Desk, openDesk } from './desk/desk.js';
export type { DeskCommand, GivenBy } from './desk/desk-command.js';
export type { DeskOptions, ExportRequest, IdentityRequest, RetimeOptions } from './desk/desk-options.js';
export type { DeskQuery } from './desk/desk-query.js';
export type { DueRun } from './desk/due-run.js';
export type { DeskHooks, FiredClock, GivenCommand, ToldEvent } from './desk/hooks.js';
export type { ImportOptions, ImportReport } from './desk/import-tickets.js';
export type { EventHandler } from './desk/outbox.js';
export type { Result, Ticket, TicketClock } from './desk/ticket.js';
export { HotlineError, type HotlineErrorCode, type HotlineErrorDetails } from './errors.js';
export { type Call, type Caller, callSchema } from './intake/call.js';
export { GENESIS_HASH } from './log/seal.js';
export { type Verification, verifyLog } from './log/verify.js';
export { type ExportProof, type ExportVerification, verifyExport } from './log/verify-export.js';
export { type ImportedTicket, importedTicketSchema } from './migration/imported-ticket.js';
export type { Audience } from './privacy/audience.js';
export type { WithheldEvent } from './privacy/event-for.js';
export { memoryStore } from './storage/memory.js';
export type {
  CommandRow,
  CommitOutcome,
  Deadline,
  EventKey,
  LoadedTicket,
  StoredTicket,
  TicketCommit,
  TicketStore,
  WantedTicket,
} from './storage/store.js';
export type { TicketOrder, TicketQuery, Visibility } from './storage/ticket-query.js';
export type { Actor } from './ticket/actor.js';
export { type Command, type CommandData, commandSchemas } from './ticket/command.js';
export { type Decision, decide } from './ticket/decide.js';
export type { DecideContext } from './ticket/decide-context.js';
export type { EventData, EventGround, EventName, NewEvent, TicketEvent } from './ticket/event.js';
export { evolve } from './ticket/evolve.js';
export type { IsoInstant } from './ticket/instant.js';
export {
  type ChartCommand,
  type ChartGuard,
  type ChartState,
  type CommandIn,
  type GuardVerdicts,
  MACHINE_VERSION,
  type StateAfter,
  ticketMachine,
} from './ticket/machine.js';
export type { Takes } from './ticket/permission.js';
export { type Allowed, type PermissionContext, permissions } from './ticket/permissions.js';
export type { BilingualText, Refusal } from './ticket/refusal.js';
export type { TicketCounts, TicketRecord } from './ticket/ticket-record.js';
export {
  commandsIn,
  nextState,
  type TransitionRow,
  type TransitionTable,
  transitionTable,
} from './ticket/transition-table.js';
export type { Rating } from './tracks/callback/declaration.js';
export type { DispatchReason } from './tracks/dispatch/dispatch-data.js';
export type { TicketRequest } from './tracks/enquiry/declaration.js';
export type { ExtensionRequest } from './tracks/extension/declaration.js';
export type { CallRecord } from './tracks/intake/call-record.js';
export type { PromiseRecord } from './tracks/promise/declaration.js';
export type { Answers, ReplyRecord } from './tracks/reply/declaration.js';
export type { SupervisionRecord } from './tracks/supervision/declaration.js';
export type { TagLabel } from './tracks/tagging/declaration.js';
export type { NowAndDraft, WhatIf } from './what-if/what-if.js';
