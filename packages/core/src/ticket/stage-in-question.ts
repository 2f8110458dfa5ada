import { type CityPack, nextStage, type StagedSection, stagesOf, type TicketFacts } from '@hotline-kit/rules';
import type { ChartCommand } from './machine.js';
import type { TicketRecord } from './ticket-record.js';

/** The stage that a command is about: that which its data names, or the one that is due. */
export function stageInQuestion(
  command: ChartCommand,
  ticket: TicketRecord | undefined,
  data: unknown,
  facts: TicketFacts,
  pack: CityPack,
): string | undefined {
  if (command === 'decideRemedy') return ticket?.remedy?.stage;
  const { stage } = (data ?? {}) as { readonly stage?: unknown };
  if (typeof stage === 'string') return stage;
  if (ticket === undefined) return undefined;
  if (command === 'callBack') return onlyStage('callback', facts, pack);
  if (command === 'checkQuality') return onlyStage('quality', facts, pack);
  return command === 'designate' ? nextDisputeStage(ticket, facts, pack) : undefined;
}

/** The stage of a section that is meant where none is named: the only one that applies. */
export function onlyStage(section: StagedSection, facts: TicketFacts, { procedure }: CityPack): string | undefined {
  const [stage, ...others] = stagesOf(procedure, section, facts);
  return others.length === 0 ? stage?.id : undefined;
}

/** The stage of settlement that comes next; nothing where no dispute waits for one. */
export function nextDisputeStage(ticket: TicketRecord, facts: TicketFacts, pack: CityPack): string | undefined {
  if (ticket.state !== 'disputed') return undefined;
  return nextStage(pack.procedure, 'dispute', facts, takenOf(ticket, 'dispute'))?.id;
}

/** The stages of a section that were taken. */
export function takenOf({ stages }: TicketRecord, section: StagedSection): readonly string[] {
  const head = `${section}.`;
  return Object.keys(stages).flatMap((key) => (key.startsWith(head) ? [key.slice(head.length)] : []));
}
