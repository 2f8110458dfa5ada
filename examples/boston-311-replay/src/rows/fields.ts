import { parse } from 'csv-parse/sync';

/** The fields of a record, or undefined where its quotation marks stand in the wrong place. */
export type Fields = readonly string[] | undefined;

const options = { record_delimiter: '\n', relax_column_count: true } as const;

/**
 * Parses records, each a text of its own with an even number of quotation marks. They go through the parser together,
 * which is ten times as fast as one by one; only where one is broken is each asked by itself.
 */
export function fieldsOfEach(records: readonly string[]): readonly Fields[] {
  const together = parsed(records.join('\n'));
  if (together?.length === records.length) return together;
  return records.map((record) => parsed(record)?.[0]);
}

function parsed(text: string): readonly (readonly string[])[] | undefined {
  try {
    return parse(text, options);
  } catch {
    return undefined;
  }
}
