import { Command, CommanderError, Option } from 'commander';
import { inChinese } from '../diagnostic/phrasebook.js';
import { packageVersion } from '../package-version.js';
import type { Label } from '../vocabulary/label.js';
import { addCommands } from './commands.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { configureHelp, exitCodes } from './help.js';
import { askedLanguage } from './surroundings.js';
import { Terminal, type TerminalSetting } from './terminal.js';

/** Runs `hotline-rules` with its arguments, and tells the exit code: 0 as asked, 1 faults or differences, 2 misuse. */
export async function runCommandLine(args: readonly string[], setting: TerminalSetting): Promise<ExitCode> {
  const terminal = new Terminal({ ...setting, language: askedLanguage(args) ?? setting.language });
  let code: ExitCode = EXIT.ok;
  const program = new Command('hotline-rules')
    .description(
      terminal.say({
        zh: '12345热线城市规则包：新建、导入、检查、测试、解释、比较、回测',
        en: 'City packs of a 12345 hotline: begin, import, check, test, explain, compare',
      }),
    )
    .addOption(
      new Option('--lang <zh|en>', terminal.say({ zh: '语言：zh 或 en', en: 'language: zh or en' })).choices([
        'zh',
        'en',
      ]),
    )
    .showHelpAfterError(
      terminal.say({ zh: '用法与示例：hotline-rules help', en: 'Usage and examples: hotline-rules help' }),
    )
    .exitOverride();
  configureHelp(program, terminal);
  program
    .version(packageVersion(), '-V, --version', terminal.say({ zh: '显示版本', en: 'show the version' }))
    .helpCommand(
      terminal.say({ zh: 'help [命令]', en: 'help [command]' }),
      terminal.say({ zh: '命令的帮助与示例', en: 'help of a command, with examples' }),
    )
    .addHelpText(
      'after',
      exitCodes(terminal, { zh: '有错误、测试未通过或有差异', en: 'faults, failing tests or differences' }),
    );
  addCommands(program, terminal, async (result) => {
    code = await result;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.misuse;
    if (!isForPeople(error)) throw error;
    const { message, text = { zh: inChinese(message) ?? message, en: message } } = error;
    terminal.complain(terminal.colors.red(terminal.say(text)));
    return EXIT.misuse;
  }
}

/** Whether an error is one of this project's or of the system, whose message is for people. */
function isForPeople(error: unknown): error is Error & { readonly text?: Label } {
  return error instanceof RangeError || (error instanceof Error && 'code' in error && typeof error.code === 'string');
}
