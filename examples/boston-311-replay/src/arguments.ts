import { fileURLToPath } from 'node:url';
import { Command, CommanderError, Option } from 'commander';
import { type Language, languages } from './messages/languages.js';

/** What the user asked for. */
export interface Arguments {
  /** The CSV file; default the bundled sample. */
  readonly file: string;
  /** When rows still open are judged, as it was typed. */
  readonly asOf?: string;
  /** Keeps the database here. */
  readonly db?: string;
  /** One JSON object instead of words and tables. */
  readonly json: boolean;
  readonly lang: Language;
}

/** The 2,000 rows that come with the example. */
export const sample = fileURLToPath(new URL('../data/boston311-2011-sample-2000.csv', import.meta.url));

/**
 * Reads the command line. Help and usage errors are printed here.
 * @returns the arguments, or the exit code with which there is nothing more to do
 */
export function readArguments(argv: readonly string[]): Arguments | { readonly exitCode: number } {
  const command = new Command('boston-311-replay')
    .description(
      'Lets the rows of a Boston 311 file live their life again as tickets in SQLite, reads the on-time flags back ' +
        'from the recorded clocks, and compares them with those that the city published.',
    )
    .option('--file <path>', 'CSV file of the columns that the sample has (default: the bundled sample)')
    .option(
      '--as-of <instant>',
      'when rows still open are judged: "2011-12-31 23:59:59" local, or with an offset (default: the file’s last instant)',
    )
    .option('--db <path>', 'keep the database there (default: a temporary file, removed at the end)')
    .option('--json', 'print one JSON object, and nothing else, on standard output')
    .option('--no-serve', 'accepted: nothing is served')
    .addOption(
      new Option('--lang <language>', 'language of words and tables').choices(Object.keys(languages)).default('en'),
    )
    .allowExcessArguments(false)
    .configureOutput({ outputError: (text, write) => write(`${text.trimEnd()}\nFix: see --help\n`) })
    .exitOverride();
  try {
    command.parse(argv, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return { exitCode: error.exitCode === 0 ? 0 : 2 };
    throw error;
  }
  const { file = sample, json = false, lang, asOf, db } = command.opts<Partial<Arguments> & Pick<Arguments, 'lang'>>();
  return { file, json, lang, ...(asOf !== undefined && { asOf }), ...(db !== undefined && { db }) };
}
