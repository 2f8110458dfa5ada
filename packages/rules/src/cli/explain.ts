import { readFile } from 'node:fs/promises';
import Table from 'cli-table3';
import { isRecord, unsafeFaults } from '../diagnostic/json-limits.js';
import type { Explanation } from '../explain/explanation.js';
import type { Facts } from '../facts.js';
import { loadCityPack } from '../pack/load-pack.js';
import { PackError } from '../pack/pack-error.js';
import { explainRoute } from '../routing/explain-route.js';
import type { RuleSet } from '../rule-set.js';
import { PLAIN, printDiagnostics } from './diagnostic-list.js';
import { EXIT, type ExitCode, MisuseError } from './exit-code.js';
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
  const pack = await loadCityPack(folder).catch((error: unknown) => {
    if (!(error instanceof PackError)) throw error;
    printDiagnostics(error.diagnostics, terminal);
    return undefined;
  });
  if (pack === undefined) return EXIT.faults;
  const { at, rule, unit } = options;
  const when = at === undefined ? {} : { at };
  const asked = { ...when, ...(rule !== undefined && { rule }), ...(unit !== undefined && { unit }) };
  const route = explainRoute(pack, facts, when);
  // A rule that is asked for may be one of escalation.
  const isEscalation = rule !== undefined && !has(pack.routing, rule) && has(pack.escalation, rule);
  const rules = (isEscalation ? pack.escalation : pack.routing).explain(facts, asked);
  if (options.json === true) {
    terminal.json({ ...route, rules });
    return EXIT.ok;
  }
  const { colors } = terminal;
  terminal.print(colors.bold(terminal.say(route.text)));
  if (route.assists.length > 0) {
    const names = route.assists.map(({ name }) => terminal.say(name));
    terminal.print(terminal.say({ zh: `协办:${names.join('、')}`, en: `Assisting: ${names.join(', ')}` }));
  }
  printRules(rules, terminal);
  if (route.elsewhere.length > 0) {
    terminal.print('', colors.bold(terminal.say({ zh: '其他区县', en: 'In other districts' })));
    const table = new Table({ chars: PLAIN, style: { head: [], border: [], compact: true } });
    for (const { name, lead, text } of route.elsewhere) {
      table.push([terminal.say(name), lead === undefined ? terminal.say(text) : terminal.say(lead.name)]);
    }
    terminal.print(
      ...table
        .toString()
        .split('\n')
        .map((line) => `  ${line.trimEnd()}`),
    );
  }
  return EXIT.ok;
}

function has(ruleSet: RuleSet, rule: string): boolean {
  return ruleSet.toJSON().rules.names.includes(rule);
}

function printRules({ why, whyNot, nearest, changes }: Explanation, terminal: Terminal): void {
  const section = (title: { readonly zh: string; readonly en: string }, lines: readonly string[]): void => {
    if (lines.length > 0)
      terminal.print('', terminal.colors.bold(terminal.say(title)), ...lines.map((line) => `  ${line}`));
  };
  const words = (list: readonly { readonly text: { readonly zh: string; readonly en: string } }[]): readonly string[] =>
    list.map(({ text }) => terminal.say(text));
  section({ zh: '命中的规则', en: 'Rules that hold' }, words(why));
  section({ zh: '所问的规则或单位', en: 'The rule or unit asked for' }, words(whyNot));
  section({ zh: '最接近的规则', en: 'Nearest rules' }, words(nearest));
  section({ zh: '改变一项事实', en: 'With one fact changed' }, words(changes));
}

async function readFacts(text: string): Promise<Facts> {
  const source = text.trimStart().startsWith('{')
    ? text
    : await readFile(text, 'utf8').catch(() => {
        throw new MisuseError(`--facts is neither JSON nor a file that can be read: ${text}`);
      });
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    throw new MisuseError(`--facts is not valid JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!isRecord(value) || unsafeFaults(value).length > 0) {
    throw new MisuseError('--facts must be an object such as {"matter":"noise","district":"east"}.');
  }
  return value;
}
