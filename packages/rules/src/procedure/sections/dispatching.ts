import { duties } from '../duty.js';
import { grounds } from '../ground.js';
import { receivingLevels } from '../receiving-level.js';
import type { SectionDefinition } from '../section.js';
import { count, flag, oneOf, term } from '../setting.js';
import { stages } from '../stage.js';
import { units } from '../unit-preference.js';

/** What a procedure says of how a ticket comes to its unit. */
export const DISPATCHING_SECTIONS = {
  dispatch: {
    title: { zh: '派单', en: 'dispatch' },
    meaning: { zh: '派单；无本节也可派单', en: 'The dispatch; it needs no section' },
    asks: ['dispatch'],
    isOptional: true,
    settings: {
      maximumAssists: count('协办单位最多几个；未列则不限', 'Most assisting units; any number, unless said'),
    },
  },
  receiving: {
    title: { zh: '承接', en: 'receiving' },
    meaning: {
      zh: '各层级可承接什么；约束派单、指定、重办、加派（事实 targetKind）',
      en: 'What each level may receive; it binds dispatch, designation, redispatch and assists (the fact `targetKind`)',
    },
    settings: { levels: receivingLevels },
  },
  competence: {
    title: { zh: '管辖', en: 'competence' },
    meaning: {
      zh: '几个单位均有权时谁优先',
      en: 'Which of several competent units comes first',
    },
    settings: {
      preference: units(
        '优先顺序，先列者优先；可按受理先后（firstReceived）',
        'The order of preference, the first first; the order of receipt is `firstReceived`',
      ),
    },
  },
  assist: {
    title: { zh: '协办', en: 'assists' },
    meaning: {
      zh: '协办的时限，逾期协办须做什么，主办是否须等待；无本节也可加派',
      en: 'The time of assists, what a late one owes, and whether the lead waits; adding one needs no section',
    },
    asks: ['addAssist'],
    isOptional: true,
    settings: {
      maximum: count('协办单位合计最多几个；未列则不限', 'Most assisting units in all; any number, unless said'),
      term: term('协办时限', 'Time for an assisting unit'),
      awaited: flag('办结前是否须全部协办完毕；默认是', 'Whether the lead waits for all of them; it does, unless said'),
      lateOwes: duties('逾期的协办单位须向谁说明什么', 'What a late assistant owes, and to whom'),
    },
  },
  return: {
    title: { zh: '退单', en: 'return' },
    meaning: {
      zh: '退单的时限、证据、次数，谁不得退单（forbid），不当退单的代价（consequences，on: rejectReturn）',
      en: 'The window and evidence of a return, who may not return (`forbid`), what an improper one costs (`consequences` on `rejectReturn`)',
    },
    asks: ['requestReturn'],
    decides: ['approveReturn', 'rejectReturn'],
    counts: { fact: 'returnCount', code: 'returnsExhausted', en: 'returns' },
    settings: {
      window: term('自派单起算的退单时限；未列则不限', 'Time for a return, from the dispatch; any time, unless said'),
      maximum: count('一张工单最多退几次；未列则不限', 'Most returns of a ticket; any number, unless said'),
      handling: oneOf(
        ['pauses', 'continues'],
        '审核期间暂停办理（pauses，默认）或边办边审（continues）',
        'Whether handling waits meanwhile (the default), or goes on beside',
      ),
    },
  },
  dispute: {
    title: { zh: '争议裁定', en: 'dispute' },
    meaning: {
      zh: '争议由谁、按什么步骤裁定，其间由谁办理',
      en: 'Who settles a dispute, along which path, and who handles meanwhile',
    },
    asks: ['raiseDispute'],
    decides: ['designate'],
    settings: {
      after: count('退单几次后可提出争议；默认不限', 'Returns after which it may be raised; at once, unless said'),
      path: stages('裁定步骤，逐级进行', 'The stages of settlement, one after the other'),
      meanwhile: units('裁定期间由谁办理；默认主办单位', 'Who handles meanwhile; the lead, unless said'),
      handling: oneOf(
        ['pauses', 'continues'],
        '裁定期间暂停办理（pauses，默认）或异议不停止办理（continues）',
        'Whether handling waits meanwhile (the default), or goes on beside the objection',
      ),
      clocks: oneOf(
        ['keep', 'restart'],
        '裁定后沿用原时限（keep，默认）或重新起算（restart）',
        'Whether the handling clock is kept (the default), or starts anew',
      ),
    },
  },
  recusal: {
    title: { zh: '回避', en: 'recusal' },
    meaning: {
      zh: '应当回避的情形，由谁接替；无本节也可回避',
      en: 'Who recuses, and who steps in; it needs no section',
    },
    asks: ['recuse'],
    isOptional: true,
    settings: {
      grounds: grounds('回避的情形；未列则不限', 'The grounds that count; any, unless listed'),
      substitute: units('由谁接替；默认上级单位指定', 'Which unit steps in; the one above, unless said'),
    },
  },
} as const satisfies Readonly<Record<string, SectionDefinition>>;
