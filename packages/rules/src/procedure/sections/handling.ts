import { duties } from '../duty.js';
import { grounds } from '../ground.js';
import { replyKinds } from '../reply-kind.js';
import { nested, type SectionDefinition } from '../section.js';
import { count, fields, flag, oneOf, roles, someOf, term, termBefore } from '../setting.js';
import { units } from '../unit-preference.js';

/** What a limit that may be passed can ask for. */
const BEYOND = ['requires', 'evidence', 'forbid', 'approver'] as const;

/** What a procedure says of the work on a ticket, from signing to the reply. */
export const HANDLING_SECTIONS = {
  handlingLimit: {
    title: { zh: '办理时限', en: 'handling limit' },
    meaning: {
      zh: '办理时限从何而来，以及上限',
      en: 'Where the limit of the handling comes from, and its ceiling',
    },
    settings: {
      order: someOf(
        ['ticket', 'matter', 'pack'],
        '依次取工单自带、事项规定、通用时限；先有者为准（默认此序）',
        'That of the ticket, of the matter, of the pack: the first that there is counts (this order, unless said)',
      ),
      ceiling: term(
        '时限上限（含延期）；未列则无',
        'The longest that it may become, extensions included; none, unless said',
      ),
      ceilingKind: oneOf(
        ['hard', 'soft'],
        '不得突破（hard，默认），或经 beyond 所列条件可突破（soft）',
        'Whether nothing passes the ceiling (the default), or what fulfils `beyond` does',
      ),
      beyond: nested('突破上限须具备的条件', 'What is needed beyond a soft ceiling', BEYOND, {}),
    },
  },
  statutoryPeriod: {
    title: { zh: '法定期限', en: 'statutory period' },
    meaning: {
      zh: '法律法规另有较长期限时是否从其规定，其间如何告知诉求人（inform）',
      en: 'Whether a longer statutory period prevails, and what the citizen is told meanwhile (`inform`)',
    },
    takes: ['requires', 'evidence', 'forbid', 'inform'],
    settings: {
      prevails: oneOf(
        ['longer', 'always', 'never'],
        '较长时从其规定（longer，默认）、一律从其规定（always）、不适用（never）',
        'Where it is longer (the default), always, or never',
      ),
    },
  },
  extension: {
    title: { zh: '延期', en: 'extension' },
    meaning: {
      zh: '可延几次、每次多久、何时提出、由谁审批',
      en: 'How often and how far a limit is extended, when it must be asked, and who approves',
    },
    asks: ['requestExtension'],
    decides: ['approveExtension', 'rejectExtension'],
    counts: { fact: 'extensionCount', code: 'extensionsExhausted', en: 'extensions' },
    settings: {
      maximum: count('最多几次；未列则不限', 'How often; any number, unless said'),
      limit: term('每次最长多久；未列则不限', 'Longest term of one extension; any, unless said'),
      limitKind: oneOf(
        ['hard', 'soft'],
        '不得超过（hard，默认），或经 beyond 所列条件可超过（soft）',
        'Whether nothing passes the limit (the default), or what fulfils `beyond` does',
      ),
      beyond: nested('超过最长期限须具备的条件', 'What is needed beyond a soft limit', BEYOND, {}),
      beforeDue: flag(
        '是否须在到期前提出；默认否',
        'Whether it must be asked before the handling is due; no, unless said',
      ),
      notice: termBefore('最迟在到期前多久提出', 'How long before the due instant it must be asked at the latest'),
    },
  },
  suspension: {
    title: { zh: '挂起', en: 'suspension' },
    meaning: { zh: '挂起的情形、证明与时长', en: 'The grounds and proof of a suspension, and how long it lasts' },
    asks: ['suspend'],
    answers: ['resume'],
    counts: { fact: 'suspensionCount', code: 'suspensionsExhausted', en: 'suspensions' },
    settings: {
      grounds: grounds('挂起的情形；未列则不限', 'The grounds that count; any, unless listed'),
      limit: term('每次最长多久；未列则不限', 'Longest suspension; any, unless said'),
      maximum: count('最多几次；未列则不限', 'How often; any number, unless said'),
      pauses: oneOf(
        ['workingTime', 'wholeDays'],
        '按工作时间（默认）或按整日扣除',
        'Whether working time is taken out (the default), or whole days',
      ),
    },
  },
  termination: {
    title: { zh: '终止办理', en: 'termination' },
    meaning: {
      zh: '终止办理的情形，以及须告知诉求人的内容',
      en: 'The grounds of a termination, and what the citizen must be told',
    },
    asks: ['requestTermination'],
    decides: ['approveTermination'],
    settings: { grounds: grounds('终止的情形；未列则不限', 'The grounds that count; any, unless listed') },
  },
  consultation: {
    title: { zh: '疑难会商', en: 'consultation' },
    meaning: { zh: '疑难工单的会商', en: 'Consultation on a hard ticket' },
    asks: ['convene'],
    answers: ['concludeConsultation'],
    settings: {
      grounds: grounds('会商的情形；未列则不限', 'The grounds that count; any, unless listed'),
      chair: roles('主持人', 'Who takes the chair'),
      members: units('参加单位', 'Which units take part'),
      term: term('会商时限', 'Time for the conclusion'),
      concludes: fields('结论须载明的内容', 'What the conclusion must contain'),
      binding: flag('结论是否须执行；默认是', 'Whether the conclusion binds; it does, unless said'),
    },
  },
  departmentCall: {
    title: { zh: '街镇呼、部门应', en: 'call for departments' },
    meaning: { zh: '镇街呼叫部门到场处置', en: 'A town calls departments in' },
    asks: ['callForDepartments'],
    answers: ['departmentResponds'],
    settings: {
      maximum: count('一次最多呼叫几个部门；未列则不限', 'Most departments of one call; any number, unless said'),
      term: term('部门响应时限', 'Time in which a department must respond'),
    },
  },
  beyondCity: {
    title: { zh: '提请上级', en: 'escalation beyond the city' },
    meaning: { zh: '本级不能解决的提请上级', en: 'What the city cannot settle goes to superiors, and is tracked' },
    asks: ['escalateBeyondCity'],
    settings: {
      grounds: grounds('提请的情形；未列则不限', 'The grounds that count; any, unless listed'),
      term: term('跟进间隔', 'Time after which it is followed up'),
    },
  },
  reply: {
    title: { zh: '答复', en: 'reply' },
    meaning: {
      zh: '答复的种类、内容、审批；答复诉求人与反馈热线是两项义务（inform）',
      en: 'The kinds of reply, their parts and approval; answering the citizen and reporting back to the hotline are two duties (`inform`)',
    },
    asks: ['submitReply'],
    decides: ['approveReply', 'rejectReply'],
    settings: {
      kinds: replyKinds(
        '答复种类（数据 kind）；未列则均为最终答复',
        'The kinds of reply, named in the data `kind`; every reply is final, unless listed',
      ),
      answer: duties('如何答复诉求人', 'How the citizen is answered'),
      report: duties('如何反馈热线', 'How the hotline is reported to'),
    },
  },
} as const satisfies Readonly<Record<string, SectionDefinition>>;
