import type { FactDefinition } from '../facts.js';
import type { EventType } from '../vocabulary/events.js';
import type { Label } from '../vocabulary/label.js';

const whether = (zh: string, en: string): FactDefinition => ({ type: 'boolean', default: false, title: { zh, en } });
const seconds = (zh: string, en: string): FactDefinition => ({
  type: 'number',
  title: { zh: `${zh}（秒）`, en: `${en}, in seconds` },
});

/** Facts of a row that say whether something ever happened to the ticket, and the event that tells. */
export const HAPPENED: Readonly<Record<string, { readonly event: EventType; readonly title: Label }>> = {
  wasAnsweredOnline: { event: 'ticket.answeredOnline', title: { zh: '在线办结', en: 'Answered online' } },
  wasDispatched: { event: 'ticket.dispatched', title: { zh: '已转办', en: 'Dispatched' } },
  wasSigned: { event: 'ticket.signed', title: { zh: '已签收', en: 'Signed' } },
  wasContacted: { event: 'citizen.contacted', title: { zh: '已联系群众', en: 'Citizen contacted' } },
  wasReplied: { event: 'reply.approved', title: { zh: '已答复', en: 'Replied' } },
  wasCalledBack: { event: 'citizen.calledBack', title: { zh: '已回访', en: 'Called back' } },
  wasRated: { event: 'ticket.rated', title: { zh: '已评价', en: 'Rated' } },
  wasRedispatched: { event: 'ticket.redispatched', title: { zh: '曾重办', en: 'Sent round again' } },
  wasClosed: { event: 'ticket.closed', title: { zh: '曾办结', en: 'Closed at least once' } },
  wasReturned: { event: 'return.approved', title: { zh: '曾退单', en: 'Returned' } },
  wasExtended: { event: 'extension.approved', title: { zh: '曾延期', en: 'Extended' } },
  wasSuspended: { event: 'ticket.suspended', title: { zh: '曾挂起', en: 'Suspended' } },
  wasReopened: { event: 'ticket.reopened', title: { zh: '曾重新受理', en: 'Reopened' } },
  wasUrged: { event: 'ticket.urged', title: { zh: '曾催办', en: 'Urged' } },
  wasSupervised: { event: 'supervision.started', title: { zh: '曾督办', en: 'Supervised' } },
  wasInstructed: { event: 'instruction.given', title: { zh: '有领导批示', en: 'Instructed by a leader' } },
  wasConsulted: { event: 'consultation.convened', title: { zh: '曾会商', en: 'Consulted upon' } },
  wasWhistled: { event: 'departments.called', title: { zh: '街镇曾呼叫部门', en: 'The town called for departments' } },
  departmentsCame: { event: 'department.responded', title: { zh: '部门已应', en: 'Departments reported in' } },
  wasPromised: { event: 'promise.made', title: { zh: '有承诺', en: 'A promise was made' } },
  wasFulfilled: { event: 'promise.fulfilled', title: { zh: '承诺已兑现', en: 'The promise was fulfilled' } },
  wasPraised: { event: 'ticket.praised', title: { zh: '获表扬', en: 'Praised' } },
  wasCommented: { event: 'ticket.commented', title: { zh: '有监督意见', en: 'A citizen supervisor commented' } },
  wasQualityChecked: { event: 'quality.checked', title: { zh: '已质检', en: 'Quality was checked' } },
  wasTransferredToEmergency: {
    event: 'ticket.transferredToEmergency',
    title: { zh: '已转紧急热线', en: 'Transferred to an emergency line' },
  },
  wasTakenBeyond: { event: 'ticket.escalatedBeyondCity', title: { zh: '曾提请上级', en: 'Taken beyond the city' } },
  superiorAnswered: { event: 'superior.answered', title: { zh: '上级已答复', en: 'Superiors answered' } },
  wasClueTransferred: { event: 'clue.transferred', title: { zh: '已移送线索', en: 'A clue was transferred' } },
};

/**
 * How long a clock ran, by its own calendar and without its pauses: working time for a working clock. The fact is named
 * `clock.<id>.seconds`, and is there once the clock was stopped.
 */
export const CLOCK_SECONDS: FactDefinition = {
  type: 'number',
  title: { zh: '时钟用时（秒）', en: 'Time the clock ran, in seconds' },
  description: {
    zh: '按该时钟自己的日历计，扣除暂停，停止后才有',
    en: 'By the clock’s own calendar and without pauses; there once it was stopped',
  },
};

const CLOCK_SECONDS_NAME = /^clock\.([A-Za-z][\w-]*)\.seconds$/;

/**
 * The clock whose running time a fact is.
 *
 * @example
 * clockOfSeconds('clock.handle.seconds'); // 'handle'
 * clockOfSeconds('clock.handle.late'); // undefined
 */
export function clockOfSeconds(fact: string): string | undefined {
  return CLOCK_SECONDS_NAME.exec(fact)?.[1];
}

/**
 * The facts that a row of the assessment has beside the facts of every ticket: what its whole life tells. Seconds run
 * from instant to instant on the wall clock; those of a step that never came are absent.
 */
export const ROW_FACTS: Readonly<Record<string, FactDefinition>> = {
  isClosed: whether('现为办结', 'Closed now'),
  isLate: {
    ...whether('办理超时', 'Handled late'),
    description: { zh: '办结时限已超时，或超时后才完成', en: 'The clock "handle" was breached, or stopped late' },
  },
  supervisionPeak: { type: 'number', default: 0, title: { zh: '最高督办级别', en: 'Highest supervision level' } },
  promiseForClass: {
    ...whether('举一反三', 'Remedied for its whole class'),
    description: { zh: '承诺惠及同类的其他人或其他处', en: 'The last promise reaches others of the same class' },
  },
  callbackCount: { type: 'number', default: 0, title: { zh: '回访次数', en: 'Callbacks' } },
  handler: { type: 'string', title: { zh: '经办人', en: 'Handler' } },
  theme: {
    type: 'string',
    domain: 'matters',
    title: { zh: '主题', en: 'Theme' },
    description: { zh: '事项目录中最上级的事项', en: 'The widest matter above the ticket’s' },
  },
  qualityScore: { type: 'number', title: { zh: '末次质检得分', en: 'Score of the last quality check' } },
  qualityFlags: { type: 'number', default: 0, title: { zh: '质检问题数', en: 'Faults found by quality checks' } },
  dispatchSeconds: seconds('派单用时', 'From registration to the first dispatch'),
  signSeconds: seconds('签收用时', 'From the first dispatch to the first signing'),
  contactSeconds: seconds('联系用时', 'From the first signing to the first contact'),
  arriveSeconds: seconds('到场用时', 'From the first signing to the first arrival on site'),
  handlingSeconds: seconds('办理用时', 'From the first dispatch to the last approved reply'),
  totalSeconds: seconds('全程用时', 'From registration to the close'),
  ...Object.fromEntries(
    Object.entries(HAPPENED).map(([name, { title }]) => [name, { type: 'boolean', default: false, title } as const]),
  ),
};

/**
 * The instants that can place a ticket in a period. Each is the first of its kind, but for `closedAt` and `repliedAt`,
 * which are the last; `dueAt` is that of the clock `handle`. A clock’s own are named `clock.<id>.dueAt`.
 */
export const ROW_INSTANTS = {
  registeredAt: { zh: '受理时间', en: 'Registered' },
  dispatchedAt: { zh: '首次派单时间', en: 'First dispatched' },
  signedAt: { zh: '首次签收时间', en: 'First signed' },
  repliedAt: { zh: '最后答复时间', en: 'Last reply approved' },
  calledBackAt: { zh: '首次回访时间', en: 'First called back' },
  ratedAt: { zh: '首次评价时间', en: 'First rated' },
  closedAt: { zh: '办结时间', en: 'Closed' },
  dueAt: { zh: '办结到期时间', en: 'Due' },
  supervisedAt: { zh: '首次督办时间', en: 'First supervised' },
  praisedAt: { zh: '首次表扬时间', en: 'First praised' },
} as const satisfies Readonly<Record<string, Label>>;

/** The instant that places a ticket in a period. */
export type RowInstant = keyof typeof ROW_INSTANTS;
