import { type Desk, type DeskCommand, HotlineError } from '@hotline-kit/core';
import { InvalidInstantError } from '@hotline-kit/sla-calendar';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everyCommand } from './every-command.js';
import { everybody } from './invariants/everybody.js';
import { at, done, handledTicket, noiseAtNight, openSampleDesk, people } from './sample-desk.js';

const runs =
  { sample: 200, quick: 2_000, ci: 10_000, full: 1_000_000 }[process.env['HOTLINE_PROOF'] ?? 'quick'] ?? 2_000;

const circle: Record<string, unknown> = {};
circle['self'] = circle;
const deep = JSON.parse(`${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`);
const trap = Object.defineProperty({}, 'result', { enumerable: true, get: () => 'a getter' });

/** Values that no field of a command expects. */
const hostile = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -1,
    1e308,
    0.5,
    1n,
    Symbol('s'),
    () => 1,
  ),
  fc.constantFrom<unknown>(
    '',
    ' ',
    '\0',
    '\ud800',
    '<script>alert(1)</script>',
    "'; drop table tickets; --",
    '9'.repeat(100_000),
  ),
  fc.constantFrom<unknown>(
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    '2026-02-30T00:00:00Z',
  ),
  fc.constantFrom<unknown>(
    [],
    {},
    [[]],
    circle,
    deep,
    trap,
    new Date(Number.NaN),
    new Map(),
    Object.create(null),
    new (class A {})(),
  ),
  fc.constantFrom(
    ...[
      '{"__proto__":{"admin":true}}',
      '{"constructor":{"prototype":{"admin":true}}}',
      '{"more":{"__proto__":1}}',
      '{"more":{"constructor":"x"}}',
    ].map((text) => JSON.parse(text) as unknown),
  ),
  fc.object({ maxDepth: 2, withNullPrototype: true, withBigInt: true }),
  fc.string({ unit: 'binary', maxLength: 50 }),
);

/** Where in a command it is put: at a field of the data, deeper, beside them, or in the envelope. */
const blow = fc.record({
  at: fc.noBias(fc.nat(1_000)),
  deeper: fc.boolean(),
  key: fc.constantFrom('', '__proto__', 'constructor', 'more', 'x'),
  value: hostile,
});

const attack = fc.record({
  type: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...Object.keys(everyCommand)) },
    { weight: 1, arbitrary: hostile },
  ),
  data: fc.noBias(fc.nat(5)),
  who: fc.noBias(fc.nat(everybody.length - 1)),
  ticket: fc.constantFrom('received', 'dispatched', 'call-1', 'closed', 'nowhere'),
  blows: fc.array(blow, { minLength: 0, maxLength: 3 }),
  envelope: fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    {
      weight: 1,
      arbitrary: fc.tuple(
        fc.constantFrom('id', 'ticket', 'by', 'at', 'expectedVersion', 'correlation', 'data'),
        hostile,
      ),
    },
  ),
});

function struck(
  data: unknown,
  { at: place, deeper, key, value }: typeof blow extends fc.Arbitrary<infer B> ? B : never,
): unknown {
  if (typeof data !== 'object' || data === null) return value;
  const keys = Object.keys(data);
  const own = key !== '' ? key : (keys[place % Math.max(keys.length, 1)] ?? 'x');
  const inner = (data as Record<string, unknown>)[own];
  const entries = Object.entries(data).filter(([each]) => each !== own);
  // As JSON brings it: a key of its own, also where it is named as what every object inherits.
  return Object.fromEntries([
    ...entries,
    [own, deeper && Object.hasOwn(data, own) ? struck(inner, { at: place, deeper: false, key: '', value }) : value],
  ]);
}

/** A desk with tickets that stand here and there. */
async function town(): Promise<Desk> {
  const desk = await openSampleDesk();
  const { agent, dispatcher, handler, callback, citizen, leader } = people;
  const given = (id: string) => ({ id, by: agent, at: at('08:00') });
  done(await desk.register(noiseAtNight, given('received')));
  const second = done(await desk.register({ ...noiseAtNight, urgent: false }, given('dispatched')));
  done(await second.do('dispatch', {}, { by: dispatcher, at: at('08:01') }));
  await handledTicket(desk);
  const third = done(await desk.register({ ...noiseAtNight, urgent: false }, given('closed')));
  const steps = [
    ['dispatch', {}, dispatcher],
    ['sign', {}, people.clerk],
    ['accept', {}, handler],
    ['submitReply', { result: '已处理', solved: 'yes' }, handler],
    ['approveReply', {}, leader],
    ['rate', { solved: 'yes', satisfaction: 5, contacted: true }, citizen],
    ['finishAssist', { result: '已会同查处', unit: 'urban-management' }, dispatcher],
    ['close', {}, callback],
  ] as const;
  for (const [type, data, by] of steps)
    done(await desk.execute({ type, data, by, ticket: third.id, at: at('09:20') } as unknown as DeskCommand));
  return desk;
}

test('whatever is sent, the answer is a result, a refusal with its words, or a typed error; nothing else happens', async () => {
  const properties = Object.getOwnPropertyNames(Object.prototype);
  const outcomes = { ok: 0, refused: 0, thrown: 0 };
  let desk = await town();
  let count = 0;
  await fc.assert(
    fc.asyncProperty(attack, async ({ type, data, who, ticket, blows, envelope }) => {
      count += 1;
      // What was carried out stays; now and then there is a town as it was.
      if (count % 200 === 0) desk = await town();
      const known = Object.hasOwn(everyCommand, String(typeof type === 'string' ? type : ''));
      const options: readonly unknown[] = known ? everyCommand[type as keyof typeof everyCommand] : [{}];
      const sent = blows.reduce((each, one) => struck(each, one), options[data % options.length]);
      const command = {
        type,
        data: sent,
        by: everybody[who],
        ticket,
        at: at('10:00'),
        ...(envelope && { [envelope[0]]: envelope[1] }),
      };
      try {
        const result = await desk.execute(command as unknown as DeskCommand);
        if (result.ok) outcomes.ok += 1;
        else {
          outcomes.refused += 1;
          const { code, text, problems = [] } = result.refusal;
          for (const each of [{ code, text }, ...problems]) {
            expect(each.code).toMatch(/^[a-zA-Z]+$/);
            expect(each.text.zh).not.toBe('');
            expect(each.text.en).not.toBe('');
          }
        }
      } catch (error) {
        outcomes.thrown += 1;
        if (!(error instanceof HotlineError) && !(error instanceof InvalidInstantError)) throw error;
        expect(error.code).toMatch(/^[a-zA-Z]+$/);
      }
      expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(properties);
      expect(({} as { readonly admin?: unknown }).admin).toBeUndefined();
    }),
    { numRuns: runs, endOnFailure: true },
  );
  for (const { id } of await desk.find({ limit: 1000 })) expect(await desk.verify(id)).toMatchObject({ ok: true });
  // The proof is worth something only if some of it comes through, and most does not.
  expect(outcomes.ok).toBeGreaterThan(runs / 1_000);
  expect(outcomes.refused).toBeGreaterThan(runs / 4);
  expect(outcomes.thrown).toBeGreaterThan(runs / 100);
});
