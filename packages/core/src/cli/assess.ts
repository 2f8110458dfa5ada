import { EXIT, type ExitCode, type Terminal } from '@hotline-kit/rules/command-line';
import Table from 'cli-table3';
import type { Assessment, MetricFigures } from '../assessment/assessment.js';
import type { Figure } from '../assessment/figure.js';
import { spanOf } from '../assessment/period.js';
import { type DeskCallOptions, onDesk } from './on-desk.js';

type Options = DeskCallOptions & {
  readonly within?: string;
  readonly metrics?: string;
  readonly parts?: boolean;
};

/**
 * `assess PACK DATABASE SPAN`: the metrics of a pack over the tickets of a day, a month, a quarter, a half year or a
 * year, by the zone of the pack's calendar.
 */
export async function assess(
  folder: string,
  database: string,
  span: string,
  options: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  return onDesk(folder, database, options, terminal, { zh: '考核', en: 'assess' }, async (desk, pack) => {
    const { within, metrics } = options;
    const scope = {
      ...spanOf(span, pack.defaultCalendar.zone),
      ...(within !== undefined && { within }),
      ...(metrics !== undefined && { metrics: metrics.split(',').map((id) => id.trim()) }),
    };
    const assessment = await desk.assess(scope);
    return () => {
      if (options.json === true) terminal.json(assessment);
      else terminal.print(tableOf(assessment, options.parts === true, terminal));
      return EXIT.ok;
    };
  });
}

function tableOf({ metrics }: Assessment, withParts: boolean, terminal: Terminal): string {
  const head = [
    { zh: '指标', en: 'metric' },
    { zh: '数值', en: 'figure' },
    { zh: '基数', en: 'base' },
    { zh: '排除', en: 'left out' },
    { zh: '目标', en: 'target' },
  ].map((title) => terminal.say(title));
  const table = new Table({
    head,
    colAligns: ['left', 'right', 'right', 'right', 'left'],
    style: { head: [], border: [], compact: true },
  });
  for (const metric of metrics) {
    table.push(row(titleOf(metric, terminal), metric.total, terminal));
    if (!withParts) continue;
    for (const { title, figures } of metric.parts) {
      for (const { name, figure } of figures) {
        table.push(
          row(
            `  ${terminal.say(inBoth(title))}${terminal.say({ zh: '：', en: ': ' })}${terminal.say(inBoth(name))}`,
            figure,
            terminal,
          ),
        );
      }
    }
  }
  return table.toString();
}

function row(title: string, figure: Figure, terminal: Terminal): string[] {
  const buckets = figure.buckets?.map((bucket) => `${terminal.say(inBoth(bucket.title))} ${bucket.text}`).join('\n');
  return [title, buckets ?? figure.text, String(figure.base), String(figure.excluded), reached(figure, terminal)];
}

function reached({ reached }: Figure, terminal: Terminal): string {
  if (reached === undefined) return '';
  return reached
    ? terminal.colors.green(terminal.say({ zh: '达到', en: 'reached' }))
    : terminal.colors.red(terminal.say({ zh: '未达到', en: 'missed' }));
}

/** A figure by numbers that are no law says so. */
function titleOf({ title, basis }: MetricFigures, terminal: Terminal): string {
  const sample = basis === 'sample' ? terminal.say({ zh: '（样例）', en: ' (sample)' }) : '';
  return `${terminal.say(inBoth(title))}${sample}`;
}

/** A title without an English text stands as it is. */
function inBoth({ zh, en }: { readonly zh: string; readonly en?: string }): { zh: string; en: string } {
  return { zh, en: en ?? zh };
}
