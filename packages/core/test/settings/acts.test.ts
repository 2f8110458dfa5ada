import type { Actor, Desk, DeskCommand } from '@hotline-kit/core';
import { PackError, SECTIONS } from '@hotline-kit/rules';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { at, openSampleDesk, people } from '../sample-desk.js';
import { type Changes, sampleTown } from '../sample-pack.js';
import { fullLaw } from './full-law.js';
import { lives } from './lives.js';

/** What every section can say is looked at in each of them, but for the quick size. */
const isQuick = (process.env['HOTLINE_PROOF'] ?? 'quick') === 'quick';

const always = { all: [{ fact: 'urgent', operator: 'in', value: [true, false] }] };
const terms = [
  { kind: 'elapsed', amount: 1, unit: 'minute' },
  { kind: 'workingDays', amount: 60 },
];

/** The form of a setting, as far as other values for it follow from it. */
interface Form {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly items?: { readonly enum?: readonly unknown[]; readonly pattern?: string };
}

/** Other values for a setting, by its form: numbers, terms, words, roles, fields; lists of things have other things, or none. */
function othersFor(schema: z.ZodType): readonly unknown[] {
  const json = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as Form & {
    readonly anyOf?: readonly Form[];
  };
  const form: Form = json.anyOf?.[0] ?? json;
  if (form.type === 'integer') return [0, 1, 2];
  if (form.type === 'boolean') return [true, false];
  if (form.enum !== undefined) return form.enum;
  if (form.type === 'object') return [undefined, { requires: ['neverGiven'] }, { approver: ['auditor'] }];
  if (form.type === undefined) return terms;
  if (form.items?.enum !== undefined) return form.items.enum.map((word) => [word]);
  if (form.items?.pattern !== undefined) return [['neverGiven']];
  return [undefined, ['otherGround'], [{ unit: 'hillside' }]];
}

/** Other values for what every section that binds commands can say. */
const commonOthers: Readonly<Record<string, (command: string) => readonly unknown[]>> = {
  requires: () => [['neverGiven']],
  evidence: () => [['duties-list'], ['site-photo'], undefined],
  forbid: () => [[{ when: always }]],
  approver: () => [['auditor'], undefined],
  inform: () => [[{ id: 'zz', to: 'citizenSupervisor' }]],
  consequences: (on) => [[{ on, outcome: { type: 'tag', params: { tag: 'refused' } } }]],
};

/** What the table of sections says of one. */
interface Definition {
  readonly asks?: readonly string[];
  readonly decides?: readonly string[];
  readonly answers?: readonly string[];
  readonly takes?: readonly string[];
  readonly settings: Readonly<Record<string, { readonly schema: z.ZodType }>>;
}

const definitions: Readonly<Record<string, Definition>> = SECTIONS;

/** Every setting of the schema, by its section, with other values for it. */
const settings = Object.entries(definitions).flatMap(([section, definition]) => {
  const { asks, takes } = definition;
  const own = Object.entries(definition.settings).map(([key, { schema }]) => ({
    ...{ section, key, name: `${section} ${key}` },
    others: othersFor(schema),
  }));
  const shared = isQuick ? [] : (takes ?? (asks === undefined ? [] : Object.keys(commonOthers)));
  const common = shared.map((key) => ({
    ...{ section, key, name: `${section} ${key}` },
    others: commonOthers[key]?.(asks?.[0] ?? '') ?? [],
  }));
  return [...own, ...common];
});

/** Events name the law they were decided under, and are chained by it: that is another one each time. */
const SEALED: ReadonlySet<string> = new Set(['rules', 'hash', 'prevHash']);
const withoutSeals = (key: string, value: unknown): unknown => (SEALED.has(key) ? undefined : value);

/** What comes of each step of a life: what happened, or why not; and what people then see and may do. */
async function* traceOf(name: string, law: ReturnType<typeof sampleTown>): AsyncGenerator<string> {
  const desk = await openSampleDesk({ pack: law });
  for (const [type, who, time, data = {}, ticket = 't'] of lives[name] ?? []) {
    const by: Actor = typeof who === 'string' ? people[who] : who;
    if (type === 'runDue') yield String((await desk.runDue(time)).fired);
    else {
      const result = await desk.execute({ type, ticket, data, by, at: time } as unknown as DeskCommand);
      yield result.ok
        ? JSON.stringify(result.events.map((event) => [event.type, event.state, event.data]))
        : JSON.stringify([result.refusal.code, result.refusal.problems?.map(({ code, field }) => [code, field])]);
    }
  }
  yield* seenOf(desk);
}

async function* seenOf(desk: Desk): AsyncGenerator<string> {
  const when = at('09:00', '2026-06-01');
  if ((await desk.ticket('t')) === undefined) return;
  for (const who of ['agent', 'handler', 'citizen', 'dispatcher'] as const) {
    const caller = await desk.caller('t', { by: people[who], at: when }).catch((error) => error.code);
    const log = await desk.history('t', { by: people[who] }).catch((error) => error.code);
    yield JSON.stringify([caller, log, await desk.view('t', people[who], { at: when })], withoutSeals);
  }
}

const bases: readonly Changes[] = [fullLaw, {}];
const traces = new Map<string, readonly string[]>();

async function traced(base: number, name: string): Promise<readonly string[]> {
  const key = `${base} ${name}`;
  const known = traces.get(key);
  if (known !== undefined) return known;
  const trace: string[] = [];
  for await (const each of traceOf(name, sampleTown(bases[base]))) trace.push(each);
  traces.set(key, trace);
  return trace;
}

/** All lives, those first in which a command of the section is given: they are the likeliest to tell. */
function livesUnder(section: string): readonly string[] {
  const { asks = [], decides = [], answers = [] } = definitions[section] ?? {};
  const governed = new Set([...asks, ...decides, ...answers]);
  const touches = (name: string): boolean => lives[name]?.some(([type]) => governed.has(type)) === true;
  return Object.keys(lives).sort((a, b) => Number(touches(b)) - Number(touches(a)));
}

/** Whether some life goes another way where the setting says another thing. */
async function acts(section: string, key: string, value: unknown): Promise<boolean> {
  for (const [index, base] of bases.entries()) {
    const said = { ...(base.procedure?.[section] as object | undefined), [key]: value };
    let law: ReturnType<typeof sampleTown>;
    try {
      law = sampleTown({ ...base, procedure: { ...base.procedure, [section]: said } });
    } catch (error) {
      if (error instanceof PackError) continue;
      throw error;
    }
    for (const name of livesUnder(section)) {
      const usual = await traced(index, name);
      let step = 0;
      for await (const each of traceOf(name, law)) {
        if (each !== usual[step]) return true;
        step += 1;
      }
    }
  }
  return false;
}

describe('每一项设定，取另一值，必有工单的一生因之不同', () => {
  test('设定取自规程的结构，一项不漏', () => {
    expect(settings.length).toBeGreaterThan(isQuick ? 85 : 230);
    const sections = new Set(settings.map(({ section }) => section));
    expect(Object.keys(SECTIONS).filter((section) => !sections.has(section))).toEqual(isQuick ? ['observation'] : []);
  });

  test.each(settings)('$name', async ({ section, key, others }) => {
    let isFelt = false;
    for (const other of others) isFelt ||= await acts(section, key, other);
    expect(isFelt).toBe(true);
  });
});
