import { toCloudEvent } from '@hotline-kit/core/cloud-events';
import { expect, test } from 'vitest';
import { handledTicket, openSampleDesk } from '../sample-desk.js';

test('every event leaves as CloudEvents 1.0: required attributes, lower-case names, one id a delivery', async () => {
  const desk = await openSampleDesk();
  await handledTicket(desk);
  const ids = new Set<string>();
  const sequences: string[] = [];
  await desk.deliver((event) => {
    const cloud = toCloudEvent(event, { source: '/hotline', typePrefix: 'cn.gov.example' });
    expect(cloud).toMatchObject({ specversion: '1.0', source: '/hotline', subject: 'call-1', time: event.at });
    expect(cloud.type).toBe(`cn.gov.example.${event.type}`);
    for (const name of Object.keys(cloud)) expect(name).toMatch(/^[a-z0-9]{1,20}$/);
    expect(JSON.parse(JSON.stringify(cloud)).data).toEqual(event);
    ids.add(cloud.id);
    sequences.push(cloud.sequence);
  });
  expect(ids.size).toBe(sequences.length);
  expect([...sequences].sort()).toEqual(sequences);
});
