import { done, type TrackConduct } from '../../ticket/conduct.js';
import { closeAt, type Draft } from '../../ticket/fold.js';
import type { IsoInstant } from '../../ticket/instant.js';
import { fine, refuse } from '../../ticket/refusal.js';
import type { EmergencyEvents, emergency } from './declaration.js';

/** What a hand-over does. */
export const emergencyConduct: TrackConduct<keyof typeof emergency.commands, keyof EmergencyEvents, 'lineTakesOver'> = {
  perform: {
    transferEmergency: (ticket, { acknowledgement, ...handover }) => {
      if (acknowledgement === undefined) return done('handover.offered', handover);
      const ends = handover.goesOn !== true && isBeforeUnits(ticket.state);
      return done(ends ? 'ticket.transferredToEmergency' : 'handover.acknowledged', { ...handover, acknowledgement });
    },
    acknowledgeHandover: ({ handover, state }, { accepted, acknowledgement }) => {
      const { line = '', goesOn = false } = handover ?? {};
      if (!accepted) return done('handover.declined', { line, acknowledgement });
      const ends = !goesOn && isBeforeUnits(state);
      return done(ends ? 'ticket.transferredToEmergency' : 'handover.acknowledged', { line, goesOn, acknowledgement });
    },
  },
  checks: {
    transferEmergency: ({ handover }) =>
      handover === null || handover.acknowledgedAt !== null
        ? fine
        : refuse('handoverOpen', '正在等待紧急热线接收', `line ${handover.line} has yet to acknowledge`, {
            remedy: { zh: '请先记录该热线是否接收', en: 'record first whether that line accepts' },
          }),
    acknowledgeHandover: ({ handover }) =>
      handover !== null && handover.acknowledgedAt === null
        ? fine
        : refuse('noHandover', '没有待接收的转接', 'no hand-over waits for an acknowledgement', {
            remedy: { zh: '请先转紧急热线', en: 'transfer it to an emergency line first' },
          }),
  },
  guards: {
    lineTakesOver: (ticket, _facts, _pack, data) => {
      const { acknowledgement, accepted, goesOn } = data as {
        readonly acknowledgement?: string;
        readonly accepted?: boolean;
        readonly goesOn?: boolean;
      };
      const goes = goesOn ?? (accepted === undefined ? false : (ticket?.handover?.goesOn ?? false));
      return acknowledgement !== undefined && accepted !== false && !goes;
    },
  },
  folds: {
    'handover.offered': (draft, { line, goesOn = false }, at) => {
      draft.handover = { line, offeredAt: at, acknowledgedAt: null, goesOn };
    },
    'handover.acknowledged': acknowledged,
    'handover.declined': (draft) => {
      draft.handover = null;
    },
    'ticket.transferredToEmergency': (draft, data, at) => {
      acknowledged(draft, data, at);
      closeAt(draft, data, at);
    },
  },
};

/** Before a unit has the ticket it ends with the hand-over; afterwards the line comes beside the unit. */
function isBeforeUnits(state: string): boolean {
  return state === 'received' || state === 'pendingDispatch';
}

function acknowledged(
  draft: Draft,
  { line, goesOn = false }: { line: string; goesOn?: boolean },
  at: IsoInstant,
): void {
  draft.handover = { line, offeredAt: draft.handover?.offeredAt ?? at, acknowledgedAt: at, goesOn };
}
