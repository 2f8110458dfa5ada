import { isForbiddenKey } from '../diagnostic/json-limits.js';

const PATH = /^\$(?:\.[\p{L}_][\p{L}\p{N}_-]*|\[\d{1,6}\])+$/u;
const STEP = /\.([^.[]+)|\[(\d+)\]/g;

/**
 * The steps of a path `$.a.b[0]`, or nothing where it is another kind of path. Filters, wildcards and `..` of JSONPath
 * are refused: they run code or search the whole object.
 *
 * @example
 * stepsOf('$.place.streets[0]'); // ['place', 'streets', '0']
 * stepsOf('$..street'); // undefined
 */
export function stepsOf(path: string): readonly string[] | undefined {
  if (!PATH.test(path)) return undefined;
  const steps = [...path.matchAll(STEP)].map(([, key, index]) => key ?? index ?? '');
  return steps.some(isForbiddenKey) ? undefined : steps;
}

/**
 * The path of some steps.
 *
 * @example
 * pathOf(['place', 'streets', '0']); // '$.place.streets[0]'
 */
export function pathOf(steps: readonly string[]): string {
  return `$${steps.map((step) => (/^\d/.test(step) ? `[${step}]` : `.${step}`)).join('')}`;
}
