import * as z from 'zod';
import { staying } from '../../ticket/chart-fragment.js';
import { declareTrack } from '../../ticket/declaration.js';
import { text, unitId } from '../../ticket/field-schemas.js';
import { byDispatchers, granted, unitStaff } from '../../ticket/grant.js';
import type { IsoInstant } from '../../ticket/instant.js';
import { media } from '../../ticket/media.js';

/** 街镇"呼"、部门"应": a town that cannot settle a matter alone calls departments in, and each must come. */
export const departments = declareTrack({
  chart: [staying(['signed', 'handling'], ['callForDepartments', 'departmentResponds'])],
  commands: {
    callForDepartments: {
      data: z.strictObject({
        departments: z.array(unitId).min(1).max(50),
        reason: text(),
        place: text(500).exactOptional(),
      }),
      by: [granted('ofLead', ...unitStaff), ...byDispatchers],
    },
    departmentResponds: {
      data: z.strictObject({
        /** What the department does, or why it cannot. */
        text: text(),
        /** Whether it comes to the place. */
        comes: z.boolean(),
        media,
      }),
      by: [granted('ofCalled', ...unitStaff)],
    },
  },
});

/** What calls for departments write into the log. */
export interface DepartmentEvents {
  'departments.called': { readonly departments: readonly string[]; readonly reason: string; readonly place?: string };
  'department.responded': { readonly department: string; readonly text: string; readonly comes: boolean };
}

/** What a ticket knows of its call for departments. */
export interface DepartmentFields {
  /** The last call: who was called, and who has responded. */
  readonly departmentCall: {
    readonly departments: readonly string[];
    readonly since: IsoInstant;
    readonly responded: readonly string[];
  } | null;
}
