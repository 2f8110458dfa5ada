import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type Language, languages } from '../pages/choices.js';
import { usualPort } from '../server.js';

/** What the user asked for. */
export interface Arguments {
  /** Port to listen on; undefined takes the usual one, or a free one where it is taken. */
  readonly port?: number;
  /** Keeps the tickets in this file. */
  readonly db?: string;
  /** False checks every page once and ends. */
  readonly serve: boolean;
  readonly lang: Language;
}

/**
 * Reads the command line. Help and usage errors are printed here.
 * @returns the arguments, or the exit code with which there is nothing more to do
 */
export function readArguments(argv: readonly string[]): Arguments | { readonly exitCode: number } {
  const command = new Command('city-platform')
    .description(
      'Serves a city’s hotline: the staff’s queue and tickets, the citizen’s look-up and rating, on SQLite, with sample ' +
        'users and a time of its own that can be moved forward.',
    )
    .option('--port <number>', `port on this machine (default: ${usualPort}, or a free one where it is taken)`, portOf)
    .option('--db <file>', 'keep the tickets in this SQLite file (default: a temporary file, removed at the end)')
    .option('--no-serve', 'check every page and endpoint once, and end')
    .addOption(new Option('--lang <language>', 'language of pages and words').choices([...languages]).default('zh'))
    .allowExcessArguments(false)
    .configureOutput({ outputError: (text, write) => write(`${text.trimEnd()}\nFix: see --help\n`) })
    .exitOverride();
  try {
    command.parse(argv, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return { exitCode: error.exitCode === 0 ? 0 : 2 };
    throw error;
  }
  return command.opts<Arguments>();
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('It is a whole number from 0 to 65535; 0 takes any free port.');
}
