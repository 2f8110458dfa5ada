import * as z from 'zod';
import { assessmentSchema, inheritAssessment, readAssessment } from '../assessment/read-plan.js';
import { canonicalJson, hashText } from '../compile/canonical-json.js';
import { ConditionCompiler } from '../compile/compile-condition.js';
import { defineFacts } from '../compile/define-facts.js';
import { FactTable } from '../compile/fact-table.js';
import { compileRuleSet } from '../compile-rule-set.js';
import { isRecord } from '../diagnostic/json-limits.js';
import type { FactDefinition } from '../facts.js';
import { compileProcedure } from '../procedure/compile-procedure.js';
import { procedureSchema } from '../procedure/procedure-schema.js';
import { CURRENT_FORMAT } from '../upgrade/formats.js';
import { CHANNELS } from '../vocabulary/intake.js';
import { checkManifest } from './check-manifest.js';
import type { CityPack } from './city-pack.js';
import { chainFaults } from './clock-events.js';
import { clocksSchema, compileClocks, indexByEvent } from './clocks.js';
import { packDomains } from './domains.js';
import { fileHash } from './file-hash.js';
import { manifestSchema } from './manifest.js';
import { noteFixed } from './note-fixed.js';
import { PackError } from './pack-error.js';
import { type PackFile, PackFiles } from './pack-files.js';
import {
  calendarOf,
  packCalendars,
  packConditions,
  packList,
  packMatters,
  packRules,
  packTags,
  packUnits,
  type RuleSetting,
} from './pack-parts.js';
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
 * A pack inherits from its parent: calendars, units, matters, tags, rows of the implementation list, clocks, sections of the
 * procedure, named conditions, channels, facts and metrics one by one; rules as whole files.
 *
 * @throws PackError with every fault of all files, each with file, line and column.
 * @example
 * const pack = parseCityPack({ 'pack.json': '{ "format": 1, … }', 'units.json': '…', … });
 */
export function parseCityPack(files: Readonly<Record<string, string>>, options: ParseOptions = {}): CityPack {
  return parsePackWith(compileRuleSet, files, options);
}

/** `parseCityPack`, with another way to compile the pack's rules. */
export function parsePackWith(
  compile: typeof compileRuleSet,
  files: Readonly<Record<string, string>>,
  options: ParseOptions,
): CityPack {
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
  const defaultCalendar = calendarOf(manifest, calendars, parent);
  const units = packUnits(source, parent);
  const matters = packMatters(source, parent);
  const tags = packTags(source, parent);
  const clockFile = source.read('clocks.json', clocksSchema);
  const { $schema: _, ...ownClockFile } = clockFile ?? {};
  const clockIds = [...(parent?.clocks.map(({ id }) => id) ?? []), ...Object.keys(ownClockFile)];
  const procedureFile = source.read('procedure.json', procedureSchema);
  const domains = packDomains({
    calendars: { byId: calendars, byDefault: defaultCalendar },
    units: units?.all,
    matters: matters?.all,
    channels,
    // Where a file could not be read, its clocks or kinds are unknown: nothing is said about their names.
    ...((source.text('clocks.json') === undefined || clockFile) && { clocks: clockIds }),
    ...((source.text('procedure.json') === undefined || procedureFile) && {
      evidence: Object.keys({ ...parent?.procedure.evidence, ...procedureFile?.evidence }),
      milestones: Object.keys({ ...parent?.procedure.milestones, ...procedureFile?.milestones }),
    }),
  });
  const facts = new FactTable(declared, domains);
  const conditions = packConditions(source, parent, facts);
  if (manifest && units) checkManifest(source, manifest, calendars, units, parent);

  const clockConditions = new ConditionCompiler(facts, conditions);
  const ownClocks = compileClocks(ownClockFile, { calendars, byDefault: defaultCalendar }, clockConditions);
  source.note('clocks.json', clockConditions.faults);
  const ownIds = new Set(ownClocks.map(({ id }) => id));
  const clocks = [...(parent?.clocks.filter(({ id }) => !ownIds.has(id)) ?? []), ...ownClocks];
  source.note('clocks.json', chainFaults(clocks, ownIds));

  const procedureConditions = new ConditionCompiler(facts, conditions);
  const procedure = compileProcedure(procedureFile ?? {}, procedureConditions);
  source.note('procedure.json', procedureConditions.faults);

  const ownAssessment = source.read('assessment.json', assessmentSchema);
  const assessmentFile = inheritAssessment(ownAssessment, parent?.assessmentFile ?? { metrics: [] });
  const assessment = readAssessment(assessmentFile, { declared, domains, conditions });
  source.note('assessment.json', assessment.faults);

  const open311 = source.read('open311.json', z.record(z.string(), z.unknown())) ?? parent?.open311;
  const implementationList = packList(source, parent, units, matters, domains);
  const names = units && matters && namesOf(units, matters, channels);
  const setting: RuleSetting = { source, factDeclarations, domains, conditions, compile, ...(names && { names }) };
  const routing = packRules('routing.rules.json', setting, parent?.routing);
  const escalation = packRules('escalation.rules.json', setting, parent?.escalation);

  const fixed = new Set([...(parent?.fixed ?? []), ...(manifest?.fixed ?? [])]);
  if (source.diagnostics.length === 0) {
    noteFixed(source, parent, {
      manifest,
      calendars: source.json('calendar.json'),
      clocks: clockFile,
      procedure: procedureFile,
      assessment: ownAssessment,
    });
  }

  if (source.diagnostics.length > 0 || !manifest || !units || !matters || !routing || !escalation) {
    throw new PackError(
      units && matters ? source.diagnostics : source.diagnostics.filter(({ code }) => !LISTED.has(code)),
    );
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
    fixed,
    matters,
    tags,
    implementationList,
    routing,
    escalation,
    procedure: {
      ...parent?.procedure,
      ...procedure,
      commands: { ...parent?.procedure.commands, ...procedure.commands },
      evidence: { ...parent?.procedure.evidence, ...procedure.evidence },
      fields: { ...parent?.procedure.fields, ...procedure.fields },
      milestones: { ...parent?.procedure.milestones, ...procedure.milestones },
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

/** What is said of rules only because units or matters could not be read: mending their file mends it. */
const LISTED: ReadonlySet<string> = new Set(['relationWithoutUnits', 'treeUnknown']);

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

/** A hash over the texts of the files, and those of the packs above. */
function hashOf(files: Readonly<Record<string, string>>, parent: CityPack | undefined): string {
  const texts: Record<string, string> = {};
  for (const file of Object.keys(files)) texts[file] = fileHash(files, file);
  return hashText(canonicalJson({ files: texts, parent: parent?.hash ?? null }));
}
