import type { AssessmentPlan, Label } from '@hotline-kit/rules';
import { HotlineError } from '../errors.js';
import type { Assessment } from './assessment.js';
import { share } from './exact-figure.js';
import type { Figure } from './figure.js';
import { Ratio } from './ratio.js';

/** A city with its assessment. */
export interface ComparedCity {
  readonly id: string;
  readonly name: Label;
  readonly assessment: Assessment;
}

/** Where a city stands in one indicator. */
export interface CityStanding {
  readonly id: string;
  readonly name: Label;
  /** 1 is best; equals share a rank. Nothing where the city has no figure. */
  readonly rank: number | undefined;
  readonly figure: Figure;
  /** Of a count, the city’s part of the whole: `45.9%`. */
  readonly share?: string;
}

/** The cities of a province by one indicator. */
export interface Comparison {
  readonly metric: string;
  readonly title: Label;
  readonly standings: readonly CityStanding[];
}

/**
 * Compares cities on indicators that all of them measure alike: those of the province’s pack, which their packs inherit.
 * Rates are compared by their parts, so that rounding decides no rank.
 *
 * @param plan the province’s: it says which indicators there are, and which way is better
 * @throws HotlineError `assessmentInvalid` where a city does not have an indicator, or the spans differ
 * @example
 * compareCities(province.assessment, [capital, others])[0]?.standings[0]?.share; // '45.9%'
 */
export function compareCities(plan: AssessmentPlan, cities: readonly ComparedCity[]): readonly Comparison[] {
  const [first] = cities;
  const differing = cities.find(({ assessment: { from, to } }) => {
    return from !== first?.assessment.from || to !== first.assessment.to;
  });
  if (differing !== undefined) {
    throw new HotlineError(
      'assessmentInvalid',
      { zh: `“${differing.id}”的时段与其他城市不同`, en: `the span of "${differing.id}" is another one` },
      { fix: { zh: '请按同一时段考核各城市', en: 'assess all cities over the same span' } },
    );
  }
  const compared = plan.metrics.filter(({ kind }) => kind !== 'histogram');
  return compared.map(({ id, title, better, kind, round }) => {
    const figures = cities.map((city) => ({ city, figure: figureOf(city, id) }));
    const values = figures.flatMap(({ figure }) => exactOf(figure) ?? []);
    const isAhead = (one: Ratio, other: Ratio): boolean => {
      const order = one.compare(other);
      return better === 'higher' ? order > 0 : order < 0;
    };
    const whole = figures.reduce((sum, { figure }) => sum + figure.base, 0);
    const standings = figures.map(({ city, figure }): CityStanding => {
      const value = exactOf(figure);
      const rank = value && 1 + values.filter((other) => isAhead(other, value)).length;
      const part = kind === 'count' && whole > 0 ? share(figure.base, whole).print({ ...round, digits: 1 }) : undefined;
      return { id: city.id, name: city.name, rank, figure, ...(part !== undefined && { share: `${part}%` }) };
    });
    const last = cities.length + 1;
    return { metric: id, title, standings: standings.sort((a, b) => (a.rank ?? last) - (b.rank ?? last)) };
  });
}

function figureOf({ id, assessment }: ComparedCity, metric: string): Figure {
  const found = assessment.metrics.find((each) => each.id === metric);
  if (found !== undefined) return found.total;
  throw new HotlineError(
    'assessmentInvalid',
    { zh: `“${id}”没有指标“${metric}”`, en: `"${id}" has no indicator "${metric}"` },
    {
      fix: {
        zh: '请使各城市的规则包继承省级指标',
        en: 'let the pack of each city inherit the indicators of the province',
      },
    },
  );
}

function exactOf({ value, base, hits }: Figure): Ratio | undefined {
  if (value === null) return undefined;
  return hits === undefined ? Ratio.of(value) : share(hits, base);
}
