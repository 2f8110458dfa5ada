import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { isRecord } from '../diagnostic/json-limits.js';
import type { CityPack } from './city-pack.js';
import { PackError } from './pack-error.js';
import { type ParseOptions, parseCityPack } from './parse-pack.js';
import { readFiles } from './read-files.js';

/** What may be given to `loadCityPack` beside the folder. */
export interface LoadOptions {
  /** The folder that holds all packs: no `parent` may lead out of it. The folder above the pack, unless given. */
  readonly root?: string;
}

/** Longest line of parents: province > city > district > town, and room. */
const MOST_PARENTS = 8;

/**
 * Loads a city pack from a folder, its parents before it. `parent` in `pack.json` is a folder relative to the pack's own
 * (`"../province"`), inside the root.
 *
 * @throws PackError with every fault of all files.
 * @example
 * const pack = await loadCityPack('packs/sample-town');
 */
export async function loadCityPack(folder: string, options: LoadOptions = {}): Promise<CityPack> {
  const { files, ...rest } = await readPackFolder(folder, options);
  return parseCityPack(files, rest);
}

/** The texts of a pack's files, and what `parseCityPack` needs beside them. */
export interface PackFolder extends ParseOptions {
  readonly files: Readonly<Record<string, string>>;
  readonly base: string;
  /** The folder itself, links followed. */
  readonly path: string;
}

/**
 * Reads the files of a pack, and loads its parents.
 *
 * @throws PackError where a folder is missing, or a parent has faults.
 */
export async function readPackFolder(folder: string, options: LoadOptions = {}): Promise<PackFolder> {
  const real = await realFolder(resolve(folder), folder);
  const root = options.root === undefined ? dirname(real) : await realFolder(resolve(options.root), options.root);
  return read(real, root, []);
}

/**
 * Reads the files of a pack as they stand, whatever their format, without its parents.
 *
 * @throws PackError where there is no such folder.
 */
export async function readOwnFiles(folder: string): Promise<Readonly<Record<string, string>>> {
  return readFiles(await realFolder(resolve(folder), folder));
}

async function read(folder: string, root: string, children: readonly string[]): Promise<PackFolder> {
  const base = basename(folder);
  const files = await readFiles(folder);
  const named = parentOf(files['pack.json']);
  if (named === undefined) return { files, base, path: folder };
  const parentFolder = await realFolder(resolve(folder, named), named, `${base}/pack.json`);
  if (!isInside(parentFolder, root)) {
    throw new PackError([
      parentFault(base, named, 'parentOutside', `The parent "${named}" lies outside the folder of packs.`),
    ]);
  }
  if ([...children, folder].includes(parentFolder)) {
    throw new PackError([parentFault(base, named, 'parentCycle', `The pack inherits from itself through "${named}".`)]);
  }
  if (children.length >= MOST_PARENTS) {
    throw new PackError([
      parentFault(base, named, 'tooManyParents', `More than ${MOST_PARENTS} packs inherit in a row.`),
    ]);
  }
  const { files: above, ...rest } = await read(parentFolder, root, [...children, folder]);
  return { files, base, path: folder, parent: parseCityPack(above, rest) };
}

/** The parent that the manifest names; nothing where it cannot be read, for `parseCityPack` words its faults. */
function parentOf(text: string | undefined): string | undefined {
  try {
    const manifest: unknown = JSON.parse((text ?? '').replace(/^\ufeff/, ''));
    const parent = isRecord(manifest) && Object.hasOwn(manifest, 'parent') ? manifest.parent : undefined;
    return typeof parent === 'string' && parent !== '' ? parent : undefined;
  } catch {
    return undefined;
  }
}

async function realFolder(folder: string, named: string, file = named): Promise<string> {
  const found = await realpath(folder).catch(() => undefined);
  const isFolder = found !== undefined && (await stat(found)).isDirectory();
  if (!isFolder) {
    throw new PackError([
      {
        code: 'folderMissing',
        severity: 'error',
        file,
        pointer: '',
        line: 0,
        column: 0,
        value: named,
        message: found === undefined ? `There is no folder "${named}".` : `"${named}" is no folder.`,
        fix: 'Give the folder that holds pack.json.',
      },
    ]);
  }
  return found;
}

function isInside(folder: string, root: string): boolean {
  const way = relative(root, folder);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !resolve(way).startsWith('\\\\'));
}

function parentFault(base: string, named: string, code: string, message: string): Diagnostic {
  return {
    code,
    severity: 'error',
    file: `${base}/pack.json`,
    pointer: '/parent',
    line: 0,
    column: 0,
    value: named,
    message,
    fix: 'Name a folder beside this one, for example "../province".',
  };
}
