import type { Call } from '@hotline-kit/core';
import type { BostonPack } from './boston-pack.js';
import type { Row } from './rows/row.js';

/** How the city's sources came in. */
const channels = new Map([
  ['Constituent Call', 'phone'],
  ['Self Service', 'web'],
  ['Citizens Connect App', 'app'],
  ['Employee Generated', 'employee'],
  ['Maximo Integration', 'maximo'],
  ['Twitter', 'twitter'],
]);

/** The call that the hotline took when the row was opened. A type that the pack does not know is settled by nobody. */
export function callOf(row: Row, { pack, matterOf }: BostonPack): Call {
  const matter = matterOf(row.type);
  return {
    channel: channels.get(row.source) ?? 'import',
    type: (matter === undefined ? undefined : pack.matters.get(matter)?.type) ?? 'other',
    ...(matter === undefined ? {} : { matter }),
    content: [row.type, row.reason, row.queue].filter((text) => text !== '').join(' · '),
    place: row.neighborhood === '' ? {} : { district: row.neighborhood },
    source: { line: '311', reference: row.id },
  };
}
