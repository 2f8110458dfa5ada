import { runCommandLine } from './command-line.js';
import type { ExitCode } from './exit-code.js';
import type { Language } from './terminal.js';

/** What a run of the command wrote, and how it ended. */
export interface RecordedRun {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Runs the command as a pipe would see it, without colours: for the tests of the command. */
export async function recordedRun(args: readonly string[], language: Language = 'en'): Promise<RecordedRun> {
  const written = { out: '', err: '' };
  const code = await runCommandLine(args, {
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    color: false,
    language,
  });
  return { code, ...written };
}
