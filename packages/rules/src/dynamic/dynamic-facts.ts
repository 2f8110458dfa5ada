import { DecisionAbortedError, DecisionTimeoutError, DynamicFactError, FactCycleError } from './dynamic-fact-error.js';

/** What a dynamic fact may use. */
export interface FactContext {
  /** Another fact, computed first where it is dynamic itself. */
  readonly read: (fact: string) => Promise<unknown>;
  /** Ends when the decision is given up. */
  readonly signal: AbortSignal;
}

/** A fact that is computed when a rule asks for it, at most once a decision. */
export type DynamicFact = (context: FactContext) => unknown;

/** Facts of which some are functions. */
export type DynamicFacts = Readonly<Record<string, unknown>>;

/** The dynamic facts of one decision: each computed once, none in a circle, none for ever. */
export class FactSource {
  readonly #facts: DynamicFacts;
  readonly #abort = new AbortController();
  readonly #values = new Map<string, Promise<unknown>>();
  /** Which facts each fact under way is waiting for. */
  readonly #waits = new Map<string, Set<string>>();
  readonly #givenUp: Promise<never>;
  #giveUp: (reason: Error) => void = () => {};
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(facts: DynamicFacts, limits: { readonly signal?: AbortSignal; readonly timeoutMilliseconds: number }) {
    this.#facts = facts;
    this.#givenUp = new Promise((_, reject) => {
      this.#giveUp = (reason) => {
        reject(reason);
        this.#abort.abort(reason);
      };
    });
    // Nobody may be waiting when the decision is given up.
    this.#givenUp.catch(() => {});
    const { signal, timeoutMilliseconds } = limits;
    this.#timer = setTimeout(() => {
      this.#giveUp(new DecisionTimeoutError(timeoutMilliseconds, [...this.#waits.keys()]));
    }, timeoutMilliseconds);
    const abort = (): void => this.#giveUp(new DecisionAbortedError(signal?.reason));
    if (signal?.aborted === true) abort();
    signal?.addEventListener('abort', abort, { signal: this.#abort.signal });
  }

  /** What `work` gives, unless the decision is given up before. */
  async during<Result>(work: Promise<Result>): Promise<Result> {
    try {
      return await Promise.race([work, this.#givenUp]);
    } finally {
      clearTimeout(this.#timer);
      this.#abort.abort();
    }
  }

  /** The value of a fact; `by` is the fact that asks for it. */
  read(fact: string, by?: string): Promise<unknown> {
    const given = Object.hasOwn(this.#facts, fact) ? this.#facts[fact] : undefined;
    if (typeof given !== 'function') return Promise.resolve(given);
    if (by !== undefined) {
      const way = this.#way(fact, by);
      if (way !== undefined) return Promise.reject(new FactCycleError([...way, fact]));
      this.#waits.get(by)?.add(fact);
    }
    const known = this.#values.get(fact);
    if (known !== undefined) return known;
    const value = this.#compute(fact, given as DynamicFact);
    this.#values.set(fact, value);
    return value;
  }

  async #compute(fact: string, compute: DynamicFact): Promise<unknown> {
    this.#waits.set(fact, new Set());
    try {
      const context = { read: (other: string) => this.read(other, fact), signal: this.#abort.signal };
      return await Promise.race([compute(context), this.#givenUp]);
    } catch (error) {
      const isOwn = error instanceof FactCycleError || error instanceof DynamicFactError;
      const isGivenUp = error instanceof DecisionTimeoutError || error instanceof DecisionAbortedError;
      throw isOwn || isGivenUp ? error : new DynamicFactError(fact, error);
    } finally {
      this.#waits.delete(fact);
    }
  }

  /** The way from a fact to one that it waits for, directly or through others; nothing where there is none. */
  #way(from: string, to: string): readonly string[] | undefined {
    if (from === to) return [from];
    for (const next of this.#waits.get(from) ?? []) {
      const rest = this.#way(next, to);
      if (rest !== undefined) return [from, ...rest];
    }
    return undefined;
  }
}
