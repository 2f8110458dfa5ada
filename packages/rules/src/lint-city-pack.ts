import type { Diagnostic } from './diagnostic/diagnostic.js';
import { uncoveredMatterLints } from './lint/uncovered-matter.js';
import { lintRuleSet } from './lint-rule-set.js';
import type { CityPack } from './pack/city-pack.js';
import { fileJson } from './pack/file-json.js';
import { packContext } from './pack/pack-context.js';
import { PackError } from './pack/pack-error.js';
import { tableFiles } from './pack/pack-files.js';
import { type ParseOptions, parseCityPack } from './pack/parse-pack.js';

/** The pack, where it could be loaded, and everything found in its files. */
export interface LintedPack {
  readonly pack?: CityPack;
  readonly diagnostics: readonly Diagnostic[];
}

const RULE_FILES = ['routing.rules.json', 'escalation.rules.json'] as const;

/**
 * Everything that is wrong with the files of a pack, and everything that is probably not meant: the faults of
 * `parseCityPack`, or, where it has none, the lints of its rules and of its coverage of matters and districts.
 *
 * @example
 * lintCityPack({ 'pack.json': '…', 'units.json': '…', … }).diagnostics.filter(({ severity }) => severity === 'error');
 */
export function lintCityPack(files: Readonly<Record<string, string>>, options: ParseOptions = {}): LintedPack {
  const base = options.base === undefined ? '' : `${options.base.replace(/\/$/, '')}/`;
  let pack: CityPack;
  try {
    pack = parseCityPack(files, options);
  } catch (error) {
    if (error instanceof PackError) return { diagnostics: error.diagnostics };
    throw error;
  }
  const context = { ...packContext(pack), tables: tableFiles(files) };
  const ofRules = RULE_FILES.flatMap((name): readonly Diagnostic[] => {
    const file = `${base}${name}`;
    const read = fileJson(files, name, file);
    if (read === undefined) return [];
    return read.ok
      ? lintRuleSet(read.value, { ...context, file, text: files[name]?.replace(/^\ufeff/, '') ?? '' })
      : read.diagnostics;
  });
  const uncovered = uncoveredMatterLints(pack).map(
    (lint): Diagnostic => ({
      code: lint.code,
      severity: lint.severity,
      file: `${base}implementation-list.csv`,
      pointer: '',
      line: 0,
      column: 0,
      value: lint.value,
      message: lint.message,
      ...(lint.fix !== undefined && { fix: lint.fix }),
    }),
  );
  return { pack, diagnostics: [...ofRules, ...uncovered] };
}
