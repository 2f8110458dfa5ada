import type * as z from 'zod';
import type { ConditionCompiler } from '../compile/compile-condition.js';
import { join } from '../diagnostic/pointer.js';
import { strictObject } from '../diagnostic/strict-object.js';
import type { Choice } from '../pack/choice.js';
import type { CommandName } from '../vocabulary/commands.js';
import type { Label } from '../vocabulary/label.js';
import type { Role } from '../vocabulary/roles.js';
import { type Consequence, consequences } from './consequence.js';
import { type Duty, duties } from './duty.js';
import { type EvidenceChoice, evidence } from './evidence.js';
import type { ProblemCode } from './problem-code.js';
import { type Prohibition, prohibitions } from './prohibition.js';
import { fields, roles, type Setting, sourceShape } from './setting.js';

/** Settings by their keys in the file. */
export type Settings = Readonly<Record<string, Setting>>;

/** What the table of sections says of one. */
export interface SectionDefinition {
  readonly title: Label;
  readonly meaning: Label;
  /** Commands that are bound by what the section requires, proves and forbids. */
  readonly asks?: readonly CommandName[];
  /** Commands that grant or deny what was asked: they belong to the approvers. The first of them completes the section. */
  readonly decides?: readonly CommandName[];
  /** Further commands that there are only where the section is. */
  readonly answers?: readonly CommandName[];
  /** Whether its commands are known without the section too. */
  readonly isOptional?: boolean;
  /** The fact that `maximum` bounds, and what a refusal calls it. */
  readonly counts?: { readonly fact: string; readonly code: ProblemCode; readonly en: string };
  /** Whether the command need not name a ground, though grounds are listed. */
  readonly isGroundFree?: boolean;
  /** What it can say of that which every section can; all of it where it binds commands, nothing where it binds none. */
  readonly takes?: readonly CommonSetting[];
  readonly settings: Settings;
}

/** What a section of a procedure can say beside its own settings. */
export interface Section {
  /** Data fields that the command must bring, none of them empty. */
  readonly requires?: Choice<readonly string[]>;
  /** Kinds of evidence that it must bring. */
  readonly evidence?: EvidenceChoice;
  readonly forbid: readonly Prohibition[];
  readonly approver?: Choice<readonly Role[]>;
  readonly inform: readonly Duty[];
  readonly consequences: readonly Consequence[];
  readonly article?: string;
  readonly basis: 'text' | 'sample';
}

/** The keys of every section that binds commands, and of every entry of `commands`. */
export const COMMON_SETTINGS = {
  requires: fields('须填写的内容', 'Data fields that the command must bring, none of them empty'),
  evidence,
  forbid: prohibitions,
  approver: roles(
    '审批人；未列则无须审批。本身没有审批步骤的操作，由审批人办理，或填明由谁批准（approvedBy）',
    'Who approves; nobody, unless said. A command without an approval of its own is given by an approver, or says who approved it (`approvedBy`)',
  ),
  inform: duties('须告知谁', 'Who is told'),
  consequences,
} satisfies Settings;

/** A key of every section that binds commands. */
export type CommonSetting = keyof typeof COMMON_SETTINGS;

/** What a section can say of that which every section can: nothing that no guard would look at. */
export function commonOf({ asks, takes }: Pick<SectionDefinition, 'asks' | 'takes'>): readonly CommonSetting[] {
  return takes ?? (asks === undefined ? [] : (Object.keys(COMMON_SETTINGS) as CommonSetting[]));
}

/** What settings are compiled to. */
export type CompiledSettings<Of extends Settings> = {
  readonly [Key in keyof Of]?: Of[Key] extends Setting<z.ZodType, infer Compiled> ? Compiled : never;
};

type RawSettings<Of extends Settings> = { readonly [Key in keyof Of]?: z.output<Of[Key]['schema']> };

/** A section as it stands in the file. */
export type RawSection<Of extends Settings> = RawSettings<typeof COMMON_SETTINGS> &
  RawSettings<Of> & { readonly article?: string; readonly basis?: 'text' | 'sample' };

/** The shapes of settings, each with its meaning, which editors show. */
function shapeOf(settings: Settings): z.ZodRawShape {
  return Object.fromEntries(
    Object.entries(settings).map(([key, { schema, meaning }]) => [
      key,
      schema.describe(`${meaning.zh} · ${meaning.en}`).exactOptional(),
    ]),
  );
}

const commonShape = shapeOf(COMMON_SETTINGS);

/** The shape of a section with settings of its own, and with those of every section that act in it. */
export function sectionSchema<Of extends Settings>(
  settings: Of,
  common: readonly CommonSetting[],
): z.ZodType<RawSection<Of>> {
  const shared = Object.fromEntries(common.map((key) => [key, commonShape[key]]));
  return strictObject({ ...shared, ...sourceShape, ...shapeOf(settings) }) as unknown as z.ZodType<RawSection<Of>>;
}

/** Compiles a section with settings of its own. Faults gather in the compiler. */
export function compileSection<Of extends Settings>(
  settings: Of,
  raw: RawSection<Of>,
  pointer: string,
  conditions: ConditionCompiler,
): Section & CompiledSettings<Of> {
  const compiled: Record<string, unknown> = { forbid: [], inform: [], consequences: [] };
  for (const [key, setting] of Object.entries<Setting>({ ...COMMON_SETTINGS, ...settings })) {
    const value = Object.hasOwn(raw, key) ? raw[key as keyof typeof raw] : undefined;
    if (value !== undefined) compiled[key] = setting.compile(value, join(pointer, key), conditions);
  }
  if (raw.article !== undefined) compiled.article = raw.article;
  compiled.basis = raw.basis ?? 'sample';
  return compiled as unknown as Section & CompiledSettings<Of>;
}

/** A section inside another, with guards of its own: those settings of every section that act in it, and its own. */
export function nested<Of extends Settings>(
  zh: string,
  en: string,
  common: readonly CommonSetting[],
  settings: Of,
): Setting<z.ZodType<RawSection<Of>>, Section & CompiledSettings<Of>> {
  return {
    meaning: { zh, en },
    schema: sectionSchema(settings, common),
    compile: (raw, pointer, conditions) => compileSection(settings, raw, pointer, conditions),
  };
}
