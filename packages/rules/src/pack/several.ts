const SEPARATORS = /[;；、]/;

/**
 * The words of a cell that holds several, parted by `;`, or as people write them in Chinese by `；` or `、`.
 *
 * @example
 * several('east；west'); // ['east', 'west']
 */
export function several(cell: string): readonly string[] {
  return cell.split(SEPARATORS).flatMap((word) => word.trim() || []);
}
