import type { CityPack } from '@hotline-kit/rules';
import type { Instant } from '@hotline-kit/sla-calendar';
import { Trial } from '../what-if/trial.js';
import type { WhatIf } from '../what-if/what-if.js';
import { isoOf } from './desk-options.js';
import type { LawInForce } from './law-in-force.js';

/** Tickets read at a time. */
const pageSize = 200;

/** Lives the tickets registered in a span again under another pack, one after the other. */
export async function whatIf(
  law: LawInForce,
  question: { readonly pack: CityPack; readonly from: Instant; readonly to: Instant },
): Promise<WhatIf> {
  const [from, to] = [isoOf(question.from), isoOf(question.to)];
  const trial = new Trial({ pack: law.pack, draft: question.pack, from, to });
  let after: string | undefined;
  do {
    const span = { registeredFrom: from, registeredUntil: to, limit: pageSize };
    const { found, next } = await law.reader.page({ ...span, ...(after === undefined ? {} : { after }) }, undefined);
    for (const { whole } of found) trial.add(await law.reader.history(whole.id));
    after = next;
  } while (after !== undefined);
  return trial.result();
}
