// The demo: 2,000 real service requests live their life as tickets, then a city's page is served until Ctrl-C.
//   pnpm demo                          replay, then the page
//   pnpm demo --no-serve               replay, then a check of the page, and the end
//   pnpm demo --file FILE [--json] …   the replay alone, with its own options (see --help)
import { spawn } from 'node:child_process';

const given = process.argv.slice(2);
const noServe = given.includes('--no-serve');
const replayAlone = given.some(
  (option) => option !== '--no-serve' && !option.startsWith('--lang') && !['en', 'zh'].includes(option),
);
const language = given.filter((option) => option.startsWith('--lang') || ['en', 'zh'].includes(option));

/** Runs an example from the packages' sources; Ctrl-C reaches it too, and it ends by itself. */
function example(name, options) {
  const node = ['--conditions=@hotline-kit/source', '--import', 'tsx', `examples/${name}/src/main.ts`, ...options];
  const child = spawn(process.execPath, node, { stdio: 'inherit' });
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on('exit', (code, signal) => resolve(signal === 'SIGINT' ? 0 : (code ?? 1)));
  });
}

// The examples end themselves on Ctrl-C; this process waits for them.
process.on('SIGINT', () => {});

process.exitCode = await example('boston-311-replay', replayAlone ? given : ['--no-serve', ...language]);
if (!replayAlone && process.exitCode === 0) {
  console.log();
  process.exitCode = await example('city-platform', [...(noServe ? ['--no-serve'] : []), ...language]);
}
