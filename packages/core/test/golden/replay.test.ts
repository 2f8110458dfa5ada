import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type RecordedLife, replayLife } from '@hotline-kit/core/testing';
import { describe, expect, test } from 'vitest';
import { lives, record } from './lives.js';

// One file for each version that was released, written with HOTLINE_GOLDEN=0.1.0 and never changed afterwards.
const folder = new URL('./', import.meta.url);
const version = process.env['HOTLINE_GOLDEN'];

type Golden = RecordedLife & { readonly name: string };

if (version !== undefined && !existsSync(new URL(`${version}.ndjson`, folder))) {
  const lines: string[] = [];
  for (const [name, steps] of Object.entries(lives)) lines.push(JSON.stringify({ name, ...(await record(steps)) }));
  writeFileSync(new URL(`${version}.ndjson`, folder), `${lines.join('\n')}\n`);
}

const files = readdirSync(folder).filter((name) => name.endsWith('.ndjson'));

test('there are recorded lives', () => {
  expect(files.length).toBeGreaterThan(0);
});

describe.each(files)('lives recorded in %s replay the same for ever', (file) => {
  const lines = readFileSync(new URL(file, folder), 'utf8').trimEnd().split('\n');
  const golden = lines.map((line): Golden => JSON.parse(line));
  test.each(golden)('$name', (life) => {
    expect(replayLife(life)).toEqual([]);
  });

  test.each(golden)('$name: what is told otherwise is found', ({ record, log }) => {
    expect(replayLife({ record: { ...record, round: 9 }, log })).toEqual([
      { field: 'round', recorded: 9, replayed: record.round },
    ]);
    expect(replayLife({ record, log: log.slice(1) })).toMatchObject([{ field: 'log' }]);
  });
});
