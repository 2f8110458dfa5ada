import { choose } from '@hotline-kit/rules';
import type { Asking } from '../../ticket/asking.js';
import { done, type TrackConduct } from '../../ticket/conduct.js';
import { fine, refuse, type Verdict } from '../../ticket/refusal.js';
import type { TicketRecord } from '../../ticket/ticket-record.js';
import type { FieldworkEvents, fieldwork } from './declaration.js';

/** What field work does. */
export const fieldworkConduct: TrackConduct<keyof typeof fieldwork.commands, keyof FieldworkEvents> = {
  perform: {
    contactCitizen: (_ticket, data) => done('citizen.contacted', data),
    arriveOnSite: (_ticket, { place, media }) =>
      done('site.arrived', { ...(place === undefined ? {} : { place }), ...(media === undefined ? {} : { media }) }),
    recordProgress: (_ticket, data) => done('progress.recorded', data),
    addEvidence: (_ticket, data) => done('evidence.added', data),
  },
  checks: { contactCitizen: goesOn, arriveOnSite: goesOn, recordProgress: goesOn },
  folds: {
    'citizen.contacted': (draft, { reached }, at) => {
      if (reached) draft.contactedAt = at;
    },
    'site.arrived': (draft, _data, at) => {
      draft.arrivedAt = at;
    },
    'progress.recorded': (draft, { milestone, occurredAt }, at) => {
      if (milestone !== undefined) draft.milestones = { ...draft.milestones, [milestone]: occurredAt ?? at };
    },
    'evidence.added': (draft, { phase, kind, media }, at) => {
      draft.evidence = [...draft.evidence, { phase, kind: kind ?? null, media, at }];
    },
  },
};

/** While a return or a dispute is decided the work waits, unless the procedure lets it go on beside. */
function goesOn({ state }: TicketRecord, _data: unknown, { facts, pack: { procedure } }: Asking): Verdict {
  const section = state === 'returnRequested' ? procedure.return : state === 'disputed' ? procedure.dispute : undefined;
  const waits =
    (state === 'returnRequested' || state === 'disputed') && choose(section?.handling, facts) !== 'continues';
  if (!waits) return fine;
  return refuse(
    'handlingWaits',
    '退单或争议审核期间暂停办理',
    'the work waits until the return or dispute is decided',
    {
      remedy: { zh: '请等待审核结果', en: 'wait for the decision' },
    },
  );
}
