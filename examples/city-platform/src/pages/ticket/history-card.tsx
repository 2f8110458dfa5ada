import type { TicketView, TimelineEntry } from '@hotline-kit/core/view';
import { useState } from 'react';
import { useHost } from '../host.js';
import { shortTime } from '../time-text.js';

/** Entries that tell of a clock's own course; what it brings (warnings, breaches) always shows. */
const quiet: ReadonlySet<string> = new Set([
  'clock.started',
  'clock.stopped',
  'clock.cancelled',
  'clock.paused',
  'clock.resumed',
]);

/** What happened, newest first. */
export function HistoryCard({ view, fresh }: { readonly view: TicketView; readonly fresh: number }) {
  const { ticket } = useHost().texts;
  const [all, showAll] = useState(false);
  const loud = view.timeline.filter(({ type }) => !quiet.has(type));
  const entries = all ? view.timeline : loud;
  const more = view.timeline.length - loud.length;
  return (
    <section className="cp-card" aria-labelledby="history">
      <h2 className="cp-subtitle" id="history">
        {ticket.timeline}
      </h2>
      <ol className="cp-history">
        {entries.map((entry) => (
          <Entry key={entry.version} entry={entry} fresh={entry.version > fresh} />
        ))}
      </ol>
      {more > 0 ? (
        <button className="cp-button" type="button" aria-expanded={all} onClick={() => showAll(!all)}>
          {all ? ticket.hideClocks : ticket.showClocks(more)}
        </button>
      ) : null}
    </section>
  );
}

function Entry({ entry, fresh }: { readonly entry: TimelineEntry; readonly fresh: boolean }) {
  const { texts } = useHost();
  const { ticket, language } = texts;
  const { text, detail, unit, article, type } = entry;
  return (
    <li data-type={type} data-fresh={fresh ? '' : undefined}>
      <time dateTime={entry.at}>{shortTime(entry.at, texts)}</time>
      <div>
        <p>
          <strong>{text[language]}</strong>
          {detail ? <span> {detail[language]}</span> : null}
          {fresh ? <span className="cp-tag">{ticket.fresh}</span> : null}
        </p>
        {unit || article ? (
          <p className="cp-second">
            {[unit?.[language], article ? ticket.article(article) : undefined].filter(Boolean).join(' · ')}
          </p>
        ) : null}
      </div>
    </li>
  );
}
