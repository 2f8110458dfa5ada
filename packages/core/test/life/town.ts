import type { Actor, Desk, DeskCommand, Refusal, Result, Ticket } from '@hotline-kit/core';
import { at, done, noiseAtNight, openSampleDesk, people, refused } from '../sample-desk.js';
import { type Changes, sampleTown } from '../sample-pack.js';

/** A call that is not urgent: its limits are days. */
export const calm = { ...noiseAtNight, urgent: false };

/** A reply that says what came of it. */
export const solved = { result: '已责令停工', solved: 'yes' };

/** Others of the town, whom few lives need. */
export const others = {
  office: { id: 'office-1', role: 'supervisionOffice' },
  mayor: { id: 'mayor-1', role: 'cityLeader' },
  chair: { id: 'chair-1', role: 'consultationChair' },
  clues: { id: 'clues-1', role: 'clueReceiver' },
  checker: { id: 'quality-1', role: 'qualityChecker', unit: 'hotline-centre' },
  district: { id: 'east-1', role: 'districtDispatcher', unit: 'east-district' },
  electrician: { id: 'power-1', role: 'handler', unit: 'power-company' },
} as const satisfies Record<string, Actor>;

/** A command in words: what, by whom, at which time of Monday 2026-03-02 or of another day, on ticket `t` or another. */
type Given = readonly [type: string, by: Actor, time: string, data?: object, day?: string, ticket?: string];

/** A town as a story tells of it. */
export interface Town {
  readonly desk: Desk;
  give(...command: Given): Promise<Result>;
  /** The ticket after a command that is carried out. */
  must(...command: Given): Promise<Ticket>;
  /** Why a command is refused. */
  not(...command: Given): Promise<Refusal>;
  /** The ticket `t`, or another one, as it stands. */
  ticket(id?: string): Promise<Ticket>;
  /** Registered, dispatched, signed and accepted at 09:10. */
  handled(dispatch?: object): Promise<Ticket>;
  /** The same, replied to and approved at 10:01. */
  replied(dispatch?: object): Promise<Ticket>;
  /** The same, rated by the citizen at 10:02 and closed at 10:03. */
  closed(): Promise<Ticket>;
}

/** A desk under the law of the town, with these changes to it. */
export async function town(changes: Changes = {}): Promise<Town> {
  const desk = await openSampleDesk({ pack: sampleTown(changes) });
  const give: Town['give'] = (type, by, time, data = {}, day = '2026-03-02', ticket = 't') =>
    desk.execute({ type, ticket, data, by, at: at(time, day) } as unknown as DeskCommand);
  const must: Town['must'] = async (...command) => done(await give(...command)) as Ticket;
  const handled: Town['handled'] = async (dispatch = { lead: 'riverside' }) => {
    await must('register', people.agent, '09:00', calm);
    await must('dispatch', people.dispatcher, '09:03', dispatch);
    await must('sign', people.clerk, '09:05');
    return must('accept', people.handler, '09:10');
  };
  const replied: Town['replied'] = async (dispatch) => {
    await handled(dispatch);
    await must('submitReply', people.handler, '10:00', solved);
    return must('approveReply', people.leader, '10:01');
  };
  return {
    desk,
    give,
    must,
    not: async (...command) => refused(await give(...command)),
    ticket: async (id = 't') => {
      const ticket = await desk.ticket(id);
      if (ticket === undefined) throw new Error(`there is no ticket ${id}`);
      return ticket;
    },
    handled,
    replied,
    closed: async () => {
      await replied();
      await must('rate', people.citizen, '10:02', { solved: 'yes', satisfaction: 5, contacted: true });
      return must('close', people.callback, '10:03');
    },
  };
}
