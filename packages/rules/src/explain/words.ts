import type { FactDefinition, FactDomain } from '../facts.js';
import { DECORATORS, OPERATORS, TREE_OPERATORS } from '../operators.js';
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

  /** An operator with its decorators: `not:within` is "not lies within". */
  operator(name: string): Label {
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
  if (Object.hasOwn(TREE_OPERATORS, name)) return TREE_OPERATORS[name as keyof typeof TREE_OPERATORS].title;
  if (Object.hasOwn(DECORATORS, name)) return DECORATORS[name as keyof typeof DECORATORS].title;
  return { zh: name, en: name };
}
