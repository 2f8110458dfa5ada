import { type FormEvent, useState } from 'react';
import type { Answer } from '../host.js';
import { useHost } from '../host.js';
import type { PageOf } from '../page.js';
import { RefusalText } from '../refusal-text.js';

/** The citizen's way in: a number and four digits; for a citizen who is signed in, their own tickets as well. */
export function LookUpPage({ page }: { readonly page: PageOf<'lookUp'> }) {
  const { texts, post } = useHost();
  const { follow, language } = texts;
  const [number, setNumber] = useState('');
  const [lastFour, setLastFour] = useState('');
  const [answer, setAnswer] = useState<Answer | 'failed'>();

  const lookUp = async () => {
    try {
      const found = await post('/api/follow', { number: number.trim().toUpperCase(), lastFour });
      setAnswer(found);
      if (found.ok && found.ticket) location.assign(`/follow/${encodeURIComponent(found.ticket.id)}`);
    } catch {
      setAnswer('failed');
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void lookUp();
  };

  return (
    <div className="cp-narrow cp-stack">
      <section className="cp-card">
        <h1 className="cp-title">{follow.title}</h1>
        <p>{follow.hint}</p>
        <form className="cp-form" onSubmit={submit}>
          <label className="cp-field">
            <span>{follow.number}</span>
            <input
              className="cp-input"
              name="number"
              required
              maxLength={64}
              autoComplete="off"
              value={number}
              onChange={(event) => setNumber(event.target.value)}
            />
          </label>
          <label className="cp-field">
            <span>{follow.lastFour}</span>
            <input
              className="cp-input"
              name="lastFour"
              required
              inputMode="numeric"
              pattern="[0-9]{4}"
              maxLength={4}
              autoComplete="off"
              value={lastFour}
              onChange={(event) => setLastFour(event.target.value)}
            />
          </label>
          <div role="alert">
            {answer === 'failed' ? <p className="cp-notice">{texts.actions.failed}</p> : null}
            {answer !== undefined && answer !== 'failed' && !answer.ok ? (
              <div className="cp-notice">
                <RefusalText refusal={answer.refusal} />
              </div>
            ) : null}
          </div>
          <button className="cp-button" data-kind="primary" type="submit">
            {follow.submit}
          </button>
        </form>
        {page.samples.length > 0 ? (
          <div className="cp-samples">
            <p className="cp-second">{follow.samplesTitle}</p>
            {page.samples.map((sample) => (
              <button
                key={sample.number}
                className="cp-button cp-sample"
                type="button"
                onClick={() => {
                  setNumber(sample.number);
                  setLastFour(sample.digits);
                }}
              >
                {sample.matter} <span className="cp-second">{follow.sample(sample.number, sample.digits)}</span>
              </button>
            ))}
          </div>
        ) : null}
      </section>
      {page.mine.length > 0 ? (
        <section className="cp-card" aria-labelledby="mine">
          <h2 className="cp-subtitle" id="mine">
            {follow.mine}
          </h2>
          <ul className="cp-mine">
            {page.mine.map((row) => (
              <li key={row.id} className="cp-mine-row">
                <a href={`/follow/${encodeURIComponent(row.id)}`}>{row.matter?.[language] ?? row.number}</a>
                <span className="cp-second">
                  {row.number} · {row.stateText[language]}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
