import * as z from 'zod';
import { ConditionCompiler } from '../compile/compile-condition.js';
import { ConditionGroup } from '../compile/condition-group.js';
import { labelOf } from '../compile/define-facts.js';
import { type Domains, FactTable } from '../compile/fact-table.js';
import type { Fault } from '../diagnostic/diagnostic.js';
import { didYouMean } from '../diagnostic/nearest.js';
import { join } from '../diagnostic/pointer.js';
import { strictObject } from '../diagnostic/strict-object.js';
import { type FactDefinition, KNOWN_FACTS } from '../facts.js';
import { isWord, wordsOf } from '../vocabulary/label.js';
import { clusterOf, clusterSchema } from './cluster-definition.js';
import type { Metric } from './metric.js';
import { type MetricFile, metricSchema } from './metric-schema.js';
import { AssessmentPlan, type BoardDefinition, type ConsequenceDefinition, type MetricTests } from './plan.js';
import { kindFaults, metricOf } from './read-metric.js';
import { CLOCK_SECONDS, ROW_FACTS, ROW_INSTANTS } from './row-facts.js';
import { boardSchema, consequenceSchema, type Group, groupSchema, STANDING_FACTS } from './standing-schema.js';
import { metricsOfVariants, variantSchema } from './variants.js';

/**
 * The shape of `assessment.json`. Filters are json-rules-engine conditions over one row of facts per ticket, never a
 * formula: the bases differ from city to city.
 */
export const assessmentSchema = strictObject({
  $schema: z.string().exactOptional(),
  metrics: z.array(metricSchema),
  variants: z.array(variantSchema).exactOptional(),
  groups: z.array(groupSchema).exactOptional(),
  boards: z.array(boardSchema).exactOptional(),
  consequences: z.array(consequenceSchema).exactOptional(),
  clusters: z.array(clusterSchema).exactOptional(),
});

/** The lists whose entries have ids. */
const LISTS = ['metrics', 'groups', 'boards', 'consequences', 'clusters'] as const;

/** `assessment.json` as it stands in the file, or merged with what is inherited. */
export type AssessmentFile = Readonly<z.output<typeof assessmentSchema>>;

/** What the names in an assessment are checked against. */
export interface PlanSetting {
  readonly declared: ReadonlyMap<string, FactDefinition>;
  readonly domains: Domains;
  readonly conditions: Readonly<Record<string, unknown>>;
}

/** A file over the one it inherits from: metrics, groups, boards, consequences and clusters one by one, by id; variants
 * one after the other. */
export function inheritAssessment(own: AssessmentFile | undefined, parent: AssessmentFile): AssessmentFile {
  if (own === undefined) return parent;
  const over = <Item extends { readonly id: string }>(mine: readonly Item[] = [], theirs: readonly Item[] = []) => {
    const ids = new Set(mine.map(({ id }) => id));
    return [...theirs.filter(({ id }) => !ids.has(id)), ...mine];
  };
  return {
    metrics: over(own.metrics, parent.metrics),
    variants: [...(parent.variants ?? []), ...(own.variants ?? [])],
    groups: over(own.groups, parent.groups),
    boards: over(own.boards, parent.boards),
    consequences: over(own.consequences, parent.consequences),
    clusters: over(own.clusters, parent.clusters),
  };
}

/**
 * Checks an assessment and compiles its filters: ids once, each kind of metric with its keys, facts and names that
 * there are. The plan is to be used only where there are no faults.
 */
export function readAssessment(
  written: AssessmentFile,
  { declared, domains, conditions }: PlanSetting,
): { readonly plan: AssessmentPlan; readonly faults: readonly Fault[] } {
  const seconds = [...(domains.clocks ?? [])].map((clock) => [`clock.${clock}.seconds`, CLOCK_SECONDS] as const);
  const facts = new FactTable(new Map([...Object.entries(ROW_FACTS), ...seconds, ...declared]), domains);
  const variants = metricsOfVariants(written.variants ?? [], written.metrics, facts, conditions);
  const file = { ...written, metrics: [...written.metrics, ...variants.metrics] };
  const filters = new ConditionGroup(facts, conditions);
  const standings = new ConditionCompiler(new FactTable(new Map(Object.entries(STANDING_FACTS)), domains));
  const ofRows = new ConditionCompiler(facts, conditions);
  const faults: Fault[] = [
    ...variants.faults,
    ...LISTS.flatMap((list) => twice(file[list] ?? [], list)),
    ...file.metrics.flatMap((metric, index) => metricFaults(metric, join('/metrics', index), file, facts, domains)),
    ...standingFaults(file, domains),
  ];
  const tests = file.metrics.map((metric, index) => compile(metric, join('/metrics', index), filters));
  const consequences = (file.consequences ?? []).map((each, index): ConsequenceDefinition => {
    const { title, text, when, to, basis, ...rest } = each;
    const test = standings.compile(when, join('/consequences', index, 'when'));
    return { ...rest, title: labelOf(title), text: labelOf(text), when: test, to: to ?? [], basis: basis ?? 'sample' };
  });
  const clusters = (file.clusters ?? []).map((each, index) =>
    clusterOf(each, (where) => ofRows.compile(where, join('/clusters', index, 'where'))),
  );
  faults.push(...filters.faults, ...standings.faults, ...ofRows.faults);
  const isSound = faults.length === 0;
  const plan = new AssessmentPlan({
    metrics: isSound ? file.metrics.map((metric): Metric => Object.freeze(metricOf(metric))) : [],
    groups: (file.groups ?? []).map((group): Group => ({ ...group, title: labelOf(group.title) })),
    boards: (file.boards ?? []).map(
      ({ title, minimum, basis, ...board }): BoardDefinition => ({
        ...board,
        title: labelOf(title),
        minimum: minimum ?? 1,
        basis: basis ?? 'sample',
      }),
    ),
    consequences,
    clusters,
    program: {
      newRun: () => filters.newRun(),
      fill: (run, row) => filters.fill(run, row),
      facts: new Set([...filters.facts, ...file.metrics.flatMap(({ of }) => of ?? [])]),
      tests,
    },
  });
  return { plan, faults };
}

function compile(metric: MetricFile, pointer: string, filters: ConditionGroup): MetricTests {
  const exclude = (metric.exclude ?? []).map((each, index) => filters.add(each, join(pointer, 'exclude', index)));
  const kind = metric.kind ?? 'rate';
  if (kind !== 'rate') return { exclude, base: filters.add(metric.where ?? {}, join(pointer, 'where')) };
  return {
    exclude,
    base: filters.add(metric.denominator ?? {}, join(pointer, 'denominator')),
    hit: filters.add(metric.numerator ?? {}, join(pointer, 'numerator')),
  };
}

function metricFaults(
  metric: MetricFile,
  pointer: string,
  { metrics }: AssessmentFile,
  facts: FactTable,
  domains: Domains,
): readonly Fault[] {
  const faults = [...kindFaults(metric, pointer)];
  const { period, of, over, deductions = [] } = metric;
  if (period !== undefined && (over ?? 'tickets') === 'tickets' && !isInstant(period, domains)) {
    const allowed = [...wordsOf(ROW_INSTANTS), ...[...(domains.clocks ?? [])].map((clock) => `clock.${clock}.dueAt`)];
    faults.push(unknown('unknownPeriod', join(pointer, 'period'), period, allowed, 'instant of a ticket'));
  }
  if (of !== undefined) {
    const definition = facts.find(of);
    const numbers = [...Object.entries(KNOWN_FACTS), ...Object.entries(ROW_FACTS)].flatMap(([name, { type }]) =>
      type === 'number' ? name : [],
    );
    if (definition?.type !== 'number') faults.push(unknown('unknownFact', join(pointer, 'of'), of, numbers, 'number'));
  }
  const ids = metrics.filter(({ kind }) => kind !== 'score' && kind !== 'histogram').map(({ id }) => id);
  for (const [index, deduction] of deductions.entries()) {
    if (ids.includes(deduction.metric)) continue;
    const place = join(pointer, 'deductions', index, 'metric');
    faults.push(unknown('unknownMetric', place, deduction.metric, ids, 'metric of one figure'));
  }
  return faults;
}

const CLOCK_INSTANT = /^clock\.([A-Za-z][\w-]*)\.(startedAt|dueAt|stoppedAt)$/;

function isInstant(name: string, { clocks }: Domains): boolean {
  if (isWord(ROW_INSTANTS, name)) return true;
  const clock = CLOCK_INSTANT.exec(name)?.[1];
  return clock !== undefined && (clocks === undefined || clocks.has(clock));
}

function standingFaults(file: AssessmentFile, { units }: Domains): readonly Fault[] {
  const faults: Fault[] = [];
  const known = (name: string, ids: readonly string[], pointer: string, code: string, what: string): void => {
    if (!ids.includes(name)) faults.push(unknown(code, pointer, name, ids, what));
  };
  const metrics = file.metrics.filter(({ kind }) => kind !== 'histogram').map(({ id }) => id);
  const groups = (file.groups ?? []).map(({ id }) => id);
  const boards = (file.boards ?? []).map(({ id }) => id);
  for (const [index, { metric, groups: named = [] }] of (file.boards ?? []).entries()) {
    known(metric, metrics, join('/boards', index, 'metric'), 'unknownMetric', 'metric');
    for (const [at, group] of named.entries())
      known(group, groups, join('/boards', index, 'groups', at), 'unknownGroup', 'group');
  }
  for (const [index, { board, office }] of (file.consequences ?? []).entries()) {
    known(board, boards, join('/consequences', index, 'board'), 'unknownBoard', 'board');
    if (office !== undefined && units !== undefined)
      known(office, [...units], join('/consequences', index, 'office'), 'unknownUnit', 'unit');
  }
  for (const [index, group] of (file.groups ?? []).entries()) {
    if (units === undefined) break;
    const named = [group.parent, group.below].flatMap((unit) => unit ?? []);
    for (const unit of [...named, ...(group.units ?? [])])
      known(unit, [...units], join('/groups', index), 'unknownUnit', 'unit');
  }
  return faults;
}

function unknown(code: string, pointer: string, value: string, allowed: readonly string[], what: string): Fault {
  const fix = didYouMean(value, allowed) ?? `Allowed are ${allowed.slice(0, 20).join(', ')}.`;
  return { code, pointer, value, message: `There is no ${what} "${value}".`, allowed: allowed.slice(0, 60), fix };
}

function twice(list: readonly { readonly id: string }[], name: string): readonly Fault[] {
  const seen = new Set<string>();
  return list.flatMap(({ id }, index): readonly Fault[] => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const pointer = join('', name, index, 'id');
    const message = `The id "${id}" stands twice in "${name}".`;
    return [{ code: 'duplicateId', pointer, value: id, message, fix: 'Give each an id of its own.' }];
  });
}
