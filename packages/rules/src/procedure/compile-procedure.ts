import type { Term } from '@hotline-kit/sla-calendar';
import type { ConditionCompiler } from '../compile/compile-condition.js';
import { labelOf } from '../compile/define-facts.js';
import { join } from '../diagnostic/pointer.js';
import { type Choice, compileChoice, compileTerms } from '../pack/choice.js';
import { COMMANDS, type CommandName } from '../vocabulary/commands.js';
import type { Role } from '../vocabulary/roles.js';
import type { CommandRule, Ground, Procedure, Prohibition, Section, SupervisionLevelRule } from './procedure.js';
import type { ProcedureFile } from './procedure-schema.js';

type RawSection = NonNullable<ProcedureFile['reply']>;
type RawGround = NonNullable<NonNullable<ProcedureFile['suspension']>['grounds']>[number];
type RawLevel = NonNullable<NonNullable<ProcedureFile['supervision']>['levels']>[number];
type RawCommand = NonNullable<NonNullable<ProcedureFile['commands']>[CommandName]>;

/** Compiles `procedure.json`. Faults gather in the compiler. */
export function compileProcedure(file: ProcedureFile, conditions: ConditionCompiler): Procedure {
  const compiler = new SectionCompiler(conditions);
  const { dispatch, reply, extension, suspension, callback, redispatch, supervision, reopening } = file;
  const returning = file.return;
  return {
    ...(dispatch && {
      dispatch: {
        ...compiler.section(dispatch, '/dispatch'),
        ...compiler.numbers(dispatch, '/dispatch', 'maximumAssists'),
      },
    }),
    ...(returning && {
      return: {
        ...compiler.section(returning, '/return'),
        ...compiler.terms(returning, '/return', 'window'),
        ...compiler.numbers(returning, '/return', 'maximum'),
      },
    }),
    ...(extension && {
      extension: {
        ...compiler.section(extension, '/extension'),
        ...compiler.numbers(extension, '/extension', 'maximum'),
        ...compiler.terms(extension, '/extension', 'limit'),
        ...defined('beforeDue', compileChoice<boolean>(extension.beforeDue, '/extension/beforeDue', conditions)),
      },
    }),
    ...(suspension && {
      suspension: {
        ...compiler.section(suspension, '/suspension'),
        ...compiler.grounds(suspension.grounds, '/suspension/grounds'),
        ...compiler.terms(suspension, '/suspension', 'limit'),
        ...compiler.numbers(suspension, '/suspension', 'maximum'),
      },
    }),
    ...(reply && { reply: compiler.section(reply, '/reply') }),
    ...(callback && {
      callback: {
        ...compiler.section(callback, '/callback'),
        ...compiler.terms(callback, '/callback', 'window'),
        ...compiler.numbers(callback, '/callback', 'attempts'),
        ...(callback.waiver && {
          waiver: {
            ...compiler.section(callback.waiver, '/callback/waiver'),
            ...compiler.grounds(callback.waiver.grounds, '/callback/waiver/grounds'),
          },
        }),
      },
    }),
    ...(redispatch && {
      redispatch: {
        ...compiler.section(redispatch, '/redispatch'),
        mode: compileChoice(redispatch.mode, '/redispatch/mode', conditions) ?? { options: [] },
        ...compiler.numbers(redispatch, '/redispatch', 'maximumRounds'),
      },
    }),
    ...(supervision && {
      supervision: {
        ...compiler.section(supervision, '/supervision'),
        ...(supervision.levels && {
          levels: supervision.levels.map((level, index) => compiler.level(level, join('/supervision/levels', index))),
        }),
      },
    }),
    ...(reopening && {
      reopening: {
        ...compiler.section(reopening, '/reopening'),
        ...compiler.terms(reopening, '/reopening', 'window'),
        ...compiler.numbers(reopening, '/reopening', 'maximum'),
      },
    }),
    commands: compiler.commands(file.commands ?? {}),
  };
}

class SectionCompiler {
  readonly #conditions: ConditionCompiler;

  constructor(conditions: ConditionCompiler) {
    this.#conditions = conditions;
  }

  section(raw: RawSection, pointer: string): Section {
    return {
      ...defined('requires', this.#words(raw.requires, join(pointer, 'requires'))),
      forbid: this.#prohibitions(raw.forbid, join(pointer, 'forbid')),
      ...defined('approver', this.#roles(raw.approver, join(pointer, 'approver'))),
      inform: raw.inform ?? [],
      ...defined('article', raw.article),
      basis: raw.basis ?? 'sample',
    };
  }

  terms<Key extends string>(
    raw: { readonly [Name in Key]?: Parameters<typeof compileTerms<Term>>[0] },
    pointer: string,
    key: Key,
  ): { readonly [Name in Key]?: Choice<Term> } {
    return defined(key, compileTerms<Term>(raw[key], join(pointer, key), this.#conditions));
  }

  numbers<Key extends string>(
    raw: { readonly [Name in Key]?: Parameters<typeof compileChoice<number>>[0] },
    pointer: string,
    key: Key,
  ): { readonly [Name in Key]?: Choice<number> } {
    return defined(key, compileChoice<number>(raw[key], join(pointer, key), this.#conditions));
  }

  grounds(raw: readonly RawGround[] | undefined, pointer: string): { readonly grounds?: readonly Ground[] } {
    if (raw === undefined) return {};
    const grounds = raw.map((ground, index): Ground => {
      if (typeof ground === 'string') return { id: ground, title: labelOf(ground) };
      return {
        id: ground.id,
        title: labelOf(ground.title ?? ground.id),
        ...(ground.when && { when: this.#conditions.compile(ground.when, join(pointer, index, 'when')) }),
        ...defined('article', ground.article),
      };
    });
    return { grounds };
  }

  level(raw: RawLevel, pointer: string): SupervisionLevelRule {
    return {
      level: raw.level,
      title: labelOf(
        raw.title ?? { zh: `${'一二三'[raw.level - 1] ?? ''}级督办`, en: `Supervision, level ${raw.level}` },
      ),
      ...defined('roles', raw.roles),
      ...this.terms(raw, pointer, 'term'),
      ...defined('article', raw.article),
    };
  }

  commands(raw: NonNullable<ProcedureFile['commands']>): Procedure['commands'] {
    const rules: Partial<Record<CommandName, CommandRule>> = {};
    for (const name of Object.keys(COMMANDS) as CommandName[]) {
      const command = raw[name];
      if (command !== undefined) rules[name] = this.#command(command, join('/commands', name));
    }
    return rules;
  }

  #command(raw: RawCommand, pointer: string): CommandRule {
    return {
      ...defined('requires', this.#words(raw.requires, join(pointer, 'requires'))),
      forbid: this.#prohibitions(raw.forbid, join(pointer, 'forbid')),
      ...defined('roles', this.#roles(raw.roles, join(pointer, 'roles'))),
      ...defined('article', raw.article),
      basis: raw.basis ?? 'sample',
    };
  }

  #words(raw: RawSection['requires'], pointer: string): Choice<readonly string[]> | undefined {
    return compileChoice<readonly string[]>(raw, pointer, this.#conditions);
  }

  #roles(raw: RawSection['approver'], pointer: string): Choice<readonly Role[]> | undefined {
    return compileChoice<readonly Role[]>(raw, pointer, this.#conditions);
  }

  #prohibitions(raw: RawSection['forbid'], pointer: string): readonly Prohibition[] {
    return (raw ?? []).map(({ when, text, article, remedy }, index) => ({
      when: this.#conditions.compile(when, join(pointer, index, 'when')),
      text: labelOf(text ?? { zh: '规程禁止该操作', en: 'The procedure forbids this' }),
      ...defined('article', article),
      ...(remedy && { remedy: labelOf(remedy) }),
    }));
  }
}

/** An object with the key where there is a value, and without it where there is none. */
function defined<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [Name in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [Name in Key]: Value });
}
