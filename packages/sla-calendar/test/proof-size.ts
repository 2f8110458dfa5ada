/** How much a property is proved: `HOTLINE_PROOF` = quick (default), ci or full; `sample`, a few runs, for mutation tests. */
export function proofSize(sizes: { readonly quick: number; readonly ci: number; readonly full: number }): number {
  const size = process.env['HOTLINE_PROOF'] ?? 'quick';
  if (size === 'sample') return Math.ceil(sizes.quick / 10);
  if (size === 'quick' || size === 'ci' || size === 'full') return sizes[size];
  throw new Error(`HOTLINE_PROOF is "${size}"; allowed: sample, quick, ci, full`);
}
