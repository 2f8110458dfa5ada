import type { WorkingCalendar } from '@hotline-kit/sla-calendar';
import { namedFaults } from '../compile/compile-condition.js';
import type { Domains, FactTable } from '../compile/fact-table.js';
import { compileRuleSet } from '../compile-rule-set.js';
import type { Condition } from '../conditions.js';
import type { ValueNames } from '../explain/words.js';
import { ImplementationList } from '../routing/implementation-list.js';
import { readImplementationList } from '../routing/read-list.js';
import type { RuleSet } from '../rule-set.js';
import type { FactDeclaration } from '../rule-set-document.js';
import { RuleSetError } from '../rule-set-error.js';
import { ALWAYS_ID, readCalendars } from './calendars.js';
import type { CityPack } from './city-pack.js';
import { conditionsSchema } from './conditions-file.js';
import type { Manifest } from './manifest.js';
import { MatterCatalogue, readMatters } from './matters.js';
import type { PackFiles } from './pack-files.js';
import { readTags, TagLibrary } from './tags.js';
import { readUnits, type Unit, UnitTree, unitsSchema } from './units.js';

/** The calendars of calendar.json over those that are inherited. */
export function packCalendars(
  source: PackFiles,
  parent: CityPack | undefined,
): Readonly<Record<string, WorkingCalendar>> {
  const { calendars, faults } = readCalendars(source.json('calendar.json') ?? {}, parent?.calendars ?? {});
  source.note('calendar.json', faults);
  return calendars;
}

/** The conditions of conditions.json over those that are inherited, each checked. */
export function packConditions(
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

/** The calendar that counts where nothing names another. */
export function calendarOf(
  manifest: Manifest | undefined,
  calendars: Readonly<Record<string, WorkingCalendar>>,
  parent: CityPack | undefined,
): WorkingCalendar {
  const named = manifest?.calendar;
  const own = named !== undefined && Object.hasOwn(calendars, named) ? calendars[named] : undefined;
  return own ?? parent?.defaultCalendar ?? (calendars[ALWAYS_ID] as WorkingCalendar);
}

/** The units of units.json over those that are inherited; nothing where they have faults, which are noted. */
export function packUnits(source: PackFiles, parent: CityPack | undefined): UnitTree | undefined {
  const file = source.read('units.json', unitsSchema);
  const inherited: readonly Unit[] = parent?.units.all ?? [];
  if (file === undefined) {
    // Without a parent the file is needed: nothing is said of what names a unit, only that the file is missing.
    return source.text('units.json') === undefined && parent !== undefined ? new UnitTree(inherited) : undefined;
  }
  const { units, faults } = readUnits(file, inherited);
  source.note('units.json', faults);
  return faults.length === 0 ? new UnitTree(units) : undefined;
}

/** The matters of matters.csv over those that are inherited; nothing where they have faults, which are noted. */
export function packMatters(source: PackFiles, parent: CityPack | undefined): MatterCatalogue | undefined {
  const text = source.text('matters.csv');
  const inherited = parent?.matters.all ?? [];
  if (text === undefined) return new MatterCatalogue(inherited);
  const { matters, diagnostics } = readMatters(text, source.nameOf('matters.csv'), inherited);
  source.diagnostics.push(...diagnostics);
  return diagnostics.length === 0 ? new MatterCatalogue(matters) : undefined;
}

/** The tags of tags.csv over those that are inherited; faults are noted. */
export function packTags(source: PackFiles, parent: CityPack | undefined): TagLibrary {
  const text = source.text('tags.csv');
  const inherited = parent?.tags ?? new TagLibrary([]);
  if (text === undefined) return inherited;
  const { tags, diagnostics } = readTags(text, source.nameOf('tags.csv'), inherited.all);
  source.diagnostics.push(...diagnostics);
  return new TagLibrary(tags);
}

/** The rows of implementation-list.csv over those that are inherited. */
export function packList(
  source: PackFiles,
  parent: CityPack | undefined,
  units: UnitTree | undefined,
  matters: MatterCatalogue | undefined,
  { districts }: Domains,
): ImplementationList {
  const text = source.text('implementation-list.csv');
  const inherited = parent?.implementationList ?? new ImplementationList();
  if (text === undefined || !units || !matters || !districts) return inherited;
  const file = source.nameOf('implementation-list.csv');
  const { rows, diagnostics } = readImplementationList(text, file, { units, matters, districts });
  for (const diagnostic of diagnostics) source.diagnostics.push(diagnostic);
  return new ImplementationList(rows, inherited);
}

/** What the rules of a pack are compiled with. */
export interface RuleSetting {
  readonly source: PackFiles;
  readonly conditions: Readonly<Record<string, Condition>>;
  readonly names?: ValueNames;
  readonly factDeclarations: Readonly<Record<string, FactDeclaration>>;
  readonly domains: Domains;
  readonly compile: typeof compileRuleSet;
}

/** The rules of a file, or those that are inherited; nothing where they have faults, which are noted. */
export function packRules(
  file: 'routing.rules.json' | 'escalation.rules.json',
  { source, factDeclarations, domains, conditions, names, compile }: RuleSetting,
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
    return compile(document, options);
  } catch (error) {
    if (!(error instanceof RuleSetError)) throw error;
    source.diagnostics.push(...error.diagnostics);
    return undefined;
  }
}
