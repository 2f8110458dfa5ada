import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TicketView } from '@hotline-kit/core/view';
import { describe, expect, test } from 'vitest';
import { at, openSampleDesk } from '../sample-desk.js';
import { live, viewers } from './told-life.js';

const golden = fileURLToPath(new URL('audiences.golden.txt', import.meta.url));

/** What a view shows, as lines: each field that holds something, and each entry of the timeline with its detail. */
function shown({ steps, timeline, actions, clocks, ...fields }: TicketView): readonly string[] {
  const held = Object.entries(fields).filter(
    ([, value]) => !['0', 'false', '{}', '[]'].includes(JSON.stringify(value)),
  );
  const names = held.flatMap(([key, value]) =>
    key === 'place' ? Object.keys(value as object).map((part) => `place.${part}`) : [key],
  );
  const given = actions.filter(({ ok }) => ok).map(({ command }) => command);
  return [
    `  fields: ${names.join(' ')}`,
    `  steps: ${steps.length > 0}, clocks: ${clocks.length > 0}`,
    `  may: ${given.join(' ')}`,
    ...timeline.map(({ type, detail }) => `  ${type}${detail === undefined ? '' : ` "${detail.zh}"`}`),
  ];
}

describe('each audience has a projection of its own, of view and timeline; nothing is shown by default', () => {
  test('what each sees, per field, is as reviewed (HOTLINE_WRITE_GOLDEN=1 writes it anew)', async () => {
    const desk = await openSampleDesk();
    const lines: string[] = [];
    for (const confidential of [false, true]) {
      const id = await live(desk, confidential);
      for (const [who, viewer] of Object.entries(viewers)) {
        lines.push(`${id} ${who}`, ...shown(await desk.view(id, viewer, { at: at('10:00') })));
      }
    }
    const given = `${lines.join('\n')}\n`;
    if (process.env['HOTLINE_WRITE_GOLDEN'] === '1') writeFileSync(golden, given);
    expect(given).toBe(readFileSync(golden, 'utf8'));
  });
});
