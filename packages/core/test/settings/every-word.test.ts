import type { Actor } from '@hotline-kit/core';
import { SECTIONS } from '@hotline-kit/rules';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { calm, others, solved, type Town, town } from '../life/town.js';
import { at, people } from '../sample-desk.js';
import type { Changes } from '../sample-pack.js';

const { agent, dispatcher, clerk, handler, leader, citizen, callback, supervisor } = people;
const { district, office, chair } = others;
const days = (amount: number) => ({ kind: 'workingDays', amount });
const unhappy = { solved: 'no', satisfaction: 1, contacted: true };
const partly = { result: '在办', solved: 'partly', unsolvedReason: '未完' };
const returning = { reason: '不属职责', evidence: '三定', proposedUnit: 'hillside' };
/** The matters of the town, of which noise has a limit of its own. */
const limited = [
  'code,name,parent,type,limit',
  'city-life,城市生活,,,',
  'noise,噪声扰民,city-life,complaint,3个工作日',
  'noise-construction,夜间施工噪声,noise,complaint,',
  'streetlight,路灯故障,city-life,help,',
  'road,道路破损,city-life,help,',
  'services,政务服务,,,',
  'consult,政策咨询,services,consult,',
  'household,户口办理,consult,consult,',
].join('\n');
const neighbour: Actor = { id: 'h', role: 'handler', unit: 'hillside' };

/** A setting that says one of several words, and a life that goes another way under each of them. */
interface Worded {
  /** The words; those of the schema, unless said. */
  readonly words?: readonly unknown[];
  /** The law with that word; the word itself as the setting, unless said. */
  readonly law?: (word: never) => Changes;
  /** What is seen of the life. */
  readonly live: (told: Town) => Promise<unknown>;
}

/** Whether a command is carried out, or why not. */
async function outcome({ give }: Town, ...command: Parameters<Town['give']>): Promise<string> {
  const result = await give(...command);
  return result.ok ? result.ticket.state : result.refusal.code;
}

const dueOf = async ({ ticket }: Town, clock = 'handle') => (await ticket()).clocks[clock]?.dueAt.toISOString();

async function eventData({ desk }: Town, type: string, id = 't'): Promise<unknown> {
  return (await desk.history(id)).filter((event) => event.type === type).map(({ data }) => data);
}

async function returned(told: Town): Promise<void> {
  await told.must('register', agent, '09:00', calm);
  await told.must('dispatch', dispatcher, '09:03', { lead: 'riverside' });
  await told.must('requestReturn', clerk, '09:05', returning);
}

async function disputed(told: Town): Promise<void> {
  await returned(told);
  await told.must('raiseDispute', dispatcher, '09:06', { reason: '两家' });
}

/** Each setting of the procedure that is said in words, by its section. */
const WORDED: Readonly<Record<string, Worded>> = {
  'applicants.consent': {
    live: (told) => {
      const applicants = [
        { id: 'a', representative: true },
        { id: 'b', representedBy: 'a' },
      ];
      return outcome(told, 'register', agent, '09:00', { ...calm, applicants });
    },
  },
  'applicants.answer': {
    live: async (told) => {
      const applicants = [{ id: 'a', representative: true }, { id: 'b' }];
      await told.must('register', agent, '09:00', { ...calm, applicants });
      await told.must('dispatch', dispatcher, '09:03', { lead: 'riverside' });
      await told.must('sign', clerk, '09:05');
      await told.must('accept', handler, '09:10');
      await told.must('submitReply', handler, '10:00', solved);
      await told.must('approveReply', leader, '10:01');
      return eventData(told, 'reply.approved');
    },
  },
  'emergency.acceptsFirst': {
    live: async (told) => {
      await told.must('register', agent, '09:00', calm);
      return outcome(told, 'transferEmergency', agent, '09:01', { line: '110' });
    },
    law: (acceptsFirst) => ({ procedure: { emergency: { acceptsFirst, requires: ['line'] } } }),
  },
  'enquiry.shows': {
    law: (word) => ({ procedure: { enquiry: { shows: [word] } } }),
    live: async (told) => {
      await told.closed();
      await told.must('register', agent, '09:00', calm, undefined, 'u');
      await told.must('dispatch', dispatcher, '09:03', { lead: 'riverside' }, undefined, 'u');
      for (const id of ['t', 'u']) await told.must('enquire', citizen, '10:10', {}, undefined, id);
      return [await eventData(told, 'ticket.enquired'), await eventData(told, 'ticket.enquired', 'u')];
    },
  },
  'enquiry.countsAs': {
    live: async (told) => {
      await told.must('register', agent, '09:00', calm);
      return (await told.must('enquire', citizen, '09:05')).record.enquiries;
    },
  },
  'merging.match': {
    law: (word) => ({ procedure: { merging: { match: [word] } } }),
    live: async (told) => {
      await told.handled();
      await told.must('register', agent, '09:30', calm, undefined, 'u');
      const merge = (match: string) =>
        outcome(told, 'merge', agent, '09:31', { into: 't', reason: '同一', match: [match] }, undefined, 'u');
      return [await merge('matter'), await merge('place'), await merge('applicant'), await merge('content')];
    },
  },
  'merging.unmerge': {
    live: async (told) => {
      await told.handled();
      await told.must('register', agent, '09:30', calm, undefined, 'u');
      const match = ['matter', 'place'];
      await told.must('merge', agent, '09:31', { into: 't', reason: '同一', match }, undefined, 'u');
      return outcome(told, 'unmerge', dispatcher, '09:32', { reason: '另一' }, undefined, 'u');
    },
  },
  'merging.answer': {
    live: async (told) => {
      await told.handled();
      await told.must('register', agent, '09:30', calm, undefined, 'u');
      const match = ['matter', 'place'];
      await told.must('merge', agent, '09:31', { into: 't', reason: '同一', match }, undefined, 'u');
      await told.must('submitReply', handler, '10:00', solved);
      await told.must('approveReply', leader, '10:01');
      return eventData(told, 'reply.approved');
    },
  },
  'splitting.clocks': {
    live: async (told) => {
      await told.handled();
      await told.must('split', agent, '09:30', { parts: [{ content: '路灯', matter: 'streetlight' }], reason: '两件' });
      await told.must('dispatch', dispatcher, '09:40', { lead: 'riverside' }, '2026-03-05', 't-1');
      return (await told.ticket('t-1')).clocks['handle']?.startedAt;
    },
  },
  'splitting.answer': {
    live: async (told) => {
      await told.handled();
      await told.must('split', agent, '09:30', { parts: [{ content: '路灯' }], reason: '两件' });
      await told.must('submitReply', handler, '10:00', solved);
      await told.must('approveReply', leader, '10:01');
      return eventData(told, 'reply.approved');
    },
  },
  'unreasonable.effects': {
    law: (word) => ({
      procedure: { unreasonable: { effects: [word] }, redispatch: { mode: 'may' } },
      files: {
        'assessment.json': JSON.stringify({
          metrics: [
            {
              ...{ id: 'solved', title: { zh: '解决率' }, basis: 'sample', round: { digits: 1, mode: 'halfUp' } },
              denominator: { all: [{ fact: 'round', operator: 'greaterThanInclusive', value: 1 }] },
              numerator: { all: [{ fact: 'solved', operator: 'equal', value: 'yes' }] },
            },
          ],
        }),
      },
    }),
    live: async (told) => {
      const finding = { ground: 'settled', reason: '已终结', evidence: '书', more: { approvedBy: '主要负责人' } };
      await told.replied();
      await told.must('markUnreasonable', supervisor, '10:02', finding);
      const rated = await outcome(told, 'rate', citizen, '10:03', unhappy);
      const again = await told.give('register', agent, '10:04', { ...calm, repeats: ['t'] }, undefined, 'u');
      const { metrics } = await told.desk.assess({ from: at('00:00'), to: at('00:00', '2026-03-03') });
      const redispatched = await outcome(told, 'redispatch', callback, '10:05', { reason: '未解决' });
      return [rated, redispatched, again.ok || again.refusal.code, metrics[0]?.total.excluded];
    },
  },
  'confidentiality.hides': {
    words: ['applicant', 'source', 'place', 'matter', 'content'],
    law: (word) => ({ procedure: { confidentiality: { hides: [word], readers: ['dispatcher'] } } }),
    live: async (told) => {
      const protectedCall = { ...calm, confidential: true, source: { line: '110' }, applicant: 'citizen-42' };
      await told.must('register', agent, '09:00', protectedCall);
      const view = await told.desk.view('t', agent, { at: at('09:01') });
      const [found] = await told.desk.find({ limit: 10 }, agent);
      return [view.place, view.matter, found?.record.call];
    },
  },
  'assist.awaited': {
    live: async (told) => {
      await told.replied({ lead: 'riverside', assists: ['urban-management'] });
      await told.must('rate', citizen, '10:02', { solved: 'yes', satisfaction: 5, contacted: true });
      return outcome(told, 'close', callback, '10:03');
    },
  },
  'return.handling': {
    live: async (told) => {
      await returned(told);
      return outcome(told, 'recordProgress', handler, '09:06', { text: '先行处置' });
    },
  },
  'dispute.handling': {
    live: async (told) => {
      await disputed(told);
      return outcome(told, 'recordProgress', handler, '09:07', { text: '先行处置' });
    },
  },
  'dispute.clocks': {
    live: async (told) => {
      await disputed(told);
      await told.must('designate', dispatcher, '09:08', { lead: 'hillside', reason: '属地' }, '2026-03-03');
      return dueOf(told);
    },
  },
  'handlingLimit.order': {
    law: (word) => ({
      procedure: { handlingLimit: { order: [word] } },
      files: { 'matters.csv': limited },
    }),
    live: async (told) => {
      await told.must('register', agent, '09:00', calm);
      await told.must('dispatch', dispatcher, '09:03', { lead: 'riverside', limits: { handle: days(1) } });
      return dueOf(told);
    },
  },
  'handlingLimit.ceilingKind': {
    law: (ceilingKind) => ({ procedure: { handlingLimit: { ceiling: days(16), ceilingKind } } }),
    live: async (told) => {
      await told.handled();
      return outcome(told, 'requestExtension', handler, '09:20', { term: days(2), reason: '协调' });
    },
  },
  'statutoryPeriod.prevails': {
    live: async (told) => {
      const due: unknown[] = [];
      for (const [ticket, amount] of [
        ['t', 60],
        ['u', 2],
      ] as const) {
        await told.must('register', agent, '09:00', calm, undefined, ticket);
        const statutory = { lead: 'riverside', statutory: days(amount), law: '某法' };
        await told.must('dispatch', dispatcher, '09:03', statutory, undefined, ticket);
        due.push((await told.ticket(ticket)).clocks['handle']?.dueAt);
      }
      return due;
    },
  },
  'extension.limitKind': {
    law: (limitKind) => ({ procedure: { extension: { limitKind } } }),
    live: async (told) => {
      await told.handled();
      return outcome(told, 'requestExtension', handler, '09:20', { term: days(9), reason: '协调' });
    },
  },
  'extension.beforeDue': {
    live: async (told) => {
      await told.handled();
      await told.desk.runDue(at('09:00', '2026-04-20'));
      return outcome(told, 'requestExtension', handler, '09:20', { term: days(2), reason: '协调' }, '2026-04-20');
    },
  },
  'suspension.pauses': {
    live: async (told) => {
      await told.handled();
      await told.must('suspend', handler, '10:00', { ground: 'litigation', reason: '诉讼中' });
      await told.must('resume', handler, '11:00');
      return dueOf(told);
    },
  },
  'consultation.binding': {
    live: async (told) => {
      await told.handled();
      const question = { question: '谁管', units: ['hillside'], more: { reason: '职责交叉' } };
      await told.must('convene', dispatcher, '09:20', question);
      await told.must('concludeConsultation', chair, '09:30', {
        minutes: '纪要',
        conclusion: '镇管',
        lead: 'hillside',
      });
      return outcome(told, 'designate', dispatcher, '09:40', { reason: '会商结论' });
    },
  },
  'redispatch.mode': {
    live: async (told) => {
      await told.replied();
      await told.must('rate', citizen, '10:02', unhappy);
      const may = (await told.ticket()).can(callback, { at: at('10:03') });
      return may.flatMap(({ command, ok }) => (ok && (command === 'close' || command === 'redispatch') ? command : []));
    },
  },
  'accountability.subjects': {
    law: (word) => ({
      procedure: {
        accountability: { subjects: [word] },
        return: {
          consequences: ['unit', 'person', 'knowledgeEntry'].map((subject) => ({
            on: 'rejectReturn',
            outcome: { type: 'account', params: { subject, ground: 'improperReturn' } },
          })),
        },
      },
    }),
    live: async (told) => {
      await returned(told);
      await told.must('rejectReturn', dispatcher, '09:06', { reason: '属职责' });
      return eventData(told, 'accountability.entered');
    },
  },
  'reply.kinds.effect': {
    words: ['replies', 'continues', 'pauses', 'extends'],
    law: (effect) => ({ procedure: { reply: { kinds: [{ id: 'final' }, { id: 'own', effect }] } } }),
    live: async (told) => {
      await told.handled();
      const reply = { ...partly, kind: 'own', until: at('17:30', '2026-03-30') };
      await told.must('submitReply', handler, '10:00', reply);
      const { state, clocks } = await told.must('approveReply', leader, '10:01');
      return [state, clocks['handle']?.state, clocks['handle']?.dueAt];
    },
  },
  'remedies.stages.final': {
    words: [true, false],
    law: (final) => ({ procedure: { remedies: { stages: [{ id: 'first', final }, { id: 'second' }] } } }),
    live: async (told) => {
      await told.closed();
      await told.must('seekRemedy', citizen, '10:10', { reason: '不服' });
      await told.must('decideRemedy', office, '10:11', { decision: 'upheld', reason: '维持' });
      return outcome(told, 'seekRemedy', citizen, '10:12', { reason: '仍不服' });
    },
  },
  'termination.approver': {
    words: ['districtDispatcher', 'unitHead'],
    law: (role) => ({ procedure: { termination: { approver: [role] } } }),
    live: async (told) => {
      await told.handled();
      await told.must('requestTermination', handler, '09:20', { ground: 'withdrawn', reason: '撤回' });
      return outcome(told, 'approveTermination', district, '09:21');
    },
  },
  'dispute.meanwhile': {
    words: [[{ unit: 'hillside' }], ['lead']],
    law: (meanwhile) => ({ procedure: { dispute: { meanwhile, handling: 'continues' } } }),
    live: async (told) => {
      await disputed(told);
      return outcome(told, 'recordProgress', neighbour, '09:07', { text: '先行处置' });
    },
  },
};

/** The words that the schema of a setting has at its top: those of one choice, not of lists chosen by conditions. */
function wordsIn(schema: z.ZodType): readonly unknown[] {
  const json = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' });
  const [first = {}] = (json.anyOf ?? [json]) as { type?: string; enum?: unknown[]; items?: { enum?: unknown[] } }[];
  return first.type === 'boolean' ? [true, false] : (first.enum ?? first.items?.enum ?? []);
}

/** More words than these are roles and recipients: whom a setting names is for the stories. */
const FEW = 10;

const own = Object.entries(SECTIONS).flatMap(([section, { settings }]) =>
  Object.entries(settings).map(([key, { schema }]) => [`${section}.${key}`, wordsIn(schema)] as const),
);

test('every setting that is said in words has a life here', () => {
  const worded = own.filter(([, words]) => words.length > 0 && words.length <= FEW).map(([setting]) => setting);
  expect(worded.length).toBeGreaterThan(20);
  expect(worded.filter((setting) => !Object.hasOwn(WORDED, setting))).toEqual([]);
});

test.each(Object.entries(WORDED))('%s: each of its words acts, no two alike', async (setting, { words, law, live }) => {
  const [section = '', key = ''] = setting.split('.');
  const all = words ?? own.find(([name]) => name === setting)?.[1] ?? [];
  expect(all.length).toBeGreaterThan(1);
  const seen = new Map<string, unknown>();
  for (const word of all) {
    const changes = law?.(word as never) ?? { procedure: { [section]: { [key]: word } } };
    const came = JSON.stringify(await live(await town(changes)));
    expect(seen.get(came), `${JSON.stringify(word)} does what another word does: ${came}`).toBeUndefined();
    seen.set(came, word);
  }
});
