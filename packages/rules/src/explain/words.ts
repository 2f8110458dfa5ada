import { termSchema } from '@hotline-kit/sla-calendar';
import { isRecord } from '../diagnostic/json-limits.js';
import type { FactDefinition, FactDomain } from '../facts.js';
import { ADDED_OPERATORS, DECORATORS, OPERATORS } from '../operators.js';
import { CLOCK_STATES } from '../vocabulary/clocks.js';
import { CHANNELS, SOLVED_ANSWERS, TICKET_TYPES } from '../vocabulary/intake.js';
import { isWord, type Label, type Words } from '../vocabulary/label.js';
import { TICKET_STATES } from '../vocabulary/states.js';
import { UNIT_KINDS } from '../vocabulary/units.js';

/** What a value of a pack's list is called: a matter, a unit, a district, a channel. */
export type ValueNames = (domain: FactDomain, value: string) => Label | undefined;

const WORDS_OF_FACTS: Readonly<Record<string, Words>> = {
  type: TICKET_TYPES,
  state: TICKET_STATES,
  channel: CHANNELS,
  leadKind: UNIT_KINDS,
  solved: SOLVED_ANSWERS,
};

/** What a term is counted in. */
const TERM_WORDS: Readonly<Record<string, Label>> = {
  second: { zh: '秒', en: 'seconds' },
  minute: { zh: '分钟', en: 'minutes' },
  hour: { zh: '小时', en: 'hours' },
  workingDays: { zh: '个工作日', en: 'working days' },
  naturalDays: { zh: '个自然日', en: 'calendar days' },
  naturalMonths: { zh: '个月', en: 'months' },
  sameDay: { zh: '当日', en: 'the same day' },
  nextDay: { zh: '次日', en: 'the next day' },
  fixed: { zh: '指定日期', en: 'a fixed date' },
};

/** What is said of yes and no: 紧急为是. */
const OF_FLAGS = { equal: { zh: '为', en: 'is' }, notEqual: { zh: '不为', en: 'is not' } } as const;

/** More values of a list than these are counted, not told. */
const MOST_VALUES = 5;

/** Puts facts, operators and values into words. */
export class Wording {
  readonly #names: ValueNames | undefined;

  constructor(names: ValueNames | undefined) {
    this.#names = names;
  }

  /** A value of a fact. */
  value(fact: string, definition: FactDefinition, value: unknown): Label {
    if (value === undefined || value === null) return { zh: '未填', en: 'absent' };
    if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
    if (Array.isArray(value)) return this.#list(fact, definition, value);
    if (typeof value !== 'string') {
      const text = JSON.stringify(value);
      return { zh: text, en: text };
    }
    const named = this.#named(fact, definition, value);
    return { zh: `“${named?.zh ?? value}”`, en: `"${named?.en ?? value}"` };
  }

  /** Another fact that is compared with; with the term that begins there, where the comparison has one. */
  reference(title: Label, setting: unknown): Label {
    const parsed = isRecord(setting) ? termSchema.safeParse(setting.term) : undefined;
    if (parsed?.success !== true) return title;
    const term = parsed.data;
    const amount = 'amount' in term ? term.amount : '';
    const unit = 'unit' in term ? term.unit : term.kind;
    return {
      zh: `${title.zh}（${amount}${TERM_WORDS[unit]?.zh ?? unit}）`,
      en: `${title.en} (${amount} ${TERM_WORDS[unit]?.en ?? unit})`,
    };
  }

  /** An operator with its decorators: `not:within` is "not lies within"; `value` is what it compares with. */
  operator(name: string, value?: unknown): Label {
    if (typeof value === 'boolean' && Object.hasOwn(OF_FLAGS, name)) return OF_FLAGS[name as keyof typeof OF_FLAGS];
    if (!name.includes(':')) return operatorWord(name);
    const words = name.split(':').map(operatorWord);
    return { zh: words.map(({ zh }) => zh).join(''), en: words.map(({ en }) => en).join(' ') };
  }

  #list(fact: string, definition: FactDefinition, values: readonly unknown[]): Label {
    const shown = values.slice(0, MOST_VALUES).map((value) => this.value(fact, definition, value));
    const rest = values.length - shown.length;
    return {
      zh: `${shown.map(({ zh }) => zh).join('、')}${rest > 0 ? `等${values.length}项` : ''}` || '空',
      en: `${shown.map(({ en }) => en).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}` || 'an empty list',
    };
  }

  #named(fact: string, definition: FactDefinition, value: string): Label | undefined {
    const own = definition.domain && this.#names?.(definition.domain, value);
    if (own !== undefined) return own;
    const words: Words | undefined = /^clock\..+\.state$/.test(fact) ? CLOCK_STATES : WORDS_OF_FACTS[fact];
    return words !== undefined && isWord(words, value) ? words[value] : undefined;
  }
}

function operatorWord(name: string): Label {
  if (Object.hasOwn(OPERATORS, name)) return OPERATORS[name as keyof typeof OPERATORS].title;
  if (Object.hasOwn(ADDED_OPERATORS, name)) return ADDED_OPERATORS[name as keyof typeof ADDED_OPERATORS].title;
  if (Object.hasOwn(DECORATORS, name)) return DECORATORS[name as keyof typeof DECORATORS].title;
  return { zh: name, en: name };
}
