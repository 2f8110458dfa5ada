import type { Term } from '@hotline-kit/sla-calendar';
import * as z from 'zod';
import type { ConditionCompiler } from '../compile/compile-condition.js';
import { type Choice, choiceOf, compileChoice, compileTerms, termChoice } from '../pack/choice.js';
import { type Label, wordsOf } from '../vocabulary/label.js';
import { ROLES, type Role } from '../vocabulary/roles.js';

/**
 * One thing that a section of `procedure.json` can say: what it means, its shape in the file, and how it is compiled.
 * Every setting may be left out; its meaning tells what holds then.
 */
export interface Setting<Schema extends z.ZodType = z.ZodType, Compiled = unknown> {
  readonly meaning: Label;
  readonly schema: Schema;
  /** Faults gather in the compiler. */
  compile(raw: z.output<Schema>, pointer: string, conditions: ConditionCompiler): Compiled;
}

/** The name of a data field of a command. */
export const fieldSchema = z.string().regex(/^[A-Za-z]\w*$/, 'the name of a data field');

/** The role of an actor. */
export const roleSchema = z.enum(wordsOf(ROLES));

/** A text in Chinese, and in English where it is known. */
export const textSchema = z.strictObject({ zh: z.string().min(1), en: z.string().min(1).exactOptional() });

/** A schema with its meaning in both languages, which editors and the reference show. */
export function means<Schema extends z.ZodType>(schema: Schema, zh: string, en: string): Schema {
  return schema.describe(`${zh} · ${en}`);
}

/** The article that a part of a procedure rests on. */
export const articleSchema = means(z.string().min(1), '依据条款', 'The article that it rests on').exactOptional();

/** What a part of a procedure is called. */
export const titleSchema = means(textSchema, '名称', 'What it is called').exactOptional();

/** What each part of a procedure can say of its source. */
export const sourceShape = {
  article: articleSchema,
  basis: means(
    z.enum(['text', 'sample']),
    '出自原文（text）或样例（sample，默认）',
    'Whether it stands in the text, or is a sample (the default)',
  ).exactOptional(),
};

const whole = z.int().nonnegative();

/** A choice of data fields, as it stands in a document. */
export const fieldChoice = choiceOf(z.array(fieldSchema));

/** A choice of roles, as it stands in a document. */
export const roleChoice = choiceOf(z.array(roleSchema).min(1));

/** Compiles a choice of data fields. */
export const compileFields = compileChoice<readonly string[]>;

/** A term, or terms chosen by conditions. */
export function term(zh: string, en: string): Setting<typeof termChoice, Choice<Term>> {
  return { meaning: { zh, en }, schema: termChoice, compile: compileTerms<Term> };
}

/** Kinds of terms that can be counted back from a due instant. */
const COUNTED_BACK: readonly Term['kind'][] = ['elapsed', 'workingTime', 'workingDays', 'naturalDays'];

/** A term that is counted back from a due instant, or terms chosen by conditions; one that cannot be is a fault. */
export function termBefore(zh: string, en: string): Setting<typeof termChoice, Choice<Term>> {
  return {
    ...term(zh, en),
    compile: (raw, pointer, conditions) => {
      const choice = compileTerms<Term>(raw, pointer, conditions);
      for (const { value } of choice.options) {
        if (COUNTED_BACK.includes(value.kind)) continue;
        conditions.fault({
          code: 'wrongValue',
          pointer,
          value: value.kind,
          message: `A term of the kind "${value.kind}" is not counted back from a due instant.`,
          allowed: COUNTED_BACK,
          fix: `Allowed are ${COUNTED_BACK.join(', ')}.`,
        });
      }
      return choice;
    },
  };
}

const countSchema = choiceOf(whole);

/** A whole number, or several chosen by conditions. */
export function count(zh: string, en: string): Setting<typeof countSchema, Choice<number>> {
  return { meaning: { zh, en }, schema: countSchema, compile: compileChoice<number> };
}

const flagSchema = choiceOf(z.boolean());

/** Yes or no, or several chosen by conditions. */
export function flag(zh: string, en: string): Setting<typeof flagSchema, Choice<boolean>> {
  return { meaning: { zh, en }, schema: flagSchema, compile: compileChoice<boolean> };
}

/** Data fields, or several lists chosen by conditions. */
export function fields(zh: string, en: string): Setting<typeof fieldChoice, Choice<readonly string[]>> {
  return { meaning: { zh, en }, schema: fieldChoice, compile: compileFields };
}

/** Roles, or several lists chosen by conditions. */
export function roles(zh: string, en: string): Setting<typeof roleChoice, Choice<readonly Role[]>> {
  return { meaning: { zh, en }, schema: roleChoice, compile: compileChoice<readonly Role[]> };
}

/** One of several words, or several chosen by conditions. */
export function oneOf<const Word extends string>(words: readonly Word[], zh: string, en: string) {
  const schema = choiceOf(z.enum(words));
  const setting: Setting<typeof schema, Choice<Word>> = {
    meaning: { zh, en },
    schema,
    compile: compileChoice<Word>,
  };
  return setting;
}

/** Some of several words, or several lists chosen by conditions. */
export function someOf<const Word extends string>(words: readonly Word[], zh: string, en: string) {
  const schema = choiceOf(z.array(z.enum(words)).min(1));
  const setting: Setting<typeof schema, Choice<readonly Word[]>> = {
    meaning: { zh, en },
    schema,
    compile: compileChoice<readonly Word[]>,
  };
  return setting;
}

/** An object with the key where there is a value, and without it where there is none. */
export function defined<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [Name in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [Name in Key]: Value });
}
