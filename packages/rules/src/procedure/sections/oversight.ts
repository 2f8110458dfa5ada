import { grounds } from '../ground.js';
import { rates } from '../rate.js';
import type { SectionDefinition } from '../section.js';
import { someOf, term } from '../setting.js';
import { measures, supervisionLevels } from '../supervision-level.js';

/** What a procedure says of watching over the work. */
export const OVERSIGHT_SECTIONS = {
  urging: {
    title: { zh: '催办', en: 'urging' },
    meaning: {
      zh: '何时催办、多久一次；无本节也可催办',
      en: 'When a unit is urged, and how often; it needs no section',
    },
    asks: ['urge'],
    isOptional: true,
    isGroundFree: true,
    counts: { fact: 'urgeCount', code: 'tooOften', en: 'urgings' },
    settings: {
      grounds: grounds('应当催办的情形；其条件成立即应催办', 'When urging is due: a ground whose condition holds'),
      limits: rates('催办频次；未列则不限', 'How often one may urge; any number, unless said'),
      term: term('催办后反馈的时限', 'Time for the answer of the unit'),
    },
  },
  supervision: {
    title: { zh: '督办', en: 'supervision' },
    meaning: {
      zh: '督办级别及触发情形，通报、约谈等措施',
      en: 'The levels of supervision and when each is due; notices, interviews and other measures',
    },
    asks: ['supervise', 'escalateSupervision'],
    answers: ['reportSupervision', 'concludeSupervision'],
    settings: { levels: supervisionLevels, measures },
  },
  observation: {
    title: { zh: '社会监督', en: 'watching for the public' },
    meaning: {
      zh: '社会监督员关注工单、提出意见、参与督办；无本节则不开放',
      en: 'What citizen supervisors may do: watch, comment, join a supervision; without the section, nothing',
    },
    asks: ['comment', 'watch', 'joinSupervision'],
    settings: {},
  },
  accountability: {
    title: { zh: '追责', en: 'accountability' },
    meaning: {
      zh: '对单位、个人、知识条目的追责',
      en: 'What a unit, a person or a knowledge entry is held accountable for',
    },
    settings: {
      subjects: someOf(
        ['unit', 'person', 'knowledgeEntry'],
        '追责对象；默认三者皆可',
        'Who or what can be held accountable; all three, unless said',
      ),
      grounds: grounds('追责的情形与分值（points）', 'The grounds, each with what it weighs (`points`)'),
    },
  },
} as const satisfies Readonly<Record<string, SectionDefinition>>;
