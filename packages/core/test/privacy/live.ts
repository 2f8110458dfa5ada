import type { Desk, DeskCommand, Result } from '@hotline-kit/core';
import { at } from '../sample-town.js';
import { canaried, canariesIn } from './free-fields.js';
import { lives, type Step } from './whole-lives.js';

/** How a life is lived. */
export interface Living {
  readonly confidential: boolean;
  /** Of a field that takes several forms of a value, which one. */
  readonly form: number;
  /** Takes the fields that carried their canary. */
  readonly carried?: Set<string>;
  /** Fields of which no life carries a canary: each is tried, and what takes any word is an error. */
  readonly untold?: Set<string>;
}

/** Lives one of the lives; every step must be carried out. */
export async function live(desk: Desk, name: string, { confidential, form, carried, untold }: Living): Promise<void> {
  for (const [index, step] of (lives[name] ?? []).entries()) {
    const [type, by, , ticket = name] = step;
    const give = (data: object) => {
      const time = at(`09:${String(index + 1).padStart(2, '0')}`);
      return desk.execute({ type, ticket, data, by, at: time } as unknown as DeskCommand);
    };
    if (untold !== undefined) await expectRefused(step, form, give, untold);
    const data = dataOf(step, form);
    const result = await give(type === 'register' ? { ...data, confidential } : data);
    if (!result.ok) throw new Error(`${name}: ${type}: ${JSON.stringify(result.refusal)}`);
    for (const path of canariesIn(data)) carried?.add(path);
  }
}

/** What a step says otherwise of a free field it must say: the field takes no word that it does not know. */
async function expectRefused(
  step: Step,
  form: number,
  give: (data: object) => Promise<Result>,
  untold: Set<string>,
): Promise<void> {
  const [type, , otherwise = {}] = step;
  for (const path of Object.keys(otherwise)) {
    const field = `${type}.${path}`;
    const free = [...untold].filter((each) => each.startsWith(field));
    if (free.length === 0) continue;
    const result = await give(dataOf(step, form, path));
    if (result.ok) throw new Error(`${field} takes any word: let it carry its canary`);
    for (const each of free) untold.delete(each);
  }
}

/** The data of a step; without one of the things that it says otherwise. */
function dataOf([type, , otherwise = {}]: Step, form: number, without?: string): Record<string, unknown> {
  const data = canaried(type, form);
  for (const [path, value] of Object.entries(otherwise)) if (path !== without) put(data, path.split('.'), value);
  return data;
}

/** Says something of a field: another value, or with null that it is left out. */
function put(data: Record<string, unknown>, [key = '', ...rest]: readonly string[], value: unknown): void {
  const name = key.replace('[]', '');
  if (rest.length > 0) {
    const inner = data[name];
    for (const each of Array.isArray(inner) ? inner : [inner]) put(each, rest, value);
  } else if (value === null) delete data[name];
  else data[name] = value;
}
