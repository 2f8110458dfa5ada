import type { Diagnostic } from './diagnostic/diagnostic.js';
import { locate } from './diagnostic/locate.js';
import { duplicateKeyLints } from './lint/duplicate-key.js';
import type { Lint } from './lint/lint.js';
import { overlappingLimitLints } from './lint/overlapping-limits.js';
import { uncoveredMatterLints } from './lint/uncovered-matter.js';
import { unnamedSourceLints } from './lint/unnamed-source.js';
import { unusedSharedConditionLints } from './lint/unused-shared-condition.js';
import { compileAndLint } from './lint-rule-set.js';
import type { CityPack } from './pack/city-pack.js';
import { readCsv } from './pack/csv.js';
import { fileJson } from './pack/file-json.js';
import { MATTER_COLUMNS, OPTIONAL_MATTER_COLUMNS } from './pack/matters.js';
import { packContext } from './pack/pack-context.js';
import { PackError } from './pack/pack-error.js';
import { type ParseOptions, parsePackWith } from './pack/parse-pack.js';

/** The pack, where it could be loaded, and everything found in its files. */
export interface LintedPack {
  readonly pack?: CityPack;
  readonly diagnostics: readonly Diagnostic[];
}

const RULE_FILES = ['routing.rules.json', 'escalation.rules.json'] as const;

/**
 * Everything that is wrong with the files of a pack, and everything that is probably not meant: the faults of
 * `parseCityPack`, or, where it has none, the lints of its rules, conditions, limits and
 * sources, and of its coverage of matters and districts.
 *
 * @example
 * lintCityPack({ 'pack.json': '…', 'units.json': '…', … }).diagnostics.filter(({ severity }) => severity === 'error');
 */
export function lintCityPack(files: Readonly<Record<string, string>>, options: ParseOptions = {}): LintedPack {
  const base = options.base === undefined ? '' : `${options.base.replace(/\/$/, '')}/`;
  const lintsOfRules: (() => readonly Diagnostic[])[] = [];
  let pack: CityPack;
  try {
    pack = parsePackWith(
      (document, given = {}) => {
        const { ruleSet, lints } = compileAndLint(document, given);
        lintsOfRules.push(lints);
        return ruleSet;
      },
      files,
      options,
    );
  } catch (error) {
    if (error instanceof PackError) return { diagnostics: error.diagnostics };
    throw error;
  }
  const ofRules = lintsOfRules.flatMap((lints) => lints());
  const twice = Object.entries(files).flatMap(([name, text]) => {
    const file = `${base}${name}`;
    const read = name.endsWith('.json') ? fileJson(files, name, file) : undefined;
    return read?.ok === true ? duplicateKeyLints(text.replace(/^\ufeff/, ''), read.value, file) : [];
  });
  return { pack, diagnostics: [...twice, ...ofRules, ...packLints(pack, files, base)] };
}

const SOURCED = [...RULE_FILES, 'clocks.json', 'procedure.json', 'assessment.json'] as const;
const NAMING = [...SOURCED, 'open311.json'] as const;

/** What is probably not meant in the files other than rules, and between the files. */
function packLints(pack: CityPack, files: Readonly<Record<string, string>>, base: string): readonly Diagnostic[] {
  const documentOf = (name: string): unknown => {
    const read = fileJson(files, name, `${base}${name}`);
    return read?.ok === true ? read.value : undefined;
  };
  const placed = (name: string, lints: readonly Lint[]): readonly Diagnostic[] =>
    locate(lints, { file: `${base}${name}`, text: files[name]?.replace(/^\ufeff/, '') });
  const context = packContext(pack);
  const uncovered = uncoveredMatterLints(pack);
  return [
    ...placed('conditions.json', unusedSharedConditionLints(documentOf('conditions.json'), NAMING.map(documentOf))),
    ...placed('clocks.json', overlappingLimitLints(documentOf('clocks.json'), context)),
    ...placed('procedure.json', overlappingLimitLints(documentOf('procedure.json'), context)),
    ...SOURCED.flatMap((name) => placed(name, unnamedSourceLints(documentOf(name), pack.sources))),
    ...(uncovered.length === 0 ? [] : atMatters(uncovered, files, base)),
  ];
}

/** Lints of matters at their rows of matters.csv; of those that are inherited, at the list that lacks them. */
function atMatters(
  lints: readonly Lint[],
  files: Readonly<Record<string, string>>,
  base: string,
): readonly Diagnostic[] {
  const text = Object.hasOwn(files, 'matters.csv') ? (files['matters.csv'] ?? '') : '';
  const csv = readCsv(text, `${base}matters.csv`, MATTER_COLUMNS, OPTIONAL_MATTER_COLUMNS);
  const rowOf = new Map(csv.ok ? csv.table.rows().map(([code], row) => [code?.trim(), row] as const) : []);
  return lints.map(({ code, severity, value, message, fix }): Diagnostic => {
    const row = rowOf.get(String(value));
    if (csv.ok && row !== undefined) return { ...csv.table.fault(row, 0, { code, message, fix }), severity };
    const file = `${base}implementation-list.csv`;
    return { code, severity, file, pointer: '', line: 0, column: 0, value, message, fix };
  });
}
