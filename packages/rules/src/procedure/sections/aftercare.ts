import { grounds } from '../ground.js';
import { nested, type SectionDefinition } from '../section.js';
import { count, oneOf, term } from '../setting.js';
import { stages } from '../stage.js';

const WAIVER = ['requires', 'evidence', 'forbid', 'approver', 'inform', 'consequences'] as const;

/** What a procedure says of what comes after the reply. */
export const AFTERCARE_SECTIONS = {
  callback: {
    title: { zh: '回访', en: 'callback' },
    meaning: {
      zh: '何时回访、由谁分几步回访、何时免访',
      en: 'When the citizen is called back, by whom and in which stages, and when not',
    },
    asks: ['callBack'],
    answers: ['waiveCallback'],
    settings: {
      window: term('答复后多久以内回访', 'Time for the callback, from the reply'),
      attempts: count('最多尝试几次', 'Most attempts'),
      stages: stages(
        '回访步骤：逐级、抽查，由不同的人进行',
        'Stages of callback by different actors, some of a sample only',
      ),
      waiver: nested('免回访；未列则不得免访', 'Waiver of the callback; none, unless said', WAIVER, {
        grounds: grounds('免回访的情形；未列则不限', 'The grounds that count; any, unless listed'),
      }),
    },
  },
  quality: {
    title: { zh: '质检', en: 'quality check' },
    meaning: {
      zh: '质检与复核的步骤，每步可指出问题并通知',
      en: 'The stages of quality check and review; each may flag, and notify',
    },
    asks: ['checkQuality'],
    settings: { stages: stages('质检步骤', 'The stages, each by an actor of its own') },
  },
  redispatch: {
    title: { zh: '重办', en: 'redispatch' },
    meaning: {
      zh: '回访不满意时应当、可以或不得重办，几轮为限，哪些理由不计',
      en: 'Whether an unhappy callback must, may or may not bring the ticket back, how often, and which grounds do not count',
    },
    asks: ['redispatch'],
    settings: {
      mode: oneOf(
        ['must', 'may', 'mayNot'],
        '应当（must）、可以（may，默认）、不得（mayNot）',
        'It must, it may (the default), it may not',
      ),
      maximumRounds: count(
        '最多办理几轮，首次派单为第1轮；未列则不限',
        'Highest round that a ticket may reach, the first dispatch being 1; any, unless said',
      ),
      excluded: grounds(
        '不计的不满意理由（数据 ground）',
        'Grounds of dissatisfaction that do not count (the data `ground`)',
      ),
    },
  },
  remedies: {
    title: { zh: '救济', en: 'remedies' },
    meaning: {
      zh: '诉求人对结果不服的逐级救济：时限、复核人、次数、终局',
      en: 'The remedies of the citizen in stages: window, reviewer, limit, finality',
    },
    asks: ['seekRemedy'],
    decides: ['decideRemedy'],
    settings: {
      stages: stages('救济步骤（数据 stage）', 'The stages, named in the data `stage` of the command'),
    },
  },
  reopening: {
    title: { zh: '重新受理', en: 'reopening' },
    meaning: { zh: '办结后的重新受理', en: 'Reopening after the close' },
    asks: ['reopen'],
    counts: { fact: 'reopenCount', code: 'reopeningsExhausted', en: 'reopenings' },
    settings: {
      window: term('办结后多久以内可重新受理；未列则不限', 'Time for reopening, from the close; any time, unless said'),
      maximum: count('最多几次；未列则不限', 'How often; any number, unless said'),
      grounds: grounds('重新受理的情形；未列则不限', 'The grounds that count; any, unless listed'),
    },
  },
} as const satisfies Readonly<Record<string, SectionDefinition>>;
