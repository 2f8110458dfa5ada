import { ENQUIRY_PARTS } from '../../vocabulary/enquiry.js';
import { HIDEABLE_PARTS } from '../../vocabulary/hideable.js';
import { wordsOf } from '../../vocabulary/label.js';
import { duties, recipientSchema } from '../duty.js';
import { emergencyLines } from '../emergency-line.js';
import { grounds } from '../ground.js';
import { rates } from '../rate.js';
import type { SectionDefinition } from '../section.js';
import { count, flag, oneOf, roles, someOf, term } from '../setting.js';

/** What a procedure says of the way from a call to a ticket. */
export const INTAKE_SECTIONS = {
  applicants: {
    title: { zh: '诉求人', en: 'applicants' },
    meaning: {
      zh: '多人诉求、代表人与同意',
      en: 'Several applicants of one ticket, their representatives and their consent',
    },
    settings: {
      maximum: count('一张工单最多几名诉求人；未列则不限', 'Most applicants of one ticket; any number, unless said'),
      representativesFrom: count(
        '达到几人须推选代表；未列则不须',
        'From how many applicants on representatives are needed; never, unless said',
      ),
      maximumRepresentatives: count('代表最多几名；未列则不限', 'Most representatives; any number, unless said'),
      consent: flag(
        '代他人提出时是否须有本人同意（consent）；默认不须',
        'Whether each applicant for whom another speaks must consent (`consent`); no, unless said',
      ),
      answer: oneOf(
        ['each', 'representatives'],
        '答复每一名诉求人（each，默认）或只答复代表',
        'Whether each applicant is answered (the default), or their representatives only',
      ),
    },
  },
  refusal: {
    title: { zh: '不予受理', en: 'refusal' },
    meaning: {
      zh: '不予受理的情形，以及须告知诉求人的内容',
      en: 'The grounds of refusal, and what the citizen must be told',
    },
    asks: ['refuse'],
    settings: { grounds: grounds('不予受理的情形；未列则不限', 'The grounds that count; any, unless listed') },
  },
  emergency: {
    title: { zh: '紧急热线', en: 'emergency' },
    meaning: {
      zh: '转接哪些紧急热线，由谁先行接收；人身财产危险优先，无本节也可转接',
      en: 'The emergency lines and who accepts first; life comes first: a transfer needs no section',
    },
    asks: ['transferEmergency'],
    isOptional: true,
    settings: {
      lines: emergencyLines,
      acceptsFirst: oneOf(
        ['hotline', 'line'],
        '由热线先登记再转（hotline，默认），或由紧急热线先接收（line）',
        'Whether the hotline registers before it transfers (the default), or the line accepts first',
      ),
      term: term('紧急热线反馈接收的时限', 'Time in which the line must acknowledge'),
    },
  },
  enquiry: {
    title: { zh: '查询', en: 'enquiry' },
    meaning: {
      zh: '对已有工单的查询，依该工单答复，单独计数；无本节也可查询',
      en: 'An enquiry about an existing ticket, answered from it and counted apart; it needs no section',
    },
    asks: ['enquire'],
    isOptional: true,
    settings: {
      shows: someOf(
        wordsOf(ENQUIRY_PARTS),
        '可告知的内容；未列则为公开内容',
        'What is told; what is public, unless listed',
      ),
      countsAs: oneOf(
        ['enquiry', 'repeat'],
        '计为查询（默认）或重复诉求',
        'Whether it counts as an enquiry (the default), or as a repeat',
      ),
      limits: rates('查询频次', 'How often one may enquire'),
    },
  },
  merging: {
    title: { zh: '并案', en: 'merging' },
    meaning: {
      zh: '重复诉求何时可以并案、如何答复、可否取消',
      en: 'When repeats may be merged, how they are answered, and whether that may be undone',
    },
    asks: ['merge'],
    answers: ['unmerge'],
    settings: {
      match: someOf(
        ['matter', 'place', 'applicant', 'content'],
        '哪些方面相同才可并案（数据 match 须逐项确认）；未列则不限',
        'What must be the same, each confirmed in the data `match`; nothing, unless listed',
      ),
      within: term('首件登记后多久以内可以并案；未列则不限', 'Time from the first ticket in which repeats are merged'),
      maximum: count('最多并入几件；未列则不限', 'Most tickets merged into one; any number, unless said'),
      unmerge: flag('可否取消并案；默认可以', 'Whether a merge may be undone; it may, unless said'),
      answer: oneOf(
        ['each', 'root'],
        '逐件答复（each，默认）或只答复主件（root）',
        'Whether each applicant is answered (the default), or that of the root ticket only',
      ),
    },
  },
  splitting: {
    title: { zh: '分件', en: 'splitting' },
    meaning: { zh: '一个来电分为多张相互关联的工单', en: 'One call split into several tickets, which stay linked' },
    asks: ['split'],
    settings: {
      maximum: count('最多分为几件；未列则不限', 'Most parts; any number, unless said'),
      clocks: oneOf(
        ['keep', 'restart'],
        '各件沿用原起算时间（keep，默认）或重新起算（restart）',
        'Whether the parts keep the start of their clocks (the default), or begin anew',
      ),
      answer: oneOf(
        ['each', 'together'],
        '分别答复（each，默认）或合并答复（together）',
        'Whether the parts are answered each (the default), or together',
      ),
    },
  },
  unreasonable: {
    title: { zh: '不合理诉求', en: 'unreasonable demands' },
    meaning: {
      zh: '认定不合理诉求的情形、依据与后果',
      en: 'On which grounds a demand is found unreasonable, what proves it, and what follows',
    },
    asks: ['markUnreasonable'],
    settings: {
      grounds: grounds('认定的情形；未列则不限', 'The grounds that count; any, unless listed'),
      effects: someOf(
        ['noRedispatch', 'noRating', 'noRepeat', 'notAssessed'],
        '认定的后果：不重办、不评价、不再登记、不计考核',
        'What follows: no redispatch, no rating, no repeat, no place in the assessment',
      ),
    },
  },
  confidentiality: {
    title: { zh: '保密', en: 'confidentiality' },
    meaning: {
      zh: '何时保密、谁可知悉、隐去什么；受保护的举报人永不向被举报单位或个人显示，无论本节如何规定',
      en: 'When a ticket is confidential, who reads it, and what is hidden. A protected reporter is never shown to the unit or person reported, whatever stands here',
    },
    settings: {
      grounds: grounds('保密的情形；其条件成立即保密', 'The grounds; one whose condition holds makes it confidential'),
      readers: roles('可知悉的角色', 'Roles that may read what is hidden'),
      hides: someOf(
        wordsOf(HIDEABLE_PARTS),
        '隐去的内容；未列则为诉求人身份',
        'What is hidden; the identity of the applicant, unless listed',
      ),
    },
  },
  clueTransfer: {
    title: { zh: '线索移送', en: 'transfer of clues' },
    meaning: {
      zh: '线索移送给谁、向谁隐去；对本单位行为的线索一律不向该单位显示。无本节也可移送',
      en: 'Who receives clues, and from whom they are hidden. A clue about a unit itself is always hidden from it. It needs no section',
    },
    asks: ['transferClue'],
    isOptional: true,
    settings: {
      grounds: grounds('移送的情形；未列则不限', 'The grounds that count; any, unless listed'),
      receivers: roles('接收线索的角色；默认纪检接收', 'Roles that receive clues; `clueReceiver`, unless said'),
      hiddenFrom: someOf(recipientSchema.options, '除被反映单位外还向谁隐去', 'From whom it is hidden besides'),
      feedback: duties('办理结果反馈给谁', 'Who is told what came of it'),
    },
  },
} as const satisfies Readonly<Record<string, SectionDefinition>>;
