import type { BilingualText } from '@hotline-kit/core/view';
import { type FormEvent, type FormHTMLAttributes, forwardRef, useEffect, useId, useRef } from 'react';
import { commonZh } from '../messages/common.js';
import { fill } from '../messages/fill.js';
import { useWidget, type WidgetProps } from '../settings/use-widget.js';
import { Shape } from '../shape.js';
import { ChoiceGroup } from './choice-group.js';
import { questionNames, questions } from './rating-draft.js';
import { ratingZh } from './rating-messages.js';
import { type RatingOptions, useRating } from './use-rating.js';

/** Parts of `RatingForm` that take a class name. */
export type RatingFormPart = 'group' | 'remark' | 'submit' | 'notice';

/** Props of `RatingForm`; every other attribute goes to its outermost element. */
export interface RatingFormProps
  extends RatingOptions,
    WidgetProps<RatingFormPart>,
    Omit<FormHTMLAttributes<HTMLFormElement>, 'onSubmit' | 'onChange' | 'defaultValue'> {
  /** Reasons offered to a citizen who is not happy; without them only the remark is asked. */
  readonly reasonOptions?: readonly { readonly value: string; readonly text: BilingualText }[] | undefined;
  /** Characters that a remark may have. Default 500. */
  readonly remarkLength?: number | undefined;
}

const ratingTexts = { ...commonZh, ...ratingZh };

/**
 * Asks the citizen: solved? satisfied? contacted? Gives the data of the command `rate` to `onSubmit` and shows what
 * comes of it. Answers are kept when it fails.
 *
 * `children` stand above the questions: say there which ticket is rated.
 *
 * Outermost element: `data-state="idle|pending|error|refused|success"`.
 *
 * @example
 * <RatingForm onSubmit={async ({ type, data }) => post(`/tickets/${id}/commands`, { type, data })} />
 */
export const RatingForm = forwardRef<HTMLFormElement, RatingFormProps>(function RatingForm(
  { onSubmit, value, defaultValue, onChange, reasonOptions = [], remarkLength = 500, children, ...props },
  ref,
) {
  const { settings, root, part, text, say, region } = useWidget('rating', props, ratingTexts);
  const { messages } = settings;
  const { draft, set, status, missing, unhappy, submit } = useRating({ onSubmit, value, defaultValue, onChange });
  const { state } = status;
  const { reasons = [] } = draft;
  const id = useId();
  const done = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state === 'pending') say(messages.submitting);
    // The form is gone: the reader is taken to what came of it.
    done.current?.focus();
  }, [state, messages, say]);

  const trySubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const [first] = submit();
    if (first) event.currentTarget.querySelector<HTMLInputElement>(`[name="${id}${first}"]`)?.focus();
  };

  const notice = (shape: 'met' | 'breached', words: string, why: readonly (string | undefined)[] = []) => (
    <div className={part('notice')} data-kind={shape} ref={shape === 'met' ? done : undefined} tabIndex={-1}>
      <Shape name={shape} />
      <div>
        <strong>{words}</strong>
        {why.filter(Boolean).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  );

  return (
    <form aria-label={messages.rating} {...root} ref={ref} data-state={state} onSubmit={trySubmit}>
      {children}
      {state === 'success' ? (
        notice('met', messages.submitted)
      ) : (
        <>
          {questionNames.map((question) => (
            <ChoiceGroup
              key={question}
              className={part('group')}
              name={id + question}
              legend={messages[question]}
              error={missing.includes(question) && messages.missing}
              choices={questions[question].map((answer) => ({
                text: messages[`${question}.${answer}` as 'solved.yes'],
                chosen: draft[question] === answer,
                choose: () => set({ [question]: answer }),
              }))}
            />
          ))}
          {unhappy && reasonOptions.length > 0 && (
            <ChoiceGroup
              className={part('group')}
              many
              name={`${id}reasons`}
              legend={messages.reasons}
              choices={reasonOptions.map((reason) => {
                const chosen = reasons.includes(reason.value);
                return {
                  text: text(reason.text),
                  chosen,
                  choose: () =>
                    set({ reasons: chosen ? reasons.filter((r) => r !== reason.value) : [...reasons, reason.value] }),
                };
              })}
            />
          )}
          <label className="hk-legend" htmlFor={`${id}remark`}>
            {fill(messages.remark, { n: remarkLength })}
          </label>
          <textarea
            className={part('remark')}
            id={`${id}remark`}
            rows={3}
            maxLength={remarkLength}
            value={draft.remark ?? ''}
            onChange={(event) => set({ remark: event.target.value })}
          />
          <div role="alert">
            {state === 'error' && notice('breached', messages.failed)}
            {status.state === 'refused' &&
              notice('breached', messages.refused, [
                text(status.refusal.text),
                status.refusal.article && fill(messages.basis, { article: status.refusal.article }),
                status.refusal.remedy && text(status.refusal.remedy),
              ])}
          </div>
          <button className={`hk-button ${part('submit')}`} type="submit" aria-disabled={state === 'pending'}>
            {messages[state === 'pending' ? 'submitting' : 'submit']}
          </button>
        </>
      )}
      {region}
    </form>
  );
});
