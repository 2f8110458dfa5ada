import { choose, preferredUnits } from '@hotline-kit/rules';
import { partiesOf } from '../../dispatch/parties.js';
import { unknownUnit } from '../../dispatch/unknown-unit.js';
import { done, type TrackConduct } from '../../ticket/conduct.js';
import { fine, refuse } from '../../ticket/refusal.js';
import type { ConsultationEvents, consulting } from './declaration.js';

/** What consultations do. */
export const consultationConduct: TrackConduct<keyof typeof consulting.commands, keyof ConsultationEvents> = {
  perform: {
    convene: (ticket, data, { pack, facts }) => {
      const members = preferredUnits(pack, pack.procedure.consultation?.members ?? [], facts, partiesOf(ticket));
      const units = [...new Set([...(data.units ?? []), ...members])];
      if (units.length === 0) {
        return refuse('missing', '须列明参加单位', 'nobody is named to take part', {
          remedy: { zh: '请填写 units', en: 'name the units that take part as "units"' },
        });
      }
      return unknownUnit(units, pack) ?? done('consultation.convened', { ...data, units });
    },
    concludeConsultation: (_ticket, data, { pack, facts }) => {
      const binding = choose(pack.procedure.consultation?.binding, facts) ?? true;
      return (
        unknownUnit([data.lead, ...(data.attended ?? [])], pack) ?? done('consultation.concluded', { ...data, binding })
      );
    },
  },
  checks: {
    convene: ({ consultation }) =>
      consultation?.state !== 'open'
        ? fine
        : refuse('consultationOpen', '会商尚未结束', 'a consultation is under way', {
            remedy: { zh: '请先形成会商结论', en: 'conclude it first' },
          }),
    concludeConsultation: ({ consultation }) =>
      consultation?.state === 'open'
        ? fine
        : refuse('noConsultation', '没有进行中的会商', 'no consultation is under way', {
            remedy: { zh: '请先召集会商', en: 'convene one first' },
          }),
  },
  folds: {
    'consultation.convened': (draft, { units }, at) => {
      draft.consultation = { state: 'open', since: at, units, lead: null, binding: false };
    },
    'consultation.concluded': (draft, { lead, binding }, at) => {
      const units = draft.consultation?.units ?? [];
      draft.consultation = { state: 'concluded', since: at, units, lead: lead ?? null, binding };
    },
  },
};
