import { confidentialOn, dutiesOf, rateReached } from '@hotline-kit/rules';
import { describe, expect, it } from 'vitest';
import { against, equal, packWith, workingDays } from './pack-with.js';

describe('settings: grounds of refusal and termination with what the citizen must be told', () => {
  const refusal = {
    requires: ['reason'],
    grounds: [
      { id: 'litigation', requires: ['legalPath'], evidence: ['court-paper'], tell: { zh: '请向法院提出' } },
      { id: 'repeat', when: equal('repeatCount', 2) },
    ],
    inform: [{ id: 'reasons', to: 'citizen', copy: 'superior', parts: ['ground', 'reason'], term: workingDays(1) }],
  };
  const evidence = { 'court-paper': { title: { zh: '法院文书' }, requires: ['number'] } };

  it('names everything that is missing, at once', () => {
    expect(against({ refusal, evidence }, 'refuse', {}, {})).toEqual(['groundNotAllowed ground', 'missing reason']);
    expect(against({ refusal, evidence }, 'refuse', {}, { ground: 'litigation' })).toEqual([
      'missing reason',
      'missing legalPath',
      'evidenceMissing evidence',
    ]);
  });

  it('a piece of evidence says what its kind must', () => {
    const data = { ground: 'litigation', reason: 'x', legalPath: 'y' };
    const withPiece = (piece: object) => against({ refusal, evidence }, 'refuse', {}, { ...data, evidence: [piece] });
    expect(withPiece({ kind: 'court-paper' })).toEqual(['evidenceIncomplete evidence']);
    expect(withPiece({ kind: 'court-paper', number: '(2026)1' })).toEqual([]);
    expect(withPiece({ kind: 'photo', number: '1' })).toEqual(['evidenceMissing evidence']);
  });

  it('a ground counts only where its condition holds', () => {
    const repeat = { ground: 'repeat', reason: 'x' };
    expect(against({ refusal, evidence }, 'refuse', { repeatCount: 0 }, repeat)).toEqual(['groundNotAllowed ground']);
    expect(against({ refusal, evidence }, 'refuse', { repeatCount: 2 }, repeat)).toEqual([]);
  });

  it('says what the citizen is told, by when, and who receives a copy', () => {
    const { procedure } = packWith({ refusal, evidence });
    expect(procedure.refusal?.grounds?.[0]?.tell).toEqual({ zh: '请向法院提出', en: '请向法院提出' });
    const [duty] = dutiesOf(procedure, 'refuse', {}, { ground: 'litigation' });
    expect(duty).toMatchObject({ id: 'reasons', to: ['citizen'], copy: ['superior'] });
    expect(duty?.term?.options[0]?.value).toEqual(workingDays(1));
  });
});

describe('settings: merging and answering repeats', () => {
  const merging = { match: ['matter', 'place'], unmerge: false, answer: 'each' };

  it('what must be the same is confirmed, all at once', () => {
    expect(against({ merging }, 'merge', {}, {})).toEqual(['matchNotConfirmed match']);
    expect(against({ merging }, 'merge', {}, { match: ['place'] })).toEqual(['matchNotConfirmed match']);
    expect(against({ merging }, 'merge', {}, { match: ['place', 'matter', 'applicant'] })).toEqual([]);
  });

  it('a merge is undone only where the pack lets it be', () => {
    expect(against({ merging }, 'unmerge')).toEqual(['notAllowed']);
    expect(against({ merging: {} }, 'unmerge')).toEqual([]);
    expect(against({}, 'unmerge')).toEqual(['sectionMissing']);
  });
});

describe('settings: emergency lines and who accepts first', () => {
  const emergency = {
    lines: ['119', { id: '110', when: equal('type', 'report') }],
    acceptsFirst: [{ when: equal('urgent', true), value: 'line' }, { value: 'hotline' }],
  };

  it('a transfer needs no section, and where lines are listed goes to one of them', () => {
    expect(against({}, 'transferEmergency', {}, { line: '110' })).toEqual([]);
    expect(against({ emergency }, 'transferEmergency', {}, { line: '110' })).toEqual(['lineNotAllowed line']);
    expect(against({ emergency }, 'transferEmergency', { type: 'report' }, { line: '110' })).toEqual([]);
  });
});

describe('8. an enquiry about an existing ticket is answered from it and counted apart', () => {
  const enquiry = { shows: ['state'], countsAs: 'enquiry', limits: [{ maximum: 1, within: workingDays(1) }] };

  it('so often, and needs no section', () => {
    const pack = packWith({ enquiry });
    const calendar = pack.defaultCalendar;
    const asked = (times: readonly string[]) =>
      rateReached(pack.procedure, 'enquiry', {}, { times, at: '2026-03-03T12:00:00+08:00', calendar });
    expect(asked([])).toBeUndefined();
    expect(asked(['2026-02-27T09:00:00+08:00'])).toBeUndefined();
    expect(asked(['2026-03-02T09:00:00+08:00'])).toMatchObject({ maximum: 1 });
    expect(against({ enquiry }, 'enquire', { tooSoon: true })).toEqual(['tooOften']);
    expect(against({}, 'enquire')).toEqual([]);
  });
});

describe('10. several applicants, representatives, consent', () => {
  const applicants = { maximum: 3, representativesFrom: 2, maximumRepresentatives: 1, consent: true };
  const registered = (list: readonly object[]) => against({ applicants }, 'register', {}, { applicants: list });

  it('from so many on they have representatives, and no more than so many', () => {
    expect(registered([{}])).toEqual([]);
    expect(registered([{}, {}])).toEqual(['representativesNeeded applicants']);
    expect(registered([{ representative: true }, { representative: true }])).toEqual(['tooMany applicants']);
    expect(registered([{ representative: true }, {}, {}, {}])).toEqual(['tooMany applicants']);
  });

  it('whoever is spoken for has consented', () => {
    expect(registered([{ representative: true }, { representedBy: 'a' }])).toEqual(['consentMissing applicants']);
    expect(registered([{ representative: true }, { representedBy: 'a', consent: true }])).toEqual([]);
  });
});

describe('13. one call split into several tickets', () => {
  it('into so many at most, each with the start of its clocks', () => {
    const splitting = { requires: ['parts'], maximum: 2, clocks: 'keep' };
    expect(against({ splitting }, 'split', {}, {})).toEqual(['missing parts']);
    expect(against({ splitting }, 'split', {}, { parts: ['a', 'b', 'c'] })).toEqual(['tooMany parts']);
    expect(against({ splitting }, 'split', {}, { parts: ['a', 'b'] })).toEqual([]);
    expect(against({}, 'split', {}, { parts: ['a'] })).toEqual(['sectionMissing']);
  });
});

describe('settings: confidentiality, clues, unreasonable demands', () => {
  it('a ground whose condition holds makes a ticket confidential', () => {
    const confidentiality = { grounds: [{ id: 'reporter', when: equal('type', 'report') }, 'asked'] };
    const { procedure } = packWith({ confidentiality });
    expect(confidentialOn(procedure, { type: 'report' }).map(({ id }) => id)).toEqual(['reporter']);
    expect(confidentialOn(procedure, { type: 'help' })).toEqual([]);
  });

  it('a clue goes to those who receive clues, and needs no section', () => {
    const clueTransfer = { receivers: ['clueReceiver'], hiddenFrom: ['lead', 'superior'] };
    expect(against({ clueTransfer }, 'transferClue', {}, { receiver: 'unitHead' })).toEqual([
      'receiverNotAllowed receiver',
    ]);
    expect(against({ clueTransfer }, 'transferClue', {}, { receiver: 'clueReceiver' })).toEqual([]);
    expect(against({}, 'transferClue')).toEqual([]);
  });

  it('a demand is found unreasonable on a ground, with its proof', () => {
    const unreasonable = { grounds: [{ id: 'unlawful', evidence: ['opinion'] }], effects: ['noRedispatch'] };
    expect(
      against({ unreasonable, evidence: { opinion: {} } }, 'markUnreasonable', {}, { ground: 'unlawful' }),
    ).toEqual(['evidenceMissing evidence']);
    expect(against({}, 'markUnreasonable')).toEqual(['sectionMissing']);
  });
});
