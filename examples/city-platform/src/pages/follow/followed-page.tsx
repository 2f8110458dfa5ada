import { ProgressTracker, RatingForm } from '@hotline-kit/react-widgets';
import { useHost } from '../host.js';
import type { PageOf } from '../page.js';
import { plainSentence } from './plain-sentence.js';

/** A citizen's own ticket: a sentence, the way it goes, the answer, and the rating when it is time. */
export function FollowedPage({ page }: { readonly page: PageOf<'followed'> }) {
  const { texts, post } = useHost();
  const { view, reply } = page;
  const { follow } = texts;
  const mayRate = view.actions.some(({ command, ok }) => command === 'rate' && ok);
  return (
    <div className="cp-follow">
      <h1 className="cp-sentence">{plainSentence(view, texts)}</h1>
      <div className="cp-follow-columns">
        <ProgressTracker view={view} />
        {reply || mayRate || view.state === 'calledBack' ? (
          <div className="cp-stack">
            {reply ? (
              <section className="cp-card" aria-labelledby="reply">
                <h2 className="cp-subtitle" id="reply">
                  {follow.reply}
                </h2>
                <p className="cp-quote">{reply}</p>
              </section>
            ) : null}
            {mayRate || view.state === 'calledBack' ? (
              <RatingForm onSubmit={({ data }) => post(`/api/follow/${encodeURIComponent(view.id)}/rate`, { data })} />
            ) : null}
          </div>
        ) : null}
      </div>
      <p>
        <a href="/follow">{follow.another}</a>
      </p>
    </div>
  );
}
