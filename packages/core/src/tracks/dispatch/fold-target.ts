import type { Draft } from '../../ticket/fold.js';
import type { IsoInstant } from '../../ticket/instant.js';
import type { DispatchTarget } from './dispatch-data.js';

/** The ticket has a new lead: there is exactly one at a time. */
export function foldTarget(draft: Draft, target: DispatchTarget, at: IsoInstant): void {
  const { lead, assists, limits, via, rule, line, article, path = [], statutory } = target;
  draft.lead = lead;
  draft.assists = assists;
  draft.leadSince = at;
  draft.reason = { via, rule, line, article };
  draft.limits = limits;
  if (statutory !== undefined) draft.statutory = statutory;
  if (!draft.received.includes(lead)) draft.received = [...draft.received, lead];
  draft.path = path;
  draft.finishedAssists = [];
}
