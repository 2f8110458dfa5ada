import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import process from 'node:process';
import { recordedRun } from './recorded-run.js';
import type { Language } from './terminal.js';

/**
 * Does what a guide says, in an empty folder, and gives the guide with what the commands really print: a block that names
 * a file after its language is that file, and a `console` block has commands after `$` and their output.
 */
export async function runGuide(guide: string, folder: string, language: Language): Promise<string> {
  const back = process.cwd();
  process.chdir(folder);
  try {
    let written = '';
    let last = 0;
    let code = 0;
    for (const block of guide.matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm)) {
      const [whole, kind = '', file, body = ''] = block;
      written += guide.slice(last, block.index);
      last = block.index + whole.length;
      if (file !== undefined) {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, body);
      }
      if (kind !== 'console') {
        written += whole;
        continue;
      }
      written += '```console\n';
      for (const [, command = ''] of body.matchAll(/^\$ (.*)$/gm)) {
        const ran = await runLine(command, code, language);
        code = ran.code;
        written += `$ ${command}\n${ran.text}`;
      }
      written += '```';
    }
    return written + guide.slice(last);
  } finally {
    process.chdir(back);
  }
}

async function runLine(command: string, code: number, language: Language): Promise<{ text: string; code: number }> {
  const [program = '', ...args] = wordsOf(command);
  if (command === 'echo $?') return { text: `${code}\n`, code: 0 };
  if (program === 'cp' && args[0] === '-r') {
    await cp(args[1] ?? '', args[2] ?? '', { recursive: true });
    return { text: '', code: 0 };
  }
  if (program !== 'npx' || args[0] !== 'hotline-rules') throw new RangeError(`A guide does not run: ${command}`);
  const { out, err, code: ended } = await recordedRun(args.slice(1), language);
  const text = out + err;
  return { text: text === '' || text.endsWith('\n') ? text : `${text}\n`, code: ended };
}

/** The words of a command line; single quotes keep what they enclose, and `#` begins a remark. */
function wordsOf(command: string): readonly string[] {
  return [...command.replace(/ +# .*$/, '').matchAll(/'([^']*)'|(\S+)/g)].map(
    ([, quoted, bare]) => quoted ?? bare ?? '',
  );
}
