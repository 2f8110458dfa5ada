import { type FormEvent, useState } from 'react';
import { ChoiceField } from '../choice-field.js';
import { type Answer, useHost } from '../host.js';
import type { PageOf } from '../page.js';
import { RefusalText } from '../refusal-text.js';

/** What the agent takes down. */
interface Draft {
  readonly type: string;
  readonly matter: string;
  readonly district: string;
  readonly address: string;
  readonly content: string;
  readonly urgent: boolean;
  readonly name: string;
  readonly phone: string;
}

/** The agent takes a call: it becomes a ticket, and its first clock starts. */
export function CallPage({ page }: { readonly page: PageOf<'call'> }) {
  const { texts, post } = useHost();
  const { call, language } = texts;
  const [draft, setDraft] = useState<Draft>({
    type: 'complaint',
    matter: 'noise-construction-night',
    district: 'dongkeng',
    ...call.samples,
    urgent: true,
    phone: '13800001234',
  });
  const [answer, setAnswer] = useState<Answer | 'failed'>();
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });

  const register = async () => {
    try {
      const registered = await post('/api/tickets', { call: callOf(draft, page) });
      setAnswer(registered);
      if (registered.ok && registered.ticket) {
        location.assign(`/staff/tickets/${encodeURIComponent(registered.ticket.id)}`);
      }
    } catch {
      setAnswer('failed');
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void register();
  };

  return (
    <form className="cp-card cp-form cp-narrow" onSubmit={submit}>
      <div>
        <h1 className="cp-title">{call.title}</h1>
        <p className="cp-second">{call.hint}</p>
      </div>
      <label className="cp-check">
        <input type="checkbox" checked={draft.urgent} onChange={(event) => set({ urgent: event.target.checked })} />
        <span>
          <strong>{call.urgent}</strong> <span className="cp-second">{call.urgentHint}</span>
        </span>
      </label>
      <ChoiceField
        name="type"
        label={call.kind}
        options={page.types.map(({ id, title }) => ({ value: id, text: title[language] }))}
        value={draft.type}
        onChange={(type) => set({ type })}
      />
      <label className="cp-field">
        <span>{call.content}</span>
        <textarea
          className="cp-input"
          name="content"
          rows={3}
          required
          maxLength={2000}
          value={draft.content}
          onChange={(event) => set({ content: event.target.value })}
        />
      </label>
      <label className="cp-field">
        <span>{call.matter}</span>
        <select
          className="cp-input"
          name="matter"
          value={draft.matter}
          onChange={(event) => set({ matter: event.target.value })}
        >
          <option value="">{call.later}</option>
          {page.matters.map(({ theme, matters }) => (
            <optgroup key={theme} label={theme}>
              {matters.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <div className="cp-pair">
        <label className="cp-field">
          <span>{call.town}</span>
          <select
            className="cp-input"
            name="district"
            value={draft.district}
            onChange={(event) => set({ district: event.target.value })}
          >
            {page.towns.map(({ district, name }) => (
              <option key={district} value={district}>
                {name[language]}
              </option>
            ))}
          </select>
        </label>
        <Line label={call.address} name="address" value={draft.address} onChange={(address) => set({ address })} />
      </div>
      <div className="cp-pair">
        <Line label={call.name} name="name" value={draft.name} onChange={(name) => set({ name })} />
        <Line
          label={call.phone}
          name="phone"
          pattern="[0-9]{7,15}"
          value={draft.phone}
          onChange={(phone) => set({ phone })}
        />
      </div>
      <p className="cp-second">{call.phoneHint}</p>
      <div role="alert">
        {answer === 'failed' ? <p className="cp-notice">{texts.actions.failed}</p> : null}
        {answer !== undefined && answer !== 'failed' && !answer.ok ? (
          <div className="cp-notice" data-kind="refused">
            <RefusalText refusal={answer.refusal} />
          </div>
        ) : null}
      </div>
      <div className="cp-buttons">
        <button className="cp-button" data-kind="primary" type="submit">
          {call.submit}
        </button>
      </div>
    </form>
  );
}

interface LineProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly pattern?: string;
  readonly onChange: (value: string) => void;
}

function Line({ label, onChange, ...input }: LineProps) {
  return (
    <label className="cp-field">
      <span>{label}</span>
      <input
        className="cp-input"
        required
        maxLength={100}
        autoComplete="off"
        {...input}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

function callOf(draft: Draft, { towns }: PageOf<'call'>) {
  const { type, matter, district, address, content, urgent, name, phone } = draft;
  const street = towns.find((town) => town.district === district)?.name.zh;
  return {
    channel: 'phone',
    type,
    content,
    urgent,
    place: { district, address, ...(street === undefined ? {} : { street }) },
    ...(matter === '' ? {} : { matter }),
    caller: { name, phone },
  };
}
