import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { memoryStore, openDesk } from '@hotline-kit/core';
import { loadCityPack } from '@hotline-kit/rules/node';
import { expect, test } from 'vitest';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

test('the README’s example gives what the README says', async () => {
  const readme = readFileSync(here('../README.md'), 'utf8');
  const pack = await loadCityPack(here('../../rules/test/packs/sample-town'));
  const desk = await openDesk({ pack, store: memoryStore() });
  const call = {
    channel: 'phone',
    type: 'complaint',
    matter: 'noise',
    content: '夜间施工',
    place: { district: 'east' },
    urgent: true,
  } as const;
  const agent = { id: 'agent-7', role: 'agent' } as const;
  const result = await desk.register(call, { by: agent, at: '2026-03-02T09:00:00+08:00' });
  if (!result.ok) throw new Error(result.refusal.text.en);
  const { ticket } = result;
  const given = { by: { id: 'dispatcher-2', role: 'dispatcher' }, at: '2026-03-02T09:03:00+08:00' } as const;

  const run = await desk.runDue('2026-03-02T09:31:00+08:00');
  const dispatched = await ticket.do('dispatch', {}, given);
  const lines = [
    `ticket.number;                    // '${ticket.number}'`,
    `ticket.state;                     // '${ticket.state}'`,
    `ticket.clocks.dispatch?.dueAt;    // ${ticket.clocks['dispatch']?.dueAt.toISOString()}`,
    `run.fired;                        // ${run.fired}`,
    `if (dispatched.ok) dispatched.ticket.lead;                   // '${dispatched.ok && dispatched.ticket.lead}'`,
  ];
  for (const line of lines) expect(readme).toContain(line);
});
