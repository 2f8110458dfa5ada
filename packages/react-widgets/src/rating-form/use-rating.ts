import type { Rating, Refusal } from '@hotline-kit/core/view';
import { useState } from 'react';
import { isUnhappy, type RatingDraft, type RatingQuestion, ratingOf, unanswered } from './rating-draft.js';

/** What a citizen wants done: hand it to `desk.execute` with the ticket, the actor and a command id. */
export interface RateIntent {
  readonly type: 'rate';
  readonly data: Rating;
}

/** The host's answer; the result of a command fits. */
export type RatingAnswer = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal };

/** Options of `useRating`. */
export interface RatingOptions {
  /**
   * Sends the rating. A refusal that it returns is shown; a rejected promise is shown as not submitted; anything else
   * is success.
   */
  readonly onSubmit: (intent: RateIntent) => Promise<RatingAnswer | void>;
  /** The draft, where the host keeps it; goes with `onChange`. */
  readonly value?: RatingDraft | undefined;
  /** The draft to start from, where the form keeps it. */
  readonly defaultValue?: RatingDraft | undefined;
  /** Told of every change of the draft. */
  readonly onChange?: ((draft: RatingDraft) => void) | undefined;
}

/** How far the submission is. */
export type RatingStatus =
  | { readonly state: 'idle' | 'pending' | 'error' | 'success' }
  | { readonly state: 'refused'; readonly refusal: Refusal };

/** A rating being given, without any element. */
export interface RatingControl {
  readonly draft: RatingDraft;
  /** Lays a change over the draft. */
  set(change: RatingDraft): void;
  readonly status: RatingStatus;
  /** Questions to be marked as unanswered: none before the first try to submit. */
  readonly missing: readonly RatingQuestion[];
  /** Whether reasons are asked for. */
  readonly unhappy: boolean;
  /** Sends the rating, unless it is on its way; returns the questions that are still open, and then sends nothing. */
  submit(): readonly RatingQuestion[];
}

/**
 * State of a rating: draft, missing answers, sending, refusal, success.
 *
 * @example
 * const rating = useRating({ onSubmit: (intent) => post('/rate', intent) })
 * rating.set({ solved: 'yes' })
 * rating.submit() // ['satisfaction', 'contacted']
 */
export function useRating({ onSubmit, value, defaultValue = {}, onChange }: RatingOptions): RatingControl {
  const [kept, keep] = useState<RatingDraft>(defaultValue);
  const [status, setStatus] = useState<RatingStatus>({ state: 'idle' });
  const [tried, setTried] = useState(false);
  const draft = value ?? kept;
  const open = unanswered(draft);

  const send = async () => {
    setStatus({ state: 'pending' });
    try {
      const answer = await onSubmit({ type: 'rate', data: ratingOf(draft) });
      setStatus(answer?.ok === false ? { state: 'refused', refusal: answer.refusal } : { state: 'success' });
    } catch {
      setStatus({ state: 'error' });
    }
  };

  return {
    draft,
    set(change) {
      const next = { ...draft, ...change };
      keep(next);
      onChange?.(next);
    },
    status,
    missing: tried ? open : [],
    unhappy: isUnhappy(draft),
    submit() {
      setTried(true);
      if (!open[0] && status.state !== 'pending') void send();
      return open;
    },
  };
}
