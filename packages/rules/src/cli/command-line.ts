import { packageVersion } from '../package-version.js';
import { addCommands } from './commands.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { programOf, toldToPeople } from './program.js';
import { askedLanguage } from './surroundings.js';
import { Terminal, type TerminalSetting } from './terminal.js';

const WORDS = {
  description: {
    zh: '12345热线城市规则包：新建、导入、检查、测试、解释、比较、回测',
    en: 'City packs of a 12345 hotline: begin, import, check, test, explain, compare',
  },
  faults: { zh: '有错误、测试未通过或有差异', en: 'faults, failing tests or differences' },
};

/** Runs `hotline-rules` with its arguments, and tells the exit code: 0 as asked, 1 faults or differences, 2 misuse. */
export async function runCommandLine(args: readonly string[], setting: TerminalSetting): Promise<ExitCode> {
  const terminal = new Terminal({ ...setting, language: askedLanguage(args) ?? setting.language });
  let code: ExitCode = EXIT.ok;
  const program = programOf('hotline-rules', WORDS, terminal);
  program.version(packageVersion(), '-V, --version', terminal.say({ zh: '显示版本', en: 'show the version' }));
  addCommands(program, terminal, async (result) => {
    code = await result;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    return toldToPeople(error, terminal);
  }
}
