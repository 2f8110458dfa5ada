import {
  type CityPack,
  DIMENSIONS,
  type Dimension,
  type Label,
  type Metric,
  type MetricKind,
  type Target,
} from '@hotline-kit/rules';
import type { IsoInstant } from '../ticket/instant.js';
import { type Board, boardOf } from './board.js';
import type { Book } from './book.js';
import { type Consequence, consequencesOf } from './consequence.js';
import type { MetricTallies } from './family.js';
import { type ExactFigure, exactFigure, type Figure, printFigure } from './figure.js';
import { keyNames } from './key-names.js';
import type { CheckedScope, Measured } from './scope.js';
import { Tally } from './tally.js';

/** The figures of one metric. */
export interface MetricFigures {
  readonly id: string;
  readonly title: Label;
  readonly kind: MetricKind;
  /** The instant that placed tickets in the span. */
  readonly period: string;
  /** What a statistic is given in. */
  readonly unit?: string;
  readonly target?: Target;
  readonly article?: string;
  readonly basis: 'text' | 'sample';
  readonly total: Figure;
  readonly parts: readonly FiguresBy[];
}

/** The figures of a metric by one dimension, the largest bases first. */
export interface FiguresBy {
  readonly by: Dimension;
  readonly title: Label;
  readonly figures: readonly { readonly key: string; readonly name: Label; readonly figure: Figure }[];
}

/** An assessment: plain JSON, with everything that it stands on. */
export interface Assessment {
  readonly pack: { readonly id: string; readonly version: string; readonly hash: string };
  readonly from: IsoInstant;
  /** No longer part of the span. */
  readonly to: IsoInstant;
  /** The unit whose tickets were counted, where it was not the whole city. */
  readonly within?: string;
  readonly metrics: readonly MetricFigures[];
  readonly boards: readonly Board[];
  readonly consequences: readonly Consequence[];
}

/** One key of one dimension; nothing for the whole. */
interface Part {
  readonly by: Dimension;
  readonly key: string;
}

/** Draws the assessment from what was counted. `earlier`: those of the spans before, the latest first. */
export function drawAssessment(
  book: Book,
  scope: CheckedScope,
  pack: CityPack,
  earlier: readonly Assessment[] = [],
): Assessment {
  const now = new Figures(book.tallies(0), pack);
  const before = scope.spans.length > 1 ? new Figures(book.tallies(1), pack) : undefined;
  const [span] = scope.spans;
  const names = keyNames(pack);
  const shown = scope.measured.filter(({ isShown }) => isShown);
  const boards = pack.assessment.boards.flatMap((board): readonly Board[] => {
    const measured = shown.find(({ metric }) => metric.id === board.metric);
    if (measured === undefined) return [];
    const keys = now.keys(measured.metric, board.by);
    const figures = new Map(keys.map((key) => [key, now.exact(measured.metric, { by: board.by, key })]));
    const past = earlier.flatMap((each) => each.boards.find(({ id }) => id === board.id) ?? []);
    return [boardOf(board, measured.metric, figures, { pack, earlier: past })];
  });
  return {
    pack: { id: pack.id, version: pack.version, hash: pack.hash },
    from: new Date(span?.from ?? 0).toISOString(),
    to: new Date(span?.to ?? 0).toISOString(),
    ...(scope.within !== undefined && { within: scope.within }),
    metrics: shown.map((measured) => metricFigures(measured, now, before, names)),
    boards,
    consequences: consequencesOf(boards, pack),
  };
}

function metricFigures(
  { metric, dimensions }: Measured,
  now: Figures,
  before: Figures | undefined,
  names: ReturnType<typeof keyNames>,
): MetricFigures {
  const { id, title, kind, period, target, article, basis } = metric;
  const print = (part?: Part): Figure => printFigure(metric, now.exact(metric, part), before?.exact(metric, part));
  return {
    ...{ id, title, kind, period, basis },
    ...('unit' in metric && metric.unit !== undefined && { unit: metric.unit }),
    ...(target && { target }),
    ...(article !== undefined && { article }),
    total: print(),
    parts: dimensions.map((by) => ({
      by,
      title: DIMENSIONS[by],
      figures: now
        .keys(metric, by)
        .map((key) => ({ key, name: names(by, key), figure: print({ by, key }) }))
        .sort((a, b) => b.figure.base - a.figure.base || (a.key < b.key ? -1 : 1)),
    })),
  };
}

/** The exact figures of one span. */
class Figures {
  readonly #tallies: ReadonlyMap<string, MetricTallies>;
  readonly #pack: CityPack;

  constructor(tallies: ReadonlyMap<string, MetricTallies>, pack: CityPack) {
    this.#tallies = tallies;
    this.#pack = pack;
  }

  exact(metric: Metric, part?: Part): ExactFigure {
    return exactFigure(metric, this.#tallyOf(metric, part), (id) => {
      const source = this.#pack.assessment.metric(id);
      return source && this.exact(source, part).value;
    });
  }

  /** The keys that have any row; those of a score are those of what it draws upon. */
  keys(metric: Metric, by: Dimension): readonly string[] {
    const sources = metric.kind === 'score' ? metric.deductions.map((each) => each.metric) : [metric.id];
    const keys = sources.flatMap((id) =>
      // A key whose rows were all taken out again has none.
      [...(this.#tallies.get(id)?.parts.get(by) ?? [])].flatMap(([key, { base, excluded }]) =>
        base + excluded > 0 ? key : [],
      ),
    );
    return [...new Set(keys)].sort();
  }

  #tallyOf(metric: Metric, part: Part | undefined): Tally {
    if (metric.kind === 'score') return this.#widest(metric, part);
    const tallies = this.#tallies.get(metric.id);
    const tally = part === undefined ? tallies?.total : tallies?.parts.get(part.by)?.get(part.key);
    return tally ?? new Tally(metric);
  }

  /** The base of a score is the largest base among those that it draws upon. */
  #widest(metric: Metric & { readonly kind: 'score' }, part: Part | undefined): Tally {
    const sources = metric.deductions.flatMap((each) => this.#pack.assessment.metric(each.metric) ?? []);
    return sources
      .map((source) => this.#tallyOf(source, part))
      .reduce((widest, tally) => (tally.base > widest.base ? tally : widest), new Tally(metric));
  }
}
