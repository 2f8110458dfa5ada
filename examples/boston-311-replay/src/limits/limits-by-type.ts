import type { Term } from '@hotline-kit/sla-calendar';
import type { BostonPack } from '../boston-pack.js';
import { readRows } from '../rows/read-rows.js';
import { bestTerm, type Fit, type PublishedTarget } from './best-term.js';

/** The limit of one type, derived from its rows. */
export interface TypeLimit extends Fit {
  readonly type: string;
  /** Code of the matter. */
  readonly matter: string;
  readonly rows: number;
}

/** The best limit of each type of a file that the pack knows, the most frequent type first. */
export async function limitsByType(file: string, boston: BostonPack): Promise<readonly TypeLimit[]> {
  const { pack, zone, matterOf } = boston;
  const targets = new Map<string, PublishedTarget[]>();
  for await (const { rows } of readRows(file, zone)) {
    for (const { type, openedAt, targetAt } of rows) {
      if (targetAt === undefined) continue;
      const known = targets.get(type);
      if (known === undefined) targets.set(type, [{ openedAt, targetAt }]);
      else known.push({ openedAt, targetAt });
    }
  }
  const limits = [...targets].flatMap(([type, ofType]): readonly TypeLimit[] => {
    const matter = matterOf(type);
    if (matter === undefined) return [];
    return [{ type, matter, rows: ofType.length, ...bestTerm(ofType, pack.defaultCalendar) }];
  });
  return limits.sort((a, b) => b.rows - a.rows || (a.type < b.type ? -1 : 1));
}

/** One `{ when, term }` of `clocks.json`; the last has no `when`. */
export interface TermChoice {
  readonly when?: { readonly all: readonly { fact: 'matter'; operator: 'in'; value: readonly string[] }[] };
  readonly term: Term;
}

/** The limits as the list of terms in `clocks.json`: grouped by term; the term of most rows is the default. */
export function termChoices(limits: readonly TypeLimit[]): readonly TermChoice[] {
  const groups = new Map<string, { readonly term: Term; readonly matters: string[]; rows: number }>();
  for (const { term, matter, rows } of limits) {
    const key = JSON.stringify(term);
    const group = groups.get(key) ?? { term, matters: [], rows: 0 };
    groups.set(key, group);
    group.matters.push(matter);
    group.rows += rows;
  }
  const byRows = [...groups.values()].sort((a, b) => b.rows - a.rows);
  const choices: TermChoice[] = byRows.map(({ term, matters }) => ({
    when: { all: [{ fact: 'matter', operator: 'in', value: matters.sort() }] },
    term,
  }));
  const [most] = byRows;
  return most === undefined ? [] : [...choices, { term: most.term }];
}
