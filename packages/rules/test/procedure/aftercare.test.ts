import { dutiesOf, nextStage, oversightDue, rolesFor } from '@hotline-kit/rules';
import { describe, expect, it } from 'vitest';
import { against, equal, faultsOf, packWith, workingDays } from './pack-with.js';

describe('9. several stages of callback and review by different actors, each able to flag and notify', () => {
  const stages = [
    { id: 'robot', by: ['system'] },
    {
      id: 'person',
      by: ['callbackOfficer'],
      when: equal('satisfaction', 1),
      requires: ['reached'],
      flags: [{ id: 'noResult', inform: [{ id: 'tell-lead', to: ['lead', 'superiorOffice'] }] }],
    },
  ];
  const callback = { stages: [stages[0], { ...stages[1], flags: [{ id: 'noResult', inform: ['lead'] }] }] };

  it('each by its own actor, with what it must record', () => {
    const { procedure } = packWith({ callback });
    expect(rolesFor(procedure, 'callBack', { stage: 'person' })).toEqual(['callbackOfficer']);
    expect(nextStage(procedure, 'callback', { satisfaction: 1 }, ['robot'])?.id).toBe('person');
    expect(nextStage(procedure, 'callback', { satisfaction: 5 }, ['robot'])).toBeUndefined();
    expect(against({ callback }, 'callBack', { satisfaction: 1 }, { stage: 'person' })).toEqual(['missing reached']);
    expect(against({ callback }, 'callBack', { satisfaction: 5 }, { stage: 'person' })).toEqual([
      'stageNotAllowed stage',
    ]);
  });

  it('a flag notifies', () => {
    const { procedure } = packWith({ callback });
    const told = (flags: readonly string[]) =>
      dutiesOf(procedure, 'callBack', { satisfaction: 1 }, { stage: 'person', flags }).map(({ id }) => id);
    expect([told(['noResult']), told([])]).toEqual([['lead'], []]);
  });

  it('a recipient that nobody is, and a stage that stands twice, are faults', () => {
    expect(faultsOf({ callback: { stages } })).toContain(
      'procedure.json#/callback/stages/1/flags/0/inform/0/to/1 wrongValue',
    );
    expect(faultsOf({ quality: { stages: [{ id: 'a' }, { id: 'a' }] } })).toEqual([
      'procedure.json#/quality/stages/1/id duplicateId',
    ]);
  });
});

describe('settings: whether an unhappy callback must, may or may not bring the ticket back; which grounds do not count', () => {
  const redispatch = { maximumRounds: 2, excluded: [{ id: 'compensation', article: '第九条' }] };

  it('it may where no mode is given, and never on a ground that does not count', () => {
    expect(against({ redispatch }, 'redispatch', {}, { ground: 'slow' })).toEqual([]);
    expect(against({ redispatch }, 'redispatch', {}, { ground: 'compensation' })).toEqual(['groundNotAllowed']);
  });
});

describe('11. staged remedies for the citizen: window, reviewer, limit, finality', () => {
  const remedies = {
    stages: [
      {
        id: 'review',
        by: ['supervisionOffice'],
        window: { kind: 'naturalDays', amount: 15 },
        term: workingDays(10),
        maximum: 1,
      },
      { id: 'appeal', by: ['cityLeader'], final: true },
    ],
  };

  it('one after the other, each so often, and the last is final', () => {
    const { procedure } = packWith({ remedies });
    expect(nextStage(procedure, 'remedies', {}, ['review'])).toMatchObject({ id: 'appeal', final: true });
    expect(nextStage(procedure, 'remedies', {}, ['review', 'appeal'])).toBeUndefined();
    const sought = (stage: string, facts = {}) => against({ remedies }, 'seekRemedy', facts, { stage });
    expect(sought('review')).toEqual([]);
    expect(sought('review', { 'count.review': 1 })).toEqual(['tooMany']);
    expect(sought('petition')).toEqual(['stageNotAllowed stage']);
    expect(rolesFor(procedure, 'decideRemedy', { stage: 'review' })).toEqual(['supervisionOffice']);
  });
});

describe('settings: when urging, supervision of each level, notices, interviews follow', () => {
  const late = (minutes: number) => ({
    all: [{ fact: 'clock.handle.overdueMinutes', operator: 'greaterThan', value: minutes }],
  });
  const procedure = {
    urging: {
      grounds: [{ id: 'late', when: late(0) }],
      limits: [{ maximum: 2 }, { maximum: 1, within: workingDays(1) }],
    },
    supervision: {
      levels: [
        { level: 1, when: late(60) },
        { level: 2, when: late(600), roles: ['supervisionOffice'] },
      ],
      measures: [
        { id: 'circular', when: late(7200) },
        { id: 'interview', by: ['cityLeader'] },
      ],
    },
  };

  it.each([
    [0, [], undefined, []],
    [1, ['late'], undefined, []],
    [61, ['late'], 1, []],
    [601, ['late'], 2, []],
    [7201, ['late'], 2, ['circular']],
  ])('%i minutes late: urged %o, level %o, measures %o', (minutes, urged, level, measures) => {
    const due = oversightDue(packWith(procedure).procedure, { 'clock.handle.overdueMinutes': minutes });
    expect([due.urging.map(({ id }) => id), due.supervision?.level, due.measures.map(({ id }) => id)]).toEqual([
      urged,
      level,
      measures,
    ]);
  });

  it('one urges so often, and needs no ground', () => {
    expect(against(procedure, 'urge', { urgeCount: 1 })).toEqual([]);
    expect(against(procedure, 'urge', { urgeCount: 2 })).toEqual(['tooOften']);
    expect(against(procedure, 'urge', { tooSoon: true })).toEqual(['tooOften']);
    expect(against(procedure, 'urge', {}, { ground: 'late' })).toEqual(['groundNotAllowed']);
  });
});

describe('15. supervision and accountability of a unit, a person or a knowledge entry', () => {
  it('each ground has its weight', () => {
    const accountability = { subjects: ['unit', 'knowledgeEntry'], grounds: [{ id: 'stale', points: 0.1 }] };
    const { procedure } = packWith({ accountability });
    expect(procedure.accountability?.grounds).toMatchObject([{ id: 'stale', points: 0.1 }]);
    expect(faultsOf({ accountability: { subjects: ['dog'] } })).toEqual([
      'procedure.json#/accountability/subjects/0 wrongValue',
    ]);
  });
});

describe('2. a pack may forbid any command or demand parts of its data', () => {
  it('of a command that has no section too', () => {
    const commands = {
      praise: { requires: ['text'], forbid: [{ when: equal('anonymous', true), article: '第一条' }] },
    };
    expect(against({ commands }, 'praise', { anonymous: true })).toEqual(['forbidden', 'missing text']);
  });
});
