import type { SqliteDriver, SqliteValue } from '@hotline-kit/core/storage-sqlite';

/** A statement as it was run. */
export interface StatementRun {
  readonly sql: string;
  readonly values: readonly SqliteValue[];
}

type Act = (...values: SqliteValue[]) => unknown;

/** A connection that also writes down what it is told to write. */
export function recording(database: SqliteDriver): { readonly driver: SqliteDriver; take(): readonly StatementRun[] } {
  let runs: StatementRun[] = [];
  const driver: SqliteDriver = {
    exec: (sql) => database.exec(sql),
    close: () => database.close(),
    prepare(sql) {
      const statement = database.prepare(sql);
      const noting =
        <T>(act: (...values: SqliteValue[]) => T) =>
        (...values: SqliteValue[]) => {
          if (!sql.startsWith('select')) runs.push({ sql, values });
          return act(...values);
        };
      return {
        run: noting((...values) => statement.run(...values)),
        get: noting((...values) => statement.get(...values)),
        all: noting((...values) => statement.all(...values)),
      };
    },
  };
  const take = () => {
    const taken = runs;
    runs = [];
    return taken;
  };
  return { driver, take };
}

/**
 * The same statements with the same values on a database of their own: what a program costs that has nothing to think
 * about. It looks at each ticket before it writes it, as such a program must.
 */
export function replaying(database: SqliteDriver): (runs: readonly StatementRun[]) => number {
  const look = database.prepare('select version, head, record from ticket where id = ?');
  const acts = new Map<string, Act>();
  const actOf = (sql: string): Act => {
    const statement = database.prepare(sql);
    // A statement that returns rows stays open unless they are taken.
    const act: Act = sql.includes(' returning ')
      ? (...values) => statement.all(...values)
      : (...values) => statement.run(...values);
    // … where id = ? and version = ? and head = ?
    const looking: Act = (...values) => {
      look.get(values.at(-3) as string);
      return act(...values);
    };
    return sql.startsWith('update ticket') ? looking : act;
  };
  return (runs) => {
    for (const { sql, values } of runs) {
      let act = acts.get(sql);
      if (act === undefined) {
        act = actOf(sql);
        acts.set(sql, act);
      }
      act(...values);
    }
    return runs.length;
  };
}
