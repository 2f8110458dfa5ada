import { HotlineError, updateCore } from '../errors.js';

/**
 * One step of a database's tables, in plain SQL; its last statement writes down that it was taken, so that it may be run
 * by hand. A step that was released never changes what it makes.
 */
export interface Migration {
  /** Such as `0001-tickets`; the file of this name with `.sql` lies in the package's folder `migrations`. */
  readonly name: string;
  readonly sql: string;
}

/** What the desk does about tables that are missing or old: only look, or bring them up to date. */
export type MigrationMode = 'check' | 'apply';

/**
 * The steps that a database still needs.
 * @param version how many steps it has
 * @throws HotlineError `storeOutdated` where some are missing and they may only be looked for, or where the database
 * was written by a newer version of this package
 */
export function pendingMigrations(
  known: readonly Migration[],
  version: number,
  mode: MigrationMode,
  where: string,
): readonly Migration[] {
  if (version > known.length) {
    throw new HotlineError(
      'storeOutdated',
      {
        zh: `数据表为第 ${version} 版，本软件包只识别到第 ${known.length} 版`,
        en: `the tables have version ${version}, this package knows ${known.length}`,
      },
      { where, fix: updateCore },
    );
  }
  const pending = known.slice(version);
  if (pending.length > 0 && mode === 'check') {
    const names = pending.map(({ name }) => name).join(', ');
    throw new HotlineError(
      'storeOutdated',
      { zh: `数据表缺少 ${names}`, en: `the tables lack ${names}` },
      {
        where,
        fix: {
          zh: "请运行 `hotline-desk migrate`，或以 migrate: 'apply' 打开存储，或自行执行软件包 migrations 目录中的 SQL",
          en: "run `hotline-desk migrate`, open the store with migrate: 'apply', or apply the SQL files of the package's folder migrations yourself",
        },
      },
    );
  }
  return pending;
}
