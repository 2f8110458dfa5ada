import { mkdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Inside the package, so that what is left out of the bundle is found. */
const folder = fileURLToPath(new URL('../node_modules/.cache/hotline-kit', import.meta.url));

/**
 * Bundles a program that is run in processes or threads of its own: a bundle starts several times as fast as the
 * sources, and hundreds are started. Each source in it knows where it stood.
 * @returns the file of the bundle
 */
export async function bundleProgram(entry: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const outfile = `${folder}/${basename(entry, '.ts')}-${process.pid}.mjs`;
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['@hotline-kit/source'],
    mainFields: ['module', 'main'],
    external: ['pg', '@photostructure/sqlite'],
    // Libraries in the older format ask for require.
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
    logLevel: 'warning',
    plugins: [
      {
        name: 'where it stood',
        setup({ onLoad }) {
          onLoad({ filter: /\/packages\/.*\.ts$/ }, ({ path }) => {
            const url = JSON.stringify(pathToFileURL(path).href);
            return { contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', url), loader: 'ts' };
          });
        },
      },
    ],
  });
  return outfile;
}
