import type { CityPack } from '@hotline-kit/rules';
import { EXIT, type ExitCode, orFaults, type Terminal } from '@hotline-kit/rules/command-line';
import { loadCityPack } from '@hotline-kit/rules/node';
import Table from 'cli-table3';
import { spanOf } from '../assessment/period.js';
import type { BilingualText } from '../ticket/refusal.js';
import type { NowAndDraft, WhatIf } from '../what-if/what-if.js';
import { type DeskCallOptions, onDesk } from './on-desk.js';

/** `what-if PACK DRAFT DATABASE SPAN`: the tickets registered in a span, lived again under a draft of the pack. */
export async function tryDraft(
  folder: string,
  draftFolder: string,
  database: string,
  span: string,
  options: DeskCallOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const draft = await orFaults(loadCityPack(draftFolder), options, terminal);
  if (draft === undefined) return EXIT.faults;
  return onDesk(folder, database, options, terminal, { zh: '重演', en: 'what-if' }, async (desk, pack) => {
    const report = await desk.whatIf({ pack: draft, ...spanOf(span, pack.defaultCalendar.zone) });
    return () => {
      if (options.json === true) terminal.json(report);
      else terminal.print(wordsOf(report, pack, draft, terminal));
      return EXIT.ok;
    };
  });
}

/** What differs, and nothing else: what is the same on both sides is not shown. */
function wordsOf(report: WhatIf, pack: CityPack, draft: CityPack, terminal: Terminal): string {
  const say = (zh: string, en: string) => terminal.say({ zh, en });
  const unit = (id: string) => terminal.say((pack.units.get(id) ?? draft.units.get(id))?.name ?? same(id));
  const clock = (id: string) =>
    terminal.say([...pack.clocks, ...draft.clocks].find((each) => each.id === id)?.title ?? same(id));
  const rows = {
    [say('时限启动', 'clock started')]: report.clocks.map((each) => [clock(each.clock), each.started] as const),
    [say('时限超期', 'clock late')]: report.clocks.map((each) => [clock(each.clock), each.late] as const),
    [say('单位承办', 'unit leads')]: report.units.map((each) => [unit(each.unit), each.tickets] as const),
    [say('单位超期', 'unit late')]: report.units.map((each) => [unit(each.unit), each.late] as const),
    [say('规则触发', 'rules draw')]: report.escalations.map((each) => [each.event, each.drawn] as const),
    [say('指标', 'metric')]: report.metrics.map(
      ({ title, now = '–', draft: then = '–' }) => [terminal.say(title), { now, draft: then }] as const,
    ),
  };
  const table = new Table({
    head: ['', '', say('现行', 'now'), say('草案', 'draft')],
    colAligns: ['left', 'left', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  });
  for (const [what, all] of Object.entries(rows)) {
    for (const [name, { now, draft: then }] of all as readonly (readonly [string, NowAndDraft<number | string>])[]) {
      if (now !== then) table.push([what, name, now, then]);
    }
  }
  const lines = [say(`${report.tickets} 件工单`, `${report.tickets} tickets`)];
  for (const { from, to, tickets } of report.moves)
    lines.push(`${unit(from)} → ${unit(to)}${say('：', ': ')}${tickets}`);
  if (report.unrouted > 0) {
    lines.push(say(`草案没有承办单位：${report.unrouted}`, `the draft names no unit: ${report.unrouted}`));
  }
  lines.push(
    table.length === 0 ? say('时限、单位、指标均无变化', 'clocks, units and metrics are the same') : table.toString(),
  );
  return lines.join('\n');
}

function same(text: string): BilingualText {
  return { zh: text, en: text };
}
