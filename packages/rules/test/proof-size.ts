/** How many cases a property tries: `HOTLINE_PROOF` is `quick` unless set to `ci` or `full`. */
export function proofSize(sizes: { readonly quick: number; readonly ci: number; readonly full: number }): number {
  const wanted = process.env['HOTLINE_PROOF'] ?? 'quick';
  if (wanted !== 'quick' && wanted !== 'ci' && wanted !== 'full') {
    throw new Error(`HOTLINE_PROOF is quick, ci or full, not "${wanted}".`);
  }
  return sizes[wanted];
}
