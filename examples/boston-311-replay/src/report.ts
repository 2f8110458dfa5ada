import { isoInZone } from '@hotline-kit/sla-calendar';
import Table from 'cli-table3';
import pc from 'picocolors';
import type { Cost } from './json-report.js';
import type { Messages } from './messages/messages.js';
import { count, rate, toTenth } from './numbers.js';
import type { Replayed } from './replay.js';
import type { DepartmentTally, Tally } from './tally.js';

/** Where the result comes from and goes to. */
export interface ReportContext {
  /** The file as it is shown. */
  readonly file: string;
  readonly zone: string;
  readonly cost: Cost;
  /** The database, where it is kept. */
  readonly kept: string | undefined;
  readonly messages: Messages;
}

/** The result in words and tables, 80 columns wide at most. */
export function report({ tally, asOf }: Replayed, context: ReportContext): string {
  const { file, zone, cost, kept, messages } = context;
  const parts = [`${pc.bold(messages.heading)}\n${file}\n${pc.dim(messages.zone(zone))}`];
  parts.push(...troubles(tally, file, messages));
  if (tally.rows === 0 || asOf === undefined) {
    parts.push(messages.noRows);
  } else {
    const open = tally.rows - tally.closed;
    const lives = messages.lives(count(tally.rows), count(tally.closed), count(open));
    parts.push(open === 0 ? lives : `${lives}\n${pc.dim(messages.judgedAt(isoInZone(asOf, zone)))}`);
    parts.push(`${pc.bold(messages.byDepartment.title)}\n${departmentTable(tally, messages)}`);
    parts.push(
      `${pc.bold(messages.ownLimits.title)}\n${limitTable(tally, messages)}\n${pc.dim(messages.ownLimits.note)}`,
    );
    parts.push(messages.routed(count(tally.routedAsPublished), count(tally.rows)));
  }
  const spent = messages.cost(toTenth(cost.seconds), toTenth(cost.peakMegabytes));
  parts.push(
    `${verdict(tally, messages)}\n${pc.dim(kept === undefined ? spent : `${spent} · ${messages.kept(kept)}`)}`,
  );
  return `\n${parts.join('\n\n').replaceAll(/ +$/gm, '')}\n`;
}

/** One line that says whether all is well. */
function verdict(tally: Tally, messages: Messages): string {
  const judged = count(tally.withTargetAndFlag);
  if (tally.allAgree) return pc.green(`✓ ${messages.agree(count(tally.flagsAgree), judged)}`);
  return pc.red(`✗ ${messages.differ(count(tally.withTargetAndFlag - tally.flagsAgree), judged)}`);
}

/** What could not be replayed, and where clock and flag differ: the first of each, and how many there are. */
function troubles(tally: Tally, file: string, messages: Messages): string[] {
  const block = (title: string, lines: readonly string[], all: number) => {
    const more = all - lines.length;
    const shown = [...lines, ...(more > 0 ? [messages.more(count(more))] : [])];
    return `${title}\n${shown.map((line) => `  ${line}`).join('\n')}`;
  };
  const blocks: string[] = [];
  if (tally.unreadable > 0) {
    const lines = tally.firstUnreadable.map(({ line, problem }) => `${file}:${line}: ${messages.problem(problem)}`);
    blocks.push(block(pc.yellow(`! ${messages.unreadable(count(tally.unreadable))}`), lines, tally.unreadable));
  }
  if (!tally.allAgree) {
    const differing = tally.withTargetAndFlag - tally.flagsAgree;
    const lines = tally.firstDisagreements.map(({ line, id, published, readBack }) =>
      messages.disagreement(`${file}:${line}`, id, published, readBack),
    );
    const title = pc.red(`✗ ${messages.differ(count(differing), count(tally.withTargetAndFlag))}`);
    blocks.push(block(title, lines, differing));
  }
  return blocks;
}

function departmentTable({ departments, rows, ...tally }: Tally, { byDepartment }: Messages): string {
  const table = plainTable(['left', 'right', 'right', 'right', 'left', 'right', 'right', 'left']);
  table.push([
    pc.dim(byDepartment.department),
    pc.dim(byDepartment.rows),
    { content: pc.dim(byDepartment.clocks), colSpan: 3, hAlign: 'left' },
    { content: pc.dim(byDepartment.published), colSpan: 2, hAlign: 'right' },
    '',
  ]);
  const line = (
    name: string,
    { rows, onTime, publishedOnTime, withTargetAndFlag: base }: Omit<DepartmentTally, 'department'>,
  ) => [
    name,
    count(rows),
    count(onTime),
    rate(onTime, base),
    shareBar(onTime, base),
    count(publishedOnTime),
    rate(publishedOnTime, base),
    onTime === publishedOnTime ? pc.green('✓') : pc.red('✗'),
  ];
  for (const department of departments) table.push(line(department.department || byDepartment.none, department));
  const sum = (of: (department: DepartmentTally) => number) => departments.reduce((total, each) => total + of(each), 0);
  const all = line(byDepartment.total, {
    rows,
    withTargetAndFlag: tally.withTargetAndFlag,
    onTime: sum(({ onTime }) => onTime),
    publishedOnTime: sum(({ publishedOnTime }) => publishedOnTime),
  });
  table.push(all.map((cell) => pc.bold(cell)));
  return table.toString();
}

function limitTable(tally: Tally, { ownLimits }: Messages): string {
  const table = plainTable(['left', 'right', 'right', 'left']);
  const line = (title: string, rows: number) => [
    title,
    count(rows),
    rate(rows, tally.withTarget),
    shareBar(rows, tally.withTarget),
  ];
  table.push(line(ownLimits.exact, tally.targetsExact));
  table.push(line(ownLimits.within5s, tally.targetsWithin5s));
  table.push(line(ownLimits.within1min, tally.targetsWithin1min));
  return table.toString();
}

/** Ten blocks; the last is full only where the whole is. */
function shareBar(part: number, all: number): string {
  const full = all === 0 ? 0 : Math.floor((part / all) * 10);
  return `${'▇'.repeat(full)}${pc.dim('·'.repeat(10 - full))}`;
}

type Alignment = 'left' | 'right';

function plainTable(colAligns: readonly Alignment[]) {
  const none = '';
  return new Table({
    colAligns: [...colAligns],
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    chars: {
      top: none,
      'top-mid': none,
      'top-left': none,
      'top-right': none,
      bottom: none,
      'bottom-mid': none,
      'bottom-left': none,
      'bottom-right': none,
      left: '  ',
      'left-mid': none,
      mid: none,
      'mid-mid': none,
      right: none,
      'right-mid': none,
      middle: '  ',
    },
  });
}
