/** A row of the implementation list (实施清单): who leads a matter in a district, and who assists. */
export interface ListRow {
  readonly matter: string;
  /** Empty for all districts. */
  readonly district: string;
  readonly lead: string;
  readonly assists: readonly string[];
  readonly article?: string;
  /** The standard by which the item is handled (办理标准); that of the matter, unless said. */
  readonly standard?: string;
  /** Line of the CSV file, from 1. */
  readonly line: number;
}
