import type { ActionView, TicketView } from '@hotline-kit/core/view';
import { useId } from 'react';
import { useHost } from '../host.js';
import { RefusalText } from '../refusal-text.js';
import { movesOn } from './next-action.js';

type Refused = Extract<ActionView, { readonly ok: false }>;

/** How many reasons stand open at once. */
const shownAtFirst = 3;

/**
 * What cannot be done now: what the law forbids first, then the steps that are others' to do, and last what this state
 * does not know.
 */
export function RefusedActions({
  view,
  onTry,
}: {
  readonly view: TicketView;
  readonly onTry: (action: ActionView) => void;
}) {
  const { actions, language } = useHost().texts;
  const refused = view.actions.filter((action): action is Refused => !action.ok).sort((a, b) => rank(a) - rank(b));
  const first = refused.filter(({ refusal }) => refusal.code !== 'illegalInState').slice(0, shownAtFirst);
  const rest = refused.filter((action) => !first.includes(action));
  const [tried] = first.length > 0 ? first : rest;
  if (tried === undefined) return null;
  return (
    <div className="cp-refused">
      {first.length > 0 ? <h3 className="cp-eyebrow">{actions.refusedTitle}</h3> : null}
      <ul>
        {first.map((action) => (
          <RefusedAction key={action.command} action={action} />
        ))}
      </ul>
      {rest.length > 0 ? (
        <details>
          <summary>{actions.otherTitle(rest.length)}</summary>
          <ul>
            {rest.map((action) => (
              <RefusedAction key={action.command} action={action} />
            ))}
          </ul>
        </details>
      ) : null}
      <p className="cp-second">
        {actions.tryHint}{' '}
        <button className="cp-link" type="button" data-try={tried.command} onClick={() => onTry(tried)}>
          {actions.tryAnyway(tried.text[language])}
        </button>
      </p>
    </div>
  );
}

function RefusedAction({ action }: { readonly action: Refused }) {
  const { language } = useHost().texts;
  const id = useId();
  return (
    <li className="cp-refused-row">
      <button className="cp-button cp-refused-name" type="button" aria-disabled="true" aria-describedby={id}>
        {action.text[language]}
      </button>
      <span id={id}>
        <RefusalText refusal={action.refusal} />
      </span>
    </li>
  );
}

function rank({ command, refusal }: Refused): number {
  if (refusal.code === 'illegalInState') return 4;
  if (refusal.article !== undefined) return 0;
  if (refusal.code === 'notAuthorised') return movesOn(command) ? 1 : 3;
  return 2;
}
