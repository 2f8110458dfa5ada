import { isForbiddenKey } from '../diagnostic/json-limits.js';
import { didYouMean } from '../diagnostic/nearest.js';
import type { Matter } from '../pack/matters.js';
import { forbiddenId } from '../pack/safe-id.js';
import { TICKET_TYPES, type TicketType } from '../vocabulary/intake.js';
import { wordsOf } from '../vocabulary/label.js';
import { NameIndex } from './name-index.js';
import type { SheetRow } from './sheet.js';
import type { TableReader } from './table-reader.js';

/** A matter that a row defines. */
interface Candidate {
  readonly row: SheetRow;
  readonly matter: Matter;
}

const TYPES = new NameIndex(wordsOf(TICKET_TYPES).map((id) => ({ id, names: [TICKET_TYPES[id].zh] })));

/**
 * The matters that the rows of a table define, without those that are known already. Without a column of codes, the name
 * is the code. A wider matter may stand anywhere in the table, and is named by code or by name.
 */
export function defineMatters(
  rows: readonly SheetRow[],
  reader: TableReader,
  known: readonly Matter[],
): { readonly matters: readonly Matter[]; readonly codeOf: (row: SheetRow) => string } {
  const knownIndex = new NameIndex(known.map(({ code, name }) => ({ id: code, names: [name] })));
  const codeOf = (row: SheetRow): string => {
    const [code, name] = [reader.text(row, 'code'), reader.text(row, 'name')];
    if (code !== '' || name === '') return code;
    const meaning = knownIndex.find(name);
    return meaning.kind === 'found' ? meaning.id : name;
  };
  const candidates = new Map<string, Candidate>();
  const knownByCode = new Map(known.map((matter) => [matter.code, matter]));
  for (const row of rows) {
    const matter = matterOf(row, codeOf(row), reader);
    if (matter === undefined) continue;
    const first = candidates.get(matter.code);
    const other = first?.matter ?? knownByCode.get(matter.code);
    if (other === undefined) candidates.set(matter.code, { row, matter });
    else if (other.name !== matter.name) {
      const where = first === undefined ? 'matters.csv' : `line ${first.row.line}`;
      const message = `The matter "${matter.code}" is named "${other.name}" in ${where}.`;
      reader.fault(row, 'name', 'duplicateId', message, 'Give each matter a code of its own.');
    }
  }
  return { matters: withParents(candidates, reader, known), codeOf };
}

function matterOf(row: SheetRow, code: string, reader: TableReader): Matter | undefined {
  const [name, type] = [reader.text(row, 'name'), reader.text(row, 'type')];
  if (reader.faultsOf(row).some(({ code: fault }) => fault === 'damagedCell')) return undefined;
  if (isForbiddenKey(code)) {
    const { code: forbidden, message, fix } = forbiddenId(code);
    reader.fault(row, 'code', forbidden, message, fix);
    return undefined;
  }
  if (name === '') {
    const fix = 'Write the name, or remove the row; for merged cells use --fill-down name.';
    reader.fault(row, 'name', 'missingKey', 'A matter needs a name.', fix);
    return undefined;
  }
  if (type === '') return { code, name };
  const meaning = TYPES.find(type);
  if (meaning.kind === 'found') return { code, name, type: meaning.id as TicketType };
  const words = wordsOf(TICKET_TYPES).map((word) => TICKET_TYPES[word].zh);
  const fix = didYouMean(type, words) ?? `Allowed are ${words.join(', ')}.`;
  reader.fault(row, 'type', 'wrongValue', `Unknown type "${type}".`, fix);
  return undefined;
}

/** The candidates with their wider matters. One that lacks its wider matter falls away, and then those below it. */
function withParents(
  candidates: Map<string, Candidate>,
  reader: TableReader,
  known: readonly Matter[],
): readonly Matter[] {
  const parents = new Map<string, string>();
  for (let fallen = -1; fallen !== 0; ) {
    fallen = 0;
    const all = [...known, ...[...candidates.values()].map(({ matter }) => matter)];
    const index = new NameIndex(all.map(({ code, name }) => ({ id: code, names: [name] })));
    for (const [code, { row }] of candidates) {
      if (reader.text(row, 'parent') === '') continue;
      const parent = reader.find(row, 'parent', 'matter', index);
      if (parent === undefined) {
        candidates.delete(code);
        fallen += 1;
      } else parents.set(code, parent);
    }
  }
  const circular = new Set([...candidates.keys()].filter((code) => isCircular(code, parents)));
  for (const code of circular) {
    const { row } = candidates.get(code) as Candidate;
    const fix = 'Give the widest matter no parent.';
    reader.fault(row, 'parent', 'matterCycle', `The matter "${code}" lies above itself.`, fix);
  }
  return [...candidates].flatMap(([code, { matter }]): readonly Matter[] => {
    if (circular.has(code)) return [];
    const parent = parents.get(code);
    return [parent === undefined ? matter : { ...matter, parent }];
  });
}

/** Whether the way up from a matter never ends. */
function isCircular(code: string, parents: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = code; at !== undefined; at = parents.get(at)) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}
