import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { isForbiddenKey } from '../diagnostic/json-limits.js';
import { didYouMean } from '../diagnostic/nearest.js';
import { isWord, wordsOf } from '../vocabulary/label.js';
import { TAG_KINDS, type TagKind } from '../vocabulary/tags.js';
import { isBlank, readCsv } from './csv.js';
import { forbiddenId } from './safe-id.js';
import { several } from './several.js';

/** A tag (标签) of the library. */
export interface Tag {
  readonly name: string;
  readonly kind: TagKind;
  /** Words that stand for it in what people say, beside its name. */
  readonly words: readonly string[];
}

/** The tags that tickets of a city are labelled with. */
export class TagLibrary {
  readonly all: readonly Tag[];
  readonly #byName: ReadonlyMap<string, Tag>;

  constructor(tags: readonly Tag[]) {
    this.all = Object.freeze([...tags]);
    this.#byName = new Map(tags.map((tag) => [tag.name, tag]));
  }

  /** The tag of this name. */
  get(name: string): Tag | undefined {
    return this.#byName.get(name);
  }
}

const COLUMNS = ['tag', 'kind', 'words'] as const;

/** Reads `tags.csv` over the tags that are inherited: `tag,kind,words`, the words separated by `;`. */
export function readTags(
  text: string,
  file: string,
  inherited: readonly Tag[],
): { readonly tags: readonly Tag[]; readonly diagnostics: readonly Diagnostic[] } {
  const csv = readCsv(text, file, COLUMNS);
  if (!csv.ok) return { tags: inherited, diagnostics: csv.diagnostics };
  const { rows, fault } = csv.table;
  const diagnostics: Diagnostic[] = [];
  const own = new Map<string, Tag>();
  for (const [row, fields] of rows().entries()) {
    if (isBlank(fields)) continue;
    const [name = '', kind = '', words = ''] = fields.map((field) => field.trim());
    if (name === '')
      diagnostics.push(fault(row, 0, { code: 'missingKey', message: 'A tag needs a name.', fix: 'Write its name.' }));
    if (isForbiddenKey(name)) diagnostics.push(fault(row, 0, forbiddenId(name)));
    if (own.has(name)) {
      diagnostics.push(
        fault(row, 0, {
          code: 'duplicateId',
          message: `The tag "${name}" stands twice.`,
          fix: 'Keep one of the rows.',
        }),
      );
    }
    if (isWord(TAG_KINDS, kind)) {
      own.set(name, { name, kind, words: several(words) });
      continue;
    }
    const allowed = wordsOf(TAG_KINDS);
    const fix = didYouMean(kind, allowed) ?? `Allowed are ${allowed.join(', ')}.`;
    diagnostics.push(fault(row, 1, { code: 'wrongValue', message: `Unknown kind "${kind}".`, allowed, fix }));
  }
  const above = inherited.filter(({ name }) => !own.has(name));
  return { tags: [...above, ...own.values()], diagnostics };
}
