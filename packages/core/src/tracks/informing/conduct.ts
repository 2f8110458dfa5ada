import {
  type CityPack,
  type Duty,
  dutyProblems,
  isWord,
  type Problem,
  RECIPIENTS,
  type TicketFacts,
} from '@hotline-kit/rules';
import { done, type TrackConduct } from '../../ticket/conduct.js';
import type { Draft } from '../../ticket/fold.js';
import { fine, refuse, type Verdict } from '../../ticket/refusal.js';
import type { TicketRecord } from '../../ticket/ticket-record.js';
import type { DutyRecord, InformingEvents, informing } from './declaration.js';
import { dutyNamed, waiversOf } from './duty-named.js';
import { informingWays, openDuties, waivingWays } from './ways.js';

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
    inform: (ticket, data, { by, facts, pack }) => {
      const open = dutyOpen(ticket, data?.duty);
      if (!open.ok) return open;
      const able = informingWays(ticket, by, pack).map(({ duty }) => duty);
      const [first = ''] = openDuties(ticket);
      const asked = data?.duty ?? first;
      const isAble = data === undefined ? !able.includes('') : able.includes(data.duty);
      if (!isAble) return owedByOthers(ticket.duties[asked], pack);
      const owed = recipientsOwed(ticket.duties[asked], data?.to);
      if (!owed.ok) return owed;
      const duty = data && dutyNamed(data.duty, facts, pack);
      if (!open.ok || data === undefined || duty === undefined) return open;
      return complete(dutyProblems(duty, facts, { data: { ...data, ...data.more } }, pack.procedure.fields));
    },
    waiveInforming: (ticket, data, { facts, pack }) => {
      const open = dutyOpen(ticket, data?.duty);
      if (!open.ok) return open;
      if (data === undefined) {
        const isWaivable = waivingWays(ticket, facts, pack).some(({ duty }) => duty !== '');
        const [first = ''] = openDuties(ticket);
        return isWaivable ? fine : notWaivable(dutyNamed(first, facts, pack), facts);
      }
      const duty = dutyNamed(data.duty, facts, pack);
      const isGround = duty === undefined || waiversOf(duty, facts).some(({ id }) => id === data.ground);
      return isGround ? fine : notWaivable(duty, facts);
    },
  },
  folds: {
    'duty.arose': (draft, { duty, to, copy, by = null, unit = null }, at) => {
      draft.duties = { ...draft.duties, [duty]: { to, copy, told: [], by, unit, since: at, state: 'open' } };
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

function dutyOpen(ticket: TicketRecord, id: string | undefined): Verdict {
  const open = openDuties(ticket);
  if (id === undefined ? open.length > 0 : open.includes(id)) return fine;
  return refuse('noDuty', '没有该项待履行的告知义务', 'there is no such duty to inform left', {
    remedy: {
      zh: open.length === 0 ? '告知义务均已履行' : `待告知：${open.join('、')}`,
      en: open.length === 0 ? 'all duties are fulfilled' : `open duties: ${open.join(', ')}`,
    },
  });
}

/** Whoever is said to have been told is one of those whom the duty names, copies included. */
function recipientsOwed(duty: DutyRecord | undefined, told: readonly string[] = []): Verdict {
  const named = [...(duty?.to ?? []), ...(duty?.copy ?? [])];
  const others = told.filter((each) => !named.includes(each));
  if (others.length === 0) return fine;
  const zh = named.map((each) => (isWord(RECIPIENTS, each) ? `${RECIPIENTS[each].zh}（${each}）` : each));
  const unknown = others.join('、');
  return refuse(
    'recipientNotAllowed',
    `该告知义务的对象不含：${unknown}`,
    `this duty does not name: ${others.join(', ')}`,
    {
      remedy: { zh: `可填写：${zh.join('、')}`, en: `allowed as "to": ${named.join(', ')}` },
    },
  );
}

function notWaivable(duty: Duty | undefined, facts: TicketFacts): Verdict {
  const grounds = duty === undefined ? [] : waiversOf(duty, facts);
  return refuse('groundNotAllowed', '该告知义务不得以此情形免除', 'this duty is not waived on that ground', {
    ...(duty?.article === undefined ? {} : { article: duty.article }),
    remedy: {
      zh: grounds.length === 0 ? '请予告知' : `可免情形：${grounds.map(({ title }) => title.zh).join('、')}`,
      en: grounds.length === 0 ? 'inform them' : `grounds: ${grounds.map(({ id }) => id).join(', ')}`,
    },
  });
}

function owedByOthers(duty: DutyRecord | undefined, { units }: CityPack): Verdict {
  const { by, unit } = duty ?? { by: null, unit: null };
  const recipient = by !== null && isWord(RECIPIENTS, by) ? RECIPIENTS[by] : undefined;
  const name = (unit === null ? recipient : units.get(unit)?.name) ?? { zh: unit ?? '', en: unit ?? '' };
  return refuse('notAuthorised', '该告知义务由其他单位履行', 'another unit owes this duty', {
    remedy: { zh: `由${name.zh}告知`, en: `it is for: ${name.en}` },
  });
}

function complete(problems: readonly Problem[]): Verdict {
  const [first] = problems;
  if (first === undefined) return fine;
  const { code, text, article, remedy } = first;
  const more = { ...(article === undefined ? {} : { article }), ...(remedy === undefined ? {} : { remedy }), problems };
  return refuse(code, text.zh, text.en, more);
}
