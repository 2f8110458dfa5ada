import { type CityPack, type PreferredUnit, preferredUnits, type TicketFacts } from '@hotline-kit/rules';
import { partiesOf } from '../../dispatch/parties.js';
import { unknownUnit } from '../../dispatch/unknown-unit.js';
import { done, type TrackConduct } from '../../ticket/conduct.js';
import type { TicketRecord } from '../../ticket/ticket-record.js';
import type { RecusalEvents, recusing } from './declaration.js';

/** What recusals do. */
export const recusalConduct: TrackConduct<keyof typeof recusing.commands, keyof RecusalEvents> = {
  perform: {
    recuse: (ticket, data, { by, pack, facts }) => {
      const whom = data.person === undefined && data.unit === undefined ? { person: by.id } : {};
      const unit =
        data.unit !== undefined && data.unit === ticket.lead ? substituteUnit(ticket, facts, pack) : undefined;
      const steps = unit === undefined ? {} : { substituteUnit: unit };
      return unknownUnit([data.unit], pack) ?? done('person.recused', { ...data, ...whom, ...steps });
    },
  },
  folds: {
    'person.recused': (draft, { person, unit, substitute, substituteUnit: stepsIn }) => {
      const { persons, units, ...rest } = draft.recused;
      draft.recused = {
        persons: person === undefined ? persons : [...new Set([...persons, person])],
        units: unit === undefined ? units : [...new Set([...units, unit])],
        ...rest,
        ...(stepsIn === undefined ? {} : { substitute: stepsIn }),
      };
      if (person !== undefined && person === draft.handler) draft.handler = substitute ?? null;
    },
  },
};

/** The unit above steps in, unless the procedure says otherwise. */
const usual: readonly PreferredUnit[] = [{ unit: { parentOf: 'lead' } }];

/** Which unit steps in for a lead that recuses: the first of the preference that is not itself out of it. */
function substituteUnit(ticket: TicketRecord, facts: TicketFacts, pack: CityPack): string | undefined {
  const preference = pack.procedure.recusal?.substitute ?? usual;
  const { lead, recused } = ticket;
  return preferredUnits(pack, preference, facts, partiesOf(ticket)).find(
    (unit) => unit !== lead && !recused.units.includes(unit),
  );
}
