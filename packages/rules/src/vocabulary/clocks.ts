import type { Words } from './label.js';

/** The usual clocks. A pack takes those that its law knows, and may declare more. */
export const CLOCK_NAMES = {
  answer: { zh: '接听', en: 'Answer the call' },
  dispatch: { zh: '派单', en: 'Dispatch' },
  sign: { zh: '签收', en: 'Sign' },
  contact: { zh: '联系群众', en: 'Contact the citizen' },
  arrive: { zh: '到场', en: 'Arrive on site' },
  firstReply: { zh: '首次答复', en: 'First reply' },
  handle: { zh: '办结', en: 'Handle' },
  promise: { zh: '承诺', en: 'Promise' },
  extensionDecision: { zh: '延期审核', en: 'Decide on an extension' },
  returnWindow: { zh: '退单时限', en: 'Window for a return' },
  disputeDecision: { zh: '争议裁定', en: 'Decide a dispute' },
  approval: { zh: '审批', en: 'Approve the reply' },
  callback: { zh: '回访', en: 'Call back' },
  redispatchHandle: { zh: '重办办结', en: 'Handle again' },
  superviseReply: { zh: '督办反馈', en: 'Report on supervision' },
  assist: { zh: '协办', en: 'Assist' },
} as const satisfies Words;

/** The name of a usual clock. */
export type ClockName = keyof typeof CLOCK_NAMES;

/** What a clock can show; `none` in the facts says that it was never started. */
export const CLOCK_STATES = {
  running: { zh: '计时中', en: 'Running' },
  paused: { zh: '已暂停', en: 'Paused' },
  met: { zh: '已完成', en: 'Met' },
  breached: { zh: '已超时', en: 'Breached' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  none: { zh: '未启动', en: 'Never started' },
} as const satisfies Words;

/** The state of a clock as rules see it. */
export type ClockState = keyof typeof CLOCK_STATES;
