import type { Words } from './label.js';

/** Who acts on a ticket. */
export const ROLES = {
  agent: { zh: '话务员', en: 'Agent' },
  dispatcher: { zh: '派单员', en: 'Dispatcher' },
  qualityChecker: { zh: '质检员', en: 'Quality checker' },
  callbackOfficer: { zh: '回访员', en: 'Callback officer' },
  unitClerk: { zh: '签收员', en: 'Clerk of the unit' },
  handler: { zh: '经办人', en: 'Handler' },
  unitLeader: { zh: '分管领导', en: 'Leader of the unit' },
  unitHead: { zh: '主要负责人', en: 'Head of the unit' },
  gridWorker: { zh: '网格员', en: 'Grid worker' },
  districtDispatcher: { zh: '区级调度', en: 'Dispatcher of the district' },
  superviseOfficer: { zh: '督办员', en: 'Supervision officer' },
  supervisionOffice: { zh: '督查室', en: 'Supervision office' },
  cityLeader: { zh: '市领导', en: 'City leader' },
  consultationChair: { zh: '会商主持人', en: 'Chair of the consultation' },
  clueReceiver: { zh: '纪检接收', en: 'Receiver of clues' },
  auditor: { zh: '审计员', en: 'Auditor' },
  citizen: { zh: '市民', en: 'Citizen' },
  enterprise: { zh: '企业', en: 'Enterprise' },
  citizenSupervisor: { zh: '社会监督员', en: 'Citizen supervisor' },
  system: { zh: '系统', en: 'System' },
} as const satisfies Words;

/** The role of an actor. */
export type Role = keyof typeof ROLES;
