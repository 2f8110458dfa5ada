import {
  approversOf,
  chooseLimit,
  dutiesOf,
  dutiesOfSection,
  dutyProblems,
  extensionClosesAt,
  replyKind,
} from '@hotline-kit/rules';
import { describe, expect, it } from 'vitest';
import { against, equal, faultsOf, packWith, workingDays } from './pack-with.js';

const from = '2026-03-02T09:00:00+08:00';

describe('4. a limit may come from the ticket or the matter, as a term or a date; ceilings are hard or soft', () => {
  const choose = (procedure: object, candidates: Parameters<typeof chooseLimit>[2], facts = {}) => {
    const pack = packWith(procedure);
    return chooseLimit(pack.procedure, facts, candidates, { from, calendar: pack.defaultCalendar });
  };
  const date = { kind: 'fixed', at: '2026-03-20T17:00:00+08:00' } as const;

  it('that of the ticket, of the matter, of the pack: the first that there is', () => {
    const all = { ticket: date, matter: workingDays(3), pack: workingDays(10) };
    expect(choose({}, all)).toMatchObject({ origin: 'ticket', dueAt: new Date(date.at) });
    expect(choose({}, { ...all, ticket: undefined })?.origin).toBe('matter');
    expect(choose({ handlingLimit: { order: ['pack', 'matter'] } }, all)?.origin).toBe('pack');
    expect(choose({}, {})).toBeUndefined();
  });

  it('a hard ceiling cuts, a soft one asks for more', () => {
    const ceiling = workingDays(5);
    const pack = workingDays(10);
    expect(choose({ handlingLimit: { ceiling } }, { pack })).toMatchObject({ term: ceiling, isCut: true });
    const soft = choose({ handlingLimit: { ceiling, ceilingKind: 'soft' } }, { pack });
    expect(soft).toMatchObject({ term: pack, isCut: false, isBeyond: true });
    expect(choose({ handlingLimit: { ceiling } }, { pack: ceiling })).toMatchObject({ isCut: false, isBeyond: false });
  });

  it.each([
    ['longer', 60, 'statutory'],
    ['longer', 5, 'pack'],
    ['always', 5, 'statutory'],
    ['never', 60, 'pack'],
  ] as const)('a statutory period prevails: %s, of %i working days: %s', (prevails, amount, origin) => {
    const limits = { pack: workingDays(10), statutory: workingDays(amount) };
    expect(choose({ statutoryPeriod: { prevails } }, limits)?.origin).toBe(origin);
    expect(choose({}, limits)?.origin).toBe('pack');
  });

  it('no ceiling of a city shortens the law', () => {
    const procedure = { statutoryPeriod: {}, handlingLimit: { ceiling: workingDays(20) } };
    expect(choose(procedure, { pack: workingDays(10), statutory: workingDays(60) })).toMatchObject({ isCut: false });
  });

  it('the citizen is told meanwhile', () => {
    const statutoryPeriod = { inform: [{ id: 'statutory', to: 'citizen', parts: ['law', 'until'] }] };
    const [duty] = dutiesOfSection(packWith({ statutoryPeriod }).procedure, 'statutoryPeriod', {});
    if (duty === undefined) throw new Error('there should be a duty');
    expect(dutyProblems(duty, {}, { data: { law: '行政复议法' } }).map(({ field }) => field)).toEqual(['until']);
  });
});

describe('settings: how far a limit may be extended, by whom approved', () => {
  const extension = {
    limit: workingDays(5),
    limitKind: 'soft',
    beyond: { requires: ['reason'], evidence: ['plan'] },
    approver: [{ when: equal('extensionCount', 1), value: ['unitHead'] }, { value: ['unitLeader'] }],
    notice: workingDays(1),
  };

  it('a soft limit is passed with what is needed beyond it', () => {
    const asked = (data: object) => against({ extension, evidence: { plan: {} } }, 'requestExtension', {}, { ...data });
    expect(asked({ term: workingDays(5) })).toEqual([]);
    expect(asked({ term: workingDays(6) })).toEqual(['missing reason', 'evidenceMissing evidence']);
    expect(asked({ term: workingDays(6), reason: 'x', evidence: ['plan'] })).toEqual([]);
  });

  it('1. the approver is chosen by earlier approvals', () => {
    const { procedure } = packWith({ extension, evidence: { plan: {} } });
    expect(approversOf(procedure, 'extension', { extensionCount: 0 })).toEqual(['unitLeader']);
    expect(approversOf(procedure, 'extension', { extensionCount: 1 })).toEqual(['unitHead']);
  });

  it.each([
    [workingDays(1), '2026-03-05T17:30:00+08:00'],
    [{ kind: 'naturalDays', amount: 1 }, '2026-03-05T17:30:00+08:00'],
    [{ kind: 'elapsed', amount: 90, unit: 'minute' }, '2026-03-06T16:00:00+08:00'],
    [{ kind: 'workingTime', amount: 4, unit: 'hour' }, '2026-03-06T13:30:00+08:00'],
  ])('it is asked so long before due: %o', (notice, last) => {
    const pack = packWith({ extension: { notice } });
    const dueAt = new Date('2026-03-06T17:30:00+08:00');
    expect(extensionClosesAt(pack.procedure, {}, dueAt, pack.defaultCalendar)).toEqual(new Date(last));
    expect(extensionClosesAt(packWith({}).procedure, {}, dueAt, pack.defaultCalendar)).toBeUndefined();
  });

  it.each([
    { kind: 'naturalMonths', amount: 1 },
    { kind: 'sameDay' },
    { kind: 'nextDay' },
    { kind: 'fixed', at: '2026-03-05T17:30:00+08:00' },
  ])('no notice is counted back by %o: it is a fault, and never ignored', (notice) => {
    expect(faultsOf({ extension: { notice } })).toEqual(['procedure.json#/extension/notice wrongValue']);
    const chosen = [{ when: equal('urgent', true), term: notice }, { term: workingDays(1) }];
    expect(faultsOf({ extension: { notice: chosen } })).toEqual(['procedure.json#/extension/notice wrongValue']);
  });

  it('14. a pause counts by whole days or by working time', () => {
    const suspension = {
      pauses: [{ when: equal('ground', 'litigation'), value: 'wholeDays' }, { value: 'workingTime' }],
    };
    const { options } = packWith({ suspension }).procedure.suspension?.pauses ?? { options: [] };
    expect(options.map(({ value }) => value)).toEqual(['wholeDays', 'workingTime']);
  });
});

describe('6. kinds of reply as data: grounds, required parts, effect on the ticket', () => {
  const reply = {
    requires: ['result'],
    approver: ['unitLeader'],
    kinds: [
      { id: 'final', effect: 'replies' },
      { id: 'interim', effect: 'continues', requires: ['progress', 'nextStep'], maximum: 2, next: workingDays(5) },
      {
        id: 'statutory',
        effect: 'extends',
        grounds: ['review', 'appraisal'],
        requires: ['until'],
        approver: ['unitHead'],
      },
      { id: 'staged', effect: 'pauses', when: equal('class', 'complex') },
    ],
  };

  it('an interim reply contains what it must', () => {
    expect(against({ reply }, 'submitReply', {}, { kind: 'interim', result: 'x' })).toEqual([
      'missing progress',
      'missing nextStep',
    ]);
  });

  it('a kind without its ground, out of place, or too often is refused', () => {
    expect(against({ reply }, 'submitReply', {}, { kind: 'statutory', result: 'x', until: 'y' })).toEqual([
      'groundNotAllowed ground',
    ]);
    expect(against({ reply }, 'submitReply', {}, { kind: 'staged', result: 'x' })).toEqual(['kindNotAllowed kind']);
    expect(against({ reply }, 'submitReply', { class: 'complex' }, { kind: 'staged', result: 'x' })).toEqual([]);
    const second = { kind: 'interim', result: 'x', progress: 'x', nextStep: 'x' };
    expect(against({ reply }, 'submitReply', { 'count.interim': 2 }, second)).toEqual(['tooMany']);
  });

  it('one that names no kind answers the ticket', () => {
    const { procedure } = packWith({ reply });
    expect(replyKind(procedure, {}, {})?.id).toBe('final');
    expect(replyKind(procedure, {}, { kind: 'interim' })?.effect).toBe('continues');
    expect(replyKind(packWith({ reply: {} }).procedure, {}, {})).toBeUndefined();
    expect(against({ reply }, 'submitReply', {}, { result: 'x' })).toEqual([]);
  });

  it('its approver may be another', () => {
    const { procedure } = packWith({ reply });
    expect(approversOf(procedure, 'reply', { replyKind: 'statutory' })).toEqual(['unitHead']);
    expect(approversOf(procedure, 'reply', {})).toEqual(['unitLeader']);
  });
});

describe('5. answering the citizen and reporting back to the hotline are separate duties', () => {
  const reply = {
    answer: [
      {
        id: 'answer',
        to: 'citizen',
        copy: ['superior'],
        term: workingDays(1),
        proof: ['contact'],
        waiver: ['anonymous'],
      },
    ],
    report: [{ id: 'report', to: 'hotline', term: workingDays(2), parts: ['result'] }],
  };
  const { procedure } = packWith({ reply });
  const duties = dutiesOf(procedure, 'approveReply', {});

  it('each with its own clock', () => {
    expect(duties.map(({ id, term }) => [id, term?.options[0]?.value])).toEqual([
      ['answer', workingDays(1)],
      ['report', workingDays(2)],
    ]);
    expect(dutiesOf(procedure, 'submitReply', {})).toEqual([]);
  });

  it('its own proof and waiver', () => {
    const [answer, report] = duties;
    if (answer === undefined || report === undefined) throw new Error('there should be two duties');
    const missing = (duty: typeof answer, waiver?: string) =>
      dutyProblems(duty, {}, { data: {}, ...(waiver !== undefined && { waiver }) }).map(({ field }) => field);
    expect([missing(answer), missing(answer, 'anonymous'), missing(report, 'anonymous')]).toEqual([
      ['contact'],
      [],
      ['result'],
    ]);
  });
});

describe('3. packs declare their own kinds of evidence and milestones', () => {
  const milestones = { ruling: { title: { zh: '法院裁定' }, outside: true, requires: ['number'] }, plan: {} };

  it('a milestone outside the system has its own time', () => {
    const recorded = (data: object) => against({ milestones }, 'recordProgress', {}, { ...data });
    expect(recorded({ milestone: 'ruling' })).toEqual(['missing occurredAt', 'missing number']);
    expect(recorded({ milestone: 'plan' })).toEqual([]);
    expect(recorded({ milestone: 'party' })).toEqual(['milestoneUnknown milestone']);
    expect(recorded({ milestone: 'constructor' })).toEqual(['milestoneUnknown milestone']);
    expect(recorded({ text: 'x' })).toEqual([]);
  });

  it('evidence that the pack does not declare is a fault', () => {
    expect(faultsOf({ return: { evidence: ['photo'] } })).toEqual(['procedure.json#/return/evidence unknownEvidence']);
  });
});
