/** A dynamic fact could not be computed. Nothing was decided. */
export class DynamicFactError extends Error {
  /** Stable code for programs. */
  readonly code = 'factFailed';
  override readonly name = 'DynamicFactError';
  readonly fact: string;

  constructor(fact: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`The fact "${fact}" could not be computed: ${reason}`, { cause });
    this.fact = fact;
  }
}

/** Dynamic facts wait for one another. Nothing was decided. */
export class FactCycleError extends Error {
  /** Stable code for programs. */
  readonly code = 'factCycle';
  override readonly name = 'FactCycleError';
  /** The facts in the order in which each asks for the next; the first stands at the end again. */
  readonly way: readonly string[];

  constructor(way: readonly string[]) {
    super(`Facts wait for one another: ${way.join(' → ')}. Compute one of them without the other.`);
    this.way = way;
  }
}

/** The dynamic facts took too long. Nothing was decided. */
export class DecisionTimeoutError extends Error {
  /** Stable code for programs. */
  readonly code = 'decisionTimeout';
  override readonly name = 'DecisionTimeoutError';
  readonly timeoutMilliseconds: number;
  /** The facts that were not there in time. */
  readonly facts: readonly string[];

  constructor(timeoutMilliseconds: number, facts: readonly string[]) {
    super(
      `No decision within ${timeoutMilliseconds} ms: ${facts.join(', ') || 'the rules'} took too long. ` +
        'Answer sooner, or allow more with { "timeoutMilliseconds": … }.',
    );
    this.timeoutMilliseconds = timeoutMilliseconds;
    this.facts = facts;
  }
}

/** The signal of the caller ended the decision. Nothing was decided. */
export class DecisionAbortedError extends Error {
  /** Stable code for programs. */
  readonly code = 'decisionAborted';
  override readonly name = 'DecisionAbortedError';

  constructor(reason: unknown) {
    super('The decision was given up by its signal.', { cause: reason });
  }
}
