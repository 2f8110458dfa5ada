import type { Term } from '@hotline-kit/sla-calendar';
import type { Facts, TicketFacts } from '../facts.js';
import { choose } from '../pack/choice.js';
import type { CommandName } from '../vocabulary/commands.js';
import type { Role } from '../vocabulary/roles.js';
import { GOVERNING_SECTION } from './governing-section.js';
import type { Procedure, RedispatchMode } from './procedure.js';
import type { SectionName } from './procedure-schema.js';

type AnyFacts = Facts | TicketFacts;

/** Commands that approve or reject what another one asked. */
const DECISIONS: ReadonlySet<CommandName> = new Set([
  'approveReturn',
  'rejectReturn',
  'approveExtension',
  'rejectExtension',
  'approveReply',
  'rejectReply',
]);

/** Roles that approve what a section asks for; empty where the procedure names none. */
export function approversOf(procedure: Procedure, section: SectionName, facts: AnyFacts): readonly Role[] {
  return choose(procedure[section]?.approver, facts) ?? [];
}

/**
 * Roles to which the procedure narrows a command; nothing where it does not. For a decision (`approveReturn` …) these
 * are the approvers of its section; where `commands` names roles too, both must allow one.
 */
export function rolesFor(procedure: Procedure, command: CommandName, facts: AnyFacts): readonly Role[] | undefined {
  const own = choose(procedure.commands[command]?.roles, facts);
  const section = GOVERNING_SECTION[command]?.section;
  const approvers =
    section === undefined || !DECISIONS.has(command) ? undefined : choose(procedure[section]?.approver, facts);
  if (own === undefined || approvers === undefined) return own ?? approvers;
  return own.filter((role) => approvers.includes(role));
}

/** Whether and how often a ticket may come back after an unhappy callback. */
export interface RedispatchLimits {
  readonly mode: RedispatchMode;
  /** Highest round that the ticket may reach; `Infinity` where the procedure sets none. */
  readonly maximumRounds: number;
}

/**
 * Whether an unhappy callback must, may or may not bring the ticket back, and how many rounds there may be. Without a
 * section on redispatch it may not.
 */
export function redispatchLimits(procedure: Procedure, facts: AnyFacts): RedispatchLimits {
  const section = procedure.redispatch;
  return {
    mode: choose(section?.mode, facts) ?? 'mayNot',
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
