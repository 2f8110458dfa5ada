import { jsonFileLints } from '../lint/json-file.js';
import { lintCityPack } from '../lint-city-pack.js';
import { ruleNames } from '../rule-names.js';
import { forMachines, printCounts, printDiagnostics } from './diagnostic-list.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { readFolder } from './pack-folder.js';
import { runPackTests } from './run-pack-tests.js';
import type { Terminal } from './terminal.js';

/** `check FOLDER`: everything that is wrong with a pack, and everything that is probably not meant. */
export async function check(
  folder: string,
  options: { readonly json?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const found = await readFolder(folder);
  const { pack, diagnostics: lints } =
    'read' in found ? lintCityPack(found.read.files, found.read) : { ...found, pack: undefined };
  const tests = pack === undefined || !('read' in found) ? undefined : runPackTests(pack, found);
  const ofScenarios = 'read' in found ? jsonFileLints(found.scenarios, found.read.base) : [];
  const misnamed = 'read' in found ? found.misnamed : [];
  const diagnostics = [...lints, ...(tests?.diagnostics ?? []), ...ofScenarios, ...misnamed];
  const count = (severity: string): number => diagnostics.filter((each) => each.severity === severity).length;
  const [errors, warnings, infos] = [count('error'), count('warning'), count('info')];
  const ok = errors === 0;
  if (options.json === true) {
    terminal.json({
      ok,
      pack: pack && { id: pack.id, version: pack.version, hash: pack.hash },
      errors,
      warnings,
      infos,
      diagnostics: forMachines(diagnostics),
    });
    return ok ? EXIT.ok : EXIT.faults;
  }
  printDiagnostics(diagnostics, terminal);
  printCounts(diagnostics, terminal);
  if (diagnostics.length > 0) terminal.print('');
  if (pack !== undefined) {
    const { units, matters, implementationList, routing, escalation, clocks } = pack;
    const rules = ruleNames(routing).size + ruleNames(escalation).size;
    terminal.print(
      terminal.say({
        zh: `${pack.title.zh} ${pack.version}：单位${units.all.length}个，事项${matters.all.length}项，清单${implementationList.size}行，规则${rules}条，时限${clocks.length}个，测试${tests?.total ?? 0}例`,
        en: `${pack.title.en} ${pack.version}: units ${units.all.length}, matters ${matters.all.length}, list ${implementationList.size}, rules ${rules}, clocks ${clocks.length}, tests ${tests?.total ?? 0}`,
      }),
    );
  }
  terminal.verdict(
    ok,
    ok
      ? { zh: `通过（警告${warnings}，提示${infos}）`, en: `passes (warnings: ${warnings}, infos: ${infos})` }
      : {
          zh: `不通过：错误${errors}，警告${warnings}`,
          en: `does not pass (errors: ${errors}, warnings: ${warnings})`,
        },
  );
  return ok ? EXIT.ok : EXIT.faults;
}
