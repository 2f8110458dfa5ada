import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readOwnFiles } from '../pack/load-pack.js';
import { readJsonFiles } from '../pack/read-files.js';
import { CURRENT_FORMAT } from '../upgrade/formats.js';
import { upgradePack } from '../upgrade/upgrade-pack.js';
import { EXIT, type ExitCode, MisuseError } from './exit-code.js';
import { orFaults } from './pack-folder.js';
import type { Terminal } from './terminal.js';
import { writeFiles } from './write-files.js';

/** The options of `upgrade`. */
export interface UpgradeOptions {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/**
 * `upgrade FOLDER`: brings a pack of an older format to the format of this version.
 *
 * @param formats The steps between formats, and the one to reach; those of this version, unless given.
 */
export async function upgrade(
  folder: string,
  options: UpgradeOptions,
  terminal: Terminal,
  formats: Parameters<typeof upgradePack>[1] = {},
): Promise<ExitCode> {
  const reading = readOwnFiles(folder).then(async (own) => ({ ...own, ...(await readJsonFiles(folder, 'tests')) }));
  const files = await orFaults(reading, options, terminal);
  if (files === undefined) return EXIT.faults;
  const result = upgradePack(files, formats);
  if (result.kind === 'newer') {
    const { format, known } = result;
    throw new MisuseError({
      zh: `规则包为格式 ${format}，本版本只认识到格式 ${known}。请更新 @hotline-kit/rules。`,
      en: `The pack is of format ${format}; this version knows formats up to ${known}. Update @hotline-kit/rules.`,
    });
  }
  if (result.kind === 'unknown') {
    const shown = JSON.stringify(result.format);
    if (shown === undefined) {
      throw new MisuseError({
        zh: `pack.json 没有写明格式。请加上 "format": ${CURRENT_FORMAT}，再运行 check。`,
        en: `pack.json names no format. Add "format": ${CURRENT_FORMAT}, and run check.`,
      });
    }
    throw new MisuseError({
      zh: `pack.json 的 format 是 ${shown}，不是已知的格式；现行格式为 ${CURRENT_FORMAT}。`,
      en: `The "format" of pack.json is ${shown}, which is no known format; the present one is ${CURRENT_FORMAT}.`,
    });
  }
  if (result.kind === 'current') {
    if (options.json === true) terminal.json({ ok: true, format: result.format, changed: [], removed: [] });
    else
      terminal.verdict(true, {
        zh: `已是格式 ${result.format}，无需升级`,
        en: `is of format ${result.format} already; there is nothing to do`,
      });
    return EXIT.ok;
  }
  const { from, to, steps, changed, removed } = result;
  if (options.dryRun !== true) {
    const renewed = Object.entries(changed).map(([name, text]) => ({ path: join(folder, name), text }));
    await writeFiles(renewed, { force: true });
    for (const name of removed) await rm(join(folder, name));
  }
  if (options.json === true) {
    terminal.json({ ok: true, from, to, steps, changed: Object.keys(changed), removed });
    return EXIT.ok;
  }
  for (const step of steps) terminal.print(`• ${terminal.say(step)}`);
  for (const name of Object.keys(changed)) terminal.print(`  ${terminal.colors.yellow('~')} ${name}`);
  for (const name of removed) terminal.print(`  ${terminal.colors.red('-')} ${name}`);
  terminal.verdict(true, {
    zh:
      options.dryRun === true
        ? `可从格式 ${from} 升到 ${to}，未写文件`
        : `已从格式 ${from} 升到 ${to}；请运行 check 与 test`,
    en:
      options.dryRun === true
        ? `can go from format ${from} to ${to}; nothing was written`
        : `is now of format ${to}, was ${from}; run check and test`,
  });
  return EXIT.ok;
}
