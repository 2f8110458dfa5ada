import type { Say } from './field-settings.js';
import { equal, workingDays } from './pack-with.js';

const hours = (amount: number) => ({ kind: 'elapsed', amount, unit: 'hour' }) as const;

/** The general ideas that a pack must be able to say, in their order. */
export const generalIdeas: readonly Say[] = [
  {
    quote: '1. any limit, requirement or approver is chosen by conditions on facts, with a default 按条件取值',
    procedure: {
      extension: {
        limit: [{ when: equal('urgent', true), term: hours(2) }, { term: workingDays(5) }],
        maximum: [{ when: equal('channel', 'nationalPlatform'), value: 2 }, { value: 1 }],
        requires: [{ when: equal('round', 2), value: ['reason', 'plan'] }, { value: ['reason'] }],
        evidence: [{ when: equal('extensionCount', 1), value: ['proof'] }, { value: [] }],
        approver: [{ when: equal('extensionCount', 1), value: ['unitHead'] }, { value: ['unitLeader'] }],
      },
      evidence: { proof: {} },
    },
    command: 'requestExtension',
    refused: {
      facts: { urgent: true, round: 2, extensionCount: 1 },
      data: { term: hours(3) },
      problems: ['extensionsExhausted', 'overLimit term', 'missing reason', 'missing plan', 'evidenceMissing evidence'],
    },
    allowed: { data: { term: workingDays(5), reason: 'x' } },
  },
  {
    quote: '2. a pack may forbid any command or demand parts of its data, citing articles 禁止与要件',
    procedure: {
      commands: {
        close: {
          requires: ['opinion', 'score'],
          evidence: ['photo'],
          forbid: [
            { when: equal('solved', 'no'), article: '样例第五条', text: { zh: '未解决的不得办结' } },
            { when: equal('supervisionLevel', 1), article: '样例第六条' },
          ],
        },
      },
      evidence: { photo: {} },
    },
    command: 'close',
    refused: {
      facts: { solved: 'no', supervisionLevel: 1 },
      problems: ['forbidden', 'forbidden', 'missing opinion', 'missing score', 'evidenceMissing evidence'],
    },
    allowed: { facts: { solved: 'yes' }, data: { opinion: 'x', score: 0, evidence: ['photo'] } },
  },
  {
    quote: '3. packs declare their own kinds of evidence and milestones, also outside the system 自定证据与节点',
    procedure: {
      evidence: { ruling: { requires: ['number', 'court'] } },
      milestones: { judged: { title: { zh: '法院裁定' }, outside: true, requires: ['court'], evidence: ['ruling'] } },
    },
    command: 'recordProgress',
    refused: {
      data: { milestone: 'judged' },
      problems: ['missing occurredAt', 'missing court', 'evidenceMissing evidence'],
    },
    allowed: {
      data: {
        milestone: 'judged',
        occurredAt: '2026-03-02T09:00:00+08:00',
        court: 'x',
        evidence: [{ kind: 'ruling', number: '1', court: 'x' }],
      },
    },
  },
  {
    quote: '4. extensions are terms in any unit; ceilings are hard or soft 延期以任何单位计，上限可破或不可破',
    procedure: {
      extension: { limit: hours(24), limitKind: 'soft', beyond: { requires: ['plan'], evidence: ['minutes'] } },
      handlingLimit: { ceiling: workingDays(60), ceilingKind: 'soft', beyond: { requires: ['approvalNumber'] } },
      evidence: { minutes: {} },
    },
    command: 'requestExtension',
    refused: {
      facts: { ceiling: 'beyond' },
      data: { term: { kind: 'elapsed', amount: 1441, unit: 'minute' } },
      problems: ['missing plan', 'missing approvalNumber', 'evidenceMissing evidence'],
    },
    allowed: { facts: { ceiling: 'within' }, data: { term: { kind: 'elapsed', amount: 1440, unit: 'minute' } } },
  },
  {
    quote: '5. duties to inform: answering the citizen and reporting back to the hotline are separate duties 告知义务',
    procedure: {
      reply: {
        requires: ['result'],
        answer: [{ id: 'answer', to: 'citizen', copy: ['superior'], term: workingDays(1), proof: ['contact'] }],
        report: [{ id: 'report', to: 'hotline', term: workingDays(2), parts: ['result'], waiver: ['anonymous'] }],
      },
      commands: { approveReply: { requires: ['opinion'] } },
    },
    command: 'approveReply',
    refused: { problems: ['missing opinion'] },
    allowed: { data: { opinion: 'x' } },
  },
  {
    quote: '6. kinds of reply as data: grounds, required parts, effect on the ticket 答复种类',
    procedure: {
      reply: {
        requires: ['result'],
        kinds: [
          { id: 'final', effect: 'replies' },
          {
            id: 'statutory',
            effect: 'extends',
            grounds: ['appraisal'],
            requires: ['until'],
            evidence: ['letter'],
            maximum: 1,
          },
        ],
      },
      evidence: { letter: {} },
    },
    command: 'submitReply',
    refused: {
      facts: { 'count.statutory': 1 },
      data: { kind: 'statutory', ground: 'weather' },
      problems: ['tooMany', 'groundNotAllowed ground', 'missing result', 'missing until', 'evidenceMissing evidence'],
    },
    allowed: {
      data: { kind: 'statutory', ground: 'appraisal', result: 'x', until: 'y', evidence: ['letter'] },
    },
  },
  {
    quote: '7. an ordered preference among competent units; what a level may receive 单位关系与优先',
    procedure: {
      receiving: { levels: [{ kinds: ['district', 'department'] }] },
      competence: { preference: [{ parentOf: 'lead' }, 'firstReceived', { kind: 'department', tag: 'law' }] },
      redispatch: { mode: 'may', maximumRounds: 3 },
    },
    command: 'redispatch',
    refused: { facts: { targetKind: 'grid', round: 3 }, problems: ['roundsExhausted', 'receivingNotAllowed lead'] },
    allowed: { facts: { targetKind: 'department', round: 1 } },
  },
  {
    quote: '8. an enquiry about an existing ticket is answered from it and counted apart 查询单独计数',
    procedure: {
      enquiry: {
        shows: ['state'],
        countsAs: 'enquiry',
        limits: [{ maximum: 2, within: workingDays(1) }],
        requires: ['number'],
      },
    },
    command: 'enquire',
    refused: { facts: { tooSoon: true }, problems: ['tooOften', 'missing number'] },
    allowed: { data: { number: '1' } },
  },
  {
    quote: '9. several stages of callback and review by different actors, each able to flag and notify 分步回访与复核',
    procedure: {
      callback: {
        attempts: 3,
        stages: [
          { id: 'robot', by: ['system'] },
          {
            id: 'person',
            by: ['callbackOfficer'],
            maximum: 1,
            requires: ['reached', 'words'],
            flags: [{ id: 'noResult', inform: ['lead'] }],
          },
        ],
      },
    },
    command: 'callBack',
    refused: {
      facts: { callbackCount: 3, 'count.person': 1 },
      data: { stage: 'person' },
      problems: ['tooMany', 'tooMany', 'missing reached', 'missing words'],
    },
    allowed: { data: { stage: 'person', reached: false, words: 'x' } },
  },
  {
    quote: '10. several applicants, representatives, consent 多人诉求、代表与同意',
    procedure: {
      applicants: { maximum: 3, representativesFrom: 2, maximumRepresentatives: 1, consent: true },
      commands: { register: { requires: ['content'] } },
    },
    command: 'register',
    refused: {
      data: { applicants: [{ representedBy: 'a' }, {}, {}, {}] },
      problems: [
        'tooMany applicants',
        'representativesNeeded applicants',
        'consentMissing applicants',
        'missing content',
      ],
    },
    allowed: {
      data: { applicants: [{ representative: true }, { representedBy: 'a', consent: true }], content: 'x' },
    },
  },
  {
    quote: '11. staged remedies for the citizen: window, reviewer, limit, finality 分级救济：时限、复核人、次数、终局',
    procedure: {
      remedies: {
        requires: ['claim'],
        evidence: ['reply'],
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
      },
      evidence: { reply: {} },
    },
    command: 'seekRemedy',
    refused: {
      facts: { windowClosed: true, 'count.review': 1 },
      data: { stage: 'review' },
      problems: ['windowClosed', 'tooMany', 'missing claim', 'evidenceMissing evidence'],
    },
    allowed: { data: { stage: 'appeal', claim: 'x', evidence: ['reply'] } },
  },
  {
    quote: '12. conditions that compare two dates by a calendar term 两个日期按期限比较',
    procedure: {
      refusal: {
        grounds: [
          {
            id: 'stale',
            when: {
              all: [{ fact: 'askedOn', operator: 'beyondTerm', value: { fact: 'happenedOn', term: workingDays(13) } }],
            },
          },
        ],
        requires: ['reason'],
      },
    },
    command: 'refuse',
    refused: {
      facts: { happenedOn: '2026-02-12', askedOn: '2026-03-09' },
      data: { ground: 'stale' },
      problems: ['groundNotAllowed', 'missing reason'],
    },
    allowed: {
      facts: { happenedOn: '2026-02-12', askedOn: '2026-03-10' },
      data: { ground: 'stale', reason: 'x' },
    },
  },
  {
    quote: '13. one call split into several tickets, linked 一次来电分为几件',
    procedure: { splitting: { requires: ['parts', 'reason'], maximum: 2, clocks: 'keep', answer: 'together' } },
    command: 'split',
    refused: { data: { parts: ['a', 'b', 'c'] }, problems: ['tooMany parts', 'missing reason'] },
    allowed: { data: { parts: ['a', 'b'], reason: 'x' } },
  },
  {
    quote:
      '14. an objection may run beside handling; a pause counts by whole days or by working time 异议不停止办理；暂停按整日或工作时间',
    procedure: {
      dispute: { after: 1, handling: 'continues', requires: ['claim'] },
      suspension: {
        pauses: [{ when: equal('ground', 'litigation'), value: 'wholeDays' }, { value: 'workingTime' }],
      },
    },
    command: 'raiseDispute',
    refused: { facts: { returnCount: 0 }, problems: ['tooEarly', 'missing claim'] },
    allowed: { facts: { returnCount: 1 }, data: { claim: 'x' } },
  },
  {
    quote:
      '15. supervision and accountability of a unit, a person or a knowledge entry 对单位、个人、知识条目的监督与追责',
    procedure: {
      accountability: {
        subjects: ['unit', 'person', 'knowledgeEntry'],
        grounds: [{ id: 'stale', points: 0.1, article: '样例第七条' }],
      },
      quality: {
        stages: [{ id: 'entry', by: ['qualityChecker'], requires: ['entry', 'finding'], flags: ['stale'] }],
        consequences: [{ outcome: { type: 'account', params: { subject: 'knowledgeEntry', ground: 'stale' } } }],
      },
    },
    command: 'checkQuality',
    refused: { data: { stage: 'entry' }, problems: ['missing entry', 'missing finding'] },
    allowed: { data: { stage: 'entry', entry: 'x', finding: 'y' } },
  },
];
