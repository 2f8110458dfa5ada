import { Guesses } from '../diagnostic/guesses.js';
import type { Titles } from '../diagnostic/nearest.js';
import { CLOCK_FACTS, clockFact, type FactDefinition, type FactDomain, KNOWN_FACTS } from '../facts.js';
import type { TermCalendars } from '../term-operators.js';
import { CLOCK_NAMES } from '../vocabulary/clocks.js';
import { CHANNELS } from '../vocabulary/intake.js';
import { isWord } from '../vocabulary/label.js';
import type { Parents } from './tree.js';
import type { RelatedUnit } from './unit-relation.js';

/** Lists of a city pack that the values of facts come from. A list that is absent is not checked against. */
export interface Domains {
  readonly matters?: ReadonlySet<string>;
  readonly units?: ReadonlySet<string>;
  readonly districts?: ReadonlySet<string>;
  readonly channels?: ReadonlySet<string>;
  readonly clocks?: ReadonlySet<string>;
  readonly evidence?: ReadonlySet<string>;
  readonly milestones?: ReadonlySet<string>;
  /** What the values of a list are called. */
  readonly titles?: (list: FactDomain) => ReadonlyMap<string, string>;
  /** The trees in which `within` looks. */
  readonly trees?: { readonly matters?: Parents; readonly units?: Parents };
  /** The calendars by which terms between two dates are counted. */
  readonly calendars?: TermCalendars;
  /** The units among which relations are looked up. */
  readonly related?: readonly RelatedUnit[];
}

const ANY: FactDefinition = { type: 'any', title: { zh: '事实', en: 'Fact' } };

/** The facts that a document may look at. */
export class FactTable {
  readonly domains: Domains;
  readonly #declared: ReadonlyMap<string, FactDefinition>;
  readonly #open: boolean;
  readonly #guesses = new Map<FactDomain, Guesses>();
  readonly #found = new Map<string, FactDefinition | undefined>();

  /** An open table knows every name, unchecked: that of a plain json-rules-engine array. */
  constructor(declared: ReadonlyMap<string, FactDefinition>, domains: Domains = {}, open = false) {
    this.domains = domains;
    this.#declared = declared;
    this.#open = open;
  }

  /** The definition of a fact, or nothing where there is no such fact. */
  find(name: string): FactDefinition | undefined {
    const known = this.#found.get(name);
    if (known !== undefined || this.#found.has(name)) return known;
    const definition = this.#lookUp(name);
    this.#found.set(name, definition);
    return definition;
  }

  /** All names that could have been meant by a misspelt one. */
  names(): string[] {
    const clocks = [...(this.domains.clocks ?? Object.keys(CLOCK_NAMES))];
    const ofClocks = clocks.flatMap((clock) => Object.keys(CLOCK_FACTS).map((fact) => `clock.${clock}.${fact}`));
    return [...this.#declared.keys(), ...Object.keys(KNOWN_FACTS), ...ofClocks];
  }

  /** What words mean that are no value of a list of the pack. */
  guesses(list: FactDomain): Guesses {
    const known = this.#guesses.get(list);
    if (known !== undefined) return known;
    const guesses = new Guesses(
      () => this.domains[list] ?? [],
      () => this.domains.titles?.(list) ?? new Map(),
    );
    this.#guesses.set(list, guesses);
    return guesses;
  }

  /** The facts that have a title of their own, by it. */
  titles(): Titles {
    const known = [...Object.entries<FactDefinition>(KNOWN_FACTS), ...this.#declared];
    return new Map(known.map(([name, { title }]) => [title.zh, name]));
  }

  /** The values that a fact can have, where they are known. */
  valuesOf(definition: FactDefinition): ReadonlySet<unknown> | undefined {
    if (definition.enum !== undefined) return setOf(definition.enum);
    return definition.domain === undefined ? undefined : this.domains[definition.domain];
  }

  /** The tree that the values of a fact stand in, where it is known. */
  treeOf(definition: FactDefinition): Parents | undefined {
    const { domain } = definition;
    return domain === 'matters' || domain === 'units' ? this.domains.trees?.[domain] : undefined;
  }

  #lookUp(name: string): FactDefinition | undefined {
    // A fact is read as `facts[name]`: a name that every object has would read the prototype's.
    if (name in Object.prototype) return undefined;
    const declared = this.#declared.get(name);
    if (declared !== undefined) return declared;
    if (this.#open) return ANY;
    if (Object.hasOwn(KNOWN_FACTS, name)) return KNOWN_FACTS[name as keyof typeof KNOWN_FACTS];
    const ofClock = clockFact(name);
    if (ofClock === undefined) return undefined;
    const clocks = this.domains.clocks;
    if (clocks !== undefined && !clocks.has(ofClock.clock)) return undefined;
    const definition: FactDefinition = CLOCK_FACTS[ofClock.fact];
    const { zh, en } = isWord(CLOCK_NAMES, ofClock.clock)
      ? CLOCK_NAMES[ofClock.clock]
      : { zh: ofClock.clock, en: ofClock.clock };
    return { ...definition, title: { zh: `“${zh}”${definition.title.zh}`, en: `${definition.title.en} (${en})` } };
  }
}

const sets = new WeakMap<readonly (string | number)[], ReadonlySet<unknown>>();

function setOf(values: readonly (string | number)[]): ReadonlySet<unknown> {
  const known = sets.get(values);
  if (known !== undefined) return known;
  const set = new Set<unknown>(values);
  sets.set(values, set);
  return set;
}

/** The lists that hold without a pack. */
export const BUILT_IN_DOMAINS: Domains = { channels: new Set(Object.keys(CHANNELS)) };
