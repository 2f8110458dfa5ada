import type { Words } from './label.js';

/** The states of a ticket (工单): the main flow first, then the side ways and the ends. */
export const TICKET_STATES = {
  draft: { zh: '草稿', en: 'Draft' },
  received: { zh: '已接收', en: 'Received' },
  answeredOnline: { zh: '在线办结', en: 'Answered online' },
  pendingDispatch: { zh: '待派单', en: 'Pending dispatch' },
  dispatched: { zh: '待签收', en: 'Dispatched' },
  signed: { zh: '已签收', en: 'Signed' },
  handling: { zh: '办理中', en: 'Handling' },
  pendingApproval: { zh: '待审批', en: 'Pending approval' },
  replied: { zh: '已答复待回访', en: 'Replied' },
  calledBack: { zh: '已回访', en: 'Called back' },
  closed: { zh: '已办结', en: 'Closed' },
  archived: { zh: '已归档', en: 'Archived' },
  returnRequested: { zh: '退单审核', en: 'Return requested' },
  disputed: { zh: '争议裁定', en: 'Disputed' },
  merged: { zh: '已并案', en: 'Merged' },
  refused: { zh: '不予受理', en: 'Refused' },
  terminated: { zh: '终止办理', en: 'Terminated' },
  transferredEmergency: { zh: '转紧急热线', en: 'Transferred to an emergency line' },
  withdrawn: { zh: '撤回', en: 'Withdrawn' },
} as const satisfies Words;

/** The state of a ticket's main flow. */
export type TicketState = keyof typeof TICKET_STATES;

/** The tracks that run beside the main flow. */
export const TICKET_TRACKS = {
  extension: { zh: '延期', en: 'Extension' },
  suspension: { zh: '挂起', en: 'Suspension' },
  supervision: { zh: '督办', en: 'Supervision' },
  urging: { zh: '催办', en: 'Urging' },
  consultation: { zh: '疑难会商', en: 'Consultation' },
  confidentiality: { zh: '保密', en: 'Confidentiality' },
  clueTransfer: { zh: '线索移送', en: 'Clue transfer' },
} as const satisfies Words;

/** A track beside the main flow. */
export type TicketTrack = keyof typeof TICKET_TRACKS;

/** How high a ticket is supervised (督办). `supervisionLevel` of the facts is 0 for `none`, 1–3 for the levels. */
export const SUPERVISION_LEVELS = {
  none: { zh: '未督办', en: 'Not supervised' },
  level1: { zh: '一级督办', en: 'Supervision, level 1' },
  level2: { zh: '二级督办', en: 'Supervision, level 2' },
  level3: { zh: '三级督办', en: 'Supervision, level 3' },
  resolved: { zh: '督办办结', en: 'Supervision concluded' },
} as const satisfies Words;

/** A supervision level's name. */
export type SupervisionLevel = keyof typeof SUPERVISION_LEVELS;
