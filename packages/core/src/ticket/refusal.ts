import type { Label, Problem } from '@hotline-kit/rules';

/** One text in the two languages of the project. */
export type BilingualText = Label;

/**
 * Why a command is not done, and what would make it legal. A refusal changes nothing.
 *
 * Codes: `illegalInState`, `ticketExists`, `notAuthorised`, `invalidData`, `versionConflict`, `unknownUnit`,
 * `unknownMatter`, `unknownChannel`, `noRoute`, `alreadySupervised`, `notSupervised`, `supervisionUnanswered`,
 * `unhappyNeedsReason`, `mustRedispatch`, `leadNeeded`, `repeatsUnreasonable`, `noPromise`,
 * `notAnswerable`, `extensionOpen`, `noExtension`, `clockNotRunning`, `suspended`, `alreadySuspended`, `notSuspended`, `ticketUnknown`,
 * `beforeRegistration`, `dateOver`, `notLater`, `notForOthers`, and the codes of the pack's procedure (`sectionMissing`, `forbidden`, `missing`,
 * `roundsExhausted` …).
 */
export interface Refusal {
  readonly code: string;
  readonly text: BilingualText;
  /** The article that asks for it. */
  readonly article?: string;
  readonly remedy?: BilingualText;
  /** Everything that stands against it, at once; the refusal itself speaks of the first. */
  readonly problems?: readonly (Omit<Problem, 'code' | 'remedy'> &
    Partial<Pick<Problem, 'remedy'>> & { readonly code: string })[];
}

/** Whether something may be, or why not. */
export type Verdict = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal };

/** Nothing stands against it. */
export const fine: Verdict = { ok: true };

/** What a refusal says beside its code and text. */
type More = Omit<Refusal, 'code' | 'text'>;

/** Words a refusal. */
export function refuse(code: string, zh: string, en: string, more: More = {}): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { code, text: { zh, en }, ...more } };
}
