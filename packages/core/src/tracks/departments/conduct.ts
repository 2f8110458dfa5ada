import { unknownUnit } from '../../dispatch/unknown-unit.js';
import { done, type TrackConduct } from '../../ticket/conduct.js';
import { fine, refuse } from '../../ticket/refusal.js';
import type { DepartmentEvents, departments } from './declaration.js';

/** What calls for departments do. */
export const departmentsConduct: TrackConduct<keyof typeof departments.commands, keyof DepartmentEvents> = {
  perform: {
    callForDepartments: (_ticket, data, { pack }) =>
      unknownUnit(data.departments, pack) ?? done('departments.called', data),
    departmentResponds: ({ departmentCall }, data, { by, pack }) => {
      const called = departmentCall?.departments.find(
        (unit) => by.unit !== undefined && pack.units.isWithin(by.unit, unit),
      );
      return done('department.responded', { department: called ?? by.unit ?? '', ...data });
    },
  },
  checks: {
    departmentResponds: ({ departmentCall }) =>
      departmentCall !== null
        ? fine
        : refuse('noDepartmentCall', '没有呼叫部门', 'no department was called', {
            remedy: { zh: '请街镇先呼叫部门', en: 'the town calls departments first' },
          }),
  },
  folds: {
    'departments.called': (draft, { departments: called }, at) => {
      draft.departmentCall = { departments: called, since: at, responded: [] };
    },
    'department.responded': (draft, { department }) => {
      const call = draft.departmentCall;
      if (call !== null) draft.departmentCall = { ...call, responded: [...new Set([...call.responded, department])] };
    },
  },
};
