import {
  askedLanguage,
  configureHelp,
  EXIT,
  type ExitCode,
  exitCodes,
  MisuseError,
  Terminal,
  type TerminalSetting,
} from '@hotline-kit/rules/command-line';
import { Command, CommanderError, Option } from 'commander';
import { HotlineError } from '../errors.js';
import { addCommands } from './commands.js';

/** What the command needs of where it runs. */
export interface DeskTerminalSetting extends TerminalSetting {
  /** The wall clock, for calls that name no instant. */
  readonly now: () => Date;
}

/** Runs `hotline-desk` with its arguments, and tells the exit code: 0 as asked, 1 faults were found, 2 misuse. */
export async function runCommandLine(args: readonly string[], setting: DeskTerminalSetting): Promise<ExitCode> {
  const terminal = new Terminal({ ...setting, language: askedLanguage(args) ?? setting.language });
  let code: ExitCode = EXIT.ok;
  const program = programOf(terminal);
  addCommands(program, terminal, setting.now, async (result) => {
    code = await result;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.misuse;
    if (!isForPeople(error)) throw error;
    const isBilingual = error instanceof MisuseError || error instanceof HotlineError;
    terminal.complain(terminal.colors.red(isBilingual ? terminal.say(error.text) : error.message));
    return error instanceof HotlineError && error.code === 'storeOutdated' ? EXIT.faults : EXIT.misuse;
  }
}

function programOf(terminal: Terminal): Command {
  const program = new Command('hotline-desk')
    .description(
      terminal.say({
        zh: '12345热线工单库：情景、核验、导出、到期处理、考核、草案重演、建表',
        en: 'Tickets of a 12345 hotline: scenarios, verification, export, due clocks,\nassessment, drafts tried on the past, tables',
      }),
    )
    .addOption(
      new Option('--lang <zh|en>', terminal.say({ zh: '语言：zh 或 en', en: 'language: zh or en' })).choices([
        'zh',
        'en',
      ]),
    )
    .showHelpAfterError(
      terminal.say({ zh: '用法与示例：hotline-desk help', en: 'Usage and examples: hotline-desk help' }),
    )
    .exitOverride();
  configureHelp(program, terminal);
  return program
    .helpCommand(
      terminal.say({ zh: 'help [命令]', en: 'help [command]' }),
      terminal.say({ zh: '命令的帮助与示例', en: 'help of a command, with examples' }),
    )
    .addHelpText('after', exitCodes(terminal, { zh: '发现问题', en: 'faults were found' }));
}

/** Whether an error is one of this project's or of the system, whose message is for people. */
function isForPeople(error: unknown): error is Error {
  return error instanceof RangeError || (error instanceof Error && 'code' in error && typeof error.code === 'string');
}
