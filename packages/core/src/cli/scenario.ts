import { join } from 'node:path';
import {
  EXIT,
  type ExitCode,
  forMachines,
  MisuseError,
  orFaults,
  printDiagnostics,
  readDocuments,
  type Terminal,
} from '@hotline-kit/rules/command-line';
import { loadCityPack } from '@hotline-kit/rules/node';
import { runScenario } from '../scenario/run-scenario.js';
import { scenarioFileSchema } from '../scenario/scenario.js';
import type { BilingualText } from '../ticket/refusal.js';
import { withProgress } from './with-progress.js';

/** Something that a scenario expected and did not get, and where it stands. */
interface Fault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly pointer: string;
  readonly scenario: string;
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
  const { documents, diagnostics } = await readDocuments(folder, 'scenarios', scenarioFileSchema);
  if (documents.length + diagnostics.length === 0) {
    const where = join(folder, 'scenarios');
    throw new MisuseError({ zh: `${where} 中没有 JSON 文件`, en: `There is no JSON file in ${where}.` });
  }
  const all = documents.flatMap((document) =>
    document.value.scenarios.map((each, index) => ({ document, each, path: `/scenarios/${index}` })),
  );
  const faults: Fault[] = [];
  const living = { zh: '情景', en: 'scenarios' };
  await withProgress(terminal, living, all.length, async (advance) => {
    for (const { document, each, path } of all) {
      for (const { pointer, text, ...more } of await runScenario(pack, each)) {
        const at = { code: 'scenarioFails', pointer: `${path}${pointer}`, message: text.en, fix: '' };
        for (const { file, line, column } of document.locate([at]))
          faults.push({ file, line, column, pointer: at.pointer, scenario: each.title, text, ...more });
      }
      advance(1);
    }
  });
  const ok = faults.length + diagnostics.length === 0;
  if (options.json === true) {
    const unread = diagnostics.length === 0 ? {} : { diagnostics: forMachines(diagnostics) };
    terminal.json({ ok, total: all.length, faults, ...unread });
  } else {
    printDiagnostics(diagnostics, terminal);
    const broken = new Set(diagnostics.map(({ file }) => file)).size;
    print(faults, { total: all.length, broken }, terminal);
  }
  return ok ? EXIT.ok : EXIT.faults;
}

function print(
  faults: readonly Fault[],
  { total, broken }: { readonly total: number; readonly broken: number },
  terminal: Terminal,
): void {
  const { colors } = terminal;
  for (const { file, line, column, scenario: title, text } of faults) {
    terminal.print(`${colors.bold(`${file}:${line}:${column}`)} ${title}`, `  ${terminal.say(text)}`);
  }
  const failed = new Set(faults.map(({ file, scenario: title }) => `${file} ${title}`)).size;
  if (failed + broken === 0) {
    terminal.verdict(true, { zh: `全部 ${total} 个情景通过`, en: `all ${total} scenarios pass` });
    return;
  }
  const unread = { zh: `${broken} 个文件有错误`, en: `${broken} ${broken === 1 ? 'file' : 'files'} with faults` };
  const failing = { zh: `${failed}/${total} 个情景未通过`, en: `${failed} of ${total} scenarios fail` };
  if (broken === 0) terminal.verdict(false, failing);
  else terminal.verdict(false, { zh: `${unread.zh}；${failing.zh}`, en: `${unread.en}; ${failing.en}` });
}
