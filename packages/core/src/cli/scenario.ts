import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EXIT, type ExitCode, MisuseError, orFaults, type Terminal } from '@hotline-kit/rules/command-line';
import { loadCityPack } from '@hotline-kit/rules/node';
import {
  findNodeAtLocation,
  getLocation,
  type Node,
  type ParseError,
  parse,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { runScenario } from '../scenario/run-scenario.js';
import { scenarioFileSchema } from '../scenario/scenario.js';
import type { BilingualText } from '../ticket/refusal.js';

/** Something that is wrong with a scenario, and where it stands. */
interface Fault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly pointer: string;
  readonly scenario?: string;
  readonly text: BilingualText;
  readonly expected?: unknown;
  readonly actual?: unknown;
}

/** `scenario PACK`: lives every life of `scenarios/*.json` on a desk in memory. */
export async function scenario(
  folder: string,
  options: { readonly json?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const pack = await orFaults(loadCityPack(folder), options, terminal);
  if (pack === undefined) return EXIT.faults;
  const entries = await readdir(join(folder, 'scenarios')).catch(() => []);
  const files = entries.filter((name) => name.endsWith('.json')).sort();
  if (files.length === 0) {
    const where = join(folder, 'scenarios');
    throw new MisuseError({ zh: `${where} 中没有 JSON 文件`, en: `There is no JSON file in ${where}.` });
  }
  const faults: Fault[] = [];
  let total = 0;
  for (const name of files) {
    const file = join(folder, 'scenarios', name);
    const text = await readFile(file, 'utf8');
    const place = placesOf(file, text);
    const { value, problems } = read(text);
    for (const { path, text: problem } of problems) faults.push({ ...place(path), text: problem });
    for (const [index, each] of (value?.scenarios ?? []).entries()) {
      total += 1;
      for (const { pointer, ...problem } of await runScenario(pack, each)) {
        const path = ['scenarios', index, ...pointer.split('/').slice(1)];
        faults.push({ ...place(path), scenario: each.title, ...problem });
      }
    }
  }
  const ok = faults.length === 0;
  if (options.json === true) terminal.json({ ok, total, faults });
  else print(faults, total, terminal);
  return ok ? EXIT.ok : EXIT.faults;
}

type Path = readonly (string | number)[];

function read(text: string) {
  const errors: ParseError[] = [];
  const json: unknown = parse(text, errors);
  const [error] = errors;
  if (error !== undefined) {
    const code = printParseErrorCode(error.error);
    const problem = { zh: `不是有效的 JSON：${code}`, en: `this is no valid JSON: ${code}` };
    return { value: undefined, problems: [{ path: getLocation(text, error.offset).path as Path, text: problem }] };
  }
  const result = scenarioFileSchema.safeParse(json);
  if (result.success) return { value: result.data, problems: [] };
  const problems = result.error.issues.map(({ path, message }) => ({
    path: path.filter((part) => typeof part !== 'symbol'),
    text: { zh: `格式有误：${message}`, en: message },
  }));
  return { value: undefined, problems };
}

/** Finds where in a file a path stands, or what of it there is. */
function placesOf(file: string, text: string): (path: Path) => Omit<Fault, 'text'> {
  const tree = parseTree(text);
  return (path) => {
    let node: Node | undefined;
    for (let length = path.length; node === undefined && length >= 0; length -= 1) {
      const numbers = path.slice(0, length).map((part) => (/^\d+$/.test(String(part)) ? Number(part) : part));
      node = tree === undefined ? undefined : findNodeAtLocation(tree, numbers);
    }
    const before = text.slice(0, node?.offset ?? 0).split('\n');
    const pointer = path.map((part) => `/${part}`).join('');
    return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, pointer };
  };
}

function print(faults: readonly Fault[], total: number, terminal: Terminal): void {
  const { colors } = terminal;
  for (const { file, line, column, scenario: title, text } of faults) {
    terminal.print(`${colors.bold(`${file}:${line}:${column}`)}${title === undefined ? '' : ` ${title}`}`);
    terminal.print(`  ${terminal.say(text)}`);
  }
  const failed = new Set(faults.map(({ file, scenario: title }) => `${file} ${title}`)).size;
  terminal.print(
    faults.length === 0
      ? colors.green(terminal.say({ zh: `✓ 全部 ${total} 个情景通过`, en: `✓ all ${total} scenarios pass` }))
      : colors.red(
          terminal.say({ zh: `✗ ${failed}/${total} 个情景未通过`, en: `✗ ${failed} of ${total} scenarios fail` }),
        ),
  );
}
