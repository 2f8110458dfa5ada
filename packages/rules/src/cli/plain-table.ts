import Table from 'cli-table3';

const SIDES = ['top', 'bottom', 'left', 'right', 'mid'].flatMap((side) => [
  side,
  `${side}-mid`,
  `${side}-left`,
  `${side}-right`,
]);

/** A table without lines around it. */
const PLAIN: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...SIDES, 'mid-mid', 'left-mid', 'right-mid'].map((name) => [name, ''])),
  middle: '  ',
};

/**
 * The lines of a table without borders, in columns that are straight for Chinese, too.
 *
 * @param rightAligned Indexes of the columns of numbers.
 */
export function plainTable(
  rows: readonly (readonly string[])[],
  options: { readonly head?: readonly string[]; readonly rightAligned?: readonly number[] } = {},
): readonly string[] {
  const { head, rightAligned = [] } = options;
  const width = (head ?? rows[0] ?? []).length;
  const table = new Table({
    ...(head && { head: [...head] }),
    colAligns: Array.from({ length: width }, (_, column) => (rightAligned.includes(column) ? 'right' : 'left')),
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 0 },
    chars: PLAIN,
  });
  table.push(...rows.map((row) => [...row]));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
}
