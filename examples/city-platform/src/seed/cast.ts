import type { Actor } from '@hotline-kit/core';
import { seats } from '../city/city.js';

/** Who acts in the stories: the sample users, and people of other offices whom no visitor can be. */
export const cast = {
  agent: { id: 'agent-lin', role: 'agent', unit: seats.hotline },
  dispatcher: { id: 'dispatcher-wang', role: 'dispatcher', unit: seats.hotline },
  callback: { id: 'callback-huang', role: 'callbackOfficer', unit: seats.hotline },
  clerk: { id: 'clerk-li', role: 'unitClerk', unit: seats.townOffice },
  handler: { id: 'handler-chen', role: 'handler', unit: seats.townOffice },
  leader: { id: 'leader-zhang', role: 'unitLeader', unit: seats.town },
  otherHandler: { id: 'handler-he', role: 'handler', unit: seats.otherOffice },
  police: { id: 'handler-police', role: 'handler', unit: 'dongkeng-public-security' },
  works: { id: 'handler-works', role: 'handler', unit: 'dongkeng-works' },
  wu: { id: 'citizen-wu', role: 'citizen' },
  zheng: { id: 'citizen-zheng', role: 'citizen' },
} as const satisfies Record<string, Actor>;
