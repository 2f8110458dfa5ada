import { type CityPack, choose } from '@hotline-kit/rules';
import { done, type TrackConduct } from '../../ticket/conduct.js';
import { fine, type Refusal, refuse } from '../../ticket/refusal.js';
import { unknownMatter } from '../intake/unknown-matter.js';
import type { SplittingEvents, splitting } from './declaration.js';

/** What splitting does. */
export const splittingConduct: TrackConduct<keyof typeof splitting.commands, keyof SplittingEvents> = {
  perform: {
    split: ({ id, parts: earlier }, { parts, reason }, { pack }) => {
      for (const { matter } of parts) {
        const unknown = unknownMatter(matter, pack);
        if (unknown !== undefined) return unknown;
      }
      // The ids follow from the ticket, so that a repeated command makes no second set of parts.
      const named = parts.map((part, index) => ({ ...part, ticket: `${id}-${earlier.length + index + 1}` }));
      return done('ticket.split', { parts: named, reason });
    },
  },
  checks: {
    split: ({ parts: earlier }, data, { facts, pack }) => {
      const maximum = choose(pack.procedure.splitting?.maximum, facts) ?? Number.POSITIVE_INFINITY;
      const more = data?.parts.length ?? 1;
      return earlier.length + more > maximum ? tooMany(maximum, earlier.length, pack) : fine;
    },
  },
  folds: {
    'ticket.split': (draft, { parts }) => {
      draft.parts = [...draft.parts, ...parts.map(({ ticket }) => ticket)];
    },
  },
};

/** However often a ticket is split, there are no more parts of it than the procedure says. */
function tooMany(maximum: number, earlier: number, { procedure }: CityPack): { ok: false; refusal: Refusal } {
  const article = procedure.splitting?.article;
  return refuse(
    'tooMany',
    `分件合计最多${maximum}件，已分${earlier}件`,
    `at most ${maximum} parts, there are ${earlier}`,
    {
      ...(article === undefined ? {} : { article }),
      remedy: { zh: '请减少分件，或另行登记', en: 'split it into fewer, or register a call of its own' },
    },
  );
}
