import { ProgressTracker } from '@hotline-kit/react-widgets';
import { useHost } from '../host.js';
import type { PageOf } from '../page.js';
import { ActionPanel } from './action-panel.js';
import { ClocksCard } from './clocks-card.js';
import { HeadCard } from './head-card.js';
import { HistoryCard } from './history-card.js';
import { useFresh } from './use-fresh.js';

/** One ticket for staff: what it is, where it stands, what can be done, what runs, what happened. */
export function TicketPage({ page }: { readonly page: PageOf<'ticket'> }) {
  const { texts } = useHost();
  const { ticket } = texts;
  const { view, file, citizen } = page;
  const fresh = useFresh(view);
  return (
    <>
      <p className="cp-back">
        <a href="/staff">← {ticket.back}</a>
      </p>
      <div className="cp-columns">
        <div className="cp-stack">
          <HeadCard view={view} file={file} />
          {file === undefined ? (
            <section className="cp-card">
              <h2 className="cp-subtitle">{ticket.stranger}</h2>
              <p>{ticket.strangerHint}</p>
            </section>
          ) : (
            <>
              <ActionPanel view={view} file={file} />
              <ClocksCard view={view} />
              <HistoryCard view={view} fresh={fresh} />
            </>
          )}
        </div>
        <aside className="cp-stack cp-aside">
          {citizen ? (
            <div className="cp-aside-title">
              <h2 className="cp-subtitle">{ticket.citizen}</h2>
              <p className="cp-second">{ticket.citizenHint}</p>
            </div>
          ) : null}
          {citizen || file === undefined ? <ProgressTracker view={citizen ?? view} headingLevel={3} /> : null}
        </aside>
      </div>
    </>
  );
}
