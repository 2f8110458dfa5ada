import { type CityPack, COMMANDS } from '@hotline-kit/rules';
import type * as z from 'zod';
import { commandSchemas } from './command.js';
import { refusalOfIssues } from './issue-words.js';
import type { ChartCommand } from './machine.js';
import { type MoreFields, moreFields } from './more-fields.js';
import type { BilingualText, Refusal } from './refusal.js';

/** Data as it was checked: the command's own, and the fields that the pack's procedure names beside them. */
type Parsed =
  | { readonly ok: true; readonly data: object; readonly more: MoreFields }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Checks the data of a command. Fields that are not the command's own, but that the pack's procedure names somewhere
 * (`requires`, the parts of a duty, what a conclusion must contain), are taken beside it, also under `more`.
 */
export function parseData(command: ChartCommand, data: unknown, pack: CityPack): Parsed {
  const schema = commandSchemas[command] as z.ZodType<object>;
  const { own, more } = split(data, schema, pack);
  const parsed = schema.safeParse(own);
  if (!parsed.success) return { ok: false, refusal: refusalOf(command, schema, own) };
  if (Object.keys(more).length === 0) return { ok: true, data: parsed.data, more: {} };
  const others = moreFields.safeParse(more);
  if (!others.success) return { ok: false, refusal: refusalOf(command, moreFields, more) };
  return { ok: true, data: parsed.data, more: others.data };
}

/** Checked once more with the words of the input, which the usual case need not pay for. */
function refusalOf(command: ChartCommand, schema: z.ZodType<object>, data: unknown): Refusal {
  const { error } = schema.safeParse(data, { reportInput: true });
  return refusalOfIssues(namedAs(command), error?.issues ?? []);
}

function namedAs(command: ChartCommand): BilingualText {
  return { zh: `${COMMANDS[command].zh}的数据`, en: command };
}

function split(data: unknown, schema: z.ZodType, pack: CityPack): { own: unknown; more: object } {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return { own: data, more: {} };
  const known = (schema as { readonly shape?: object }).shape ?? {};
  const own: Record<string, unknown> = {};
  const more: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(data)) {
    if (key === '__proto__') return { own: data, more: {} };
    if (Object.hasOwn(known, key)) own[key] = value;
    else if (key === 'more' && typeof value === 'object' && value !== null) Object.assign(more, value);
    else if (namedBy(pack).has(key)) more[key] = value;
    else own[key] = value;
  }
  return { own, more };
}

const named = new WeakMap<CityPack, ReadonlySet<string>>();

/** Every data field that the pack's procedure asks for, found once a pack. */
function namedBy(pack: CityPack): ReadonlySet<string> {
  let fields = named.get(pack);
  if (fields === undefined) {
    // Any command may say who approved it, where the procedure wants an approval.
    const found = new Set<string>(['approvedBy']);
    gather(pack.procedure, found);
    fields = found;
    named.set(pack, fields);
  }
  return fields;
}

/** The settings that list data fields. */
const LISTS: ReadonlySet<string> = new Set(['requires', 'parts', 'proof', 'concludes']);

function gather(value: unknown, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (LISTS.has(key)) for (const field of textsIn(inner)) found.add(field);
    else gather(inner, found);
  }
}

/** The texts of a list of fields, or of the lists that conditions choose from. */
function textsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.filter((each) => typeof each === 'string');
  const options = (value as { readonly options?: readonly { readonly value: unknown }[] } | null)?.options ?? [];
  return options.flatMap((option) => textsIn(option.value));
}
