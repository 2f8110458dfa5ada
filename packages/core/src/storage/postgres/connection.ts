import { HotlineError } from '../../errors.js';

/** Where the tables are, unless the host names another schema. */
export const DEFAULT_SCHEMA = 'hotline';

/** One statement with its values; a name lets the server keep its plan. */
export interface PostgresQuery {
  readonly name?: string;
  readonly text: string;
  readonly values?: unknown[];
}

/** What a connection of `pg` offers, as far as the store needs it: a pool, or the host's client inside a transaction. */
export interface PostgresConnection {
  /** Runs one statement. */
  query(query: PostgresQuery): Promise<{ readonly rows: readonly unknown[] }>;
}

/** A pool of `pg`. The host makes it and ends it. */
export interface PostgresPool extends PostgresConnection {
  /** A connection of its own, for a transaction of several statements. */
  connect(): Promise<PostgresClient>;
}

/** A connection that a pool lent. */
export interface PostgresClient extends PostgresConnection {
  /** Gives it back, or closes it. */
  release(destroy?: boolean): void;
}

/** Codes by which PostgreSQL says that somebody else was faster: the whole work is to be done again. */
const conflicts: ReadonlySet<unknown> = new Set([
  '23505', // the same command or ticket was written
  '40001', // serialization failure
  '40P01', // deadlock
]);

/** Whether an error means that another transaction changed the same rows. */
export function isConflict(error: unknown): boolean {
  return conflicts.has((error as { readonly code?: unknown } | null)?.code);
}

/** The typed error of a database that cannot be reached, read or written. */
export function unreachable(where: string, cause: unknown): HotlineError {
  if (cause instanceof HotlineError) return cause;
  const { message = String(cause), code } = (cause ?? {}) as { message?: string; code?: unknown };
  const why = typeof code === 'string' ? `${message}, ${code}` : message;
  return new HotlineError(
    'storeUnavailable',
    { zh: `数据库无法连接或读写（${why}）`, en: `the database cannot be reached, read or written (${why})` },
    {
      where,
      fix: {
        zh: '请检查 PostgreSQL 是否运行、该用户能否使用此模式、磁盘是否有空间；命令可用原编号重试',
        en: 'check that PostgreSQL runs, that this user may use the schema and that the disk has room; a command may be repeated with its id',
      },
      cause,
    },
  );
}

/** A name as SQL takes it, whatever stands in it. */
export function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
