import type { WorkingCalendar } from '@hotline-kit/sla-calendar';
import * as z from 'zod';
import { assessmentSchema, inheritAssessment, readAssessment } from '../assessment/read-plan.js';
import { canonicalJson, hashText } from '../compile/canonical-json.js';
import { ConditionCompiler, namedFaults } from '../compile/compile-condition.js';
import { defineFacts } from '../compile/define-facts.js';
import { type Domains, FactTable } from '../compile/fact-table.js';
import { compileRuleSet } from '../compile-rule-set.js';
import type { Condition } from '../conditions.js';
import { isRecord } from '../diagnostic/json-limits.js';
import { didYouMean } from '../diagnostic/nearest.js';
import type { ValueNames } from '../explain/words.js';
import type { FactDefinition } from '../facts.js';
import { compileProcedure } from '../procedure/compile-procedure.js';
import { procedureSchema } from '../procedure/procedure-schema.js';
import { ImplementationList, readImplementationList } from '../routing/implementation-list.js';
import type { RuleSet } from '../rule-set.js';
import type { FactDeclaration } from '../rule-set-document.js';
import { RuleSetError } from '../rule-set-error.js';
import { CURRENT_FORMAT } from '../upgrade/formats.js';
import { CHANNELS } from '../vocabulary/intake.js';
import { ALWAYS_ID, readCalendars } from './calendars.js';
import type { CityPack } from './city-pack.js';
import { clocksSchema, compileClocks, indexByEvent } from './clocks.js';
import { conditionsSchema } from './conditions-file.js';
import { type Manifest, manifestSchema } from './manifest.js';
import { MatterCatalogue, readMatters } from './matters.js';
import { PackError } from './pack-error.js';
import { type PackFile, PackFiles } from './pack-files.js';
import { readUnits, type Unit, UnitTree, unitsSchema } from './units.js';
import { namesOf } from './value-names.js';

/** What may be given to `parseCityPack` beside the files. */
export interface ParseOptions {
  /** The pack that `pack.json` names as its parent. */
  readonly parent?: CityPack;
  /** What stands before the file names in diagnostics, for example the folder. */
  readonly base?: string;
}

/**
 * Reads a city pack from the texts of its files, in a browser or anywhere else.
 *
 * A pack inherits from its parent: calendars, units, matters, rows of the implementation list, clocks, sections of the
 * procedure, named conditions, channels, facts and metrics one by one; rules as whole files.
 *
 * @throws PackError with every fault of all files, each with file, line and column.
 * @example
 * const pack = parseCityPack({ 'pack.json': '{ "format": 1, … }', 'units.json': '…', … });
 */
export function parseCityPack(files: Readonly<Record<string, string>>, options: ParseOptions = {}): CityPack {
  const { parent } = options;
  const source = new PackFiles(files, options.base ?? '');
  const own: readonly PackFile[] = parent === undefined ? ['units.json', 'clocks.json', 'procedure.json'] : [];
  refuseNewerFormat(source);
  source.checkNames(['pack.json', 'SOURCES.md', ...own]);
  const manifest = source.read('pack.json', manifestSchema);
  const factDeclarations = { ...parent?.factDeclarations, ...manifest?.facts };
  const declared = new Map<string, FactDefinition>();
  const factFaults = defineFacts(factDeclarations, declared, '/facts');
  source.note('pack.json', factFaults);
  const channels = { ...CHANNELS, ...parent?.channels, ...manifest?.channels };

  const calendars = packCalendars(source, parent);
  const units = packUnits(source, parent);
  const matters = packMatters(source, parent);
  const clockFile = source.read('clocks.json', clocksSchema);
  const clockIds = [...(parent?.clocks.map(({ id }) => id) ?? []), ...Object.keys(clockFile ?? {})];
  const domains: Domains = {
    ...(units && { units: new Set(units.all.map(({ id }) => id)) }),
    ...(units && { districts: new Set(units.all.flatMap(({ district }) => district ?? [])) }),
    ...(matters && { matters: new Set(matters.all.map(({ code }) => code)) }),
    ...(units && { related: units.all }),
    trees: {
      ...(units && { units: new Map(units.all.map(({ id, parent: above }) => [id, above])) }),
      ...(matters && { matters: new Map(matters.all.map(({ code, parent: wider }) => [code, wider])) }),
    },
    channels: new Set(Object.keys(channels)),
    // Where clocks.json could not be read, its clocks are unknown: nothing is said about their names.
    ...((source.text('clocks.json') === undefined || clockFile) && { clocks: new Set(clockIds) }),
  };
  const facts = new FactTable(declared, domains);
  const conditions = packConditions(source, parent, facts);
  if (manifest && units) checkManifest(source, manifest, calendars, units, parent);
  const defaultCalendar = calendarOf(manifest, calendars, parent);

  const clockConditions = new ConditionCompiler(facts, conditions);
  const ownClocks = compileClocks(clockFile ?? {}, { calendars, byDefault: defaultCalendar }, clockConditions);
  source.note('clocks.json', clockConditions.faults);
  const ownIds = new Set(ownClocks.map(({ id }) => id));
  const clocks = [...(parent?.clocks.filter(({ id }) => !ownIds.has(id)) ?? []), ...ownClocks];

  const procedureConditions = new ConditionCompiler(facts, conditions);
  const procedure = compileProcedure(source.read('procedure.json', procedureSchema) ?? {}, procedureConditions);
  source.note('procedure.json', procedureConditions.faults);

  const ownAssessment = source.read('assessment.json', assessmentSchema);
  const assessmentFile = inheritAssessment(ownAssessment, parent?.assessmentFile ?? { metrics: [] });
  const assessment = readAssessment(assessmentFile, { declared, domains, conditions });
  source.note('assessment.json', assessment.faults);

  const open311 = source.read('open311.json', z.record(z.string(), z.unknown())) ?? parent?.open311;
  const implementationList = packList(source, parent, units, matters, domains);
  const names = units && matters && namesOf(units, matters, channels);
  const setting: RuleSetting = { source, factDeclarations, domains, conditions, ...(names && { names }) };
  const routing = packRules('routing.rules.json', setting, parent?.routing);
  const escalation = packRules('escalation.rules.json', setting, parent?.escalation);

  if (source.diagnostics.length > 0 || !manifest || !units || !matters || !routing || !escalation) {
    throw new PackError(source.diagnostics);
  }
  const { id, version, title, effective } = manifest;
  const hotline = manifest.hotline ?? parent?.hotline;
  const fallbackUnit = manifest.fallbackUnit ?? parent?.fallbackUnit;
  const numbering = manifest.numbering ?? parent?.numbering;
  return Object.freeze({
    format: 1,
    id,
    version,
    hash: hashOf(files, parent),
    title,
    ...(effective && { effective }),
    ...(parent && { parent }),
    calendars,
    defaultCalendar,
    units,
    ...(hotline !== undefined && { hotline }),
    ...(fallbackUnit !== undefined && { fallbackUnit }),
    ...(numbering && { numbering }),
    matters,
    implementationList,
    routing,
    escalation,
    procedure: {
      ...parent?.procedure,
      ...procedure,
      commands: { ...parent?.procedure.commands, ...procedure.commands },
    },
    clocks,
    clocksByEvent: indexByEvent(clocks),
    assessment: assessment.plan,
    assessmentFile,
    ...(open311 && { open311 }),
    conditions,
    channels,
    facts: Object.fromEntries(declared),
    factDeclarations,
    sources: source.text('SOURCES.md') ?? '',
  });
}

/** Of a pack of a newer format nothing else can be said: its other words are not known here. */
function refuseNewerFormat(source: PackFiles): void {
  const value = source.json('pack.json');
  source.diagnostics.length = 0;
  if (!isRecord(value) || typeof value.format !== 'number' || value.format <= CURRENT_FORMAT) return;
  const message = `The pack is of format ${value.format}; this version knows formats up to ${CURRENT_FORMAT}.`;
  const fix = 'Update @hotline-kit/rules.';
  source.note('pack.json', [{ code: 'newerFormat', pointer: '/format', value: value.format, message, fix }]);
  throw new PackError(source.diagnostics);
}

function packCalendars(source: PackFiles, parent: CityPack | undefined): Readonly<Record<string, WorkingCalendar>> {
  const { calendars, faults } = readCalendars(source.json('calendar.json') ?? {}, parent?.calendars ?? {});
  source.note('calendar.json', faults);
  return calendars;
}

/** The conditions of conditions.json over those that are inherited, each checked. */
function packConditions(
  source: PackFiles,
  parent: CityPack | undefined,
  facts: FactTable,
): Readonly<Record<string, Condition>> {
  const file = source.read('conditions.json', conditionsSchema);
  if (file === undefined) return parent?.conditions ?? {};
  const { $schema: _, ...own } = file;
  const conditions = { ...parent?.conditions, ...own } as Readonly<Record<string, Condition>>;
  source.note('conditions.json', namedFaults(conditions, facts));
  return conditions;
}

function calendarOf(
  manifest: Manifest | undefined,
  calendars: Readonly<Record<string, WorkingCalendar>>,
  parent: CityPack | undefined,
): WorkingCalendar {
  const named = manifest?.calendar;
  const own = named !== undefined && Object.hasOwn(calendars, named) ? calendars[named] : undefined;
  return own ?? parent?.defaultCalendar ?? (calendars[ALWAYS_ID] as WorkingCalendar);
}

function packUnits(source: PackFiles, parent: CityPack | undefined): UnitTree | undefined {
  const file = source.read('units.json', unitsSchema);
  const inherited: readonly Unit[] = parent?.units.all ?? [];
  if (file === undefined) return source.text('units.json') === undefined ? new UnitTree(inherited) : undefined;
  const { units, faults } = readUnits(file, inherited);
  source.note('units.json', faults);
  return faults.length === 0 ? new UnitTree(units) : undefined;
}

function packMatters(source: PackFiles, parent: CityPack | undefined): MatterCatalogue | undefined {
  const text = source.text('matters.csv');
  const inherited = parent?.matters.all ?? [];
  if (text === undefined) return new MatterCatalogue(inherited);
  const { matters, diagnostics } = readMatters(text, source.nameOf('matters.csv'), inherited);
  source.diagnostics.push(...diagnostics);
  return diagnostics.length === 0 ? new MatterCatalogue(matters) : undefined;
}

function packList(
  source: PackFiles,
  parent: CityPack | undefined,
  units: UnitTree | undefined,
  matters: MatterCatalogue | undefined,
  { districts }: Domains,
): ImplementationList {
  const text = source.text('implementation-list.csv');
  const inherited = parent?.implementationList ?? new ImplementationList([]);
  if (text === undefined || !units || !matters || !districts) return inherited;
  const file = source.nameOf('implementation-list.csv');
  const { rows, diagnostics } = readImplementationList(text, file, { units, matters, districts });
  source.diagnostics.push(...diagnostics);
  return new ImplementationList([...inherited, ...rows]);
}

interface RuleSetting {
  readonly source: PackFiles;
  readonly conditions: Readonly<Record<string, Condition>>;
  readonly names?: ValueNames;
  readonly factDeclarations: Readonly<Record<string, FactDeclaration>>;
  readonly domains: Domains;
}

function packRules(
  file: 'routing.rules.json' | 'escalation.rules.json',
  { source, factDeclarations, domains, conditions, names }: RuleSetting,
  inherited: RuleSet | undefined,
): RuleSet | undefined {
  const text = source.text(file);
  if (text === undefined) return inherited ?? compileRuleSet({ id: file.split('.')[0], version: '0', rules: [] });
  const document = source.json(file);
  if (document === undefined) return undefined;
  const options = {
    file: source.nameOf(file),
    text: text.replace(/^\ufeff/, ''),
    facts: factDeclarations,
    domains,
    conditions,
    ...(names && { names }),
    tables: source.tables(),
    strict: true,
  };
  try {
    return compileRuleSet(document, options);
  } catch (error) {
    if (!(error instanceof RuleSetError)) throw error;
    source.diagnostics.push(...error.diagnostics);
    return undefined;
  }
}

/** Checks what the manifest names: its calendar, and units that there are. */
function checkManifest(
  source: PackFiles,
  manifest: Manifest,
  calendars: Readonly<Record<string, WorkingCalendar>>,
  units: UnitTree,
  parent: CityPack | undefined,
): void {
  if (manifest.parent !== undefined && parent === undefined) {
    const message = `The pack inherits from "${manifest.parent}", which was not given.`;
    const fix = 'Load the folder with loadCityPack, or pass { parent }.';
    source.note('pack.json', [{ code: 'parentMissing', pointer: '/parent', value: manifest.parent, message, fix }]);
  }
  if (manifest.calendar === undefined && parent === undefined) {
    const fix = 'Add "calendar": the id of a calendar, or "always".';
    source.note('pack.json', [{ code: 'missingKey', pointer: '/calendar', message: '"calendar" is missing.', fix }]);
  }
  if (manifest.calendar !== undefined && !Object.hasOwn(calendars, manifest.calendar)) {
    const allowed = Object.keys(calendars);
    const message = `Unknown calendar "${manifest.calendar}".`;
    const fix = didYouMean(manifest.calendar, allowed) ?? 'Add it to calendar.json.';
    source.note('pack.json', [
      { code: 'unknownCalendar', pointer: '/calendar', value: manifest.calendar, message, allowed, fix },
    ]);
  }
  for (const key of ['hotline', 'fallbackUnit'] as const) {
    const unit = manifest[key];
    if (unit === undefined || units.has(unit)) continue;
    const fix =
      didYouMean(
        unit,
        units.all.map(({ id }) => id),
      ) ?? 'Add it to units.json.';
    source.note('pack.json', [
      { code: 'unknownUnit', pointer: `/${key}`, value: unit, message: `Unknown unit "${unit}".`, fix },
    ]);
  }
}

/** A hash over the files as texts, line ends made equal, for the same pack must have the same hash on each system. */
function hashOf(files: Readonly<Record<string, string>>, parent: CityPack | undefined): string {
  const texts: Record<string, string> = {};
  for (const file of Object.keys(files)) texts[file] = hashText((files[file] ?? '').replaceAll('\r\n', '\n'));
  return hashText(canonicalJson({ files: texts, parent: parent?.hash ?? null }));
}
