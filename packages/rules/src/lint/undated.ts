import type { Lint } from './lint.js';

/** `undated`: a rule set that does not say since when it is in force; a decision of an earlier day cannot be proved. */
export function undatedLints(document: unknown): readonly Lint[] {
  const isEnvelope = typeof document === 'object' && document !== null && !Array.isArray(document);
  if (!isEnvelope || Object.hasOwn(document, 'effective')) return [];
  const message = 'The rule set does not say since when it is in force.';
  return [
    { code: 'undated', severity: 'warning', pointer: '', message, fix: 'Add "effective": { "from": "2026-01-01" }.' },
  ];
}
