import type { Label } from '@hotline-kit/rules';

/** A number as it was recorded, and as it would have been under the draft. */
export interface NowAndDraft<T = number> {
  readonly now: T;
  readonly draft: T;
}

/** What another pack would have changed, over the tickets registered in a span. */
export interface WhatIf {
  readonly tickets: number;
  /** Dispatches that a rule, the list or the fallback decided, and that would have gone elsewhere. */
  readonly moves: readonly { readonly from: string; readonly to: string; readonly tickets: number }[];
  /** Dispatches for which the draft names no unit. */
  readonly unrouted: number;
  /** By clock of either pack: how often it was started, and how often it was late. */
  readonly clocks: readonly { readonly clock: string; readonly started: NowAndDraft; readonly late: NowAndDraft }[];
  /** By unit: the dispatches it was given, and the clocks that were late while it led. */
  readonly units: readonly { readonly unit: string; readonly tickets: NowAndDraft; readonly late: NowAndDraft }[];
  /** What the escalation rules draw, by type of event. */
  readonly escalations: readonly { readonly event: string; readonly drawn: NowAndDraft }[];
  /** The printed figures of the metrics, each by the definition of its own pack; absent where only one has it. */
  readonly metrics: readonly {
    readonly id: string;
    readonly title: Label;
    readonly now?: string;
    readonly draft?: string;
  }[];
}
