import { Command, CommanderError, Option } from 'commander';
import { inChinese } from '../diagnostic/phrasebook.js';
import type { Label } from '../vocabulary/label.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { configureHelp, exitCodes } from './help.js';
import type { Terminal } from './terminal.js';

/** What a program says of itself. */
export interface ProgramWords {
  readonly description: Label;
  /** What exit code 1 means. */
  readonly faults: Label;
}

/** A program without its commands: its languages, its help, its exit codes. */
export function programOf(name: string, { description, faults }: ProgramWords, terminal: Terminal): Command {
  const lang = new Option('--lang <zh|en>', terminal.say({ zh: '语言：zh 或 en', en: 'language: zh or en' }));
  const program = new Command(name)
    .description(terminal.say(description))
    .addOption(lang.choices(['zh', 'en']))
    .showHelpAfterError(terminal.say({ zh: `用法与示例：${name} help`, en: `Usage and examples: ${name} help` }))
    .exitOverride();
  configureHelp(program, terminal);
  return program
    .helpCommand(
      terminal.say({ zh: 'help [命令]', en: 'help [command]' }),
      terminal.say({ zh: '命令的帮助与示例', en: 'help of a command, with examples' }),
    )
    .addHelpText('after', exitCodes(terminal, faults));
}

/**
 * Tells people what a call could not do, and the exit code.
 * @throws whatever is thrown that has no words for people: a fault of the program itself
 */
export function toldToPeople(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.misuse;
  if (!isForPeople(error)) throw error;
  const { message, text = { zh: inChinese(message) ?? message, en: message } } = error;
  terminal.complain(terminal.colors.red(terminal.say(text)));
  return EXIT.misuse;
}

/** Whether an error is one of this project's or of the system, whose message is for people. */
function isForPeople(error: unknown): error is Error & { readonly text?: Label } {
  return error instanceof RangeError || (error instanceof Error && 'code' in error && typeof error.code === 'string');
}
