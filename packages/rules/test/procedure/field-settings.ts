import type { CommandName, Facts } from '@hotline-kit/rules';
import { equal, workingDays } from './pack-with.js';

/** Something that a pack must be able to say: a law that says it, what that law refuses, and what it lets be done. */
export interface Say {
  /** In the words of the field. */
  readonly quote: string;
  readonly procedure: Readonly<Record<string, unknown>>;
  readonly command: CommandName;
  /** Facts and data against which everything stands that the law can hold against them, and that list. */
  readonly refused: { readonly facts?: Facts; readonly data?: Facts; readonly problems: readonly string[] };
  /** Facts and data against which nothing stands. */
  readonly allowed: { readonly facts?: Facts; readonly data?: Facts };
}

const late = (minutes: number) => ({
  all: [{ fact: 'clock.handle.overdueMinutes', operator: 'greaterThan', value: minutes }],
});

/** Regulations differ, so each of these is a setting of the pack, never a constant of the engine. */
export const fieldSettings: readonly Say[] = [
  {
    quote: 'whether a longer statutory period prevails and what the citizen is told meanwhile 法定期限及其间告知',
    procedure: {
      statutoryPeriod: {
        prevails: 'longer',
        requires: ['law', 'until'],
        evidence: ['filing'],
        forbid: [{ when: equal('urgent', true), article: '样例第一条' }],
        inform: [{ id: 'meanwhile', to: 'citizen', parts: ['law', 'until'] }],
      },
      evidence: { filing: {} },
    },
    command: 'dispatch',
    refused: {
      facts: { urgent: true },
      data: { statutory: workingDays(60) },
      problems: ['forbidden', 'missing law', 'missing until', 'evidenceMissing evidence'],
    },
    allowed: { data: { statutory: workingDays(60), law: '样例法', until: '2026-06-01', evidence: ['filing'] } },
  },
  {
    quote: 'what an interim reply must contain 阶段性答复的内容',
    procedure: {
      reply: {
        requires: ['result'],
        kinds: [
          { id: 'final' },
          { id: 'interim', effect: 'continues', requires: ['progress', 'nextStep', 'expectedOn'], evidence: ['photo'] },
        ],
      },
      evidence: { photo: {} },
    },
    command: 'submitReply',
    refused: {
      data: { kind: 'interim' },
      problems: [
        'missing result',
        'missing progress',
        'missing nextStep',
        'missing expectedOn',
        'evidenceMissing evidence',
      ],
    },
    allowed: { data: { result: '办理中', kind: 'final' } },
  },
  {
    quote:
      'the return window, its evidence, who may not return and what an improper return costs 退单时限、证据、不得退单者、不当退单的代价',
    procedure: {
      return: {
        window: workingDays(1),
        maximum: 2,
        requires: ['reason', 'suggestedUnit'],
        evidence: ['duties'],
        forbid: [
          { when: equal('leadKind', 'district'), article: '样例第二条' },
          { when: equal('leaderAssigned', true), article: '样例第三条' },
        ],
        consequences: [
          { on: 'rejectReturn', outcome: { type: 'account', params: { subject: 'unit', ground: 'improper' } } },
        ],
      },
      evidence: { duties: {} },
    },
    command: 'requestReturn',
    refused: {
      facts: { leadKind: 'district', leaderAssigned: true, windowClosed: true, returnCount: 2 },
      problems: [
        'forbidden',
        'forbidden',
        'windowClosed',
        'returnsExhausted',
        'missing reason',
        'missing suggestedUnit',
        'evidenceMissing evidence',
      ],
    },
    allowed: { facts: { leadKind: 'street' }, data: { reason: 'x', suggestedUnit: 'y', evidence: ['duties'] } },
  },
  {
    quote: 'who settles a dispute, along which path, and who handles meanwhile 争议由谁按何步骤裁定、其间由谁办理',
    procedure: {
      dispute: {
        after: 2,
        requires: ['claims'],
        path: [
          { id: 'hotline', by: ['dispatcher'], requires: ['opinion'] },
          { id: 'office', by: ['supervisionOffice'], requires: ['opinion', 'minutes'], maximum: 1, final: true },
        ],
        meanwhile: ['firstReceived', 'lead'],
      },
    },
    command: 'designate',
    refused: {
      facts: { stage: 'office', 'count.office': 1 },
      problems: ['tooMany', 'missing opinion', 'missing minutes'],
    },
    allowed: { facts: { stage: 'hotline' }, data: { opinion: 'x' } },
  },
  {
    quote: 'which of several competent units comes first 几个单位均有权时谁优先',
    procedure: {
      competence: {
        preference: [{ competentFor: 'matterAndPlace' }, 'firstReceived', { commonSuperiorOf: 'contenders' }],
      },
      commands: { designate: { requires: ['contenders'] } },
      dispute: {},
    },
    command: 'designate',
    refused: { problems: ['missing contenders'] },
    allowed: { data: { contenders: ['a', 'b'] } },
  },
  {
    quote: 'what a level may receive 各层级可承接什么',
    procedure: {
      receiving: { levels: [{ kinds: ['street', 'district'] }, { kinds: ['community'], when: equal('type', 'help') }] },
      dispatch: { maximumAssists: 1, requires: ['article'] },
    },
    command: 'dispatch',
    refused: {
      facts: { targetKind: 'community', type: 'report' },
      data: { assists: ['a', 'b'] },
      problems: ['tooManyAssists assists', 'receivingNotAllowed lead', 'missing article'],
    },
    allowed: { facts: { targetKind: 'community', type: 'help' }, data: { article: 'x' } },
  },
  {
    quote: 'lead and assists, and what a late assistant owes 主办与协办、逾期协办的说明',
    procedure: {
      assist: {
        maximum: 2,
        requires: ['task'],
        term: workingDays(3),
        lateOwes: [{ id: 'explain', to: ['lead', 'hotline'], by: 'assists', parts: ['reason'] }],
      },
    },
    command: 'addAssist',
    refused: {
      facts: { assistCount: 1 },
      data: { assists: ['a', 'b'] },
      problems: ['tooManyAssists assists', 'missing task'],
    },
    allowed: { facts: { assistCount: 1 }, data: { assists: ['a'], task: 'x' } },
  },
  {
    quote: 'how often and how far a limit may be extended, by whom approved 延期次数、期限与审批人',
    procedure: {
      extension: {
        maximum: 1,
        limit: workingDays(5),
        beforeDue: true,
        notice: workingDays(1),
        requires: ['reason', 'progress'],
        approver: ['unitLeader'],
      },
    },
    command: 'requestExtension',
    refused: {
      facts: { extensionCount: 1, 'clock.handle.state': 'breached', windowClosed: true },
      data: { term: workingDays(6) },
      problems: [
        'windowClosed',
        'extensionsExhausted',
        'afterDue',
        'overLimit term',
        'missing reason',
        'missing progress',
      ],
    },
    allowed: { data: { term: workingDays(5), reason: 'x', progress: 'y' } },
  },
  {
    quote: 'grounds and proof of suspension 挂起的情形与证明',
    procedure: {
      suspension: {
        maximum: 1,
        requires: ['until'],
        grounds: [
          { id: 'litigation', evidence: ['court'], requires: ['caseNumber'] },
          { id: 'weather', when: equal('urgent', false) },
        ],
      },
      evidence: { court: { title: { zh: '受理通知书' }, requires: ['number'] } },
    },
    command: 'suspend',
    refused: {
      facts: { suspensionCount: 1 },
      data: { ground: 'litigation', evidence: [{ kind: 'court' }] },
      problems: ['suspensionsExhausted', 'missing until', 'missing caseNumber', 'evidenceIncomplete evidence'],
    },
    allowed: { facts: { urgent: false }, data: { ground: 'weather', until: '2026-06-01' } },
  },
  {
    quote: 'when urging, supervision of each level, notices, interviews follow 催办、各级督办、通报、约谈的情形',
    procedure: {
      urging: { grounds: [{ id: 'late', when: late(0) }], limits: [{ maximum: 2 }], requires: ['text'] },
      supervision: {
        levels: [
          { level: 1, when: late(60) },
          { level: 2, when: late(600), roles: ['supervisionOffice'] },
        ],
        measures: [
          { id: 'circular', when: late(7200) },
          { id: 'interview', by: ['cityLeader'] },
        ],
        requires: ['demand'],
      },
    },
    command: 'supervise',
    refused: {
      facts: { actorRole: 'superviseOfficer' },
      data: { level: 2 },
      problems: ['levelNotAllowed level', 'missing demand'],
    },
    allowed: { facts: { actorRole: 'supervisionOffice' }, data: { level: 2, demand: 'x' } },
  },
  {
    quote:
      'whether an unhappy callback must, may or may not bring the ticket back, how often, and which grounds do not count 不满意是否重办、几轮、哪些理由不计',
    procedure: {
      redispatch: {
        mode: [{ when: equal('type', 'consult'), value: 'mayNot' }, { value: 'must' }],
        maximumRounds: 2,
        requires: ['opinion'],
        excluded: [{ id: 'compensation' }],
      },
      unreasonable: { effects: ['noRedispatch'] },
    },
    command: 'redispatch',
    refused: {
      facts: { type: 'consult', round: 2, unreasonable: true },
      data: { ground: 'compensation' },
      problems: ['notAllowed', 'roundsExhausted', 'notAllowed', 'groundNotAllowed', 'missing opinion'],
    },
    allowed: { facts: { type: 'help', round: 1 }, data: { ground: 'slow', opinion: 'x' } },
  },
  {
    quote: 'grounds of refusal with what the citizen must be told 不予受理的情形与告知',
    procedure: {
      refusal: {
        requires: ['reason'],
        grounds: [{ id: 'court', requires: ['legalPath'], evidence: ['paper'], tell: { zh: '请依法向法院提出' } }],
        inform: [{ id: 'told', to: 'citizen', parts: ['ground', 'reason'] }],
      },
      evidence: { paper: {} },
    },
    command: 'refuse',
    refused: {
      data: { ground: 'court' },
      problems: ['missing reason', 'missing legalPath', 'evidenceMissing evidence'],
    },
    allowed: { data: { ground: 'court', reason: 'x', legalPath: 'y', evidence: ['paper'] } },
  },
  {
    quote: 'grounds of termination with what the citizen must be told 终止办理的情形与告知',
    procedure: {
      termination: {
        requires: ['facts'],
        grounds: [{ id: 'unreachable', when: equal('contacted', false), requires: ['attempts'] }],
        approver: ['unitHead'],
        inform: [{ id: 'told', to: 'citizen', parts: ['reason'] }],
      },
    },
    command: 'requestTermination',
    refused: {
      facts: { contacted: true },
      data: { ground: 'unreachable' },
      problems: ['groundNotAllowed', 'missing facts'],
    },
    allowed: { facts: { contacted: false }, data: { ground: 'unreachable', facts: 'x', attempts: '3' } },
  },
  {
    quote: 'merging and answering repeats 并案与重复诉求的答复',
    procedure: {
      merging: {
        match: ['matter', 'place'],
        within: workingDays(30),
        unmerge: false,
        answer: 'each',
        requires: ['reason'],
      },
    },
    command: 'merge',
    refused: { data: { match: ['place'] }, problems: ['matchNotConfirmed match', 'missing reason'] },
    allowed: { data: { match: ['matter', 'place'], reason: 'x' } },
  },
  {
    quote: 'confidentiality 保密',
    procedure: {
      confidentiality: {
        grounds: [{ id: 'reporter', when: equal('type', 'report') }],
        readers: ['clueReceiver'],
        hides: ['applicant', 'content'],
      },
      commands: {
        addAssist: { forbid: [{ when: equal('confidential', true), article: '样例第四条' }], requires: ['x'] },
      },
    },
    command: 'addAssist',
    refused: { facts: { confidential: true }, problems: ['forbidden', 'missing x'] },
    allowed: { facts: { confidential: false }, data: { x: 'y' } },
  },
  {
    quote: 'recusal 回避',
    procedure: {
      recusal: {
        grounds: [{ id: 'relative', requires: ['relation'] }],
        requires: ['statement'],
        substitute: [{ parentOf: 'lead' }],
      },
    },
    command: 'recuse',
    refused: { data: { ground: 'relative' }, problems: ['missing statement', 'missing relation'] },
    allowed: { data: { ground: 'relative', statement: 'x', relation: 'y' } },
  },
  {
    quote: 'emergency lines and who accepts first 紧急热线及由谁先行接收',
    procedure: {
      emergency: { lines: ['110', '119'], acceptsFirst: 'line', requires: ['place'] },
    },
    command: 'transferEmergency',
    refused: {
      data: { line: '12315' },
      problems: ['lineNotAllowed line', 'missing acknowledgement', 'missing place'],
    },
    allowed: { data: { line: '119', acknowledgement: 'x', place: 'y' } },
  },
  {
    quote: 'reopening 重新受理',
    procedure: {
      reopening: {
        window: workingDays(30),
        maximum: 1,
        grounds: ['newFacts'],
        requires: ['newFacts'],
        evidence: ['photo'],
      },
      evidence: { photo: {} },
    },
    command: 'reopen',
    refused: {
      facts: { windowClosed: true, reopenCount: 1 },
      data: { ground: 'unhappy' },
      problems: [
        'windowClosed',
        'groundNotAllowed ground',
        'reopeningsExhausted',
        'missing newFacts',
        'evidenceMissing evidence',
      ],
    },
    allowed: { data: { ground: 'newFacts', newFacts: 'x', evidence: ['photo'] } },
  },
];
