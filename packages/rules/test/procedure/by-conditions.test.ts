import { approversOf, limitOf, permit, windowOf } from '@hotline-kit/rules';
import { describe, expect, it } from 'vitest';
import { against, equal, faultsOf, manifestWith, packWith, workingDays } from './pack-with.js';

describe('1. any limit, requirement or approver is chosen by conditions on facts, with a default', () => {
  const cases = [
    { fact: 'type', value: 'consult' },
    { fact: 'class', value: 'complex' },
    { fact: 'urgent', value: true },
    { fact: 'channel', value: 'web' },
    { fact: 'round', value: 2 },
    { fact: 'ground', value: 'weather' },
    { fact: 'extensionCount', value: 1 },
  ] as const;

  it.each(cases)('by the fact $fact', ({ fact, value }) => {
    const when = equal(fact, value);
    const { procedure } = packWith({
      extension: {
        limit: [{ when, term: workingDays(9) }, { term: workingDays(5) }],
        approver: [{ when, value: ['unitHead'] }, { value: ['unitLeader'] }],
        maximum: [{ when, value: 7 }, { value: 3 }],
        requires: [{ when, value: ['reason', 'plan'] }, { value: ['reason'] }],
        evidence: [{ when, value: ['photo'] }, { value: [] }],
      },
      return: { window: [{ when, term: workingDays(2) }, { term: workingDays(1) }] },
      evidence: { photo: {} },
    });
    const chosen = (facts: object) => [
      limitOf(procedure, 'extension', facts),
      approversOf(procedure, 'extension', facts),
      windowOf(procedure, 'return', facts),
      problemsOf(facts),
    ];
    const problemsOf = (facts: object): readonly string[] => {
      const given = fact === 'ground' && 'ground' in facts ? { ground: value } : {};
      const permission = permit(procedure, 'requestExtension', facts, given);
      return permission.ok ? [] : permission.problems.map(({ code, field }) => `${code} ${field}`);
    };
    expect(chosen({ [fact]: value })).toEqual([
      workingDays(9),
      ['unitHead'],
      workingDays(2),
      ['missing reason', 'missing plan', 'evidenceMissing evidence'],
    ]);
    expect(chosen({})).toEqual([workingDays(5), ['unitLeader'], workingDays(1), ['missing reason']]);
  });
});

describe('3. packs declare their own channels and clocks', () => {
  it('a channel of the pack is known to its conditions, and no other', () => {
    const files = manifestWith({ channels: { tvShow: { zh: '电视问政', en: 'TV inquiry' } } });
    const forbid = (channel: string) => ({ dispatch: { forbid: [{ when: equal('channel', channel) }] } });
    expect(faultsOf(forbid('tvShow'), files)).toEqual([]);
    expect(faultsOf(forbid('radioShow'), files)).toEqual([
      'procedure.json#/dispatch/forbid/0/when/all/0/value unknownChannel',
    ]);
  });

  it('a clock of the pack starts at the due instant of another, met or not, and conditions see both', () => {
    const clock = { term: workingDays(1), start: ['ticket.signed'], stop: ['reply.submitted'] };
    const clocks = { site: clock, review: { ...clock, start: ['clock.due:site'] } };
    const procedure = { dispatch: { forbid: [{ when: equal('clock.review.state', 'breached') }] } };
    expect(faultsOf(procedure, { 'clocks.json': JSON.stringify(clocks) })).toEqual([]);
  });
});

describe('12. conditions that compare two dates by a calendar term', () => {
  const files = manifestWith({
    facts: {
      happenedOn: { type: 'string', title: { zh: '事发日期' } },
      askedOn: { type: 'string', title: { zh: '申请日期' } },
    },
  });
  const late = {
    all: [{ fact: 'askedOn', operator: 'beyondTerm', value: { fact: 'happenedOn', term: workingDays(13) } }],
  };
  const procedure = {
    refusal: { grounds: [{ id: 'late', when: late }, { id: 'other' }] },
    return: { window: [{ when: late, term: workingDays(1) }, { term: workingDays(2) }] },
    reopening: { forbid: [{ when: late, article: '样例第九条' }] },
  };
  const pack = packWith(procedure, files);
  /** Thirteen working days from Thursday 2026-02-12 end on 2026-03-09, make-up days counted. */
  const facts = (askedOn: string) => ({ happenedOn: '2026-02-12', askedOn });

  it.each([
    ['2026-03-09', false],
    ['2026-03-10', true],
  ])('asked on %s: beyond the term is %s', (askedOn, isLate) => {
    const reopen = permit(pack.procedure, 'reopen', facts(askedOn), {});
    expect(reopen.ok).toBe(!isLate);
    expect(permit(pack.procedure, 'refuse', facts(askedOn), { ground: 'late' }).ok).toBe(isLate);
    expect(windowOf(pack.procedure, 'return', facts(askedOn))).toEqual(workingDays(isLate ? 1 : 2));
  });

  it('a date that is absent makes the condition false', () => {
    expect(permit(pack.procedure, 'reopen', { askedOn: '2026-03-10' }, {}).ok).toBe(true);
  });

  it('a calendar that the pack does not know is a fault', () => {
    const value = { fact: 'happenedOn', term: workingDays(1), calendar: 'ofice' };
    const when = { all: [{ fact: 'askedOn', operator: 'withinTerm', value }] };
    expect(faultsOf({ reopening: { forbid: [{ when }] } }, files)).toEqual([
      'procedure.json#/reopening/forbid/0/when/all/0/value/calendar unknownCalendar',
    ]);
  });
});

it('2. a refusal lists everything that is missing, at once', () => {
  const procedure = {
    return: {
      requires: ['reason', 'duties'],
      evidence: ['photo'],
      maximum: 1,
      forbid: [{ when: equal('urgent', true), article: '样例第八条' }],
    },
    evidence: { photo: {} },
  };
  expect(against(procedure, 'requestReturn', { urgent: true, returnCount: 1, windowClosed: true })).toEqual([
    'forbidden',
    'windowClosed',
    'returnsExhausted',
    'missing reason',
    'missing duties',
    'evidenceMissing evidence',
  ]);
});
