import { readFileSync } from 'node:fs';

/** The version of this package. Its manifest lies one folder above the sources, and above the built files. */
export function packageVersion(): string {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
  return manifest.version;
}
