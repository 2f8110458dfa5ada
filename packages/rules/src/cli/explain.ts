import { readFile } from 'node:fs/promises';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { isRecord } from '../diagnostic/json-limits.js';
import { readJson } from '../diagnostic/json-text.js';
import { nearest } from '../diagnostic/nearest.js';
import { chineseOf } from '../diagnostic/wording.js';
import type { Explanation } from '../explain/explanation.js';
import type { Facts } from '../facts.js';
import type { CityPack } from '../pack/city-pack.js';
import { loadCityPack } from '../pack/load-pack.js';
import { explainRoute } from '../routing/explain-route.js';
import { ruleNames } from '../rule-names.js';
import { oddFacts } from '../testing/odd-facts.js';
import type { Label } from '../vocabulary/label.js';
import { OUTCOME_TYPES, type OutcomeType } from '../vocabulary/outcomes.js';
import { EXIT, type ExitCode, MisuseError } from './exit-code.js';
import { instantOption } from './instant-option.js';
import { orFaults } from './pack-folder.js';
import { plainTable } from './plain-table.js';
import { readFailure } from './read-failure.js';
import type { Terminal } from './terminal.js';

/** The options of `explain`. */
export interface ExplainCommandOptions {
  readonly facts: string;
  readonly unit?: string;
  readonly rule?: string;
  readonly at?: string;
  readonly json?: boolean;
}

/** `explain FOLDER --facts …`: who handles a ticket and why, why not another unit, and what would change it. */
export async function explain(folder: string, options: ExplainCommandOptions, terminal: Terminal): Promise<ExitCode> {
  const facts = await readFacts(options.facts);
  const at = instantOption(options.at);
  const pack = await orFaults(loadCityPack(folder), options, terminal);
  if (pack === undefined) return EXIT.faults;
  const { rule, unit } = options;
  if (unit !== undefined && !pack.units.has(unit)) throw unknownUnit(unit, pack);
  const when = at === undefined ? {} : { at };
  const asked = { ...when, ...(rule !== undefined && { rule }), ...(unit !== undefined && { unit }) };
  const route = explainRoute(pack, facts, when);
  // A rule that is asked for may be one of escalation.
  const isEscalation = rule !== undefined && !ruleNames(pack.routing).has(rule) && ruleNames(pack.escalation).has(rule);
  const rules = (isEscalation ? pack.escalation : pack.routing).explain(facts, asked);
  const escalation = pack.escalation.explain(facts, when);
  const odd = oddFacts(pack)(facts).map((fault): Label => {
    const chinese = chineseOf(fault);
    return { zh: `${chinese.message}${chinese.fix ?? ''}`, en: `${fault.message} ${fault.fix}` };
  });
  if (options.json === true) {
    terminal.json({
      ...route,
      ...(odd.length > 0 && { notes: odd }),
      rules,
      escalation: { outcomes: escalation.outcomes, why: escalation.why },
    });
    return EXIT.ok;
  }
  const { colors } = terminal;
  for (const text of odd) terminal.print(colors.yellow(terminal.say(text)));
  if (odd.length > 0) terminal.print('');
  terminal.print(colors.bold(terminal.say(route.text)));
  if (route.assists.length > 0) {
    const names = route.assists.map(({ name }) => terminal.say(name));
    terminal.print(terminal.say({ zh: `协办：${names.join('、')}`, en: `Assisting: ${names.join(', ')}` }));
  }
  printRules(rules, terminal);
  if (!isEscalation) printEscalation(escalation, terminal);
  if (route.elsewhere.length > 0) {
    terminal.print('', colors.bold(terminal.say({ zh: '其他区县', en: 'In other districts' })));
    const rows = route.elsewhere.map(({ name, lead, text }) => [terminal.say(name), terminal.say(lead?.name ?? text)]);
    terminal.print(...plainTable(rows).map((line) => `  ${line}`));
  }
  return EXIT.ok;
}

/** What follows from the facts beside the unit: supervision, urging, notices. */
function printEscalation({ outcomes, why }: Explanation, terminal: Terminal): void {
  if (outcomes.length === 0) return;
  terminal.print('', terminal.colors.bold(terminal.say({ zh: '随之发生', en: 'What follows' })));
  for (const { type, params, rule } of outcomes) {
    const title = Object.hasOwn(OUTCOME_TYPES, type) ? OUTCOME_TYPES[type as OutcomeType] : { zh: type, en: type };
    const given = Object.values(params).map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
    terminal.print(`  ${[terminal.say(title), ...given].join(' ')}`);
    for (const { text } of why.filter((each) => each.rule === rule)) terminal.print(`    ${terminal.say(text)}`);
  }
}

function printRules({ why, whyNot, nearest: near, changes }: Explanation, terminal: Terminal): void {
  const section = (title: { readonly zh: string; readonly en: string }, lines: readonly string[]): void => {
    if (lines.length > 0)
      terminal.print('', terminal.colors.bold(terminal.say(title)), ...lines.map((line) => `  ${line}`));
  };
  const words = (list: readonly { readonly text: { readonly zh: string; readonly en: string } }[]): readonly string[] =>
    list.map(({ text }) => terminal.say(text));
  section({ zh: '命中的规则', en: 'Rules that hold' }, words(why));
  section({ zh: '所问的规则或单位', en: 'The rule or unit asked for' }, words(whyNot));
  // A rule that finds its unit by relation is one rule per district: of one that was told, the others say nothing new.
  const told = new Set([...why, ...whyNot].map(({ rule }) => rule));
  const others = near.filter(({ rule }) => !told.has(rule));
  section({ zh: '最接近的规则', en: 'Nearest rules' }, words(others));
  section({ zh: '改变一项事实', en: 'With one fact changed' }, words(changes));
}

function unknownUnit(unit: string, { units }: CityPack): MisuseError {
  const meant = nearest(
    unit,
    units.all.map(({ id }) => id),
  );
  return new MisuseError({
    zh: `没有单位“${unit}”。${meant === undefined ? '请写 units.json 中的 id。' : `是否为“${meant}”？`}`,
    en: `There is no unit "${unit}". ${meant === undefined ? 'Give an id of units.json.' : `Did you mean "${meant}"?`}`,
  });
}

async function readFacts(text: string): Promise<Facts> {
  const isJson = /^\s*[[{"]/.test(text);
  const source = isJson
    ? text
    : await readFile(text, 'utf8').catch((error: unknown) => {
        throw readFailure(`--facts ${text}`, error);
      });
  const read = readJson(source, isJson ? '--facts' : text);
  if (!read.ok) {
    const [fault] = read.diagnostics;
    const { file, line, column, message, fix = '' } = fault as Diagnostic;
    const place = `${file}:${line}:${column}`;
    const chinese = chineseOf(fault as Diagnostic);
    throw new MisuseError({
      zh: `${place} ${chinese.message}${chinese.fix ?? ''}`,
      en: `${place} ${message} ${fix}`,
    });
  }
  if (!isRecord(read.value)) {
    throw new MisuseError({
      zh: '--facts 应为对象，例如 {"matter":"noise","district":"east"}。',
      en: '--facts must be an object such as {"matter":"noise","district":"east"}.',
    });
  }
  return read.value;
}
