import { HotlineError } from '@hotline-kit/core';
import { type Arguments, readArguments } from './command/arguments.js';
import { checkPages } from './command/page-check.js';
import { words } from './command/words.js';
import { startPlatform } from './server.js';

/** Served to the end, or every page well; some page not well; it could not be started. */
const exitCodes = { well: 0, notWell: 1, failed: 2 } as const;

async function main(): Promise<number> {
  const given = readArguments(process.argv.slice(2));
  if ('exitCode' in given) return given.exitCode;
  try {
    return given.serve ? await serve(given) : await check(given);
  } catch (error) {
    const fault = describe(error, given);
    if (fault === undefined) throw error;
    process.stderr.write(`${fault}\n`);
    return exitCodes.failed;
  }
}

/** Serves until Ctrl-C or a stop signal. */
async function serve({ port, db, lang }: Arguments): Promise<number> {
  // Listened to from the start: whoever stops a starting platform leaves no temporary database behind either.
  const stopped = stopSignal();
  const begun = performance.now();
  const platform = await startPlatform({ port, db, language: lang });
  const say = words[lang];
  const where = db === undefined ? say.temporary : say.kept(db);
  const lines = [say.ready(performance.now() - begun), where, say.ends, platform.url];
  process.stdout.write(`${lines.join('\n')}\n`);
  await stopped;
  await platform.close();
  process.stdout.write(`${say.ended}\n`);
  return exitCodes.well;
}

/** Starts, asks for everything once, and ends. */
async function check({ db, lang }: Arguments): Promise<number> {
  const say = words[lang];
  process.stdout.write(`${say.checkTitle}\n`);
  const platform = await startPlatform({ port: 0, db, language: lang });
  try {
    const checked = await checkPages(platform.url, lang);
    for (const { what, problem } of checked) {
      process.stdout.write(problem === undefined ? `  ok    ${what}\n` : `  FAIL  ${what}: ${problem}\n`);
    }
    const failed = checked.filter(({ problem }) => problem !== undefined).length;
    process.stdout.write(`${say.checked(checked.length - failed, failed)}\n`);
    return failed === 0 ? exitCodes.well : exitCodes.notWell;
  } finally {
    await platform.close();
  }
}

/** The first signal ends the platform in order; a second one would end the process at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

/** Faults that the user can mend; others keep their stack. */
function describe(error: unknown, { port, lang }: Arguments): string | undefined {
  if (error instanceof HotlineError) return error.message;
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return words[lang].portTaken(port ?? 0);
  return undefined;
}

process.exitCode = await main();
