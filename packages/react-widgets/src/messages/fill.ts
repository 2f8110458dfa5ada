/** A text that must name its place-holder, or the figure would be lost. */
export type With<Name extends string> = `${string}{${Name}}${string}`;

/**
 * Puts values into a text; a place-holder without a value stays as it is.
 *
 * @example
 * fill('剩 {time}', { time: '20 分' }) // '剩 20 分'
 */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/{(\w+)}/g, (whole, name: string) => `${values[name] ?? whole}`);
}
