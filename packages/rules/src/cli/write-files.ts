import { lstat, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { MisuseError } from './exit-code.js';

/** A file to be written. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
  /** Whether it may take the place of a file that exists without `force`: it holds all that the old one held. */
  readonly keepsOld?: boolean;
}

/**
 * Writes files, all or none: what exists is kept unless `force` is given, and each file takes its place whole.
 *
 * @throws MisuseError where a file exists, before anything was written.
 */
export async function writeFiles(files: readonly NewFile[], options: { readonly force?: boolean }): Promise<void> {
  if (options.force !== true) {
    for (const { path, keepsOld } of files) if (keepsOld !== true) await refuseExisting(path);
  }
  const written: string[] = [];
  try {
    for (const { path, text } of files) {
      await mkdir(dirname(path), { recursive: true });
      written.push(`${path}.new`);
      await writeFile(`${path}.new`, text, { flag: 'wx' });
    }
    for (const { path } of files) await rename(`${path}.new`, path);
  } finally {
    for (const path of written) await rm(path, { force: true });
  }
}

async function refuseExisting(path: string): Promise<void> {
  const exists = await lstat(path).then(
    () => true,
    () => false,
  );
  if (!exists) return;
  throw new MisuseError({
    zh: `${path} 已存在，没有写入任何文件。要覆盖请加 --force。`,
    en: `${path} exists; nothing was written. Overwrite it with --force.`,
  });
}
