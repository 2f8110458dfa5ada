import type { CityPack, TicketFacts } from '@hotline-kit/rules';
import { onlyStage } from '../../ticket/stage-in-question.js';
import { drawnFor } from './drawn-for.js';

/**
 * The stage that a callback or a check belongs to: as it is named, else the only one that applies; and whether the
 * ticket was drawn for it, where the stage takes a share of the tickets only.
 */
export function stageOfCheck(
  section: 'callback' | 'quality',
  ticket: string,
  named: string | undefined,
  facts: TicketFacts,
  pack: CityPack,
): { readonly stage?: string; readonly drawn?: boolean } {
  const id = named ?? onlyStage(section, facts, pack);
  const stage = pack.procedure[section]?.stages?.find((each) => each.id === id);
  return {
    ...(id === undefined ? {} : { stage: id }),
    ...(stage?.sample === undefined ? {} : { drawn: drawnFor(ticket, stage) }),
  };
}
