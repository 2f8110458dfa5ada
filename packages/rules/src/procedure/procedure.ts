import type { Term } from '@hotline-kit/sla-calendar';
import type { Choice, FactTest } from '../pack/choice.js';
import type { CommandName } from '../vocabulary/commands.js';
import type { Label } from '../vocabulary/label.js';
import type { Role } from '../vocabulary/roles.js';

/** A prohibition: where its condition holds, the command is refused. */
export interface Prohibition {
  readonly when: FactTest;
  readonly text: Label;
  readonly article?: string;
  readonly remedy?: Label;
}

/** A ground that counts for a suspension or for waiving a callback. */
export interface Ground {
  readonly id: string;
  readonly title: Label;
  readonly when?: FactTest;
  readonly article?: string;
}

/** Who is told of something: by relation to the ticket, or by role. */
export type Recipient = 'citizen' | 'hotline' | 'lead' | 'assists' | 'superior' | Role;

/** What every section of a procedure can say. */
export interface Section {
  /** Data fields that the command must bring, none of them empty. */
  readonly requires?: Choice<readonly string[]>;
  readonly forbid: readonly Prohibition[];
  readonly approver?: Choice<readonly Role[]>;
  readonly inform: readonly Recipient[];
  readonly article?: string;
  readonly basis: 'text' | 'sample';
}

/** 退单. */
export interface ReturnSection extends Section {
  /** Time for a return, from the dispatch. */
  readonly window?: Choice<Term>;
  readonly maximum?: Choice<number>;
}

/** 延期. */
export interface ExtensionSection extends Section {
  readonly maximum?: Choice<number>;
  /** Longest extension. */
  readonly limit?: Choice<Term>;
  /** Whether it must be asked before the handling is due. */
  readonly beforeDue?: Choice<boolean>;
}

/** Whether an unhappy callback must, may or may not bring a ticket back. */
export type RedispatchMode = 'must' | 'may' | 'mayNot';

/** 重办. */
export interface RedispatchSection extends Section {
  readonly mode: Choice<RedispatchMode>;
  /** Highest round that a ticket may reach; the first dispatch is round 1. */
  readonly maximumRounds?: Choice<number>;
}

/** 回访. */
export interface CallbackSection extends Section {
  readonly window?: Choice<Term>;
  readonly attempts?: Choice<number>;
  /** 免回访; without it no callback can be waived. */
  readonly waiver?: Section & { readonly grounds?: readonly Ground[] };
}

/** One level of supervision. */
export interface SupervisionLevelRule {
  readonly level: 1 | 2 | 3;
  readonly title: Label;
  /** Who may supervise at this level. */
  readonly roles?: readonly Role[];
  /** Time for the unit's report. */
  readonly term?: Choice<Term>;
  readonly article?: string;
}

/** 督办. */
export interface SupervisionSection extends Section {
  /** Without it, all three levels are known. */
  readonly levels?: readonly SupervisionLevelRule[];
}

/** 派单. */
export interface DispatchSection extends Section {
  readonly maximumAssists?: Choice<number>;
}

/** 挂起. */
export interface SuspensionSection extends Section {
  readonly grounds?: readonly Ground[];
  readonly limit?: Choice<Term>;
  readonly maximum?: Choice<number>;
}

/** 重新受理. */
export interface ReopeningSection extends Section {
  /** Time for reopening, from the close. */
  readonly window?: Choice<Term>;
  readonly maximum?: Choice<number>;
}

/** What a procedure says of a single command, beside its section. */
export interface CommandRule {
  readonly requires?: Choice<readonly string[]>;
  readonly forbid: readonly Prohibition[];
  /** Roles that may give the command. They narrow what the desk allows, and never widen it. */
  readonly roles?: Choice<readonly Role[]>;
  readonly article?: string;
  readonly basis: 'text' | 'sample';
}

/** The local law of a ticket's life. A section that is absent refuses its commands. */
export interface Procedure {
  readonly return?: ReturnSection;
  readonly extension?: ExtensionSection;
  readonly redispatch?: RedispatchSection;
  readonly reply?: Section;
  readonly callback?: CallbackSection;
  readonly supervision?: SupervisionSection;
  readonly dispatch?: DispatchSection;
  readonly suspension?: SuspensionSection;
  readonly reopening?: ReopeningSection;
  readonly commands: Readonly<Partial<Record<CommandName, CommandRule>>>;
}
