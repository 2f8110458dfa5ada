import type { BilingualText } from '@hotline-kit/core/view';
import { type FormEvent, type FormHTMLAttributes, forwardRef, useEffect, useId, useRef } from 'react';
import { fill } from '../messages/fill.js';
import { useWidget, type WidgetProps } from '../settings/use-widget.js';
import { Shape } from '../shape.js';
import { questionNames, questions, type RatingQuestion } from './rating-draft.js';
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

/** One answer to choose. */
interface Answer {
  readonly value: string | number | boolean;
  readonly words: string;
}

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
export const RatingForm = /* @__PURE__ */ forwardRef<HTMLFormElement, RatingFormProps>(function RatingForm(props, ref) {
  const { onSubmit, value, defaultValue, onChange, reasonOptions = [], remarkLength = 500, children, ...rest } = props;
  const { messages, root, part, text, say, region } = useWidget('rating', rest, ratingZh);
  const { draft, set, status, missing, unhappy, submit } = useRating(props);
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

  // Native inputs: one tab stop, arrow keys, and the browser's own semantics.
  const group = (field: RatingQuestion | 'reasons', answers: readonly Answer[]) => {
    const many = field === 'reasons';
    const error = !many && missing.includes(field);
    return (
      <fieldset
        key={field}
        className={part('group')}
        {...(!many && { role: 'radiogroup', 'aria-required': true, 'aria-invalid': error })}
      >
        <legend className="hk-legend">
          {messages[field]}
          {/* Part of the legend, so that it is read with the question. */}
          {error && (
            <span className="hk-error">
              <Shape name="warned" />
              {messages.missing}
            </span>
          )}
        </legend>
        <div className="hk-choices" data-count={answers.length}>
          {answers.map(({ value, words }) => {
            const others = reasons.filter((reason) => reason !== value);
            const chosen = many ? others.length < reasons.length : draft[field] === value;
            const choice = !many ? value : chosen ? others : [...reasons, value];
            return (
              <label className="hk-choice" key={words}>
                <input
                  type={many ? 'checkbox' : 'radio'}
                  name={id + field}
                  checked={chosen}
                  onChange={() => set({ [field]: choice })}
                />
                <span className="hk-choice-box">
                  <Shape name={many ? (chosen ? 'checked' : 'box') : chosen ? 'current' : 'todo'} />
                  {words}
                </span>
              </label>
            );
          })}
        </div>
      </fieldset>
    );
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
          {questionNames.map((question) =>
            group(
              question,
              questions[question].map((value) => ({
                value,
                words: messages[`${question}.${value}` as 'solved.yes'],
              })),
            ),
          )}
          {unhappy &&
            reasonOptions[0] &&
            group(
              'reasons',
              reasonOptions.map((reason) => ({ value: reason.value, words: text(reason.text) })),
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
