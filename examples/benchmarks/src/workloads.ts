import type { DeskCommand } from '@hotline-kit/core';
import { lifeCommands } from './life-commands.js';
import { tagCommands } from './tag-commands.js';

/** The commands of one round: no two rounds give the same. */
export type CommandsOf = (round: number, count: number) => readonly DeskCommand[];

/** What durable commands are measured on. */
export const workloads: readonly { readonly what: string; readonly commandsOf: CommandsOf }[] = [
  { what: 'the smallest command: a tag', commandsOf: tagCommands },
  { what: 'whole lives, from the call to the end', commandsOf: lifeCommands },
];
