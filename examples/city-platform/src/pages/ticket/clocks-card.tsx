import type { TicketView } from '@hotline-kit/core/view';
import { SlaCountdown } from '@hotline-kit/react-widgets';
import { useHost } from '../host.js';

/** Every deadline of the ticket, the nearest first, each with the article that asks for it. */
export function ClocksCard({ view }: { readonly view: TicketView }) {
  const { ticket } = useHost().texts;
  return (
    <section className="cp-card" aria-labelledby="clocks">
      <h2 className="cp-subtitle" id="clocks">
        {ticket.clocks}
      </h2>
      {view.clocks.length === 0 ? <p className="cp-second">{ticket.noClocks}</p> : null}
      <div className="cp-clocks">
        {view.clocks.map((clock) => (
          <div key={clock.id} className="cp-clock-row">
            <SlaCountdown clock={clock} serverNow={view.asOf} />
            {clock.article ? <p className="cp-clock-article">{ticket.article(clock.article)}</p> : null}
          </div>
        ))}
      </div>
    </section>
  );
}
