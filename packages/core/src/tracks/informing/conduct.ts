import {
  type CityPack,
  COMMANDS,
  type Duty,
  dutiesOf,
  dutiesOfSection,
  dutyProblems,
  isWord,
  type Problem,
  type Procedure,
  type TicketFacts,
} from '@hotline-kit/rules';
import { done, type TrackConduct } from '../../ticket/conduct.js';
import type { Draft } from '../../ticket/fold.js';
import { fine, refuse, type Verdict } from '../../ticket/refusal.js';
import type { TicketRecord } from '../../ticket/ticket-record.js';
import type { DutyRecord, InformingEvents, informing } from './declaration.js';
import { partsOfDutyKey } from './duty-key.js';
import { measureDuties } from './measure-duty.js';

/** What informing does. */
export const informingConduct: TrackConduct<keyof typeof informing.commands, keyof InformingEvents> = {
  perform: {
    inform: ({ duties }, { to, ...data }) => {
      const duty = duties[data.duty];
      const open = (duty?.to ?? []).filter((recipient) => !duty?.told.includes(recipient));
      const told = to ?? open;
      return done('duty.fulfilled', { ...data, to: told, complete: open.every((each) => told.includes(each)) });
    },
    waiveInforming: (_ticket, data) => done('duty.waived', data),
  },
  checks: {
    inform: (ticket, data, facts, pack) => {
      const open = dutyOpen(ticket, data?.duty);
      const duty = data && dutyNamed(data.duty, facts, pack);
      if (!open.ok || data === undefined || duty === undefined) return open;
      return complete(dutyProblems(duty, facts, { data: { ...data, ...data.more } }));
    },
    waiveInforming: (ticket, data, facts, pack) => {
      const open = dutyOpen(ticket, data?.duty);
      const duty = data && dutyNamed(data.duty, facts, pack);
      if (!open.ok || duty === undefined) return open;
      const { waiver, article } = duty;
      const possible = waiver.filter(({ when }) => when === undefined || when(facts));
      if (possible.some(({ id }) => id === data?.ground)) return fine;
      return refuse('groundNotAllowed', '该告知义务不得以此情形免除', 'this duty is not waived on that ground', {
        ...(article === undefined ? {} : { article }),
        remedy: {
          zh: possible.length === 0 ? '请予告知' : `可免情形：${possible.map(({ title }) => title.zh).join('、')}`,
          en: possible.length === 0 ? 'inform them' : `grounds: ${possible.map(({ id }) => id).join(', ')}`,
        },
      });
    },
  },
  folds: {
    'duty.arose': (draft, { duty, to, copy }, at) => {
      draft.duties = { ...draft.duties, [duty]: { to, copy, told: [], since: at, state: 'open' } };
    },
    'duty.fulfilled': (draft, { duty, to, complete }) => {
      const told = [...new Set([...(draft.duties[duty]?.told ?? []), ...to])];
      change(draft, duty, complete ? { told, state: 'fulfilled' } : { told });
    },
    'duty.waived': (draft, { duty }) => change(draft, duty, { state: 'waived' }),
  },
};

function change(draft: Draft, id: string, changes: Partial<DutyRecord>): void {
  const duty = draft.duties[id];
  if (duty !== undefined) draft.duties = { ...draft.duties, [id]: { ...duty, ...changes } };
}

function dutyOpen({ duties }: TicketRecord, id: string | undefined): Verdict {
  const open = Object.keys(duties).filter((each) => duties[each]?.state === 'open');
  if (id === undefined ? open.length > 0 : open.includes(id)) return fine;
  return refuse('noDuty', '没有该项待履行的告知义务', 'there is no such duty to inform left', {
    remedy: {
      zh: open.length === 0 ? '告知义务均已履行' : `待告知：${open.join('、')}`,
      en: open.length === 0 ? 'all duties are fulfilled' : `open duties: ${open.join(', ')}`,
    },
  });
}

/** The duty as the procedure words it; nothing where the pack has changed since it arose. */
function dutyNamed(key: string, facts: TicketFacts, { procedure }: CityPack): Duty | undefined {
  const { source, duty } = partsOfDutyKey(key);
  const named = isWord(COMMANDS, source) ? dutiesOf(procedure, source, facts) : ofSection(source, facts, procedure);
  return named.find(({ id }) => id === duty);
}

/** The duties that an event brings, not a command. */
function ofSection(source: string, facts: TicketFacts, procedure: Procedure): readonly Duty[] {
  if (source === 'supervision') return measureDuties(procedure);
  return source === 'assist' || source === 'statutoryPeriod' ? dutiesOfSection(procedure, source, facts) : [];
}

function complete(problems: readonly Problem[]): Verdict {
  const [first] = problems;
  if (first === undefined) return fine;
  const { code, text, article, remedy } = first;
  const more = { ...(article === undefined ? {} : { article }), ...(remedy === undefined ? {} : { remedy }), problems };
  return refuse(code, text.zh, text.en, more);
}
