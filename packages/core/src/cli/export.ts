import { type CityPack, ROLES, type Role } from '@hotline-kit/rules';
import { EXIT, type ExitCode, MisuseError, orFaults, type Terminal } from '@hotline-kit/rules/command-line';
import { loadCityPack } from '@hotline-kit/rules/node';
import { isoOf } from '../desk/desk-options.js';
import { checkedCity } from '../desk/packs.js';
import { type ExportReader, exportStore } from '../log/export.js';
import { exportReader, readsAll, wholeLogs } from '../privacy/log-reader.js';
import { type Actor, checkedActor } from '../ticket/actor.js';
import { withStoreProgress } from './with-progress.js';
import { type DatabaseOptions, withStore } from './with-store.js';

type Options = DatabaseOptions & {
  readonly as: string;
  readonly pack?: string;
  readonly key?: string;
  readonly at: string;
};

/**
 * `export DATABASE --as ROLE:ID[@UNIT]`: logs as NDJSON on the standard output, as that person may have them. An auditor
 * gets them whole; for everybody else the pack says what is shown.
 */
export async function exportLogs(database: string, options: Options, terminal: Terminal): Promise<ExitCode> {
  const reading = await readingOf(readerOf(options.as), options, terminal);
  if (reading === undefined) return EXIT.faults;
  const { reader, pack } = reading;
  return withStore(database, options, 'check', (opened) =>
    withStoreProgress(terminal, { zh: '导出', en: 'export' }, opened, async (store) => {
      if (pack !== undefined) await checkedCity(store, pack);
      for await (const line of exportStore(store, isoOf(options.at), reader)) terminal.forPrograms(line);
      return EXIT.ok;
    }),
  );
}

/** Who reads, and the pack that says what they may see; none for those who read all. */
async function readingOf(
  by: Actor | 'public',
  { pack: folder, key = globalThis.crypto.randomUUID() }: Options,
  terminal: Terminal,
): Promise<{ readonly reader: ExportReader; readonly pack?: CityPack } | undefined> {
  if (by !== 'public' && readsAll(by)) return { reader: wholeLogs(by) };
  if (folder === undefined) {
    throw new MisuseError({
      zh: '除审计（auditor）外，可见内容由规则包决定，请用 --pack 给出其文件夹',
      en: 'The pack says what anybody but an auditor may see: name its folder with --pack',
    });
  }
  const pack = await orFaults(loadCityPack(folder), {}, terminal);
  if (pack === undefined) return undefined;
  const unit = by === 'public' ? undefined : by.unit;
  if (unit !== undefined && !pack.units.has(unit)) {
    throw new MisuseError({
      zh: `规则包“${pack.id}”没有单位“${unit}”，请使用 units.json 中的编号`,
      en: `The pack "${pack.id}" has no unit "${unit}": use an id of units.json`,
    });
  }
  return { reader: exportReader(by, pack, key), pack };
}

/** Who reads, from `ROLE:ID[@UNIT]` or `public`. */
function readerOf(text: string): Actor | 'public' {
  if (text === 'public') return text;
  const [, role = '', id = '', unit] = /^([^:]+):([^@]+)(?:@(.+))?$/.exec(text) ?? [];
  if (!Object.hasOwn(ROLES, role)) {
    throw new MisuseError({
      zh: `“${text}”不是“角色:编号@单位”，角色可选：${Object.keys(ROLES).join('、')}`,
      en: `"${text}" is not ROLE:ID[@UNIT], with a role among ${Object.keys(ROLES).join(', ')}`,
    });
  }
  return checkedActor({ id, role: role as Role, ...(unit === undefined ? {} : { unit }) });
}
