import { done, type TrackConduct } from '../../ticket/conduct.js';
import type { Draft } from '../../ticket/fold.js';
import { fine, refuse, type Verdict } from '../../ticket/refusal.js';
import type { TicketRecord } from '../../ticket/ticket-record.js';
import { isSupervised } from '../supervision/supervision-state.js';
import type { ObservingEvents, observing } from './declaration.js';

/** What citizen supervisors do. */
export const observingConduct: TrackConduct<keyof typeof observing.commands, keyof ObservingEvents> = {
  perform: {
    watch: (_ticket, _data, { by }) => done('ticket.watched', { observer: by.id }),
    comment: (_ticket, data, { by }) => done('ticket.commented', { observer: by.id, ...data }),
    joinSupervision: (_ticket, data, { by }) => done('supervision.joined', { observer: by.id, ...data }),
  },
  checks: {
    watch: notConfidential,
    comment: notConfidential,
    joinSupervision: (ticket) => {
      if (ticket.call.confidential) return notConfidential(ticket);
      if (isSupervised(ticket)) return fine;
      return refuse('notSupervised', '没有进行中的督办', 'no supervision is running', {
        remedy: { zh: '可以提出监督意见', en: 'comment instead' },
      });
    },
  },
  folds: {
    'ticket.watched': (draft, { observer }) => observedBy(draft, observer),
    'ticket.commented': (draft, { observer }) => {
      observedBy(draft, observer);
      draft.comments += 1;
    },
    'supervision.joined': (draft, { observer }) => observedBy(draft, observer),
  },
};

/** Who reported in confidence is protected from the public too, and so from those who watch for it. */
function notConfidential({ call }: TicketRecord): Verdict {
  if (!call.confidential) return fine;
  return refuse(
    'confidential',
    '保密工单不对社会监督员开放',
    'a confidential ticket is not open to citizen supervisors',
  );
}

function observedBy(draft: Draft, observer: string): void {
  if (!draft.observers.includes(observer)) draft.observers = [...draft.observers, observer];
}
