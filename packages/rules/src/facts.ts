import { CLOCK_STATES } from './vocabulary/clocks.js';
import { SOLVED_ANSWERS, TICKET_TYPES } from './vocabulary/intake.js';
import type { Label } from './vocabulary/label.js';
import { wordsOf } from './vocabulary/label.js';
import { ROLES } from './vocabulary/roles.js';
import { TICKET_STATES } from './vocabulary/states.js';
import { UNIT_KINDS } from './vocabulary/units.js';

/** The kinds of value that a fact may have. `any` is unchecked and stands only in plain json-rules-engine arrays. */
export type FactType = 'string' | 'number' | 'boolean' | 'array' | 'object' | 'any';

/** Where the possible values of a text fact come from: a list of the city pack. */
export type FactDomain = 'matters' | 'units' | 'districts' | 'channels';

/** What is known of one fact: its type, its possible values, and its words. */
export interface FactDefinition {
  readonly type: FactType;
  /** The only values that a condition may compare with. */
  readonly enum?: readonly (string | number)[];
  /** The pack's list that the values come from. */
  readonly domain?: FactDomain;
  /** The value of the fact where it is absent. Without one, an absent fact is `undefined`. */
  readonly default?: unknown;
  readonly title: Label;
  readonly description?: Label;
}

/**
 * The facts that every rule may look at. They are flat: one name, one value.
 *
 * An absent fact (missing, `undefined` or `null`) takes its default. Without a default it is `undefined`, as in
 * json-rules-engine with `allowUndefinedFacts`: `equal`, `in`, `contains`, `doesNotContain` and the four comparisons
 * are then false, `notEqual` and `notIn` are true, and `not` reverses them.
 */
export const KNOWN_FACTS = {
  matter: {
    type: 'string',
    domain: 'matters',
    title: { zh: '事项', en: 'Matter' },
    description: { zh: '事项目录中的编码', en: 'Code in the catalogue of matters' },
  },
  district: {
    type: 'string',
    domain: 'districts',
    title: { zh: '区县', en: 'District' },
    description: { zh: '事发地所属区县编码', en: 'Code of the district where it happens' },
  },
  street: { type: 'string', title: { zh: '街镇', en: 'Street or town' } },
  community: { type: 'string', title: { zh: '社区（村）', en: 'Community or village' } },
  address: { type: 'string', title: { zh: '地址', en: 'Address' } },
  channel: { type: 'string', domain: 'channels', title: { zh: '渠道', en: 'Channel' } },
  type: { type: 'string', enum: wordsOf(TICKET_TYPES), title: { zh: '诉求类型', en: 'Type' } },
  line: {
    type: 'string',
    title: { zh: '来源专线', en: 'Source line' },
    description: { zh: '已归并专线的号码', en: 'Number of the merged line that the call came from' },
  },
  urgent: { type: 'boolean', default: false, title: { zh: '紧急', en: 'Urgent' } },
  confidential: { type: 'boolean', default: false, title: { zh: '保密', en: 'Confidential' } },
  anonymous: { type: 'boolean', default: false, title: { zh: '匿名', en: 'Anonymous' } },
  replyWanted: {
    type: 'boolean',
    default: true,
    title: { zh: '需要答复', en: 'Reply wanted' },
    description: {
      zh: '登记时诉求人是否要求答复；不要求的可按规程免回访',
      en: 'Whether the caller asked for an answer at intake; where not, the procedure may waive the callback',
    },
  },
  leaderAssigned: { type: 'boolean', default: false, title: { zh: '领导交办', en: 'Assigned by a leader' } },
  enterprise: { type: 'boolean', default: false, title: { zh: '企业诉求', en: 'From an enterprise' } },
  tags: {
    type: 'array',
    default: [],
    title: { zh: '标签', en: 'Tags' },
    description: {
      zh: '话务员、规则（结果 tag）或分类器所加；列表，用 contains 查找其中一项',
      en: 'Given by agents, by rules (the outcome tag) or by a classifier; a list, in which contains finds one',
    },
  },
  state: { type: 'string', enum: wordsOf(TICKET_STATES), title: { zh: '状态', en: 'State' } },
  round: {
    type: 'number',
    default: 1,
    title: { zh: '办理轮次', en: 'Round' },
    description: {
      zh: '首次派单为第1轮，每重办一次加1',
      en: '1 from the first dispatch, one more for each redispatch',
    },
  },
  returnCount: { type: 'number', default: 0, title: { zh: '退单次数', en: 'Returns approved' } },
  repeatCount: {
    type: 'number',
    default: 0,
    title: { zh: '重复诉求次数', en: 'Repeats of the same matter' },
    description: {
      zh: '登记时认出的重复件、并入的工单与计为重复的查询之和；首次为0',
      en: 'Repeats known at intake, tickets merged into this one, and enquiries counted as repeats; 0 for a first call',
    },
  },
  extensionCount: { type: 'number', default: 0, title: { zh: '延期次数', en: 'Extensions approved' } },
  suspensionCount: { type: 'number', default: 0, title: { zh: '挂起次数', en: 'Suspensions' } },
  urgeCount: { type: 'number', default: 0, title: { zh: '催办次数', en: 'Times urged' } },
  reopenCount: { type: 'number', default: 0, title: { zh: '重新受理次数', en: 'Times reopened' } },
  lead: { type: 'string', domain: 'units', title: { zh: '主办单位', en: 'Lead unit' } },
  leadKind: { type: 'string', enum: wordsOf(UNIT_KINDS), title: { zh: '主办单位类别', en: 'Kind of the lead unit' } },
  supervisionLevel: {
    type: 'number',
    enum: [0, 1, 2, 3],
    default: 0,
    title: { zh: '督办级别', en: 'Supervision level' },
    description: { zh: '0为未督办', en: '0 while not supervised' },
  },
  solved: { type: 'string', enum: wordsOf(SOLVED_ANSWERS), title: { zh: '是否解决', en: 'Solved' } },
  satisfaction: {
    type: 'number',
    enum: [1, 2, 3, 4, 5],
    title: { zh: '满意度', en: 'Satisfaction' },
    description: { zh: '5为很满意，1为很不满意', en: '5 is very satisfied, 1 very dissatisfied' },
  },
  contacted: { type: 'boolean', title: { zh: '是否联系过群众', en: 'Citizen was contacted' } },
  unreasonable: {
    type: 'boolean',
    default: false,
    title: { zh: '不合理诉求', en: 'Found unreasonable' },
    description: {
      zh: '已按规程认定（markUnreasonable）；认定前为否，无论内容如何',
      en: 'Found so by the procedure (markUnreasonable); false until then, whatever the call says',
    },
  },
  handlingHours: {
    type: 'number',
    title: { zh: '办理时长（小时）', en: 'Hours of handling' },
    description: { zh: '自首次派单起的自然小时数', en: 'Elapsed hours since the first dispatch' },
  },
  class: {
    type: 'string',
    title: { zh: '分类', en: 'Class' },
    description: {
      zh: '事项目录 matters.csv 的 class 列，如一般、复杂',
      en: 'The column "class" of matters.csv, for example general or complex',
    },
  },
  callbackCount: { type: 'number', default: 0, title: { zh: '本轮回访次数', en: 'Callbacks in this round' } },
  assistCount: { type: 'number', default: 0, title: { zh: '协办单位数', en: 'Assisting units' } },
  applicantCount: { type: 'number', default: 1, title: { zh: '诉求人数', en: 'Applicants' } },
  ground: {
    type: 'string',
    title: { zh: '情形', en: 'Ground' },
    description: { zh: '该操作所述的情形', en: 'The ground that the command names' },
  },
  replyKind: {
    type: 'string',
    title: { zh: '答复种类', en: 'Kind of reply' },
    description: { zh: '该答复的种类', en: 'The kind that the reply names' },
  },
  stage: {
    type: 'string',
    title: { zh: '步骤', en: 'Stage' },
    description: { zh: '该操作所处的步骤', en: 'The stage that the command names' },
  },
  targetKind: {
    type: 'string',
    enum: wordsOf(UNIT_KINDS),
    title: { zh: '拟派单位类别', en: 'Kind of the unit in question' },
    description: {
      zh: '派单、指定、重办、加派的对象',
      en: 'To which it is dispatched, designated, redispatched or added',
    },
  },
  actorRole: {
    type: 'string',
    enum: wordsOf(ROLES),
    title: { zh: '办理人角色', en: 'Role of the actor' },
    description: { zh: '办理该操作的人的角色', en: 'Of whoever gives the command' },
  },
  ceiling: {
    type: 'string',
    enum: ['within', 'beyond', 'over'],
    default: 'within',
    title: { zh: '时限上限', en: 'Ceiling of the limit' },
    description: {
      zh: '该操作所致办理时限与规程上限相比：未超（within）、超过可突破的上限（beyond）、超过不可突破的上限（over）',
      en: 'The limit that the command leads to, against the ceiling of the procedure: beyond a soft one, over a hard one',
    },
  },
  beyondLimit: {
    type: 'boolean',
    default: false,
    title: { zh: '超过延期期限', en: 'Beyond the limit of an extension' },
    description: {
      zh: '待审批的延期超过规程所定可超过（soft）的最长期限（extension.limit）',
      en: 'The extension that waits for approval passes the soft limit of the procedure (extension.limit)',
    },
  },
  tooSoon: {
    type: 'boolean',
    default: false,
    title: { zh: '频次已满', en: 'Rate used up' },
    description: {
      zh: '规程为该操作规定的频次（催办、查询等）已用完',
      en: 'The rate that the procedure gives for the command asked (urging, enquiry) is used up',
    },
  },
  windowClosed: {
    type: 'boolean',
    default: false,
    title: { zh: '期限已过', en: 'Window closed' },
    description: {
      zh: '规程为该操作规定的期限（退单、重新受理等）已过',
      en: 'The time that the procedure gives for the command asked (return, reopening) has passed',
    },
  },
} as const satisfies Readonly<Record<string, FactDefinition>>;

/** The facts of each clock, named `clock.<id>.<name>`, for example `clock.handle.state`. */
export const CLOCK_FACTS = {
  state: {
    type: 'string',
    enum: wordsOf(CLOCK_STATES),
    default: 'none',
    title: { zh: '时限状态', en: 'State of the clock' },
  },
  late: {
    type: 'boolean',
    default: false,
    title: { zh: '是否超时', en: 'Late' },
    description: { zh: '已超时或超时后才完成', en: 'Past due, or stopped after it was due' },
  },
  overdueMinutes: { type: 'number', default: 0, title: { zh: '超时分钟数', en: 'Minutes overdue' } },
  warning: {
    type: 'string',
    title: { zh: '最近一次预警', en: 'Last warning' },
    description: { zh: '最近一次预警的编号', en: 'Id of the last warning that fired' },
  },
} as const satisfies Readonly<Record<string, FactDefinition>>;

/** The name of a fact that every rule may look at. */
export type KnownFact = keyof typeof KNOWN_FACTS;

/** The last part of a clock fact's name. */
export type ClockFact = keyof typeof CLOCK_FACTS;

type ValueOf<Definition extends FactDefinition> = Definition extends { readonly enum: readonly (infer Value)[] }
  ? Value
  : Definition['type'] extends 'string'
    ? string
    : Definition['type'] extends 'number'
      ? number
      : Definition['type'] extends 'boolean'
        ? boolean
        : readonly string[];

/** Any facts: flat names and plain values. */
export type Facts = Readonly<Record<string, unknown>>;

/** The documented facts of a ticket, typed. A pack's own facts may stand beside them. */
export type TicketFacts = {
  readonly [Name in KnownFact]?: ValueOf<(typeof KNOWN_FACTS)[Name]> | undefined;
} & {
  readonly [Name in ClockFact as `clock.${string}.${Name}`]?: ValueOf<(typeof CLOCK_FACTS)[Name]> | undefined;
};

const CLOCK_FACT_NAME = /^clock\.([A-Za-z][\w-]*)\.([A-Za-z]+)$/;

/**
 * Takes the name of a clock's fact apart.
 *
 * @example
 * clockFact('clock.handle.late'); // { clock: 'handle', fact: 'late' }
 * clockFact('urgent'); // undefined
 */
export function clockFact(name: string): { readonly clock: string; readonly fact: ClockFact } | undefined {
  const match = CLOCK_FACT_NAME.exec(name);
  const [, clock, fact] = match ?? [];
  return clock !== undefined && fact !== undefined && Object.hasOwn(CLOCK_FACTS, fact)
    ? { clock, fact: fact as ClockFact }
    : undefined;
}
