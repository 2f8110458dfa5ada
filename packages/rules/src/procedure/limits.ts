import type { Term } from '@hotline-kit/sla-calendar';
import type { Facts, TicketFacts } from '../facts.js';
import { choose } from '../pack/choice.js';
import type { CommandName } from '../vocabulary/commands.js';
import type { Role } from '../vocabulary/roles.js';
import { exceeds } from './compare-terms.js';
import { governanceOf } from './governing-section.js';
import { type CommandData, factsWithData, own } from './guards/asked.js';
import { replyKindOf } from './guards/named.js';
import { allStages, stagedSectionOf } from './path.js';
import type { Procedure } from './procedure.js';
import type { ReplyKind } from './reply-kind.js';
import type { SectionName } from './section-table.js';
import type { Stage } from './stage.js';

type AnyFacts = Facts | TicketFacts;

/**
 * Roles that approve what a section asks for; empty where the procedure names none. Of a reply, those of its kind come
 * first, where the fact `replyKind` names one.
 */
export function approversOf(procedure: Procedure, section: SectionName, facts: AnyFacts): readonly Role[] {
  return approversBy(procedure, section, facts) ?? [];
}

function approversBy(procedure: Procedure, section: SectionName, facts: AnyFacts): readonly Role[] | undefined {
  const named = own(facts, 'replyKind');
  const kind = section === 'reply' ? procedure.reply?.kinds?.find(({ id }) => id === named) : undefined;
  return choose(kind?.approver, facts) ?? choose(procedure[section]?.approver, facts);
}

/** The stage that the fact `stage` names, of the section that the command acts in. */
function stageOf(procedure: Procedure, command: CommandName, facts: AnyFacts): Stage | undefined {
  const section = stagedSectionOf(command);
  const named = own(facts, 'stage');
  return section === undefined ? undefined : allStages(procedure, section).find(({ id }) => id === named);
}

/**
 * Roles to which the procedure narrows a command; nothing where it does not. For a decision (`approveReturn` …) these
 * are the approvers of its section, of an extension beyond a soft limit those of `beyond`, and for a stage those who act in it; where `commands` names roles too, all must
 * allow one.
 */
export function rolesFor(procedure: Procedure, command: CommandName, facts: AnyFacts): readonly Role[] | undefined {
  const governance = governanceOf(command);
  const lists = [
    choose(procedure.commands[command]?.roles, facts),
    governance?.part === 'decides'
      ? (approversBeyond(procedure, command, facts) ?? approversBy(procedure, governance.section, facts))
      : undefined,
    command === 'concludeConsultation' ? choose(procedure.consultation?.chair, facts) : undefined,
    choose(stageOf(procedure, command, facts)?.by, facts),
  ].filter((roles) => roles !== undefined);
  const [first, ...rest] = lists;
  return first?.filter((role) => rest.every((roles) => roles.includes(role)));
}

/** Who decides on an extension that leads past a soft ceiling, or passes a soft limit; the usual approvers, unless said. */
function approversBeyond(
  { extension, handlingLimit }: Procedure,
  command: CommandName,
  facts: AnyFacts,
): readonly Role[] | undefined {
  if (command !== 'approveExtension' && command !== 'rejectExtension') return undefined;
  const ofCeiling = own(facts, 'ceiling') === 'beyond' ? choose(handlingLimit?.beyond?.approver, facts) : undefined;
  if (ofCeiling !== undefined || own(facts, 'beyondLimit') !== true) return ofCeiling;
  return choose(extension?.beyond?.approver, facts);
}

/** Whether an unhappy callback must, may or may not bring a ticket back. */
export type RedispatchMode = 'must' | 'may' | 'mayNot';

/** Whether and how often a ticket may come back after an unhappy callback. */
export interface RedispatchLimits {
  readonly mode: RedispatchMode;
  /** Highest round that the ticket may reach; `Infinity` where the procedure sets none. */
  readonly maximumRounds: number;
}

/**
 * Whether an unhappy callback must, may or may not bring the ticket back, and how many rounds there may be. Without a
 * section on redispatch it may not; where the section gives no mode, it may.
 */
export function redispatchLimits(procedure: Procedure, facts: AnyFacts): RedispatchLimits {
  const section = procedure.redispatch;
  return {
    mode: section === undefined ? 'mayNot' : (choose(section.mode, facts) ?? 'may'),
    maximumRounds: choose(section?.maximumRounds, facts) ?? Number.POSITIVE_INFINITY,
  };
}

/** Time within which a command must be given: a return from the dispatch, a reopening from the close, a callback. */
export function windowOf(
  procedure: Procedure,
  section: 'return' | 'reopening' | 'callback',
  facts: AnyFacts,
): Term | undefined {
  return choose(procedure[section]?.window, facts);
}

/** Longest extension or suspension. */
export function limitOf(procedure: Procedure, section: 'extension' | 'suspension', facts: AnyFacts): Term | undefined {
  return choose(procedure[section]?.limit, facts);
}

/**
 * The kind of a reply by its data: that which `kind` names, else the first that answers the ticket; nothing where the
 * procedure lists none, for then every reply is final.
 *
 * @example
 * replyKind(pack.procedure, facts, { kind: 'interim' })?.effect; // 'continues'
 */
export function replyKind(procedure: Procedure, facts: AnyFacts, data: CommandData): ReplyKind | undefined {
  return replyKindOf({ procedure, command: 'submitReply', facts: factsWithData(facts, data), data });
}

/**
 * Whether an extension of this term passes the longest that the procedure gives, where that may be passed. The desk
 * tells who approves by the fact `beyondLimit`.
 *
 * @param term As it was asked; anything that is no term passes nothing.
 */
export function isBeyondLimit({ extension }: Procedure, facts: AnyFacts, term: unknown): boolean {
  const limit = choose(extension?.limit, facts);
  if (limit === undefined || choose(extension?.limitKind, facts) !== 'soft') return false;
  return exceeds(term, limit) === true;
}
