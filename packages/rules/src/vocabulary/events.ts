import type { Words } from './label.js';

/** What can have happened to a ticket: one event for each command that succeeds. */
export const TICKET_EVENT_TYPES = {
  'ticket.registered': { zh: '已登记', en: 'Registered' },
  'ticket.answeredOnline': { zh: '已在线解答', en: 'Answered online' },
  'ticket.refused': { zh: '已不予受理', en: 'Refused' },
  'ticket.transferredToEmergency': { zh: '已转紧急热线', en: 'Transferred to an emergency line' },
  'handover.offered': { zh: '已转接紧急热线', en: 'Hand-over offered' },
  'handover.acknowledged': { zh: '紧急热线已接收', en: 'Hand-over acknowledged' },
  'handover.declined': { zh: '紧急热线未接收', en: 'Hand-over declined' },
  'ticket.dispatched': { zh: '已派单', en: 'Dispatched' },
  'assist.added': { zh: '已加派', en: 'Assisting unit added' },
  'assist.finished': { zh: '协办已办结', en: 'Assist finished' },
  'ticket.signed': { zh: '已签收', en: 'Signed' },
  'return.requested': { zh: '已申请退单', en: 'Return requested' },
  'return.approved': { zh: '已同意退单', en: 'Return approved' },
  'return.rejected': { zh: '已驳回退单', en: 'Return rejected' },
  'dispute.raised': { zh: '已提出争议', en: 'Dispute raised' },
  'ticket.designated': { zh: '已指定承办', en: 'Unit designated' },
  'ticket.accepted': { zh: '已受理', en: 'Accepted' },
  'citizen.contacted': { zh: '已联系群众', en: 'Citizen contacted' },
  'site.arrived': { zh: '已到达现场', en: 'Arrived on site' },
  'progress.recorded': { zh: '已记录进展', en: 'Progress recorded' },
  'promise.made': { zh: '已承诺', en: 'Promise made' },
  'promise.fulfilled': { zh: '已兑现承诺', en: 'Promise fulfilled' },
  'extension.requested': { zh: '已申请延期', en: 'Extension requested' },
  'extension.approved': { zh: '已同意延期', en: 'Extension approved' },
  'extension.rejected': { zh: '已驳回延期', en: 'Extension rejected' },
  'ticket.suspended': { zh: '已挂起', en: 'Suspended' },
  'ticket.resumed': { zh: '已恢复办理', en: 'Resumed' },
  'consultation.convened': { zh: '已召集会商', en: 'Consultation convened' },
  'consultation.concluded': { zh: '会商已有结论', en: 'Consultation concluded' },
  'termination.requested': { zh: '已申请终止', en: 'Termination requested' },
  'termination.rejected': { zh: '已驳回终止', en: 'Termination rejected' },
  'ticket.terminated': { zh: '已终止办理', en: 'Terminated' },
  'reply.submitted': { zh: '已提交答复', en: 'Reply submitted' },
  'reply.approved': { zh: '答复已审批通过', en: 'Reply approved' },
  'reply.rejected': { zh: '答复已审批退回', en: 'Reply rejected' },
  'citizen.calledBack': { zh: '已回访', en: 'Citizen called back' },
  'callback.waived': { zh: '已免回访', en: 'Callback waived' },
  'ticket.rated': { zh: '已评价', en: 'Rated' },
  'ticket.redispatched': { zh: '已重办', en: 'Redispatched' },
  'ticket.closed': { zh: '已办结', en: 'Closed' },
  'ticket.archived': { zh: '已归档', en: 'Archived' },
  'ticket.reopened': { zh: '已重新受理', en: 'Reopened' },
  'ticket.urged': { zh: '已催办', en: 'Urged' },
  'supervision.started': { zh: '已督办', en: 'Supervision started' },
  'supervision.escalated': { zh: '督办已提级', en: 'Supervision escalated' },
  'instruction.given': { zh: '已批示', en: 'Instruction given' },
  'supervision.reported': { zh: '督办已反馈', en: 'Supervision reported on' },
  'supervision.concluded': { zh: '督办已办结', en: 'Supervision concluded' },
  'accountability.entered': { zh: '已记入追责', en: 'Held accountable' },
  'ticket.merged': { zh: '已并案', en: 'Merged' },
  'ticket.unmerged': { zh: '已取消并案', en: 'Unmerged' },
  'repeat.absorbed': { zh: '已并入重复诉求', en: 'Repeat absorbed' },
  'repeat.released': { zh: '已移出并案', en: 'Repeat released' },
  'ticket.split': { zh: '已分件', en: 'Split' },
  'demand.foundUnreasonable': { zh: '已认定不合理诉求', en: 'Demand found unreasonable' },
  'clue.transferred': { zh: '线索已移送', en: 'Clue transferred' },
  'departments.called': { zh: '街镇已呼', en: 'Departments called' },
  'department.responded': { zh: '部门已应', en: 'Department responded' },
  'ticket.withdrawn': { zh: '已撤回', en: 'Withdrawn' },
  'evidence.added': { zh: '已补充材料', en: 'Evidence added' },
  'ticket.praised': { zh: '已表扬', en: 'Praised' },
  'ticket.watched': { zh: '社会监督员已关注', en: 'Watched by a citizen supervisor' },
  'ticket.commented': { zh: '社会监督员提出意见', en: 'Commented on by a citizen supervisor' },
  'supervision.joined': { zh: '社会监督员参与督办', en: 'A citizen supervisor joined the supervision' },
  'quality.checked': { zh: '已质检', en: 'Quality checked' },
  'ticket.enquired': { zh: '已查询', en: 'Enquired' },
  'person.recused': { zh: '已回避', en: 'Person recused' },
  'ticket.escalatedBeyondCity': { zh: '已提请上级', en: 'Escalated beyond the city' },
  'superior.answered': { zh: '上级已答复', en: 'Superiors answered' },
  'ticket.tagged': { zh: '已打标签', en: 'Tagged' },
  'notice.given': { zh: '已通知', en: 'Notice given' },
  'duty.arose': { zh: '产生告知义务', en: 'Duty to inform arose' },
  'duty.fulfilled': { zh: '已告知', en: 'Informed' },
  'duty.waived': { zh: '已免予告知', en: 'Informing waived' },
  'remedy.sought': { zh: '已申请救济', en: 'Remedy sought' },
  'remedy.decided': { zh: '救济已决定', en: 'Remedy decided' },
} as const satisfies Words;

/** What happens to the clocks of a ticket. */
export const CLOCK_EVENT_TYPES = {
  'clock.started': { zh: '计时开始', en: 'Clock started' },
  'clock.paused': { zh: '计时暂停', en: 'Clock paused' },
  'clock.resumed': { zh: '计时恢复', en: 'Clock resumed' },
  'clock.extended': { zh: '时限延长', en: 'Clock extended' },
  'clock.warned': { zh: '临期预警', en: 'Clock warned' },
  'clock.breached': { zh: '超时', en: 'Clock breached' },
  'clock.stopped': { zh: '计时结束', en: 'Clock stopped' },
  'clock.cancelled': { zh: '计时取消', en: 'Clock cancelled' },
  'clock.retimed': { zh: '时限重算', en: 'Clock retimed' },
} as const satisfies Words;

/** What is done with tickets that began their life in another system. */
const IMPORT_EVENT_TYPES = {
  'ticket.imported': { zh: '从原系统转入', en: 'Taken over from another system' },
} as const satisfies Words;

/** What happens to the record of who called. */
const IDENTITY_EVENT_TYPES = {
  'caller.read': { zh: '查阅诉求人身份', en: 'Caller looked up' },
  'caller.erased': { zh: '删除诉求人身份', en: 'Caller erased' },
} as const satisfies Words;

/** All events of the log. `clocks.json` names them as they stand there. */
export const EVENT_TYPES = {
  ...TICKET_EVENT_TYPES,
  ...CLOCK_EVENT_TYPES,
  ...IMPORT_EVENT_TYPES,
  ...IDENTITY_EVENT_TYPES,
} as const;

/** An event of a ticket's life. */
export type TicketEventType = keyof typeof TICKET_EVENT_TYPES;

/** An event of a clock. */
export type ClockEventType = keyof typeof CLOCK_EVENT_TYPES;

/** Any event type of the log. */
export type EventType = keyof typeof EVENT_TYPES;
