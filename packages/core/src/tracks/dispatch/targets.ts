import type { CityPack, UnitKind } from '@hotline-kit/rules';
import type { Asking } from '../../ticket/asking.js';
import type { TicketRecord } from '../../ticket/ticket-record.js';

/**
 * Units that a command can send the ticket to, one of each kind: what a level may receive goes by the kind. A ticket
 * that is with a unit is only passed down.
 */
export function targetsOf({ command, pack }: Asking, { lead }: TicketRecord): readonly string[] {
  return command === 'dispatch' && lead !== null ? firstOfKinds(below(lead, pack), pack) : ofAllKinds(pack);
}

/** The units below a unit, at any depth. */
export function below(unit: string, pack: CityPack): readonly string[] {
  return pack.units.children(unit).flatMap(({ id }) => [id, ...below(id, pack)]);
}

const known = new WeakMap<CityPack, readonly string[]>();

function ofAllKinds(pack: CityPack): readonly string[] {
  const units =
    known.get(pack) ??
    firstOfKinds(
      pack.units.all.map(({ id }) => id),
      pack,
    );
  known.set(pack, units);
  return units;
}

function firstOfKinds(units: readonly string[], pack: CityPack): readonly string[] {
  const first = new Map<UnitKind | undefined, string>();
  for (const unit of units) {
    const kind = pack.units.get(unit)?.kind;
    if (!first.has(kind)) first.set(kind, unit);
  }
  return [...first.values()];
}
