/** The texts of a pack's files by name, those of `tests/` included. */
export type PackTexts = Readonly<Record<string, string>>;

/** One step from a format of packs to the next. */
export interface Migration {
  /** The format that it takes; what it gives is the next. */
  readonly from: number;
  /** What it changes, for people. */
  readonly title: { readonly zh: string; readonly en: string };
  /** The files of the pack, changed. `pack.json` gets its new format number afterwards. */
  readonly migrate: (files: PackTexts) => PackTexts;
}

/** The format that this version reads and writes. */
export const CURRENT_FORMAT = 1;

/** The steps to the current format. There was none before the first. */
export const MIGRATIONS: readonly Migration[] = [];
