import type { Call, Desk, EventName, TicketEvent } from '@hotline-kit/core';
import { assess } from '@hotline-kit/core/assessment';
import { cityFolder, loadCityPack, seedCities } from '@hotline-kit/rules/node';
import { describe, expect, test } from 'vitest';
import { bad, good, november, rowsOf, tickets } from './city-assessment.js';
import { agent, carriedOut, deskOf, dispatcher } from './city-desk.js';

const at = (time: string, day = '2026-03-02') => `${day}T${time}:00+08:00`;
const complaint: Call = { channel: 'phone', type: 'complaint', content: '噪声扰民', place: {} };

/** Fires what falls due, one deadline after the other, until something happened or nothing is left. */
async function runUntil(desk: Desk, ticket: string, from: string, has: (events: readonly TicketEvent[]) => boolean) {
  let next: Date | undefined = new Date(from);
  for (let n = 0; n < 60 && next !== undefined; n += 1) {
    const events = await desk.history(ticket);
    if (has(events)) return events;
    ({ nextDueAt: next } = await desk.runDue(next));
  }
  return desk.history(ticket);
}

describe.each(seedCities())('escalation in %s is rules with their articles', async (city) => {
  const pack = await loadCityPack(cityFolder(city));
  const lead = pack.units.all.find(({ kind, parent }) => kind === 'department' && parent === 'city')?.id ?? '';
  const staff = (role: 'unitClerk' | 'handler' | 'unitHead') => ({ id: `${role}-1`, role, unit: lead });

  /** A ticket that its unit is handling. */
  const handled = async (call: Partial<Call> = {}) => {
    const { desk } = await deskOf(city);
    const { record } = carriedOut(await desk.register({ ...complaint, ...call }, { by: agent, at: at('09:00') }));
    const give = async (type: string, data: object, by: object, time: string) =>
      carriedOut(await desk.execute({ ticket: record.id, type, data, by, at: at(time) } as never));
    await give('dispatch', { lead }, dispatcher, '09:01');
    return { desk, id: record.id, give };
  };
  const accepted = async (call: Partial<Call> = {}) => {
    const ticket = await handled(call);
    await ticket.give('sign', {}, staff('unitClerk'), '09:02');
    await ticket.give('accept', {}, staff('handler'), '09:03');
    return ticket;
  };
  const named = <T extends EventName>(events: readonly TicketEvent[], type: T) =>
    events.flatMap((event) => (event.type === type ? [event as TicketEvent & { readonly type: T }] : []));

  /**
   * What an event is grounded in is named with its article: a rule, whose explanation cites it, or a clause of the
   * procedure, such as `supervision.circular`.
   */
  const isGrounded = ({ data }: TicketEvent) => {
    const { rule = '', article = 'none' } = data as { readonly rule?: string; readonly article?: string };
    expect(pack.sources).toContain(article.split(';').at(-1));
    if (rule.includes('.')) return;
    expect(JSON.stringify(pack.escalation.explain({}, { rule }))).toContain(article);
  };

  test('warned, overdue, and supervised from level to level while nobody answers', async () => {
    const { desk, id } = await accepted();
    const events = await runUntil(desk, id, at('09:03'), (all) =>
      all.some(({ type, data }) => type === 'supervision.escalated' && (data as { level?: number }).level === 3),
    );
    expect(named(events, 'clock.warned').length).toBeGreaterThan(0);
    expect(named(events, 'notice.given').length).toBeGreaterThan(0);
    for (const notice of named(events, 'notice.given')) isGrounded(notice);
    const steps = [...named(events, 'supervision.started'), ...named(events, 'supervision.escalated')];
    expect(steps.map(({ data }) => data.level)).toEqual([1, 2, 3]);
    for (const step of steps) isGrounded(step);
    expect((await desk.ticket(id))?.record.clocks['superviseReply']?.state).toBeDefined();
  });

  test('an urgent ticket that nobody signs is urged, and supervised at once', async () => {
    const { desk, id } = await handled({ type: 'help', urgent: true });
    const events = await runUntil(desk, id, at('09:02'), (all) =>
      all.some(({ type }) => type === 'supervision.started'),
    );
    for (const event of [...named(events, 'ticket.urged'), ...named(events, 'supervision.started')]) isGrounded(event);
    expect(named(events, 'supervision.started')).toHaveLength(1);
    const urged = await handled();
    await urged.give('urge', { reason: '群众来电催办' }, agent, '11:00');
    const byPeople = named(await urged.desk.history(urged.id), 'ticket.urged').filter(
      ({ actor }) => actor.id === agent.id,
    );
    expect(byPeople.map(({ data }) => data.reason)).toEqual(['群众来电催办']);
  });

  test('pushed between units, complained of again and again, hard: level 2, 2 and 3', async () => {
    const repeated = await handled({ repeats: ['t-a', 't-b', 't-c'] });
    const hard = await handled();
    await hard.give('tag', { add: ['疑难复杂'] }, dispatcher, '09:05');
    const matter = pack.matters.all.find(({ type }) => type === 'complaint')?.code ?? '';
    const pushed = await handled({ matter });
    const back = { reason: '不属本单位职责', evidence: '三定方案', proposedUnit: 'hotline-centre' };
    for (const time of ['09:10', '09:30']) {
      await pushed.give('requestReturn', back, staff('unitClerk'), time);
      await pushed.give('approveReturn', {}, dispatcher, time);
      await pushed.give('dispatch', { lead }, dispatcher, time);
    }
    const levels = await Promise.all(
      [repeated, pushed, hard].map(async ({ desk, id }) => {
        const [step] = named(await desk.history(id), 'supervision.started');
        if (step === undefined) expect.fail('no supervision');
        isGrounded(step);
        return step.data.level;
      }),
    );
    expect(levels).toEqual([2, 2, 3]);
  });

  test('leaders write instructions, and are asked for one where their own item is late', async () => {
    const { desk, id, give } = await accepted({ leaderAssigned: true });
    const leader = { id: 'mayor', role: 'cityLeader' };
    expect((await give('instruct', { text: '请限期解决' }, leader, '10:00')).record.instructions).toBe(1);
    const byRule = (all: readonly TicketEvent[]) =>
      named(all, 'instruction.given').filter(({ data }) => data.rule !== undefined);
    const events = await runUntil(desk, id, at('10:00'), (all) => byRule(all).length > 0);
    expect(byRule(events).map(({ data }) => data.inTheNameOf)).toEqual(['cityLeader']);
    for (const event of byRule(events)) isGrounded(event);
  });

  test('a clue about how tickets are handled goes to the discipline body, and the unit never reads of it', async () => {
    const matter = pack.matters.has('handling-conduct') ? 'handling-conduct' : 'conduct';
    const { desk, id, give } = await accepted({ type: 'report', matter });
    const [notice] = named(await desk.history(id), 'notice.given').filter(({ data }) =>
      data.units?.includes('discipline'),
    );
    if (notice === undefined) expect.fail('the discipline body was not told');
    isGrounded(notice);
    const supervisor = { id: 'officer-1', role: 'superviseOfficer' } as const;
    await give('transferClue', { receiver: 'clueReceiver', record: '作风问题线索' }, supervisor, '10:00');
    const view = await desk.view(id, staff('handler'), { at: at('10:01') });
    expect(view.timeline.some(({ type }) => type === 'clue.transferred')).toBe(false);
  });

  test('the last of each group is named each month, interviewed, held to account; and so is the handler', () => {
    const [group] = pack.assessment.groups;
    const members = pack.units.all.filter(({ kind }) => group?.kinds?.includes(kind));
    const [first, last] = members.slice(-2).map(({ id }) => id);
    const month = [
      ...tickets(12, { ...good, unit: first ?? '', handler: 'h-good' }),
      ...tickets(12, { ...bad, unit: last ?? '', handler: 'h-bad' }),
    ];
    const one = assess(rowsOf(pack, month), pack, november);
    const two = assess(rowsOf(pack, month), pack, { ...november, earlier: [one] });
    const three = assess(rowsOf(pack, month), pack, { ...november, earlier: [two, one] });
    const actions = (assessment: typeof one, key: string | undefined) =>
      assessment.consequences.filter((each) => each.key === key).map(({ action }) => action);
    expect(actions(one, last)).toContain('notice');
    expect(actions(one, first)).not.toContain('notice');
    expect(actions(two, last)).toEqual(expect.arrayContaining(['interview', 'rectify']));
    expect(actions(three, last)).toContain('accountability');
    expect(actions(three, 'h-bad')).toEqual(expect.arrayContaining(['remind', 'accountability']));
    expect(actions(three, 'h-good')).toEqual([]);
    const { consequences } = three;
    expect(consequences.filter(({ article }) => article === undefined || !pack.sources.includes(article))).toEqual([]);
  });
});
