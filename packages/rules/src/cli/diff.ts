import { dirname, resolve } from 'node:path';
import { isRecord } from '../diagnostic/json-limits.js';
import { show } from '../diagnostic/schema-faults.js';
import { diffPacks, type PackDifference } from '../diff/diff-packs.js';
import { type Lineage, PARTS, type PackDocuments, type Part, packDocuments } from '../diff/pack-documents.js';
import type { CityPack } from '../pack/city-pack.js';
import { readPackFolder } from '../pack/load-pack.js';
import { parseCityPack } from '../pack/parse-pack.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { orFaults } from './pack-folder.js';
import { plainTable } from './plain-table.js';
import type { Terminal } from './terminal.js';

/** The options of `diff`. */
export interface DiffOptions {
  readonly json?: boolean;
  readonly failOnDifference?: boolean;
}

/** Most differences of one part, and most changed values of one thing, that are shown one by one. */
const [MOST_SHOWN, MOST_VALUES] = [30, 8];

/** `diff BEFORE AFTER`: what two packs, or two versions of one, say differently. */
export async function diff(before: string, after: string, options: DiffOptions, terminal: Terminal): Promise<ExitCode> {
  const packs = await orFaults(Promise.all([readDocuments(before), readDocuments(after)]), options, terminal);
  if (packs === undefined) return EXIT.faults;
  const [old, now] = packs;
  const differences = diffPacks(old.documents, now.documents);
  if (options.json === true) {
    const named = ({ pack: { id, version, hash } }: ReadPack) => ({ id, version, hash });
    terminal.json({
      same: differences.length === 0,
      before: named(old),
      after: named(now),
      counts: countsOf(differences),
      differences,
    });
  } else print(old.pack, now.pack, differences, terminal);
  return differences.length > 0 && options.failOnDifference === true ? EXIT.faults : EXIT.ok;
}

interface ReadPack {
  readonly pack: CityPack;
  readonly documents: PackDocuments;
}

async function readDocuments(folder: string): Promise<ReadPack> {
  const { files, ...rest } = await readPackFolder(folder);
  const pack = parseCityPack(files, rest);
  const lineage: Lineage[number][] = [files];
  let path = rest.path;
  for (let parent = parentOf(files); parent !== undefined; parent = parentOf(lineage[0])) {
    const above = await readPackFolder(resolve(path, parent), { root: dirname(rest.path) });
    lineage.unshift(above.files);
    path = above.path;
  }
  return { pack, documents: packDocuments(pack, lineage) };
}

function parentOf(files: Lineage[number] | undefined): string | undefined {
  const manifest: unknown = JSON.parse((files?.['pack.json'] ?? '{}').replace(/^\ufeff/, ''));
  return isRecord(manifest) && typeof manifest.parent === 'string' ? manifest.parent : undefined;
}

type Counts = Readonly<Partial<Record<Part, Readonly<Record<PackDifference['kind'], number>>>>>;

function countsOf(differences: readonly PackDifference[]): Counts {
  const parts = [...new Set(differences.map(({ part }) => part))];
  return Object.fromEntries(
    parts.map((part) => {
      const count = (kind: string) => differences.filter((each) => each.part === part && each.kind === kind).length;
      return [part, { added: count('added'), removed: count('removed'), changed: count('changed') }];
    }),
  );
}

function print(before: CityPack, after: CityPack, differences: readonly PackDifference[], terminal: Terminal): void {
  const { bold, green, red, yellow, dim } = terminal.colors;
  const named = ({ id, version, hash }: CityPack) => [`${id} ${version}`, dim(hash.slice(0, 12))];
  terminal.print(
    ...plainTable([
      [terminal.say({ zh: '旧', en: 'before' }), ...named(before)],
      [terminal.say({ zh: '新', en: 'after' }), ...named(after)],
    ]),
    '',
  );
  if (differences.length === 0) {
    terminal.print(terminal.say({ zh: '两者相同。', en: 'They say the same.' }));
    return;
  }
  const head = [
    '',
    terminal.say({ zh: '新增', en: 'added' }),
    terminal.say({ zh: '删除', en: 'removed' }),
    terminal.say({ zh: '变更', en: 'changed' }),
  ];
  const counts = Object.entries(countsOf(differences)) as [Part, Readonly<Record<string, number>>][];
  const rows = counts.map(([part, { added, removed, changed }]) => [
    terminal.say(PARTS[part]),
    String(added),
    String(removed),
    String(changed),
  ]);
  terminal.print(...plainTable(rows, { head, rightAligned: [1, 2, 3] }));
  const sign = { added: green('+'), removed: red('-'), changed: yellow('~') };
  for (const [part] of counts) {
    const ofPart = differences.filter((each) => each.part === part);
    terminal.print('', bold(terminal.say(PARTS[part])));
    for (const { kind, id, title, changes = [] } of ofPart.slice(0, MOST_SHOWN)) {
      terminal.print(`  ${sign[kind]} ${id}${title === undefined || title === id ? '' : ` ${title}`}`);
      for (const { path, before: old, after: now } of changes.slice(0, MOST_VALUES)) {
        const place = path === '' ? '' : `${path}: `;
        const none = dim(terminal.say({ zh: '（无）', en: '(none)' }));
        const [from, to] = [old === undefined ? none : red(show(old)), now === undefined ? none : green(show(now))];
        terminal.print(`      ${dim(place)}${from}${dim(' → ')}${to}`);
      }
      printRest(changes.length - MOST_VALUES, '      ', terminal);
    }
    printRest(ofPart.length - MOST_SHOWN, '  ', terminal);
  }
}

function printRest(rest: number, indent: string, terminal: Terminal): void {
  if (rest <= 0) return;
  terminal.print(
    `${indent}${terminal.say({ zh: `……另有${rest}项，用 --json 查看全部。`, en: `… and ${rest} more; see all with --json.` })}`,
  );
}
