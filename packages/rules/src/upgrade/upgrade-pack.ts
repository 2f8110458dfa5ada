import { applyEdits, modify } from 'jsonc-parser';
import { isRecord } from '../diagnostic/json-limits.js';
import { CURRENT_FORMAT, MIGRATIONS, type Migration, type PackTexts } from './formats.js';

/** What an upgrade comes to. */
export type Upgrade =
  | { readonly kind: 'current'; readonly format: number }
  | {
      readonly kind: 'upgraded';
      readonly from: number;
      readonly to: number;
      readonly steps: readonly Migration['title'][];
      /** The files that change, with their new texts. */
      readonly changed: PackTexts;
      /** The files that fall away. */
      readonly removed: readonly string[];
    }
  | { readonly kind: 'newer'; readonly format: number; readonly known: number }
  | { readonly kind: 'unknown'; readonly format: unknown };

/**
 * Brings the files of a pack to the current format, step by step. Where it is of a newer format, or of one from which no
 * steps lead here, nothing is changed. The layout of `pack.json` is kept.
 */
export function upgradePack(
  files: PackTexts,
  {
    migrations = MIGRATIONS,
    current = CURRENT_FORMAT,
  }: { readonly migrations?: readonly Migration[]; readonly current?: number } = {},
): Upgrade {
  const from = formatOf(files);
  if (typeof from !== 'number' || !Number.isInteger(from) || from < 0) return { kind: 'unknown', format: from };
  if (from > current) return { kind: 'newer', format: from, known: current };
  if (from === current) return { kind: 'current', format: from };
  const steps: Migration['title'][] = [];
  let texts = files;
  for (let format = from; format < current; format += 1) {
    const step = migrations.find((migration) => migration.from === format);
    if (step === undefined) return { kind: 'unknown', format: from };
    texts = withFormat(step.migrate(texts), format + 1);
    steps.push(step.title);
  }
  return {
    kind: 'upgraded',
    from,
    to: current,
    steps,
    changed: Object.fromEntries(Object.entries(texts).filter(([name, text]) => files[name] !== text)),
    removed: Object.keys(files).filter((name) => !Object.hasOwn(texts, name)),
  };
}

function formatOf(files: PackTexts): unknown {
  try {
    const manifest: unknown = JSON.parse((files['pack.json'] ?? '').replace(/^\ufeff/, ''));
    return isRecord(manifest) && Object.hasOwn(manifest, 'format') ? manifest.format : undefined;
  } catch {
    return undefined;
  }
}

function withFormat(files: PackTexts, format: number): PackTexts {
  const text = files['pack.json'] ?? '{}';
  const edits = modify(text, ['format'], format, { formattingOptions: { insertSpaces: true, tabSize: 2 } });
  return { ...files, 'pack.json': applyEdits(text, edits) };
}
