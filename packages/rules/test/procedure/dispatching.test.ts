import {
  commonSuperior,
  consequencesOf,
  dutiesOfSection,
  firstCompetent,
  nextStage,
  preferredUnits,
  rolesFor,
} from '@hotline-kit/rules';
import { describe, expect, it } from 'vitest';
import { against, equal, faultsOf, packWith, workingDays } from './pack-with.js';

describe('7. units found by relation; an ordered preference among competent units; what a level may receive', () => {
  const competence = {
    preference: [
      { prefer: { competentFor: 'matterAndPlace' }, when: equal('urgent', true) },
      'firstReceived',
      { commonSuperiorOf: 'contenders' },
    ],
  };
  const pack = packWith({ competence });
  const contenders = ['hillside', 'riverside'];

  it('the competent unit of matter and place, then the order of receipt', () => {
    const facts = { matter: 'noise', district: 'west', urgent: true };
    expect(firstCompetent(pack, facts, { contenders: ['riverside', 'old-harbour'] })).toBe('old-harbour');
    const received = ['west-district', 'riverside', 'hillside'];
    expect(firstCompetent(pack, {}, { contenders, received })).toBe('riverside');
    expect(firstCompetent(pack, {}, { contenders })).toBeUndefined();
  });

  it('parent, common superior, those of a kind and district, each once', () => {
    expect(commonSuperior(pack.units, contenders)).toBe('east-district');
    expect(commonSuperior(pack.units, ['hillside', 'old-harbour'])).toBe('city');
    expect(commonSuperior(pack.units, [])).toBeUndefined();
    const find = (unit: object | string) =>
      preferredUnits(
        pack,
        packWith({ competence: { preference: [unit] } }).procedure.competence?.preference ?? [],
        { district: 'east' },
        { lead: 'hillside', previousLead: 'riverside', contenders },
      );
    expect(find({ parentOf: 'lead' })).toEqual(['east-district']);
    expect(find({ commonSuperiorOf: 'contenders' })).toEqual(['east-district']);
    expect(find({ kind: 'street', district: { fact: 'district' } })).toEqual(['riverside', 'hillside']);
    expect(find({ kind: 'street', district: { fact: 'street' } })).toEqual([]);
    expect(find('previousLead')).toEqual(['riverside']);
    expect(find({ unit: 'old-harbour' })).toEqual(['old-harbour']);
    expect(find('hotline')).toEqual([pack.hotline]);
  });

  it('a unit that is not there is a fault, with its place', () => {
    expect(faultsOf({ competence: { preference: [{ unit: 'nowhere' }] } })).toEqual([
      'procedure.json#/competence/preference/0/unit unknownUnit',
    ]);
  });

  it('a level receives what it may, and nothing else', () => {
    const receiving = { levels: [{ kinds: ['street'] }, { kinds: ['community'], when: equal('type', 'help') }] };
    const dispatched = (facts: object) => against({ receiving }, 'dispatch', { ...facts }, {});
    expect(dispatched({ targetKind: 'street' })).toEqual([]);
    expect(dispatched({ targetKind: 'community', type: 'help' })).toEqual([]);
    expect(dispatched({ targetKind: 'community', type: 'report' })).toEqual(['receivingNotAllowed lead']);
    expect(dispatched({ targetKind: 'grid' })).toEqual(['receivingNotAllowed lead']);
  });
});

describe('settings: the return window, its evidence, who may not return, what an improper return costs', () => {
  const procedure = {
    return: {
      evidence: ['duties-list'],
      forbid: [{ when: equal('leadKind', 'street'), article: '第三条' }],
      approver: ['dispatcher'],
      consequences: [
        {
          on: 'rejectReturn',
          outcome: { type: 'account', params: { subject: 'unit', ground: 'improperReturn' } },
          article: '第四条',
        },
      ],
    },
    evidence: { 'duties-list': {} },
  };

  it('names prohibition and missing evidence at once', () => {
    expect(against(procedure, 'requestReturn', { leadKind: 'street' }, { evidence: '口述' })).toEqual([
      'forbidden',
      'evidenceMissing evidence',
    ]);
    expect(against(procedure, 'requestReturn', {}, { evidence: ['duties-list'] })).toEqual([]);
  });

  it('an improper return is entered against the unit', () => {
    const pack = packWith(procedure);
    expect(consequencesOf(pack.procedure, 'rejectReturn', {})).toEqual([
      { on: 'rejectReturn', outcome: procedure.return.consequences[0]?.outcome, article: '第四条' },
    ]);
    expect(consequencesOf(pack.procedure, 'approveReturn', {})).toEqual([]);
  });

  it('an outcome that no desk knows is a fault', () => {
    const consequences = [{ outcome: { type: 'punish' } }];
    expect(faultsOf({ return: { consequences } })).toEqual([
      'procedure.json#/return/consequences/0/outcome/type unknownOutcome',
    ]);
  });
});

describe('settings: who settles a dispute, along which path, and who handles meanwhile', () => {
  const dispute = {
    after: 2,
    path: [
      { id: 'hotline', by: ['dispatcher'], term: workingDays(1) },
      { id: 'office', by: ['supervisionOffice'], when: equal('urgent', false), final: true },
    ],
    meanwhile: ['firstReceived', 'lead'],
    handling: 'continues',
  };

  it('is raised after so many returns, and goes from stage to stage', () => {
    expect(against({ dispute }, 'raiseDispute', { returnCount: 1 })).toEqual(['tooEarly']);
    expect(against({ dispute }, 'raiseDispute', { returnCount: 2 })).toEqual([]);
    const { procedure } = packWith({ dispute });
    const next = (taken: readonly string[], urgent = false) => nextStage(procedure, 'dispute', { urgent }, taken)?.id;
    expect([next([]), next(['hotline']), next(['hotline', 'office']), next(['hotline'], true)]).toEqual([
      'hotline',
      'office',
      undefined,
      undefined,
    ]);
  });

  it('each stage has its own actor', () => {
    const { procedure } = packWith({ dispute });
    expect(rolesFor(procedure, 'designate', { stage: 'office' })).toEqual(['supervisionOffice']);
    expect(rolesFor(procedure, 'designate', {})).toBeUndefined();
    expect(against({ dispute }, 'designate', {}, { stage: 'court' })).toEqual(['stageNotAllowed stage']);
  });

  it('14. an objection may run beside handling', () => {
    expect(packWith({ dispute }).procedure.dispute?.handling?.options[0]?.value).toBe('continues');
  });
});

describe('settings: lead and assists, and what a late assistant owes', () => {
  it('a written explanation to the lead, within a day', () => {
    const assist = {
      maximum: 1,
      lateOwes: [{ id: 'explain', to: ['lead', 'hotline'], by: 'assists', parts: ['reason'] }],
    };
    const { procedure } = packWith({ assist });
    expect(dutiesOfSection(procedure, 'assist', {})).toMatchObject([{ id: 'explain', by: 'assists' }]);
    expect(against({ assist }, 'addAssist', {}, { assists: ['a', 'b'] })).toEqual(['tooManyAssists assists']);
  });
});

describe('15. recusal', () => {
  it('on a ground, needs no section, and a substitute steps in', () => {
    const recusal = { grounds: ['relative'], substitute: [{ parentOf: 'lead' }, 'hotline'] };
    expect(against({}, 'recuse')).toEqual([]);
    expect(against({ recusal }, 'recuse', {}, { ground: 'tired' })).toEqual(['groundNotAllowed ground']);
    const pack = packWith({ recusal });
    const substitute = pack.procedure.recusal?.substitute ?? [];
    expect(preferredUnits(pack, substitute, {}, { lead: 'riverside' })).toEqual(['east-district', pack.hotline]);
    expect(preferredUnits(pack, substitute, {}, { lead: 'city' })).toEqual([pack.hotline]);
  });
});
