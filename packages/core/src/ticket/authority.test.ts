import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ROLES, type Role } from '@hotline-kit/rules';
import { loadCityPack } from '@hotline-kit/rules/node';
import { describe, expect, test } from 'vitest';
import type { Actor } from './actor.js';
import { isAuthorised } from './authority.js';
import { chartCommands } from './command.js';
import type { NewEvent } from './event.js';
import { evolve } from './evolve.js';
import type { TicketRecord } from './ticket-record.js';
import { commandsIn, isLegal, transitionTable } from './transition-table.js';

const golden = fileURLToPath(new URL('authority.golden.txt', import.meta.url));
const pack = await loadCityPack(fileURLToPath(new URL('../../../rules/test/packs/sample-town', import.meta.url)));

/** A ticket that Riverside leads, Urban Management assists, and to which the power company was called. */
const ticket = [
  event('ticket.registered', {
    ...{ number: 'N-1', channel: 'phone', type: 'complaint', matter: null, content: 'x', place: { district: 'east' } },
    ...{
      urgent: false,
      confidential: false,
      anonymous: false,
      line: null,
      reference: null,
      applicant: 'me',
      media: [],
    },
  }),
  event('ticket.dispatched', {
    ...{ lead: 'riverside', assists: ['urban-management'], limits: {} },
    ...{ via: 'person', rule: null, line: null, article: null },
  }),
  event('departments.called', { departments: ['power-company'], reason: 'x' }),
  event('person.recused', { person: 'recused', reason: 'x' }),
].reduce<TicketRecord | undefined>(evolve, undefined);

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
});
