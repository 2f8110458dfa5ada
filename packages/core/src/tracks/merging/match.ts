import type { CityPack } from '@hotline-kit/rules';
import { type Refusal, refuse } from '../../ticket/refusal.js';
import type { TicketRecord } from '../../ticket/ticket-record.js';
import { applicantIds } from '../enquiry/applicant-of.js';
import { ASPECTS, type Aspect } from './aspects.js';

/**
 * Whether what both tickets say of an aspect differs. What one of them leaves open, where in a street it was, and what
 * the words mean, is for the person who confirms it.
 */
const differs: Readonly<Record<Aspect, (a: TicketRecord, b: TicketRecord) => boolean>> = {
  matter: (a, b) => a.call.matter !== null && b.call.matter !== null && a.call.matter !== b.call.matter,
  place: ({ call: { place: a } }, { call: { place: b } }) =>
    (['district', 'street'] as const).some(
      (part) => a[part] !== undefined && b[part] !== undefined && a[part] !== b[part],
    ),
  applicant: (a, b) => {
    const [of, others] = [applicantIds(a), applicantIds(b)];
    return of.length > 0 && others.length > 0 && !of.some((id) => others.includes(id));
  },
  content: () => false,
};

/** Why a confirmation cannot be: the two tickets themselves contradict it. */
export function contradiction(
  repeat: TicketRecord,
  root: TicketRecord | undefined,
  confirmed: readonly Aspect[] = [],
  { procedure: { merging } }: CityPack,
): Refusal | undefined {
  const wrong = root === undefined ? [] : confirmed.filter((aspect) => differs[aspect](repeat, root));
  if (wrong.length === 0) return undefined;
  const zh = `与主件不同，不能确认相同：${wrong.map((aspect) => ASPECTS[aspect].zh).join('、')}`;
  const en = `not the same as of the root: ${wrong.map((aspect) => ASPECTS[aspect].en).join(', ')}`;
  return refuse('matchContradicted', zh, en, {
    ...(merging?.article === undefined ? {} : { article: merging.article }),
    remedy: { zh: '请核对主件，或单独办理', en: 'check the root, or handle it by itself' },
  }).refusal;
}
