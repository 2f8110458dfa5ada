import type { ActionView, TicketView } from '@hotline-kit/core/view';
import { useState } from 'react';
import type { TicketFile } from '../../screens/staff-ticket.js';
import { type Answer, useHost } from '../host.js';
import { RefusalText } from '../refusal-text.js';
import { commandFields, initialData, isOffered } from './command-fields.js';
import { CommandForm } from './command-form.js';
import { nextAction } from './next-action.js';
import { RefusedActions } from './refused-actions.js';

/** What came of the last try. */
interface Outcome {
  readonly action: ActionView;
  readonly answer: Answer | 'failed';
}

/** What can be done: one main action, the others, and what cannot be done, with the reason beside it. */
export function ActionPanel({ view, file }: { readonly view: TicketView; readonly file: TicketFile }) {
  const { frame, texts, post } = useHost();
  const { actions, language } = texts;
  const [open, setOpen] = useState<string>();
  const [sending, setSending] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const main = nextAction(view);
  const allowed = view.actions.filter(({ ok, command }) => ok && isOffered(command));
  const ordered = main === undefined ? allowed : [main, ...allowed.filter((each) => each !== main)];
  const form = ordered.find(({ command }) => command === open);

  const send = async (action: ActionView, data: unknown) => {
    if (sending) return;
    setSending(true);
    const path = `/api/tickets/${encodeURIComponent(view.id)}/${action.command}`;
    try {
      const answer = await post(path, { data });
      setOutcome({ action, answer });
      if (answer.ok) setOpen(undefined);
    } catch {
      setOutcome({ action, answer: 'failed' });
    }
    setSending(false);
  };
  const choose = (action: ActionView) => {
    setOutcome(undefined);
    if (commandFields(action.command, { texts, view, file }).length > 0) setOpen(action.command);
    else void send(action, {});
  };

  return (
    <section className="cp-card" aria-labelledby="actions">
      <h2 className="cp-subtitle" id="actions">
        {actions.title(frame.user.roleText[language])}
      </h2>
      {ordered.length === 0 ? <p className="cp-second">{actions.none}</p> : null}
      <div className="cp-buttons">
        {ordered.map((action) => (
          <button
            key={action.command}
            className="cp-button"
            data-kind={action === main ? 'primary' : undefined}
            data-command={action.command}
            type="button"
            aria-disabled={sending || undefined}
            aria-expanded={action.command === open ? true : undefined}
            onClick={() => choose(action)}
          >
            {action.text[language]}
          </button>
        ))}
      </div>
      {form ? (
        <CommandForm
          key={form.command}
          title={form.text[language]}
          fields={commandFields(form.command, { texts, view, file })}
          sending={sending}
          onSubmit={(data) => void send(form, data)}
          onCancel={() => setOpen(undefined)}
        />
      ) : null}
      <div role="status">{outcome ? <OutcomeNote outcome={outcome} /> : null}</div>
      <RefusedActions
        view={view}
        onTry={(action) => void send(action, initialData(commandFields(action.command, { texts, view, file })))}
      />
    </section>
  );
}

function OutcomeNote({ outcome: { action, answer } }: { readonly outcome: Outcome }) {
  const { actions, language } = useHost().texts;
  if (answer !== 'failed' && answer.ok) {
    return (
      <p className="cp-notice" data-kind="done">
        {actions.done(action.text[language])}
      </p>
    );
  }
  return (
    <div className="cp-notice" data-kind="refused">
      <strong>{actions.refused(action.text[language])}</strong>
      {answer === 'failed' ? <p>{actions.failed}</p> : <RefusalText refusal={answer.refusal} />}
    </div>
  );
}
