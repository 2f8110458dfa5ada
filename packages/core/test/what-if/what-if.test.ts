import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Desk, type DeskCommand, memoryStore, openDesk, type WhatIf } from '@hotline-kit/core';
import type { Scenario, ScenarioStep } from '@hotline-kit/core/testing';
import { cityFolder, loadCityPack } from '@hotline-kit/rules/node';
import { describe, expect, test } from 'vitest';
import { at, done, noiseAtNight, openSampleDesk, people, pack as samplePack } from '../sample-desk.js';

/** Every number of a report that has two sides. */
function sides({ clocks, units, escalations, metrics }: WhatIf): readonly { now?: unknown; draft?: unknown }[] {
  return [
    ...clocks.flatMap(({ started, late }) => [started, late]),
    ...units.flatMap(({ tickets, late }) => [tickets, late]),
    ...escalations.map(({ drawn }) => drawn),
    ...metrics,
  ];
}

/** Lives a scenario's life, whatever of it is refused. */
async function live(desk: Desk, { given = [], when }: Scenario): Promise<string> {
  const steps: readonly ScenarioStep[] = [...given, ...[when].flat()];
  for (const { do: type, data = {}, by, at } of steps) {
    if (type === undefined) await desk.runDue(at);
    else await desk.execute({ type, data, by: { id: by?.role, ...by }, at, ticket: 't' } as unknown as DeskCommand);
  }
  return steps.at(-1)?.at ?? '';
}

describe('under the pack that was in force, nothing would have been different', () => {
  test.each(['guangzhou', 'changsha', 'haikou', 'yunfu', 'dongguan'])('every reported life of %s', async (city) => {
    const pack = await loadCityPack(cityFolder(city));
    const folder = join(cityFolder(city), 'scenarios');
    const files = readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
    for (const scenario of files.flatMap(({ scenarios }): Scenario[] => scenarios)) {
      const desk = await openDesk({ pack, store: memoryStore() });
      const last = await live(desk, scenario);
      const to = new Date(Date.parse(last) + 1);
      await desk.runDue(last);
      const report = await desk.whatIf({ pack, from: '2000-01-01T00:00:00+08:00', to });
      expect(report).toMatchObject({ tickets: 1, moves: [], unrouted: 0 });
      for (const { now, draft } of sides(report))
        expect({ scenario: scenario.title, is: draft }).toEqual({ scenario: scenario.title, is: now });
    }
  });
});

describe('under another pack', () => {
  const span = { from: at('00:00'), to: at('23:59') };
  const { agent, dispatcher, clerk } = people;

  /** Registered at 09:00, dispatched at 09:20, signed at 10:30. */
  async function slowDesk(): Promise<Desk> {
    const desk = await openSampleDesk();
    const { ticket } = { ticket: done(await desk.register(noiseAtNight, { id: 't', by: agent, at: at('09:00') })) };
    const dispatched = done(await ticket.do('dispatch', {}, { by: dispatcher, at: at('09:20') }));
    done(await dispatched.do('sign', {}, { by: clerk, at: at('10:30') }));
    return desk;
  }

  test('a shorter limit makes late what was in time', async () => {
    const desk = await slowDesk();
    const clocks = samplePack.clocks.map((clock) =>
      clock.id === 'dispatch'
        ? { ...clock, termFor: () => ({ kind: 'elapsed', amount: 10, unit: 'minute' }) as const }
        : clock,
    );
    const byId = new Map(clocks.map((clock) => [clock.id, clock]));
    const clocksByEvent = new Map(
      [...samplePack.clocksByEvent].map(([event, old]) => [event, old.flatMap(({ id }) => byId.get(id) ?? [])]),
    );
    const draft = { ...samplePack, clocks, clocksByEvent };
    const { clocks: counted } = await desk.whatIf({ pack: draft, ...span });
    expect(counted.find(({ clock }) => clock === 'dispatch')).toEqual({
      clock: 'dispatch',
      started: { now: 1, draft: 1 },
      late: { now: 0, draft: 1 },
    });
  });

  test('what another city’s rules would have sent elsewhere, and what nobody would have taken', async () => {
    const desk = await slowDesk();
    const dongguan = await loadCityPack(cityFolder('dongguan'));
    const report = await desk.whatIf({ pack: dongguan, ...span });
    expect(report.moves.map(({ tickets }) => tickets).concat(report.unrouted)).toEqual([1, 0]);
  });

  test('nothing is written, and tickets outside the span are not asked', async () => {
    const desk = await slowDesk();
    const before = await desk.history('t');
    expect((await desk.whatIf({ pack: samplePack, from: at('09:01'), to: at('23:59') })).tickets).toBe(0);
    await desk.whatIf({ pack: samplePack, ...span });
    expect(await desk.history('t')).toEqual(before);
  });
});
