import { COMMANDS } from '@hotline-kit/rules';
import type * as z from 'zod';
import type { Actor } from './actor.js';
import type { CommandDeclaration } from './declaration.js';
import { declarations } from './declarations.js';
import type { Grant } from './grant.js';
import type { ChartCommand } from './machine.js';
import type { MoreFields } from './more-fields.js';

type Declared = (typeof declarations)[number]['commands'];

type SchemaOf<C> = Declared extends infer D
  ? D extends { readonly [Command in C & string]: { readonly data: infer S } }
    ? S
    : never
  : never;

/** The schema of the data of every command, by its name. */
export type CommandSchemas = { readonly [C in ChartCommand]: SchemaOf<C> };

const declared: Readonly<Record<string, CommandDeclaration>> = Object.assign(
  {},
  ...declarations.map(({ commands }) => commands),
);

/** The schema of the data of every command, by its name. */
export const commandSchemas = Object.fromEntries(
  Object.entries(declared).map(([command, { data }]) => [command, data]),
) as CommandSchemas;

/** Who may give which command: role × relation to the ticket. What does not stand here is denied. */
export const grants = Object.fromEntries(
  Object.entries(declared).map(([command, { by }]) => [command, by]),
) as Readonly<Record<ChartCommand, readonly Grant[]>>;

/** Every command of the life, in the order of the vocabulary. */
export const chartCommands = Object.keys(COMMANDS).filter((command) =>
  Object.hasOwn(declared, command),
) as ChartCommand[];

/** Beside its own fields, a command takes those that the pack's procedure asks for, under `more`. */
type Given<C, D> = C extends 'register' ? D : D & { readonly more?: MoreFields };

/** The data of each command, checked. */
export type CommandData = {
  readonly [C in ChartCommand]: CommandSchemas[C] extends infer S extends z.ZodType ? Given<C, z.infer<S>> : never;
};

/** What somebody asks of a ticket. */
export type Command<C extends ChartCommand = ChartCommand> = C extends ChartCommand
  ? { readonly type: C; readonly data: CommandData[C]; readonly by: Actor }
  : never;
