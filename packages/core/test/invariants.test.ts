import { type DeskCommand, evolve, type TicketEvent, type TicketRecord } from '@hotline-kit/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noiseAtNight, openSampleDesk, people } from './sample-desk.js';

const runs = { quick: 150, ci: 3_000, full: 50_000 }[process.env['HOTLINE_PROOF'] ?? 'quick'] ?? 150;
const start = Date.parse('2026-03-02T09:00:00+08:00');
const minutes = (n: number) => new Date(start + n * 60_000);

const reply = { result: '已处理', solved: 'yes' };
const data: Record<string, readonly unknown[]> = {
  dispatch: [{}, { lead: 'old-harbour', assists: ['riverside'] }],
  sign: [{}],
  accept: [{}],
  contactCitizen: [
    { method: 'phone', reached: true },
    { method: 'phone', reached: false },
  ],
  arriveOnSite: [{}],
  recordProgress: [{ text: '到场查看' }],
  promise: [{ what: '两日内修好' }, { what: '周五前', by: '2026-03-06T17:30:00+08:00' }],
  fulfilPromise: [{}],
  submitReply: [reply, { result: '转建议', solved: 'no', unsolvedReason: '超出职权' }, { solved: 'yes' }],
  approveReply: [{}],
  rejectReply: [{ reason: '情况不明' }],
  callBack: [{ method: 'phone', reached: false }],
  rate: [
    { solved: 'yes', satisfaction: 5, contacted: true },
    { solved: 'no', satisfaction: 1, contacted: false },
  ],
  waiveCallback: [{ ground: 'anonymous' }],
  redispatch: [{ reason: '未解决' }],
  finishAssist: [{ result: '已会同查处' }],
  close: [{}, { reason: '经复核' }],
  urge: [{ reason: '请抓紧' }],
  supervise: [{ level: 1, reason: '重复投诉' }],
  escalateSupervision: [{ level: 3, reason: '仍未办' }],
  reportSupervision: [{ report: '已落实' }],
  concludeSupervision: [{ conclusion: '同意' }],
  answerOnline: [{ answer: '请携身份证' }],
  refuse: [{ ground: 'litigation', reason: '已入诉讼', legalPath: '向法院提出' }],
  transferEmergency: [{ line: '110', acknowledgement: '已接' }],
  withdraw: [{ reason: '已解决' }],
  addAssist: [{ assists: ['power-company'] }],
  requestReturn: [{ reason: '不属职责', evidence: '三定' }, { reason: '不属职责' }],
  approveReturn: [{}],
  rejectReturn: [{ reason: '属职责' }],
  raiseDispute: [{ reason: '两家都说无权' }],
  designate: [{ lead: 'old-harbour', reason: '属地' }],
  requestExtension: [{ term: { kind: 'workingDays', amount: 2 }, reason: '协调' }],
  approveExtension: [{}],
  rejectExtension: [{ reason: '不必' }],
  suspend: [
    { ground: 'litigation', reason: '诉讼中' },
    { ground: 'tired', reason: '累' },
  ],
  resume: [{}],
  reopen: [{ reason: '又坏了' }],
  archive: [{}],
  register: [noiseAtNight],
};

const step = fc.record({
  type: fc.constantFrom(...Object.keys(data)),
  choice: fc.nat(2),
  by: fc.constantFrom(...Object.values(people)),
  wait: fc.oneof(fc.nat(30), fc.nat(3_000)),
  runDue: fc.boolean(),
  // Most steps follow the life, so that runs get far; the others are anything.
  along: fc.nat(3).map((n) => n > 0),
});

const next: Record<string, readonly (readonly [string, keyof typeof people])[]> = {
  received: [['dispatch', 'dispatcher']],
  dispatched: [['sign', 'clerk']],
  signed: [['accept', 'handler']],
  handling: [
    ['submitReply', 'handler'],
    ['submitReply', 'handler'],
    ['resume', 'handler'],
  ],
  pendingApproval: [
    ['approveReply', 'leader'],
    ['approveReply', 'head'],
    ['reportSupervision', 'handler'],
  ],
  replied: [['rate', 'citizen']],
  pendingDispatch: [['dispatch', 'dispatcher']],
  returnRequested: [
    ['approveReturn', 'dispatcher'],
    ['rejectReturn', 'dispatcher'],
    ['raiseDispute', 'dispatcher'],
  ],
  disputed: [['designate', 'dispatcher']],
  answeredOnline: [['close', 'callback']],
  calledBack: [
    ['finishAssist', 'assistant'],
    ['close', 'callback'],
    ['close', 'callback'],
    ['reportSupervision', 'handler'],
  ],
};

const domainCodes = ['illegalInState', 'notAuthorised'];

test('whatever people do in whatever order, the invariants of a ticket hold', async () => {
  let events = 0;
  let closed = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const desk = await openSampleDesk();
      const registered = await desk.register(noiseAtNight, { id: 't', by: people.agent, at: minutes(0) });
      if (!registered.ok) throw new Error('the sample call is refused');
      let ticket = await desk.ticket('t');
      let now = 0;
      for (const { type, choice, by, wait, runDue, along } of steps) {
        now += wait;
        const at = minutes(now);
        if (runDue) await desk.runDue(at);
        const before = await desk.ticket('t');
        const ways = along ? (next[before?.state ?? ''] ?? []) : [];
        const [name, who] = ways[choice % ways.length] ?? [type, undefined];
        const actor = who === undefined ? by : people[who];
        const options = data[name] ?? [{}];
        const command = { type: name, data: options[choice % options.length], ticket: 't', by: actor, at };
        const result = await desk.execute(command as unknown as DeskCommand);
        if (name !== 'register' && before !== undefined) checkCan(before, command, result);
        ticket = await desk.ticket('t');
        if (!result.ok && ticket?.version !== before?.version) throw new Error('a refusal changed the ticket');
      }
      const log = await desk.history('t');
      checkLog(log);
      expect(await desk.verify('t')).toMatchObject({ ok: true });
      expect(log.reduce<TicketRecord | undefined>(evolve, undefined)).toEqual(ticket?.record);
      events += log.length;
      if (ticket?.state === 'closed') closed += 1;
    }),
    { numRuns: runs },
  );
  // The proof is worth something only if lives go on to their end.
  expect(events).toBeGreaterThan(runs * 10);
  expect(closed).toBeGreaterThan(runs / 50);
});

function checkCan(
  before: {
    can: (by: (typeof people)[keyof typeof people], o: { at: Date }) => readonly { command: string; ok: boolean }[];
  },
  command: { type: string; by: (typeof people)[keyof typeof people]; at: Date },
  result: { ok: boolean; refusal?: { code: string } },
): void {
  const allowed = before.can(command.by, { at: command.at }).find((each) => each.command === command.type);
  if (result.ok) expect(allowed?.ok, `${command.type} was done, but can() denied it`).toBe(true);
  else if (allowed?.ok) expect(domainCodes).not.toContain(result.refusal?.code);
}

/** Nothing is handled after the end: the citizen is told, looks for a remedy, or the ticket is filed. */
const ends: ReadonlySet<string> = new Set([
  'closed',
  'archived',
  'refused',
  'terminated',
  'merged',
  'withdrawn',
  'transferredEmergency',
]);
const afterTheEnd =
  /^(clock|duty|remedy|quality|clue|notice|caller)\.|^ticket\.(archived|enquired|praised|tagged|unmerged)$/;

function checkLog(log: readonly TicketEvent[]): void {
  const running = new Map<string, string>();
  let lead = false;
  let over = false;
  log.forEach((event, index) => {
    expect(event.version).toBe(index + 1);
    if (event.type === 'ticket.dispatched') {
      expect(lead, 'one lead at a time').toBe(false);
      lead = true;
    }
    if (event.type === 'return.approved' || event.type === 'ticket.reopened') lead = false;
    if (event.type === 'ticket.reopened') over = false;
    if (over) {
      expect(event.type, 'what follows the end of a life').toMatch(afterTheEnd);
      const { clock = 'inform-' } = event.data as { readonly clock?: string };
      if (event.type !== 'clock.cancelled') expect(clock, 'clocks that outlive the ticket').toMatch(/^inform-/);
    }
    over = ends.has(event.state);
    if (event.type === 'clock.started') {
      expect(running.has(event.data.clock), `${event.data.clock} was started while it ran`).toBe(false);
      running.set(event.data.clock, event.at);
    }
    if (event.type === 'clock.stopped' || event.type === 'clock.cancelled') {
      expect(running.delete(event.data.clock), `${event.data.clock} was stopped, but did not run`).toBe(true);
    }
  });
  if (over)
    expect(
      [...running.keys()].filter((clock) => !clock.startsWith('inform-')),
      'clocks that outlive the ticket',
    ).toEqual([]);
}
