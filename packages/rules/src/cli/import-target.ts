import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { readPackFolder } from '../pack/load-pack.js';
import { type Matter, MatterCatalogue, readMatters } from '../pack/matters.js';
import { PackError } from '../pack/pack-error.js';
import { PackFiles } from '../pack/pack-files.js';
import { readUnits, type Unit, UnitTree, unitsSchema } from '../pack/units.js';
import { namesOf } from '../pack/value-names.js';
import type { ListRow } from '../routing/list-row.js';
import { readImplementationList } from '../routing/read-list.js';

/** What a table is imported into: a folder whose units are known, and perhaps its matters and its list. */
export interface ImportTarget {
  readonly units: readonly Unit[];
  /** Codes of districts, with the names that people write. */
  readonly districts: ReadonlyMap<string, readonly string[]>;
  /** The matters of the parents. */
  readonly inherited: readonly Matter[];
  /** The matters of the folder's own `matters.csv`. */
  readonly own: readonly Matter[];
  /** The rows of the folder's own `implementation-list.csv`. */
  readonly list: readonly ListRow[];
  /** The texts of the folder's own tables. */
  readonly texts: { readonly matters: string | undefined; readonly list: string | undefined };
}

/**
 * Reads what an import needs of a pack, and nothing else: the rules may still speak of matters that are yet to come.
 *
 * @param needs Which of the folder's own tables count; one that is to be replaced is not even read.
 * @throws PackError where what is needed has faults.
 */
export async function readImportTarget(
  folder: string,
  needs: { readonly matters: boolean; readonly list: boolean },
): Promise<ImportTarget> {
  const { files, parent } = await readPackFolder(folder);
  const source = new PackFiles(files, folder.replace(/\/+$/, ''));
  const above = parent?.units.all ?? [];
  const file = source.read('units.json', unitsSchema);
  if (file === undefined && parent === undefined) source.checkNames(['units.json']);
  const { units, faults } = file === undefined ? { units: above, faults: [] } : readUnits(file, above);
  source.note('units.json', faults);
  const inherited = parent?.matters.all ?? [];
  const { matters } = read(source, needs.matters, 'matters.csv', (text, name) =>
    readMatters(text, name, inherited),
  ) ?? {
    matters: inherited,
  };
  const tree = new UnitTree(units);
  const codes = new Set(units.flatMap(({ district }) => district ?? []));
  const catalogue = new MatterCatalogue(matters);
  const context = { matters: catalogue, units: tree, districts: codes };
  const list = read(source, needs.list, 'implementation-list.csv', (text, name) =>
    readImplementationList(text, name, context),
  );
  if (source.diagnostics.length > 0) throw new PackError(source.diagnostics);
  const names = namesOf(tree, catalogue, {});
  const districts = [...codes].map((code): [string, readonly string[]] => {
    const name = names('districts', code);
    return [code, name === undefined ? [] : [name.zh, name.en]];
  });
  const fromParents = new Set(inherited);
  return {
    units,
    districts: new Map(districts),
    inherited,
    own: matters.filter((matter) => !fromParents.has(matter)),
    list: [...(list?.rows ?? [])],
    texts: { matters: source.text('matters.csv'), list: source.text('implementation-list.csv') },
  };
}

function read<Result extends { readonly diagnostics: readonly Diagnostic[] }>(
  source: PackFiles,
  isNeeded: boolean,
  file: 'matters.csv' | 'implementation-list.csv',
  parse: (text: string, name: string) => Result,
): Result | undefined {
  const text = isNeeded ? source.text(file) : undefined;
  if (text === undefined) return undefined;
  const result = parse(text, source.nameOf(file));
  source.diagnostics.push(...result.diagnostics);
  return result;
}
