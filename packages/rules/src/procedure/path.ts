import type { Facts, TicketFacts } from '../facts.js';
import type { CommandName } from '../vocabulary/commands.js';
import type { Ground } from './ground.js';
import type { Procedure } from './procedure.js';
import type { Stage } from './stage.js';
import type { Measure, SupervisionLevelRule } from './supervision-level.js';

/** The sections that go by stages. */
export type StagedSection = 'callback' | 'quality' | 'dispute' | 'remedies';

/** The section whose stages a command acts in. */
const STAGED_COMMANDS: Readonly<Partial<Record<CommandName, StagedSection>>> = {
  callBack: 'callback',
  checkQuality: 'quality',
  designate: 'dispute',
  decideRemedy: 'remedies',
};

/** The section whose stages a command acts in; nothing for one that knows none. */
export function stagedSectionOf(command: CommandName): StagedSection | undefined {
  return STAGED_COMMANDS[command];
}

/** The stages of a section, in their order, whether they apply or not; empty where it lists none. */
export function allStages(procedure: Procedure, section: StagedSection): readonly Stage[] {
  return (section === 'dispute' ? procedure.dispute?.path : procedure[section]?.stages) ?? [];
}

/** The stages of a section that apply to the ticket, in their order; empty where it lists none. */
export function stagesOf(procedure: Procedure, section: StagedSection, facts: Facts | TicketFacts): readonly Stage[] {
  return allStages(procedure, section).filter(({ when }) => when === undefined || when(facts));
}

/**
 * The stage that comes next after those that were taken; nothing after the last, or after a final one.
 *
 * @example
 * nextStage(pack.procedure, 'dispute', facts, ['hotline'])?.by; // the supervision office settles what the hotline did not
 */
export function nextStage(
  procedure: Procedure,
  section: StagedSection,
  facts: Facts | TicketFacts,
  taken: readonly string[],
): Stage | undefined {
  const stages = stagesOf(procedure, section, facts);
  const last = Math.max(-1, ...taken.map((id) => stages.findIndex((stage) => stage.id === id)));
  return stages[last]?.final === true ? undefined : stages[last + 1];
}

/** What is due by the procedure itself: grounds, levels and measures whose condition holds. */
export interface DueOversight {
  /** Why the unit should be urged; empty where it should not. */
  readonly urging: readonly Ground[];
  /** The highest level of supervision that is due. */
  readonly supervision?: SupervisionLevelRule;
  /** Notices, interviews and other measures that follow. */
  readonly measures: readonly Measure[];
}

/** What urging, supervision, notices and interviews are due, given the facts. Only what names a condition can be. */
export function oversightDue(procedure: Procedure, facts: Facts | TicketFacts): DueOversight {
  const { urging, supervision } = procedure;
  const due = <Item extends { readonly when?: (facts: Facts | TicketFacts) => boolean }>(
    items: readonly Item[] | undefined,
  ): readonly Item[] => (items ?? []).filter(({ when }) => when?.(facts) === true);
  const levels = [...due(supervision?.levels)].sort((a, b) => b.level - a.level);
  return {
    urging: due(urging?.grounds),
    ...(levels[0] !== undefined && { supervision: levels[0] }),
    measures: due(supervision?.measures),
  };
}

/** Whether a ticket is confidential by the procedure itself: the grounds whose condition holds. */
export function confidentialOn(procedure: Procedure, facts: Facts | TicketFacts): readonly Ground[] {
  return (procedure.confidentiality?.grounds ?? []).filter(({ when }) => when?.(facts) === true);
}
