import { toEpochMilliseconds } from '@hotline-kit/sla-calendar';
import type { Decider } from '../decider.js';
import { isOutcome, type Outcome } from '../decisions.js';
import type { Facts } from '../facts.js';
import type { CityPack } from '../pack/city-pack.js';
import type { ListRow } from '../routing/list-row.js';
import { listRowFor } from '../routing/route.js';

/** What stands for a rule's name where the implementation list, or the fallback unit, names the lead. */
const [LIST, FALLBACK] = ['implementation-list.csv', 'fallbackUnit'] as const;

/**
 * A whole pack as one decider, for a backtest: the outcomes of its routing rules; where none routes, the lead of the
 * implementation list or the fallback unit; then the outcomes of its escalation rules.
 */
export function packDecider(pack: CityPack): Decider {
  const { id, version, hash, routing, escalation, fallbackUnit } = pack;
  const ruleSet = { id, version, hash };
  const ofRow = new WeakMap<ListRow, Outcome>();
  const fallback = fallbackUnit === undefined ? undefined : routeOutcome(FALLBACK, fallbackUnit, []);
  const listed = ({ matter, district }: Facts): Outcome | undefined => {
    if (typeof matter !== 'string') return fallback;
    const row = listRowFor(pack, matter, typeof district === 'string' ? district : '');
    if (row === undefined) return fallback;
    let outcome = ofRow.get(row);
    if (outcome === undefined) {
      outcome = routeOutcome(LIST, row.lead, row.assists, row.article);
      ofRow.set(row, outcome);
    }
    return outcome;
  };
  return {
    ...ruleSet,
    size: routing.size + escalation.size,
    decide(facts, options) {
      const when = options?.at === undefined ? {} : { at: toEpochMilliseconds(options.at) };
      const routed = routing.decide(facts, when).outcomes;
      const byList = routed.some((outcome) => isOutcome(outcome, 'route')) ? undefined : listed(facts as Facts);
      const escalated = escalation.decide(facts, when).outcomes;
      if (byList === undefined && escalated.length === 0) return { outcomes: routed, ruleSet };
      return { outcomes: [...routed, ...(byList === undefined ? [] : [byList]), ...escalated], ruleSet };
    },
  };
}

function routeOutcome(rule: string, unit: string, assists: readonly string[], article?: string): Outcome {
  const params = { unit, ...(assists.length > 0 && { assists: [...assists] }) };
  return Object.freeze({ type: 'route', params, rule, priority: 0, ...(article !== undefined && { article }) });
}
