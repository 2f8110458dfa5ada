import { fileURLToPath } from 'node:url';
import { escalate, permit, routeTicket } from '@hotline-kit/rules';
import { loadCityPack } from '@hotline-kit/rules/node';
import { describe, expect, it } from 'vitest';

const pack = await loadCityPack(fileURLToPath(new URL('./packs/sample-town', import.meta.url)));
const at = '2026-03-02T09:00:00+08:00';

describe('the pack of an invented town', () => {
  it('is read whole', () => {
    expect(pack.id).toBe('sample-town');
    expect(pack.clocks.map(({ id }) => id)).toEqual(['dispatch', 'sign', 'contact', 'arrive', 'handle', 'callback']);
    expect(pack.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('routes by rule, by list, by the wider matter, and to the fallback', () => {
    expect(routeTicket(pack, { matter: 'noise-construction', district: 'east' }, { at })).toEqual({
      lead: 'urban-management',
      assists: ['riverside'],
      via: 'rule',
      rule: 'construction-noise',
      article: '样例办法第十条',
    });
    expect(routeTicket(pack, { matter: 'noise', district: 'west' }, { at })).toEqual({
      lead: 'old-harbour',
      assists: ['urban-management'],
      via: 'list',
      line: 3,
      article: '样例办法第八条',
    });
    expect(routeTicket(pack, { matter: 'road', district: 'west' }, { at })).toMatchObject({
      lead: 'urban-management',
      line: 6,
    });
    expect(routeTicket(pack, { matter: 'household', district: 'west' }, { at })).toMatchObject({
      lead: 'hotline-centre',
      line: 7,
    });
    expect(routeTicket(pack, { matter: 'services' }, { at })).toEqual({
      lead: 'hotline-centre',
      assists: [],
      via: 'fallback',
    });
  });

  it('supervises a late ticket, and urges a unit that did not contact the citizen', () => {
    expect(
      escalate(pack, { 'clock.handle.state': 'breached', supervisionLevel: 0 }, { at }).map(({ type }) => type),
    ).toEqual(['supervise']);
    const late = escalate(pack, { 'clock.contact.state': 'breached', urgent: true }, { at });
    expect(late.map(({ rule }) => rule)).toEqual(['urgent-contact-breached', 'urgent-contact-supervise']);
  });

  it('refuses a return with everything that is missing, at once', () => {
    const permission = permit(
      pack.procedure,
      'requestReturn',
      { leaderAssigned: true, returnCount: 2 },
      { reason: ' ' },
    );
    expect(permission.ok ? [] : permission.problems.map(({ code, field }) => field ?? code)).toEqual([
      'forbidden',
      'returnsExhausted',
      'reason',
      'evidence',
    ]);
  });
});
