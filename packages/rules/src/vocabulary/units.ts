import type { Words } from './label.js';

/** Levels and kinds of the units in a city's tree. */
export const UNIT_KINDS = {
  province: { zh: '省级', en: 'Province' },
  city: { zh: '市级', en: 'City' },
  district: { zh: '区县', en: 'District' },
  street: { zh: '街镇', en: 'Street or town' },
  community: { zh: '社区（村）', en: 'Community or village' },
  department: { zh: '部门', en: 'Department' },
  park: { zh: '园区', en: 'Park' },
  utility: { zh: '公共服务企业', en: 'Utility' },
  grid: { zh: '网格', en: 'Grid' },
  hotline: { zh: '热线中心', en: 'Hotline centre' },
} as const satisfies Words;

/** The level or kind of a unit. */
export type UnitKind = keyof typeof UNIT_KINDS;
