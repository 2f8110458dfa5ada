import { ProgressTracker, type TicketView } from '@hotline-kit/react-widgets';
import '@hotline-kit/react-widgets/styles.css';

// What `desk.view(id, viewer, { at })` of @hotline-kit/core gives, as JSON.
export function Ticket({ view }: { readonly view: TicketView }) {
  return <ProgressTracker view={view} />;
}
