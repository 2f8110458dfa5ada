import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { build } from 'esbuild';
import { doorNames } from './test-file.mjs';

const common = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  conditions: ['@hotline-kit/source'],
  mainFields: ['module', 'main'],
  // Without it a package's "no side effects" would leave the tests out.
  ignoreAnnotations: true,
  logLevel: 'warning',
};

/**
 * Two scripts for `worker.mjs`, which it evaluates once and once a mutant: what is not mutated, and the sources with all
 * their mutants and all tests.
 * @param config the package's mutation.config.mjs
 * @param home the folder of the package
 * @param chosen sources to be mutated; default those of the config
 * @param folder where the scripts are written
 */
export async function bundleMutants({ sources, tests, once, native = [], excluded }, home, chosen, folder) {
  mkdirSync(folder, { recursive: true });
  const kept = join(folder, 'once.mjs');
  await bundleOnce(once, native, home, kept);
  const { instrumented, mutants } = await instrument(chosen.length > 0 ? chosen : sources, home, excluded);
  const mutated = join(folder, 'mutants.js');
  const { outputFiles } = await build({
    ...common,
    // Each file of tests is loaded when it is called.
    stdin: {
      contents: tests(home)
        .map((file) => `outside('files').push(() => import(${JSON.stringify(file)}));`)
        .join('\n'),
      resolveDir: home,
    },
    write: false,
    plugins: [fromOutside(kept, Object.keys(once)), sourcesOf(instrumented)],
  });
  writeFileSync(mutated, outputFiles[0].text);
  return { kept, mutated, once, mutants };
}

/** Everything that stays as it is, in one script, so that its parts share what they have in common. */
async function bundleOnce(once, external, home, outfile) {
  const names = Object.keys(once);
  const lines = names.map((name, index) => `import * as m${index} from ${JSON.stringify(name)};`);
  lines.push(`export default { ${names.map((name, index) => `${JSON.stringify(name)}: m${index}`).join()} };`);
  // Libraries in the older format ask for require.
  const js = "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);";
  const stdin = { contents: lines.join('\n'), resolveDir: home };
  await build({ ...common, stdin, outfile, external, banner: { js }, plugins: [sourcesOf(new Map())] });
}

async function instrument(names, home, excludedMutations = []) {
  const files = names.map((name) => {
    const file = join(home, 'src', `${name}.ts`);
    return { name: file, content: readFileSync(file, 'utf8'), mutate: true };
  });
  const silent = new Proxy({}, { get: () => () => false });
  const { files: instrumented, mutants } = await new Instrumenter(silent).instrument(files, {
    excludedMutations,
    ignorers: [],
    plugins: null,
  });
  return {
    instrumented: new Map(instrumented.map(({ name, content }) => [name, content])),
    mutants: mutants
      .filter(({ status }) => status !== 'Ignored')
      .map(({ id, fileName, location, mutatorName, replacement }) => ({
        id,
        file: fileName,
        line: location.start.line + 1,
        text: readFileSync(fileName, 'utf8').split('\n')[location.start.line].trim(),
        mutator: mutatorName,
        replacement,
      })),
  };
}

/** What the worker has already: the script is no module, so it asks `outside(name)` for it. */
function fromOutside(kept, names) {
  const filter = new RegExp(`^(${names.join('|')}|vitest|node:.*|${builtinModules.join('|')})$`);
  return {
    name: 'outside',
    setup({ onResolve, onLoad }) {
      onResolve({ filter }, ({ path }) => ({ path, namespace: 'outside' }));
      onLoad({ filter: /.*/, namespace: 'outside' }, async ({ path }) => {
        const { default: modules } = await import(pathToFileURL(kept).href);
        const module = modules[path] ?? (path === 'vitest' ? doorNames : await import(path));
        const exported = Object.keys(module).filter((name) => /^[\w$]+$/.test(name) && name !== 'default');
        return {
          contents: [
            `const module = outside(${JSON.stringify(path)});`,
            'export default module.default;',
            ...exported.map((name) => `const m_${name} = module.${name}; export { m_${name} as ${name} };`),
          ].join('\n'),
        };
      });
    },
  };
}

/** Sources that know where they stand, and those with mutants as they were instrumented. */
function sourcesOf(instrumented) {
  return {
    name: 'sources',
    setup({ onLoad }) {
      onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
        const contents = instrumented.get(path) ?? readFileSync(path, 'utf8');
        const url = JSON.stringify(pathToFileURL(path).href);
        return { contents: contents.replaceAll('import.meta.url', url), loader: 'ts' };
      });
    },
  };
}
