import '@hotline-kit/react-widgets/styles.css';
import { ProgressTracker, RatingForm, SlaCountdown, type TicketView } from '@hotline-kit/react-widgets';
import { createRoot } from 'react-dom/client';
import view from './view.json';

const ticket = view as unknown as TicketView;
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <>
      <ProgressTracker view={ticket} />
      {ticket.clocks.map((clock) => (
        <SlaCountdown key={clock.id} clock={clock} serverNow={ticket.asOf} />
      ))}
      <RatingForm onSubmit={async () => ({ ok: true })} />
    </>,
  );
}
