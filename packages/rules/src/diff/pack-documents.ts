import { isRecord } from '../diagnostic/json-limits.js';
import type { CityPack } from '../pack/city-pack.js';
import type { Label } from '../vocabulary/label.js';

/** The parts of a pack that are compared, in the order in which they are shown. */
export const PARTS = {
  pack: { zh: '规则包', en: 'pack' },
  calendars: { zh: '日历', en: 'calendars' },
  units: { zh: '单位', en: 'units' },
  matters: { zh: '事项', en: 'matters' },
  list: { zh: '实施清单', en: 'list' },
  conditions: { zh: '命名条件', en: 'conditions' },
  routing: { zh: '派单规则', en: 'routing rules' },
  escalation: { zh: '升级规则', en: 'escalation rules' },
  clocks: { zh: '时限', en: 'clocks' },
  procedure: { zh: '办理程序', en: 'procedure' },
  assessment: { zh: '考核', en: 'assessment' },
  open311: { zh: 'Open311', en: 'Open311' },
} as const satisfies Readonly<Record<string, Label>>;

/** The name of a part. */
export type Part = keyof typeof PARTS;

/** What a pack says, by part and id, in the order in which it says it. */
export type PackDocuments = Readonly<Record<Part, ReadonlyMap<string, unknown>>>;

/** The texts of a pack's files and those of its parents, the topmost first. */
export type Lineage = readonly Readonly<Record<string, string>>[];

/**
 * What a pack says, that of its parents included, as it stands in the files: units, matters and rows of the list one by
 * one, rules by their ids, settings by their keys.
 */
export function packDocuments(pack: CityPack, lineage: Lineage): PackDocuments {
  const own = lineage.at(-1) ?? {};
  const { units, matters, implementationList } = pack;
  return {
    pack: entriesOf(json(own['pack.json'])),
    calendars: merged(lineage, 'calendar.json'),
    units: new Map(units.all.map((unit) => [unit.id, unit])),
    matters: new Map(matters.all.map((matter) => [matter.code, matter])),
    list: new Map(
      [...implementationList].map(({ line: _, ...row }) => [
        `${row.matter} × ${row.district === '' ? '*' : row.district}`,
        row,
      ]),
    ),
    conditions: merged(lineage, 'conditions.json'),
    routing: rulesOf(nearest(lineage, 'routing.rules.json')),
    escalation: rulesOf(nearest(lineage, 'escalation.rules.json')),
    clocks: merged(lineage, 'clocks.json'),
    procedure: merged(lineage, 'procedure.json'),
    assessment: merged(lineage, 'assessment.json', listedById),
    open311: entriesOf(nearest(lineage, 'open311.json')),
  };
}

/** The key of a rule set's order of rules among its rules: no rule has an empty id. */
export const ORDER = '';

function rulesOf(document: unknown): ReadonlyMap<string, unknown> {
  const isPlain = Array.isArray(document);
  const header = isPlain || !isRecord(document) ? {} : document;
  const rules: readonly unknown[] = isPlain ? document : Array.isArray(header.rules) ? header.rules : [];
  const byId = rules.map((rule, index): readonly [string, unknown] => [idOf(rule) ?? `#${index}`, rule]);
  const settings = [...entriesOf(header)].filter(([key]) => key !== 'rules' && key !== 'tables');
  return new Map([
    ...settings.map(([key, value]) => [`(${key})`, value] as const),
    ...byId,
    [ORDER, byId.map(([id]) => id)],
  ]);
}

function idOf(value: unknown): string | undefined {
  if (!isRecord(value)) return undefined;
  return [value.id, value.name].find((each) => typeof each === 'string') as string | undefined;
}

/** The keys of a document; those whose value is a list of objects with ids, one by one. */
function listedById(document: unknown): ReadonlyMap<string, unknown> {
  return new Map(
    [...entriesOf(document)].flatMap(([key, value]): readonly (readonly [string, unknown])[] =>
      Array.isArray(value) && value.every((each) => idOf(each) !== undefined)
        ? value.map((each) => [idOf(each) ?? '', each])
        : [[key, value]],
    ),
  );
}

function merged(lineage: Lineage, file: string, entries = entriesOf): ReadonlyMap<string, unknown> {
  return new Map(lineage.flatMap((files) => [...entries(json(files[file]))]));
}

function nearest(lineage: Lineage, file: string): unknown {
  return json(
    lineage
      .map((files) => files[file])
      .filter((text) => text !== undefined)
      .at(-1),
  );
}

function entriesOf(document: unknown): ReadonlyMap<string, unknown> {
  return new Map(isRecord(document) ? Object.entries(document).filter(([key]) => key !== '$schema') : []);
}

/** A text that was read without faults before. */
function json(text: string | undefined): unknown {
  return text === undefined ? undefined : JSON.parse(text.replace(/^\ufeff/, ''));
}
