import type { ClockView, TicketView } from '@hotline-kit/core/view';

// Views as a desk with Dongguan's limits would give them. Sample data.

/** The instant of all views: Monday 2023-07-10 10:12 in Dongguan. */
export const asOf = '2023-07-10T10:12:00+08:00';

const unit = { zh: '东坑镇城市管理和综合执法分局', en: 'Dongkeng Town Urban Management Branch' };

function clock(id: string, zh: string, en: string, more: Partial<ClockView>): ClockView {
  return {
    id,
    title: { zh, en },
    state: 'running',
    late: false,
    startedAt: '2023-07-10T09:32:00+08:00',
    dueAt: '2023-07-10T10:32:00+08:00',
    elapsed: 40 * 60_000,
    remaining: 20 * 60_000,
    overdueBy: 0,
    pausedTotal: 0,
    warnings: [],
    certainty: 'official',
    counts: 'elapsed',
    open: [],
    ...more,
  };
}

const minutes = (n: number) => n * 60_000;

/** Every state that a clock can be in. */
export const clocks = {
  contact: clock('contact', '联系群众', 'Contact the citizen', {
    state: 'met',
    startedAt: '2023-07-10T09:03:00+08:00',
    dueAt: '2023-07-10T09:33:00+08:00',
    elapsed: minutes(18),
    remaining: minutes(12),
  }),
  arrive: clock('arrive', '到达现场', 'Arrive on site', {}),
  warned: clock('dispatch', '派单', 'Dispatch', {
    dueAt: '2023-07-10T10:18:00+08:00',
    remaining: minutes(6),
    warnings: [{ id: 'half', at: '2023-07-10T10:00:00+08:00', fired: true }],
  }),
  breached: clock('sign', '签收', 'Sign', {
    state: 'breached',
    late: true,
    dueAt: '2023-07-10T09:37:00+08:00',
    remaining: 0,
    overdueBy: minutes(35),
  }),
  promise: clock('promise', '承诺办结', 'Promised result', {
    counts: 'working',
    startedAt: '2023-07-10T09:30:00+08:00',
    dueAt: '2023-07-12T17:30:00+08:00',
    elapsed: minutes(42),
    remaining: minutes(108 + 240 + 2 * 420),
    remainingWorkingDays: 2,
    open: [
      ['2023-07-10T10:12:00+08:00', '2023-07-10T12:00:00+08:00'],
      ['2023-07-10T13:30:00+08:00', '2023-07-10T17:30:00+08:00'],
      ['2023-07-11T09:00:00+08:00', '2023-07-11T12:00:00+08:00'],
      ['2023-07-11T13:30:00+08:00', '2023-07-11T17:30:00+08:00'],
      ['2023-07-12T09:00:00+08:00', '2023-07-12T12:00:00+08:00'],
      ['2023-07-12T13:30:00+08:00', '2023-07-12T17:30:00+08:00'],
    ],
  }),
  approval: clock('approval', '延期审批', 'Decide on the extension', {
    counts: 'working',
    dueAt: '2023-07-10T15:00:00+08:00',
    elapsed: minutes(42),
    remaining: minutes(108 + 90),
    open: [
      ['2023-07-10T10:12:00+08:00', '2023-07-10T12:00:00+08:00'],
      ['2023-07-10T13:30:00+08:00', '2023-07-10T15:00:00+08:00'],
    ],
  }),
  paused: clock('handle', '办结', 'Handle', { state: 'paused', remaining: minutes(200), elapsed: minutes(100) }),
  late: clock('firstReply', '首次答复', 'First reply', {
    state: 'met',
    late: true,
    dueAt: '2023-07-07T17:30:00+08:00',
    remaining: 0,
    overdueBy: minutes(80),
  }),
  cancelled: clock('returnWindow', '退单', 'Return', { state: 'cancelled' }),
  provisional: clock('redispatchHandle', '重办', 'Handle again', {
    dueAt: '2024-01-05T17:30:00+08:00',
    certainty: 'provisional',
    remaining: minutes(1440 * 179 + 438),
  }),
} as const satisfies Record<string, ClockView>;

const step = (
  state: TicketView['state'],
  zh: string,
  en: string,
  status: 'done' | 'current' | 'todo',
  at?: string,
) => ({
  state,
  text: { zh, en },
  status,
  ...(at ? { at } : {}),
});

/** An urgent ticket while the unit is on its way. */
export const urgent: TicketView = {
  id: 't-42',
  number: 'DG-20230710-0042',
  version: 6,
  asOf,
  state: 'handling',
  stateText: { zh: '办理中', en: 'Being handled' },
  matter: { code: 'noise-night', name: { zh: '紧急夜间施工噪声', en: 'Urgent construction noise at night' } },
  place: { district: '东坑镇', street: '沿河路', address: '12 号工地' },
  urgent: true,
  round: 1,
  holder: { unit: 'dongkeng-urban', name: unit, since: '2023-07-10T09:03:00+08:00' },
  assists: [{ unit: 'ecology', name: { zh: '市生态环境局东坑分局', en: 'Ecology Bureau, Dongkeng Branch' } }],
  steps: [
    step('received', '已受理', 'Received', 'done', '2023-07-10T09:02:00+08:00'),
    {
      ...step('dispatched', '已派给承办单位', 'Dispatched to the unit', 'done', '2023-07-10T09:03:00+08:00'),
      article: '第十二条',
    },
    step('signed', '已签收', 'Signed', 'done', '2023-07-10T09:04:00+08:00'),
    step('handling', '办理中', 'Being handled', 'current', '2023-07-10T09:21:00+08:00'),
    step('replied', '答复', 'Reply', 'todo'),
    step('calledBack', '回访', 'Call back', 'todo'),
    step('closed', '办结', 'Close', 'todo'),
  ],
  clocks: [clocks.contact, clocks.promise, clocks.arrive],
  actions: [],
  timeline: [
    {
      version: 1,
      at: '2023-07-10T09:02:00+08:00',
      type: 'ticket.registered',
      text: { zh: '已受理', en: 'Received' },
      detail: {
        zh: '沿河路工地凌晨两点仍在打桩，孩子无法入睡。',
        en: 'Pile driving at 2 a.m.; the children cannot sleep.',
      },
    },
    {
      version: 2,
      at: '2023-07-10T09:03:00+08:00',
      type: 'ticket.dispatched',
      text: { zh: '派单', en: 'Dispatched' },
      unit: { zh: '东莞市 12345 热线', en: 'Dongguan 12345 hotline' },
      article: '第十二条',
    },
    {
      version: 3,
      at: '2023-07-10T09:04:00+08:00',
      type: 'ticket.signed',
      text: { zh: '签收', en: 'Signed' },
      unit,
    },
    {
      version: 4,
      at: '2023-07-10T09:21:00+08:00',
      type: 'citizen.contacted',
      text: { zh: '联系群众', en: 'Contacted the citizen' },
      detail: { zh: '已电话联系，约定 10:30 前到现场。', en: 'Reached by phone; on site by 10:30.' },
      unit,
    },
  ],
  supervision: 0,
};

const longUnit = {
  zh: '东莞松山湖高新技术产业开发区管理委员会城市管理和综合执法局市容环境卫生与户外广告监督管理科（东坑片区联合工作专班）',
  en: 'Urban Management and Law Enforcement Bureau of the Songshan Lake High-Tech Industrial Development Zone, Joint Working Group for Dongkeng',
};

/** Twelve rounds, a long unit name, second-level supervision, a breached clock, 49 entries. */
export const twelfthRound: TicketView = {
  ...urgent,
  id: 't-7',
  number: 'DG-20220301-000000000000000007',
  round: 12,
  urgent: false,
  supervision: 2,
  holder: { unit: 'long', name: longUnit, since: asOf },
  clocks: [clocks.breached, clocks.approval, clocks.paused, clocks.provisional],
  timeline: Array.from({ length: 49 }, (_, index) => ({
    version: index + 1,
    at: new Date(Date.parse('2022-03-01T01:00:00Z') + index * 10 * 86_400_000).toISOString(),
    type: index % 4 === 3 ? 'ticket.redispatched' : 'progress.recorded',
    text:
      index % 4 === 3
        ? { zh: `重办，第 ${(index + 1) / 4} 轮`, en: `Dispatched again, round ${(index + 1) / 4}` }
        : { zh: '记录进展', en: 'Recorded progress' },
    unit: longUnit,
  })),
};

/** Just received: nobody has it, nothing runs, nothing happened. */
export const bare: TicketView = {
  id: 't-1',
  number: 'DG-20230710-0001',
  version: 1,
  asOf,
  state: 'received',
  stateText: { zh: '已接收', en: 'Received' },
  place: {},
  urgent: false,
  round: 1,
  assists: [],
  steps: [
    step('received', '受理', 'Received', 'current', asOf),
    step('dispatched', '派单', 'Dispatch', 'todo'),
    step('closed', '办结', 'Close', 'todo'),
  ],
  clocks: [],
  actions: [],
  timeline: [],
  supervision: 0,
};

/** All done. */
export const closed: TicketView = {
  ...urgent,
  id: 't-9',
  number: 'DG-20230710-0009',
  state: 'closed',
  stateText: { zh: '已办结', en: 'Closed' },
  urgent: false,
  steps: urgent.steps.map((each) => ({ ...each, status: 'done' as const, at: each.at ?? asOf })),
  clocks: [clocks.contact],
};

/** Reasons that a pack may offer. */
export const reasonOptions = [
  { value: 'notSolved', text: { zh: '问题仍然存在', en: 'The problem is still there' } },
  { value: 'slow', text: { zh: '办理太慢', en: 'It took too long' } },
  { value: 'attitude', text: { zh: '工作人员态度不好', en: 'The staff were unfriendly' } },
];

/** A refusal as a desk gives it. */
export const refusal = {
  code: 'illegalInState',
  text: { zh: '工单尚未答复，不能评价', en: 'The ticket has not been answered yet and cannot be rated' },
  article: '第二十三条',
  remedy: { zh: '请在收到答复短信后再评价', en: 'Rate it after the answer has reached you' },
};
