import { parseCityPack, routeTicket } from '@hotline-kit/rules';
import { dueDate } from '@hotline-kit/sla-calendar';
import { describe, expect, it } from 'vitest';
import { faultsOf, packWith, workingDays } from './procedure/pack-with.js';

const reply = { reply: {} };
const clocks = (file: object) => ({ 'clocks.json': JSON.stringify(file) });

describe("3. a clock may start at another clock's due instant, met or not", () => {
  const handle = { term: workingDays(5), start: ['ticket.dispatched'] };

  it('written clock.due:<clock>', () => {
    const pack = packWith(reply, clocks({ handle, circular: { term: workingDays(5), start: ['clock.due:handle'] } }));
    const circular = pack.clocks.find(({ id }) => id === 'circular');
    expect([...(circular?.startAtDue ?? [])]).toEqual(['handle']);
    expect(circular?.start.size).toBe(0);
  });

  it('a clock that is not there, one that starts itself, and any other reaction are faults', () => {
    const faults = (more: object) => faultsOf(reply, clocks({ handle, ...more }));
    const term = workingDays(1);
    expect(faults({ late: { term, start: ['clock.due:handel'] } })).toEqual(['clocks.json#/late/start/0 unknownClock']);
    expect(faults({ a: { term, start: ['clock.due:b'] }, b: { term, start: ['clock.due:a'] } })).toEqual([
      'clocks.json#/a/start clockCycle',
    ]);
    expect(faults({ late: { term, start: [], stop: ['clock.due:handle'] } })).toEqual([
      'clocks.json#/late/stop/0 clockChain',
    ]);
  });

  it('and at a milestone of the procedure', () => {
    const procedure = { ...reply, milestones: { ruling: { outside: true } } };
    const own = (event: string) => clocks({ own: { term: workingDays(1), start: [event], pauses: 'wholeDays' } });
    const [clock] = packWith(procedure, own('progress.recorded:ruling')).clocks;
    expect(clock?.atMilestone).toEqual([{ milestone: 'ruling', reaction: 'start' }]);
    expect(clock?.pauses).toBe('wholeDays');
    expect(faultsOf(procedure, own('progress.recorded:rulling'))).toEqual([
      'clocks.json#/own/start/0 unknownMilestone',
    ]);
  });
});

describe('4. a limit may come from the matter, as a term or a date', () => {
  const matters = (limit: string) => ({
    'matters.csv': `code,name,parent,type,class,standard,limit,article\nnoise,噪声,,,复杂,噪声办理标准,${limit},第三条\n`,
    'implementation-list.csv':
      'matter,district,lead,assists,article,standard\nnoise,east,riverside,,第一条,现场测量\nnoise,,hillside,,第一条,\n',
  });

  it.each([
    ['5 workingDays', workingDays(5)],
    ['13个工作日', workingDays(13)],
    ['24小时', { kind: 'elapsed', amount: 24, unit: 'hour' }],
    ['2 workingHours', { kind: 'workingTime', amount: 2, unit: 'hour' }],
    ['1个月', { kind: 'naturalMonths', amount: 1 }],
    ['2026-03-31', { kind: 'fixed', at: '2026-03-31' }],
  ])('%s', (text, term) => {
    const pack = packWith(reply, matters(text));
    expect(pack.matters.get('noise')).toMatchObject({
      class: '复杂',
      standard: '噪声办理标准',
      limit: term,
      article: '第三条',
    });
    const { limit } = pack.matters.get('noise') ?? {};
    if (limit === undefined) throw new Error('there should be a limit');
    expect(dueDate(limit, '2026-03-02T09:00:00+08:00', pack.defaultCalendar).dueAt.getTime()).toBeGreaterThan(0);
  });

  it.each(['soon', '5', '-1 workingDays', '5 constructor', '2026-02-30'])('"%s" is none', (text) => {
    expect(faultsOf(reply, matters(text))).toEqual(['matters.csv#/0/limit wrongValue']);
  });

  it('YF12: an item carries its handling standard, else that of its matter', () => {
    const pack = packWith(reply, matters('5 workingDays'));
    expect(routeTicket(pack, { matter: 'noise', district: 'east' }).standard).toBe('现场测量');
    expect(routeTicket(pack, { matter: 'noise', district: 'west' }).standard).toBe('噪声办理标准');
    expect(routeTicket(pack, {}).standard).toBeUndefined();
  });

  it('a column that is not known, or stands twice, is a fault', () => {
    const header = (columns: string) => ({
      'matters.csv': `code,name,parent,type,${columns}\n`,
      'implementation-list.csv': '',
    });
    expect(faultsOf(reply, header('clas'))[0]).toBe('matters.csv# csvHeader');
    expect(faultsOf(reply, header('class,class'))[0]).toBe('matters.csv# csvHeader');
  });
});

it("a rule adds assists to the list's route", () => {
  const rules = [
    {
      id: 'urgent-with-police',
      conditions: { all: [{ fact: 'urgent', operator: 'equal', value: true }] },
      event: { type: 'assist', params: { units: ['hillside', 'riverside'] } },
    },
  ];
  const pack = packWith(reply, {
    'implementation-list.csv': 'matter,district,lead,assists,article\nnoise,,riverside,,第一条\n',
    'routing.rules.json': JSON.stringify({ id: 'r', version: '1', rules }),
  });
  expect(routeTicket(pack, { matter: 'noise' })).toMatchObject({ lead: 'riverside', assists: [], via: 'list' });
  expect(routeTicket(pack, { matter: 'noise', urgent: true })).toMatchObject({
    lead: 'riverside',
    assists: ['hillside'],
    via: 'list',
  });
});

describe('a pack says what those below it may override', () => {
  const title = { zh: '样例', en: 'Sample' };
  const parent = parseCityPack({
    'pack.json': JSON.stringify({
      format: 1,
      id: 'province',
      version: '1',
      title,
      calendar: 'always',
      fixed: ['procedure.extension', 'procedure.suspension', 'clocks', 'routing'],
    }),
    'units.json': JSON.stringify({ units: [{ id: 'office', name: '省热线', kind: 'hotline' }] }),
    'clocks.json': JSON.stringify({ handle: { term: workingDays(5), start: ['ticket.dispatched'] } }),
    'procedure.json': JSON.stringify({ extension: { maximum: 1 }, reply: {} }),
    'SOURCES.md': '',
  });
  const manifest = { format: 1, id: 'city', version: '1', title, parent: '../province' };
  const faults = (files: Readonly<Record<string, unknown>>) => {
    const texts = Object.entries({ 'pack.json': manifest, ...files }).map(([name, value]) => [
      name,
      JSON.stringify(value),
    ]);
    try {
      return parseCityPack({ 'SOURCES.md': '', ...Object.fromEntries(texts) }, { parent }).fixed.size;
    } catch (error) {
      return (error as { diagnostics: readonly { file: string; pointer: string; code: string }[] }).diagnostics.map(
        ({ file, pointer, code }) => `${file}#${pointer} ${code}`,
      );
    }
  };

  it('a fixed section is neither changed nor added', () => {
    expect(faults({ 'procedure.json': { extension: { maximum: 9 } } })).toEqual([
      'procedure.json#/extension fixedByParent',
    ]);
    expect(faults({ 'procedure.json': { suspension: {} } })).toEqual(['procedure.json#/suspension fixedByParent']);
    expect(faults({ 'procedure.json': { reply: { requires: ['result'] } } })).toBe(4);
  });

  it('of a fixed kind, nothing inherited is changed, and more may be added', () => {
    const clock = { term: workingDays(9), start: ['ticket.dispatched'] };
    expect(faults({ 'clocks.json': { handle: clock } })).toEqual(['clocks.json#/handle fixedByParent']);
    expect(faults({ 'clocks.json': { sign: clock } })).toBe(4);
    expect(faults({ 'routing.rules.json': { id: 'r', version: '1', rules: [] } })).toEqual([
      'routing.rules.json# fixedByParent',
    ]);
  });

  it('the fixed parts add up, and a part that no pack has is refused', () => {
    expect(faults({ 'pack.json': { ...manifest, fixed: ['units'] } })).toBe(5);
    expect(faults({ 'pack.json': { ...manifest, fixed: ['everything'] } })).toEqual(['pack.json#/fixed/0 wrongValue']);
  });
});
