import { describe, expect, it } from 'vitest';
import { ConditionCompiler } from '../compile/compile-condition.js';
import { FactTable } from '../compile/fact-table.js';
import type { TicketFacts } from '../facts.js';
import type { CommandName } from '../vocabulary/commands.js';
import { compileProcedure } from './compile-procedure.js';
import type { CommandData } from './guards/asked.js';
import { approversOf, limitOf, redispatchLimits, rolesFor, windowOf } from './limits.js';
import { permit } from './permit.js';
import type { ProcedureFile } from './procedure-schema.js';
import { procedureSchema } from './procedure-schema.js';

const equal = (fact: string, value: string | number | boolean) => ({ all: [{ fact, operator: 'equal', value }] });
const days = (amount: number) => ({ kind: 'workingDays', amount }) as const;

function procedureOf(file: ProcedureFile) {
  const conditions = new ConditionCompiler(new FactTable(new Map()));
  const procedure = compileProcedure(procedureSchema.parse(file), conditions);
  expect(conditions.faults).toEqual([]);
  return procedure;
}

/** What stands against a command: the codes, and the field where the code is about one. */
function against(file: ProcedureFile, command: CommandName, facts: TicketFacts, data: CommandData): string[] {
  const permission = permit(procedureOf(file), command, facts, data);
  return permission.ok
    ? []
    : permission.problems.map(({ code, field }) => (field === undefined ? code : `${code} ${field}`));
}

describe('a section that is absent refuses its commands', () => {
  it.each([
    'requestReturn',
    'approveReturn',
    'requestExtension',
    'suspend',
    'resume',
    'submitReply',
    'approveReply',
    'callBack',
    'waiveCallback',
    'redispatch',
    'supervise',
    'concludeSupervision',
    'reopen',
  ] as const)('%s', (command) => {
    expect(against({}, command, {}, {})).toEqual(['sectionMissing']);
  });

  it.each(['register', 'dispatch', 'sign', 'accept', 'urge', 'close'] as const)('%s needs no section', (command) => {
    expect(against({}, command, {}, {})).toEqual([]);
  });
});

describe('a refusal lists everything that is missing, at once', () => {
  const file: ProcedureFile = {
    return: {
      requires: ['reason', 'evidence'],
      maximum: 1,
      forbid: [{ when: equal('type', 'consult'), text: { zh: '咨询件不得退单' }, article: '第五条' }],
      article: '第六条',
    },
    commands: { requestReturn: { requires: ['evidence', 'unit'] } },
  };

  it('forbidden, exhausted, too late, and each missing field once', () => {
    const facts: TicketFacts = { type: 'consult', returnCount: 1, windowClosed: true };
    expect(against(file, 'requestReturn', facts, { reason: '  ' })).toEqual([
      'forbidden',
      'windowClosed',
      'returnsExhausted',
      'missing reason',
      'missing evidence',
      'missing unit',
    ]);
  });

  it('of a field that must name one of several grounds it says which, and not also that it is missing', () => {
    const suspension: ProcedureFile = {
      suspension: {
        requires: ['ground', 'reason'],
        grounds: [{ id: 'awaitingMaterial', title: { zh: '等待补充材料', en: 'awaiting material' } }],
      },
    };
    expect(against(suspension, 'suspend', {}, {})).toEqual(['groundNotAllowed ground', 'missing reason']);
  });

  it('with its article, its text in both languages, and a remedy', () => {
    const permission = permit(
      procedureOf(file),
      'requestReturn',
      { type: 'help' },
      { reason: 'x', unit: 'u', evidence: [] },
    );
    expect(permission).toEqual({
      ok: false,
      problems: [
        {
          code: 'missing',
          field: 'evidence',
          text: { zh: '缺少证明材料。', en: 'The evidence is missing.' },
          article: '第六条',
          remedy: { zh: '请填写证明材料。', en: 'Give the evidence as "evidence".' },
        },
      ],
    });
  });

  it('what the asking command must bring does not bind the answer to it', () => {
    expect(against(file, 'approveReturn', { type: 'consult', returnCount: 1 }, {})).toEqual([]);
  });

  it('false and 0 are answers; blank text, empty lists and what only the prototype has are not', () => {
    const needs: ProcedureFile = { reply: { requires: ['solved', 'count', 'toString'] } };
    expect(against(needs, 'submitReply', {}, { solved: false, count: 0 })).toEqual(['missing toString']);
  });
});

describe('any requirement is chosen by conditions, with a default', () => {
  const file: ProcedureFile = {
    reply: {
      requires: [{ when: equal('type', 'report'), value: ['result', 'basis'] }, { value: ['result'] }],
      approver: [{ when: equal('supervisionLevel', 2), value: ['unitHead'] }, { value: ['unitLeader'] }],
    },
    return: {
      window: [{ when: equal('urgent', true), term: { kind: 'elapsed', amount: 2, unit: 'hour' } }, { term: days(1) }],
    },
    extension: { limit: days(5) },
    redispatch: {
      mode: [{ when: equal('unreasonable', true), value: 'mayNot' }, { value: 'must' }],
      maximumRounds: [{ when: equal('type', 'report'), value: 3 }, { value: 2 }],
    },
    commands: { approveReply: { roles: ['unitLeader', 'unitHead'] }, urge: { roles: ['superviseOfficer'] } },
  };

  it('data fields', () => {
    expect(against(file, 'submitReply', { type: 'report' }, { result: 'x' })).toEqual(['missing basis']);
    expect(against(file, 'submitReply', { type: 'help' }, { result: 'x' })).toEqual([]);
  });

  it('approvers and roles: the pack may only narrow', () => {
    const procedure = procedureOf(file);
    expect(approversOf(procedure, 'reply', { supervisionLevel: 2 })).toEqual(['unitHead']);
    expect(rolesFor(procedure, 'approveReply', {})).toEqual(['unitLeader']);
    expect(rolesFor(procedure, 'urge', {})).toEqual(['superviseOfficer']);
    expect(rolesFor(procedure, 'submitReply', {})).toBeUndefined();
  });

  it('windows and limits', () => {
    const procedure = procedureOf(file);
    expect(windowOf(procedure, 'return', { urgent: true })).toEqual({ kind: 'elapsed', amount: 2, unit: 'hour' });
    expect(windowOf(procedure, 'return', {})).toEqual(days(1));
    expect(limitOf(procedure, 'extension', {})).toEqual(days(5));
    expect(limitOf(procedure, 'suspension', {})).toBeUndefined();
  });

  it('rounds: the first dispatch is round 1, and maximumRounds is the highest that may be reached', () => {
    expect(redispatchLimits(procedureOf(file), { unreasonable: true })).toEqual({ mode: 'mayNot', maximumRounds: 2 });
    expect(redispatchLimits(procedureOf({}), {})).toEqual({ mode: 'mayNot', maximumRounds: Number.POSITIVE_INFINITY });
    expect(against(file, 'redispatch', { round: 1 }, {})).toEqual([]);
    expect(against(file, 'redispatch', { round: 2 }, {})).toEqual(['roundsExhausted']);
    expect(against(file, 'redispatch', { round: 2, type: 'report' }, {})).toEqual([]);
    expect(against(file, 'redispatch', { round: 3, type: 'report', unreasonable: true }, {})).toEqual([
      'notAllowed',
      'roundsExhausted',
    ]);
  });
});

describe('an extension is asked before due, so often, and so long', () => {
  const file: ProcedureFile = { extension: { maximum: 1, limit: days(5), beforeDue: true } };

  it.each([
    [{}, { term: days(5) }, []],
    [{}, { term: days(6) }, ['overLimit term']],
    [{}, { term: { kind: 'naturalDays', amount: 1 } }, ['termKind term']],
    [{}, { term: 'soon' }, ['termKind term']],
    [{ extensionCount: 1 }, { term: days(1) }, ['extensionsExhausted']],
    [{ 'clock.handle.state': 'breached' }, { term: days(1) }, ['afterDue']],
    [{ 'clock.handle.state': 'running' }, {}, []],
  ] as const)('%o with %o: %o', (facts, data, problems) => {
    expect(against(file, 'requestExtension', facts, data)).toEqual(problems);
  });

  it('hours and minutes are compared as time', () => {
    const hours: ProcedureFile = { extension: { limit: { kind: 'elapsed', amount: 2, unit: 'hour' } } };
    const asked = (amount: number) => ({ term: { kind: 'elapsed', amount, unit: 'minute' } });
    expect(against(hours, 'requestExtension', {}, asked(120))).toEqual([]);
    expect(against(hours, 'requestExtension', {}, asked(121))).toEqual(['overLimit term']);
  });
});

describe('grounds, levels and numbers', () => {
  const file: ProcedureFile = {
    suspension: { grounds: ['litigation'], maximum: 0 },
    callback: { waiver: { grounds: [{ id: 'anonymous', when: equal('anonymous', true) }, 'noReplyWanted'] } },
    supervision: { levels: [{ level: 1 }, { level: 2 }] },
    dispatch: { maximumAssists: 1 },
    reopening: { maximum: 1 },
  };

  it('a suspension needs one of the grounds of the pack', () => {
    expect(against(file, 'suspend', {}, { ground: 'holiday' })).toEqual([
      'groundNotAllowed ground',
      'suspensionsExhausted',
    ]);
  });

  it('a callback is waived only on a ground whose condition holds', () => {
    expect(against(file, 'waiveCallback', { anonymous: true }, { ground: 'anonymous' })).toEqual([]);
    expect(against(file, 'waiveCallback', { anonymous: false }, { ground: 'anonymous' })).toEqual([
      'groundNotAllowed ground',
    ]);
    expect(against({ callback: {} }, 'waiveCallback', {}, { ground: 'anonymous' })).toEqual(['notAllowed']);
  });

  it('supervision knows the levels of the pack', () => {
    expect(against(file, 'supervise', {}, { level: 2 })).toEqual([]);
    expect(against(file, 'supervise', {}, { level: 3 })).toEqual(['levelNotAllowed level']);
  });

  it('only so many units assist, and a ticket is reopened only so often', () => {
    expect(against(file, 'dispatch', {}, { assists: ['a', 'b'] })).toEqual(['tooManyAssists assists']);
    expect(against(file, 'reopen', { reopenCount: 1 }, {})).toEqual(['reopeningsExhausted']);
  });
});
