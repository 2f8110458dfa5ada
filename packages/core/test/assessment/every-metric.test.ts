import { assess, hostRow, openFigure } from '@hotline-kit/core/assessment';
import { DIMENSIONS, type Dimension, wordsOf } from '@hotline-kit/rules';
import { cityFolder, loadCityPack, seedCities } from '@hotline-kit/rules/node';
import { expect, test } from 'vitest';
import { at, bad, good, november, rowsOf, tickets } from '../features/city-assessment.js';

/** Dimensions in which a ticket has exactly one key, so that the parts add up to the whole. */
const single = wordsOf(DIMENSIONS).filter(
  (each) => !['branch', 'holder', 'holderBranch', 'returnedBy', 'tag'].includes(each),
);

/** Of so many figures one is opened; which, moves on from metric to metric. */
const stride = { quick: 8, ci: 4, full: 1 }[process.env['HOTLINE_PROOF'] ?? 'quick'] ?? 8;

test.each(seedCities())(
  '%s: every metric by every dimension: the parts add up, and each figure opens to its rows',
  async (city) => {
    const pack = await loadCityPack(cityFolder(city));
    const units = pack.units.all.filter(({ kind }) => kind === 'department').slice(0, 2);
    const [one = '', other = ''] = units.map(({ id }) => id);
    const matters = pack.matters.all.slice(-4).map(({ code }) => code);
    const lives = [
      ...tickets(3, { ...good, unit: one, matter: matters[0] ?? '', line: '12315', district: 'x' }),
      ...tickets(2, { ...bad, unit: other, matter: matters[1] ?? '', channel: 'web', handler: 'handler-2' }),
      ...tickets(2, { ...good, unit: other, returnedBy: one, type: 'consult' }),
      ...tickets(2, { registeredAt: at(3), online: true, type: 'praise' }),
      ...tickets(1, { registeredAt: at(4), unit: one, dueAt: at(20), supervised: 2 }),
      ...tickets(1, { ...good, registeredAt: '2024-10-30T09:00:00+08:00', unit: one }),
    ];
    const calls = [0, 1, 2].map((n) =>
      hostRow('calls', `c-${n}`, Date.parse(at(5)), { callOffered: true, callAnswered: n > 0, line: '12345' }),
    );
    const rows = [...rowsOf(pack, lives), ...calls];
    const assessment = assess(rows, pack, { ...november, groupBy: wordsOf(DIMENSIONS) });
    expect(assessment.metrics).toHaveLength(pack.assessment.metrics.length);
    const opens = (query: { readonly metric: string; readonly by?: Dimension; readonly key?: string }) =>
      (['base', 'hits', 'excluded'] as const).map(
        (part) => openFigure(rows, pack, { ...november, ...query, part }).length,
      );
    for (const [nth, { id: metric, kind, total, parts }] of assessment.metrics.entries()) {
      if (kind === 'score') continue;
      expect(opens({ metric }), metric).toEqual([total.base, total.hits ?? 0, total.excluded]);
      for (const [column, { by, figures }] of parts.entries()) {
        if (single.includes(by)) {
          expect(
            figures.reduce((sum, { figure }) => sum + figure.base, 0),
            `${metric} by ${by}`,
          ).toBe(total.base);
        }
        if ((nth + column) % stride !== 0) continue;
        for (const { key, figure } of figures) {
          expect(opens({ metric, by, key }), `${metric} by ${by} ${key}`).toEqual([
            figure.base,
            figure.hits ?? 0,
            figure.excluded,
          ]);
        }
      }
    }
  },
);
