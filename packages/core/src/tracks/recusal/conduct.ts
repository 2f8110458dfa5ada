import { unknownUnit } from '../../dispatch/unknown-unit.js';
import { done, type TrackConduct } from '../../ticket/conduct.js';
import type { RecusalEvents, recusing } from './declaration.js';

/** What recusals do. */
export const recusalConduct: TrackConduct<keyof typeof recusing.commands, keyof RecusalEvents> = {
  perform: {
    recuse: (_ticket, data, { by, pack }) => {
      const whom = data.person === undefined && data.unit === undefined ? { person: by.id } : {};
      return unknownUnit([data.unit], pack) ?? done('person.recused', { ...data, ...whom });
    },
  },
  folds: {
    'person.recused': (draft, { person, unit, substitute }) => {
      const { persons, units } = draft.recused;
      draft.recused = {
        persons: person === undefined ? persons : [...new Set([...persons, person])],
        units: unit === undefined ? units : [...new Set([...units, unit])],
      };
      if (person !== undefined && person === draft.handler) draft.handler = substitute ?? null;
    },
  },
};
