import { callSchema, commandSchemas } from '@hotline-kit/core';
import type * as z from 'zod';

/** A text of its own for each field, so that a leak names the field that it came from. */
export const canary = (path: string): string => `canary:${path};`;

/** The canaries that stand in something; a column of search texts has them in small letters. */
export function canariesIn(value: unknown): readonly string[] {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return [...new Set([...text.matchAll(/canary:([\w.[\]*]+);/gi)].map(([, path]) => path ?? ''))];
}

/** What of a schema is looked at. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly catchall?: z.ZodType;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly valueType?: z.ZodType;
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly format?: string;
  readonly checks?: readonly {
    readonly _zod: { readonly def: { readonly format?: string; readonly minimum?: number } };
  }[];
}

const definitionOf = (schema: z.ZodType) => schema._zod.def as unknown as Definition;

/** Whether people write what they like into it: a text that no pattern and no list of words bounds. */
function isFree({ type, format, checks = [] }: Definition): boolean {
  return type === 'string' && format === undefined && checks.every(({ _zod }) => _zod.def.format === undefined);
}

/** The fields below a schema into which people write, by their paths. */
function freeBelow(schema: z.ZodType, path: string): readonly string[] {
  const definition = definitionOf(schema);
  const { shape = {}, catchall, element, innerType, options = [], valueType } = definition;
  const inner = Object.entries(shape).flatMap(([key, value]) => freeBelow(value, `${path}.${key}`));
  const open = [catchall, valueType].flatMap((each) => (each === undefined ? [] : freeBelow(each, `${path}.*`)));
  return [
    ...(isFree(definition) ? [path] : []),
    ...inner,
    ...open,
    ...(element === undefined ? [] : freeBelow(element, `${path}[]`)),
    ...(innerType === undefined ? [] : freeBelow(innerType, path)),
    ...options.flatMap((option) => freeBelow(option, path)),
  ];
}

const schemas: Readonly<Record<string, z.ZodType>> = { ...commandSchemas, register: callSchema };

/** Every field of every command into which people write, by its path; `more` is a field of each but `register`. */
export const freeFields: readonly string[] = [
  ...new Set(
    Object.entries(schemas).flatMap(([command, schema]) => [
      ...freeBelow(schema, command),
      ...(command === 'register' ? [] : [`${command}.more.*`]),
    ]),
  ),
];

/** Whether an object takes fields beside its own; a strict one says that there are never any. */
function takesMore(catchall: z.ZodType | undefined): catchall is z.ZodType {
  return catchall !== undefined && definitionOf(catchall).type !== 'never';
}

/** Fields that a pack may name: one that holds a text, and one that holds several. */
function namedByThePack(schema: z.ZodType, path: string): Record<string, unknown> {
  return { word: filled(schema, `${path}.*`, 0), words: filled(schema, `${path}.*`, 1) };
}

/** A value of a schema with its canary in every free field; of several forms of a value, the one of this number. */
function filled(schema: z.ZodType, path: string, form: number): unknown {
  const definition = definitionOf(schema);
  const { type, shape = {}, catchall, element, innerType, options = [], valueType, values, entries } = definition;
  switch (type) {
    case 'object': {
      const own = Object.entries(shape).map(([key, value]) => [key, filled(value, `${path}.${key}`, form)]);
      return { ...Object.fromEntries(own), ...(takesMore(catchall) ? namedByThePack(catchall, path) : {}) };
    }
    case 'record':
      return valueType === undefined ? {} : namedByThePack(valueType, path);
    case 'array':
      return element === undefined ? [] : [filled(element, `${path}[]`, form)];
    case 'optional':
      return innerType && filled(innerType, path, form);
    case 'union': {
      const free = options.filter((option) => freeBelow(option, path).length > 0);
      const able = free.length > 0 ? free : options;
      const option = able[form % able.length];
      return option && filled(option, path, form);
    }
    case 'literal':
      return values?.[0];
    case 'enum':
      return Object.values(entries ?? {})[0];
    case 'boolean':
      return true;
    case 'number':
      return 1;
    case 'string':
      if (isFree(definition)) return canary(path);
      return path.endsWith('sha256') ? 'a'.repeat(64) : '2026-03-20T09:30:00Z';
    default:
      throw new Error(`${path}: ${type}`);
  }
}

/** The data of a command with a canary in every free field, in one of its forms. */
export function canaried(command: string, form: number): Record<string, unknown> {
  const schema = schemas[command];
  if (schema === undefined) throw new Error(command);
  const data = filled(schema, command, form) as Record<string, unknown>;
  return command === 'register' ? data : { ...data, more: { word: canary(`${command}.more.*`) } };
}
