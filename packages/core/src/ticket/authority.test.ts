import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ROLES, type Role } from '@hotline-kit/rules';
import { loadCityPack } from '@hotline-kit/rules/node';
import { describe, expect, test } from 'vitest';
import type { Actor } from './actor.js';
import { isAuthorised, rolesThatMay } from './authority.js';
import { chartCommands, grants } from './command.js';
import type { NewEvent } from './event.js';
import { evolve } from './evolve.js';
import type { TicketRecord } from './ticket-record.js';
import { commandsIn, isLegal, transitionTable } from './transition-table.js';

const golden = fileURLToPath(new URL('authority.golden.txt', import.meta.url));
const pack = await loadCityPack(fileURLToPath(new URL('../../../rules/test/packs/sample-town', import.meta.url)));

/** A ticket that happens in the east, and nobody leads. */
const registration = event('ticket.registered', {
  ...{ number: 'N-1', channel: 'phone', type: 'complaint', matter: null, content: 'x', place: { district: 'east' } },
  ...{ urgent: false, confidential: false, anonymous: false, line: null, reference: null, applicant: 'me', media: [] },
});
const dispatch = event('ticket.dispatched', {
  ...{ lead: 'riverside', assists: ['urban-management'], limits: {} },
  ...{ via: 'person', rule: null, line: null, article: null },
});

const after = (...events: readonly NewEvent[]) => events.reduce<TicketRecord | undefined>(evolve, undefined);

/** A ticket that Riverside leads, Urban Management assists, and to which the power company was called. */
const ticket = after(
  registration,
  dispatch,
  event('departments.called', { departments: ['power-company'], reason: 'x' }),
  event('person.recused', { person: 'recused', reason: 'x' }),
);

function event(type: string, data: unknown): NewEvent {
  return { ticket: 't', type, at: '2026-03-02T01:00:00.000Z', state: 'handling', data } as NewEvent;
}

/** How people may stand to it. */
const standings: Readonly<Record<string, Omit<Actor, 'role'>>> = {
  stranger: { id: 'p', unit: 'old-harbour' },
  ofNoUnit: { id: 'p' },
  ofLead: { id: 'p', unit: 'riverside' },
  ofAssist: { id: 'p', unit: 'urban-management' },
  ofCalled: { id: 'p', unit: 'power-company' },
  aboveLead: { id: 'p', unit: 'east-district' },
  applicant: { id: 'me' },
  recused: { id: 'recused', unit: 'riverside' },
  theDesk: { id: 'hotline-kit' },
};

/** By command: in which states the chart knows it, and which role in which standing may give it. */
function matrix(): string {
  const lines = chartCommands.flatMap((command) => {
    const states = [...transitionTable.keys()].filter((state) => isLegal(state, command));
    const roles = (Object.keys(ROLES) as Role[]).flatMap((role) => {
      const may = Object.keys(standings).filter((each) => {
        const actor = { ...standings[each], role } as Actor;
        return isAuthorised(command, actor, command === 'register' ? undefined : ticket, pack.units);
      });
      return may.length === 0 ? [] : [`    ${role}: ${may.join(' ')}`];
    });
    return [command, `  in: ${states.join(' ')}`, '  by:', ...roles];
  });
  return `${lines.join('\n')}\n`;
}

describe('authority: role × standing × state × command, denied by default', () => {
  test('the whole matrix is as reviewed (HOTLINE_WRITE_GOLDEN=1 writes it anew)', () => {
    const given = matrix();
    if (process.env['HOTLINE_WRITE_GOLDEN'] === '1') writeFileSync(golden, given);
    expect(given).toBe(readFileSync(golden, 'utf8'));
  });

  test('whoever has recused may do nothing, whatever their role', () => {
    for (const role of Object.keys(ROLES) as Role[]) {
      const recused: Actor = { id: 'recused', role, unit: 'riverside' };
      for (const state of transitionTable.keys()) {
        const may = commandsIn(state).filter((command) => isAuthorised(command, recused, ticket, pack.units));
        expect(may, `${role} in ${state}`).toEqual([]);
      }
    }
  });

  test('a stranger to the ticket who works in another unit may give no command on it', () => {
    const ofUnits: readonly Role[] = [
      'handler',
      'unitClerk',
      'unitLeader',
      'unitHead',
      'gridWorker',
      'districtDispatcher',
    ];
    for (const role of ofUnits) {
      const stranger: Actor = { id: 'p', role, unit: 'old-harbour' };
      const may = chartCommands.filter(
        (command) => command !== 'register' && isAuthorised(command, stranger, ticket, pack.units),
      );
      expect(may, role).toEqual([]);
    }
  });

  const may = (command: (typeof chartCommands)[number], actor: Actor, of: TicketRecord | undefined) =>
    isAuthorised(command, actor, of, pack.units);

  test('before there is a ticket, only what needs none may be done', () => {
    const lifeless = chartCommands.filter((command) =>
      (Object.keys(ROLES) as Role[]).some((role) => may(command, { id: 'me', role, unit: 'riverside' }, undefined)),
    );
    const anyone = chartCommands.filter((command) => grants[command].some(({ relation }) => relation === 'anyone'));
    expect(lifeless).toEqual(anyone);
  });

  test('while nobody leads, no unit has anything to do with the ticket', () => {
    for (const role of ['handler', 'unitClerk', 'unitLeader', 'unitHead', 'gridWorker'] as const) {
      const theirs = chartCommands.filter(
        (command) => command !== 'register' && may(command, { id: 'p', role, unit: 'riverside' }, after(registration)),
      );
      expect(theirs, role).toEqual([]);
    }
  });

  test('a district dispatches what happens in it while nobody leads, and what units below it lead', () => {
    const dispatcherOf = (unit: string): Actor => ({ id: 'p', role: 'districtDispatcher', unit });
    expect(may('dispatch', dispatcherOf('east-district'), after(registration))).toBe(true);
    expect(may('dispatch', dispatcherOf('west-district'), after(registration))).toBe(false);
    expect(may('dispatch', { id: 'p', role: 'districtDispatcher' }, after(registration))).toBe(false);
    expect(may('dispatch', dispatcherOf('east-district'), ticket)).toBe(true);
    expect(may('dispatch', dispatcherOf('west-district'), ticket)).toBe(false);
  });

  test('a call without a district, and a unit without one, are of no district', () => {
    const nowhere = event('ticket.registered', { ...registration.data, place: {} });
    for (const unit of ['east-district', 'hotline-centre', 'city']) {
      expect(may('dispatch', { id: 'p', role: 'districtDispatcher', unit }, after(nowhere)), unit).toBe(false);
    }
  });

  test('what was sent back goes on from the unit that it was sent back to', () => {
    const returned = { ...(after(registration) as TicketRecord), path: ['city', 'east-district', 'west-district'] };
    expect(may('dispatch', { id: 'p', role: 'districtDispatcher', unit: 'west-district' }, returned)).toBe(true);
    expect(may('dispatch', { id: 'p', role: 'districtDispatcher', unit: 'east-district' }, returned)).toBe(false);
  });

  test('where somebody leads, neither the place nor the way there counts', () => {
    const elsewhere = event('ticket.dispatched', { ...dispatch.data, lead: 'old-harbour' });
    const led = { ...(after(registration, elsewhere) as TicketRecord), path: ['east-district'] };
    expect(may('dispatch', { id: 'p', role: 'districtDispatcher', unit: 'west-district' }, led)).toBe(true);
    expect(may('dispatch', { id: 'p', role: 'districtDispatcher', unit: 'east-district' }, led)).toBe(false);
  });

  test('a unit that the pack does not know reaches nothing', () => {
    for (const of of [ticket, after(registration)]) {
      expect(may('dispatch', { id: 'p', role: 'districtDispatcher', unit: 'atlantis' }, of)).toBe(false);
      expect(may('accept', { id: 'p', role: 'handler', unit: 'atlantis' }, of)).toBe(false);
    }
  });

  test('a unit that has recused is out of it with all of its people, and nobody else is', () => {
    const recused = after(registration, dispatch, event('person.recused', { unit: 'riverside', reason: 'x' }));
    expect(may('accept', { id: 'p', role: 'handler', unit: 'riverside' }, recused)).toBe(false);
    expect(may('urge', { id: 'p', role: 'dispatcher' }, recused)).toBe(true);
    expect(may('urge', { id: 'p', role: 'dispatcher', unit: 'hotline-centre' }, recused)).toBe(true);
  });

  test('of several applicants each may do what an applicant may, and nobody else', () => {
    const applicants = [{ id: 'you', representative: true }];
    const joint = after(event('ticket.registered', { ...registration.data, applicants }), dispatch);
    for (const [id, expected] of [
      ['me', true],
      ['you', true],
      ['they', false],
    ] as const) {
      expect(may('withdraw', { id, role: 'citizen' }, joint), id).toBe(expected);
    }
  });

  test('nobody is called until departments are called', () => {
    const power: Actor = { id: 'p', role: 'handler', unit: 'power-company' };
    expect(may('departmentResponds', power, ticket)).toBe(true);
    expect(may('departmentResponds', power, after(registration, dispatch))).toBe(false);
  });

  test('the roles of a refusal are those that have a grant, each once', () => {
    for (const command of chartCommands) {
      const roles = rolesThatMay(command);
      expect(new Set(roles)).toEqual(new Set(grants[command].flatMap((grant) => grant.roles)));
      expect(new Set(roles).size).toBe(roles.length);
    }
  });
});
