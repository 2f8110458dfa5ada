import { done, type TrackConduct } from '../../ticket/conduct.js';
import { fine, refuse } from '../../ticket/refusal.js';
import type { SuperiorEvents, superiors } from './declaration.js';

/** What it does. */
export const superiorsConduct: TrackConduct<keyof typeof superiors.commands, keyof SuperiorEvents> = {
  perform: {
    escalateBeyondCity: (_ticket, data) => done('ticket.escalatedBeyondCity', data),
    recordSuperiorAnswer: ({ beyondCity }, data) => done('superior.answered', { to: beyondCity?.to ?? '', ...data }),
  },
  checks: {
    escalateBeyondCity: ({ beyondCity }) =>
      beyondCity === null || beyondCity.answeredAt !== null
        ? fine
        : refuse('beyondCityOpen', '已提请上级，尚未答复', `${beyondCity.to} has not answered yet`, {
            remedy: { zh: '请等待并记录上级答复', en: 'wait for the answer and record it' },
          }),
    recordSuperiorAnswer: ({ beyondCity }) =>
      beyondCity !== null && beyondCity.answeredAt === null
        ? fine
        : refuse('notBeyondCity', '没有待上级答复的事项', 'nothing waits for an answer of superiors', {
            remedy: { zh: '请先提请上级', en: 'escalate it beyond the city first' },
          }),
  },
  folds: {
    'ticket.escalatedBeyondCity': (draft, { to }, at) => {
      draft.beyondCity = { to, since: at, answeredAt: null };
    },
    'superior.answered': (draft, _data, at) => {
      if (draft.beyondCity !== null) draft.beyondCity = { ...draft.beyondCity, answeredAt: at };
    },
  },
};
