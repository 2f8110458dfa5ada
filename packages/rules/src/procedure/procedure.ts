import type { CommandName } from '../vocabulary/commands.js';
import type { EvidenceKind } from './evidence.js';
import type { FieldTitles } from './field-titles.js';
import type { Milestone } from './milestone.js';
import type { COMMAND_SETTINGS } from './procedure-schema.js';
import type { CompiledSettings, Section } from './section.js';
import type { SECTIONS, SectionName } from './section-table.js';

/** A section of a procedure: what every section can say, and the settings of its own. */
export type ProcedureSection<Name extends SectionName> = Section &
  CompiledSettings<(typeof SECTIONS)[Name]['settings']>;

/** What a procedure says of a single command, beside its section. */
export type CommandRule = Section & CompiledSettings<typeof COMMAND_SETTINGS>;

/** The local law of a ticket's life. A section that is absent refuses its commands. */
export type Procedure = { readonly [Name in SectionName]?: ProcedureSection<Name> } & {
  readonly commands: Readonly<Partial<Record<CommandName, CommandRule>>>;
  /** The kinds of evidence of the pack, by id. */
  readonly evidence: Readonly<Record<string, EvidenceKind>>;
  /** What the pack calls data fields of commands, by their names. */
  readonly fields: FieldTitles;
  /** The milestones of the pack, by id. */
  readonly milestones: Readonly<Record<string, Milestone>>;
};
