import type { DeskCommand } from '@hotline-kit/core';
import { lifeCommands } from './life-commands.js';
import { tagCommands } from './tag-commands.js';

/** The commands of one round: no two rounds give the same. */
export type CommandsOf = (round: number, count: number) => readonly DeskCommand[];

/** Commands that are measured. */
interface Workload {
  readonly what: string;
  /** Whether each command is the commit of one event. */
  readonly isOneEvent: boolean;
  readonly commandsOf: CommandsOf;
}

/** What durable commands are measured on. */
export const workloads: readonly Workload[] = [
  { what: 'the smallest command: a tag', isOneEvent: true, commandsOf: tagCommands },
  { what: 'whole lives, from the call to the end', isOneEvent: false, commandsOf: lifeCommands },
];

/** How safe a commit is in SQLite, and how many commands stand in one. */
export interface SqliteSetting {
  readonly title: string;
  readonly durability: 'full' | 'normal';
  readonly batch: number;
}

/** The ways of committing in SQLite that are measured. */
export const settings: readonly SqliteSetting[] = [
  { title: 'SQLite, every commit survives a power cut', durability: 'full', batch: 1 },
  { title: 'SQLite, synchronous normal', durability: 'normal', batch: 1 },
  { title: 'SQLite, batches of 100', durability: 'full', batch: 100 },
];
