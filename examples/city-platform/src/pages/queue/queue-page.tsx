import { useState } from 'react';
import { useHost } from '../host.js';
import type { PageOf } from '../page.js';
import { QueueTable } from './queue-table.js';

const filters = ['all', 'mine', 'late'] as const;
type Filter = (typeof filters)[number];

/** The tickets that the user may see, the most urgent first. */
export function QueuePage({ page }: { readonly page: PageOf<'queue'> }) {
  const { frame, texts } = useHost();
  const { queue, language } = texts;
  const [filter, setFilter] = useState<Filter>('all');
  const passes: Record<Filter, (row: PageOf<'queue'>['tickets'][number]) => boolean> = {
    all: () => true,
    mine: ({ next }) => next !== undefined,
    late: ({ clock }) => clock?.state === 'breached',
  };
  const rows = page.tickets.filter(passes[filter]);
  const { user } = frame;
  const who = [user.roleText[language], user.unitText?.[language]].filter(Boolean).join(' · ');
  return (
    <>
      <div className="cp-heading">
        <h1 className="cp-title">{queue.title}</h1>
        <p className="cp-second">
          {who}
          {page.hidden > 0 ? ` · ${queue.hidden(page.hidden)}` : null}
        </p>
      </div>
      {page.tickets.length === 0 ? (
        <p className="cp-card cp-empty">{queue.empty}</p>
      ) : (
        <section className="cp-card cp-queue" aria-label={queue.title}>
          <div className="cp-filters">
            {filters.map((each) => (
              <button
                key={each}
                className="cp-filter"
                type="button"
                aria-pressed={each === filter}
                onClick={() => setFilter(each)}
              >
                {queue.filters[each]} <span className="cp-count">{page.tickets.filter(passes[each]).length}</span>
              </button>
            ))}
          </div>
          {rows.length === 0 ? <p className="cp-empty">{queue.noneLeft}</p> : <QueueTable rows={rows} />}
        </section>
      )}
    </>
  );
}
