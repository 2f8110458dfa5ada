import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { postgresMigrations } from './postgres/migrations.js';
import { sqliteMigrations } from './sqlite/migrations.js';

const folder = new URL('../../migrations/', import.meta.url);

for (const [database, migrations] of Object.entries({ postgres: postgresMigrations, sqlite: sqliteMigrations })) {
  test(`the SQL files for the people of the database are what the ${database} store applies`, async () => {
    for (const { name, sql } of migrations) {
      await expect(sql).toMatchFileSnapshot(new URL(`${database}/${name}.sql`, folder).pathname);
    }
    expect(readdirSync(new URL(database, folder))).toEqual(migrations.map(({ name }) => `${name}.sql`));
  });

  test(`the steps of ${database} are numbered in their order`, () => {
    expect(migrations.map(({ name }) => name.slice(0, 4))).toEqual(
      migrations.map((_, index) => String(index + 1).padStart(4, '0')),
    );
  });
}
