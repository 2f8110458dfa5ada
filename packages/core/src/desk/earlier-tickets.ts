import { type CityPack, choose } from '@hotline-kit/rules';
import { dueDate } from '@hotline-kit/sla-calendar';
import { type Call, callSchema } from '../intake/call.js';
import type { TicketStore } from '../storage/store.js';
import type { Command } from '../ticket/command.js';
import type { IsoInstant } from '../ticket/instant.js';
import { type Refusal, refuse } from '../ticket/refusal.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import { factsOfCall } from '../tracks/intake/facts-of-call.js';
import type { Means } from './means.js';

type Aspect = 'matter' | 'place' | 'applicant' | 'content';

/** Earlier tickets that are looked at; what is older is no repeat of today's. */
const MOST = 50;

/**
 * A call with the earlier tickets that it repeats, where the desk looks for them; or why it is not registered again: a
 * demand found unreasonable, of which the procedure wants no repeat.
 */
export async function withEarlier(
  command: Command,
  at: IsoInstant,
  { pack, store, detectRepeats }: Means,
): Promise<{ readonly command: Command } | { readonly refusal: Refusal }> {
  const call = detectRepeats && command.type === 'register' ? callSchema.safeParse(command.data) : undefined;
  if (call?.success !== true || call.data.splitFrom !== undefined) return { command };
  const found = await earlierTickets(call.data, at, pack, store);
  if (found.length === 0) return { command };
  const { unreasonable } = pack.procedure;
  const facts = { ...factsOfCall(call.data), unreasonable: true };
  const settled = found.find((record) => record.unreasonable !== null);
  if (settled !== undefined && choose(unreasonable?.effects, facts)?.includes('noRepeat') === true) {
    return { refusal: alreadySettled(settled, unreasonable?.article) };
  }
  const repeats = [...new Set([...(call.data.repeats ?? []), ...found.map(({ id }) => id)])];
  return { command: { ...command, data: { ...call.data, repeats } } as Command };
}

function alreadySettled({ number }: TicketRecord, article: string | undefined): Refusal {
  return refuse('repeatsUnreasonable', '该诉求已认定为不合理，不再登记', 'the demand was found unreasonable before', {
    ...(article === undefined ? {} : { article }),
    remedy: { zh: `见工单 ${number}`, en: `see ticket ${number}` },
  }).refusal;
}

/**
 * The earlier tickets that a call repeats, by what the procedure says of merging: the same in every aspect of
 * `merging.match`, and registered within `merging.within`. The newest first; none where the procedure says neither, or
 * where nothing but place and content is to be the same, for which no index is kept.
 */
async function earlierTickets(
  call: Call,
  at: IsoInstant,
  { procedure, defaultCalendar }: CityPack,
  store: Pick<TicketStore, 'find'>,
): Promise<readonly TicketRecord[]> {
  const facts = factsOfCall(call);
  const match: readonly Aspect[] = choose(procedure.merging?.match, facts) ?? [];
  const within = choose(procedure.merging?.within, facts);
  const same = {
    ...(match.includes('applicant') && call.applicant !== undefined ? { applicant: call.applicant } : {}),
    ...(match.includes('matter') && call.matter !== undefined ? { matter: call.matter } : {}),
  };
  if (within === undefined || Object.keys(same).length === 0) return [];
  const found = await store.find({ ...same, registeredUntil: Date.parse(at) + 1, order: 'newest', limit: MOST });
  return found
    .map(({ record }) => record)
    .filter((record) => match.every((aspect) => isSame[aspect](call, record)))
    .filter(({ registeredAt }) => at <= dueDate(within, registeredAt, defaultCalendar).dueAt.toISOString());
}

/** What it means that two are the same in an aspect; what is not known is the same as nothing. */
const isSame: Readonly<Record<Aspect, (call: Call, record: TicketRecord) => boolean>> = {
  matter: ({ matter }, { call }) => matter !== undefined && matter === call.matter,
  applicant: ({ applicant }, { call }) => applicant !== undefined && applicant === call.applicant,
  content: ({ content }, { call }) => content.trim() === call.content.trim(),
  place: ({ place }, { call }) => {
    const keys = ['district', 'street', 'address'] as const;
    return keys.some((key) => place[key] !== undefined) && keys.every((key) => place[key] === call.place[key]);
  },
};
