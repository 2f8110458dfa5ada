import { lintCityPack } from '../lint-city-pack.js';
import { forMachines, printDiagnostics } from './diagnostic-list.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { readFolder } from './pack-folder.js';
import { runPackTests } from './run-pack-tests.js';
import type { Terminal } from './terminal.js';

/** `test FOLDER`: runs the tests inside the rules and in `tests/*.json`. */
export async function test(
  folder: string,
  options: { readonly json?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const found = await readFolder(folder);
  const linted = 'read' in found ? lintCityPack(found.read.files, found.read) : { ...found, pack: undefined };
  if (linted.pack === undefined || !('read' in found)) {
    if (options.json === true) terminal.json({ ok: false, diagnostics: forMachines(linted.diagnostics) });
    else printDiagnostics(linted.diagnostics, terminal);
    return EXIT.faults;
  }
  const { total, failed, diagnostics: ofTests } = runPackTests(linted.pack, found);
  const diagnostics = [...ofTests, ...found.misnamed];
  const ok = failed === 0 && diagnostics.every(({ severity }) => severity !== 'error');
  if (options.json === true) {
    terminal.json({ ok, total, failed, diagnostics: forMachines(diagnostics) });
    return ok ? EXIT.ok : EXIT.faults;
  }
  printDiagnostics(diagnostics, terminal);
  terminal.verdict(
    ok,
    ok
      ? { zh: `${total}例测试全部通过`, en: `all ${total} tests pass` }
      : { zh: `${total}例测试中${failed}例未通过`, en: `${failed} of ${total} tests fail` },
  );
  return ok ? EXIT.ok : EXIT.faults;
}
