import {
  askedLanguage,
  EXIT,
  type ExitCode,
  programOf,
  Terminal,
  type TerminalSetting,
  toldToPeople,
} from '@hotline-kit/rules/command-line';
import { HotlineError } from '../errors.js';
import { packageVersion } from '../package-version.js';
import { addCommands } from './commands.js';

const WORDS = {
  description: {
    zh: '12345热线工单库：情景、核验、导出、到期处理、考核、草案重演、建表',
    en: 'Tickets of a 12345 hotline: scenarios, verification, export, due clocks,\nassessment, drafts tried on the past, tables',
  },
  faults: { zh: '发现问题', en: 'faults were found' },
};

/** What the command needs of where it runs. */
export interface DeskTerminalSetting extends TerminalSetting {
  /** The wall clock, for calls that name no instant. */
  readonly now: () => Date;
}

/** Runs `hotline-desk` with its arguments, and tells the exit code: 0 as asked, 1 faults were found, 2 misuse. */
export async function runCommandLine(args: readonly string[], setting: DeskTerminalSetting): Promise<ExitCode> {
  const terminal = new Terminal({ ...setting, language: askedLanguage(args) ?? setting.language });
  let code: ExitCode = EXIT.ok;
  const program = programOf('hotline-desk', WORDS, terminal);
  program.version(packageVersion(), '-V, --version', terminal.say({ zh: '显示版本', en: 'show the version' }));
  addCommands(program, terminal, setting.now, async (result) => {
    code = await result;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    const told = toldToPeople(error, terminal);
    return error instanceof HotlineError && error.code === 'storeOutdated' ? EXIT.faults : told;
  }
}
