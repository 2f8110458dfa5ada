import * as z from 'zod';
import { staying } from '../../ticket/chart-fragment.js';
import { declareTrack } from '../../ticket/declaration.js';
import { ground, text, unitId } from '../../ticket/field-schemas.js';
import { byDispatchers, granted, supervisors, unitStaff } from '../../ticket/grant.js';
import { openStates } from '../../ticket/life-states.js';

/** Recusal 回避: a person or unit with a stake in the matter has no more to do with it. */
export const recusing = declareTrack({
  chart: [staying(openStates, ['recuse'])],
  commands: {
    recuse: {
      data: z
        .strictObject({
          /** The host's id of the person; whoever gives the command, unless a person or unit is named. */
          person: text(200).exactOptional(),
          unit: unitId.exactOptional(),
          ground: ground.exactOptional(),
          reason: text(),
          /** Who steps in for the person. */
          substitute: text(200).exactOptional(),
        })
        .refine(({ person, unit }) => person === undefined || unit === undefined, {
          path: ['unit'],
          message: 'name a person or a unit, not both',
          params: { zh: '请写明回避的人员或单位，二者择一' },
        }),
      by: [
        granted('involved', ...unitStaff),
        ...byDispatchers,
        granted('anyone', 'agent', 'callbackOfficer', ...supervisors),
      ],
    },
  },
});

/** What recusals write into the log. */
export interface RecusalEvents {
  'person.recused': {
    readonly person?: string;
    readonly unit?: string;
    readonly ground?: string;
    readonly reason: string;
    readonly substitute?: string;
    /** The unit that steps in for a lead, by the procedure. */
    readonly substituteUnit?: string;
  };
}

/** What a ticket knows of its recusals. */
export interface RecusalFields {
  /** Persons and units that have no more to do with it. */
  readonly recused: {
    readonly persons: readonly string[];
    readonly units: readonly string[];
    /** The unit that steps in for the lead, until one is designated. */
    readonly substitute?: string;
  };
}
