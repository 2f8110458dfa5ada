import { fileURLToPath } from 'node:url';
import type { Actor, Call } from '@hotline-kit/core';
import { loadCityPack } from '@hotline-kit/rules/node';

/** A made-up town: every number in it is a sample. */
export const pack = await loadCityPack(fileURLToPath(new URL('../../rules/test/packs/sample-town', import.meta.url)));

/** The people of the town. */
export const people = {
  agent: { id: 'agent-7', role: 'agent', unit: 'hotline-centre' },
  dispatcher: { id: 'dispatcher-2', role: 'dispatcher', unit: 'hotline-centre' },
  callback: { id: 'callback-1', role: 'callbackOfficer', unit: 'hotline-centre' },
  clerk: { id: 'clerk-3', role: 'unitClerk', unit: 'riverside' },
  handler: { id: 'handler-4', role: 'handler', unit: 'riverside' },
  leader: { id: 'leader-5', role: 'unitLeader', unit: 'riverside' },
  head: { id: 'head-6', role: 'unitHead', unit: 'riverside' },
  stranger: { id: 'handler-9', role: 'handler', unit: 'old-harbour' },
  assistant: { id: 'handler-8', role: 'handler', unit: 'urban-management' },
  supervisor: { id: 'supervisor-1', role: 'superviseOfficer' },
  citizen: { id: 'citizen-42', role: 'citizen' },
} as const satisfies Record<string, Actor>;

/** Monday 2026-03-02, a working day, by the clock of the town. */
export const at = (time: string, day = '2026-03-02'): string => `${day}T${time}:00+08:00`;

export const noiseAtNight: Call = {
  channel: 'phone',
  type: 'complaint',
  matter: 'noise',
  content: '沿河路工地夜间施工,噪声扰民',
  place: { district: 'east', street: '河畔镇', address: '沿河路12号' },
  urgent: true,
  caller: { name: '陈先生', phone: '13800000000' },
  applicant: 'citizen-42',
};
