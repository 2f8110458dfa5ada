import type { Actor } from '@hotline-kit/core';
import { type CityPack, type Label, ROLES } from '@hotline-kit/rules';
import { seats } from '../city/city.js';

/** One of the people whom a visitor may be. A real host has its own log-in and maps its users the same way. */
export interface SampleUser {
  readonly id: string;
  readonly role: Actor['role'];
  readonly unit?: string;
  readonly name: Label;
  readonly roleText: Label;
  readonly unitText?: Label;
  /** Where their work begins. */
  readonly home: '/staff' | '/follow';
}

const people: readonly (Actor & { readonly name: Label })[] = [
  { id: 'agent-lin', role: 'agent', unit: seats.hotline, name: { zh: '林晓', en: 'Lin Xiao' } },
  { id: 'dispatcher-wang', role: 'dispatcher', unit: seats.hotline, name: { zh: '王敏', en: 'Wang Min' } },
  { id: 'callback-huang', role: 'callbackOfficer', unit: seats.hotline, name: { zh: '黄静', en: 'Huang Jing' } },
  { id: 'supervisor-zhou', role: 'superviseOfficer', unit: seats.hotline, name: { zh: '周平', en: 'Zhou Ping' } },
  { id: 'clerk-li', role: 'unitClerk', unit: seats.townOffice, name: { zh: '李婷', en: 'Li Ting' } },
  { id: 'handler-chen', role: 'handler', unit: seats.townOffice, name: { zh: '陈志强', en: 'Chen Zhiqiang' } },
  { id: 'leader-zhang', role: 'unitLeader', unit: seats.town, name: { zh: '张建国', en: 'Zhang Jianguo' } },
  { id: 'head-liu', role: 'unitHead', unit: seats.town, name: { zh: '刘伟', en: 'Liu Wei' } },
  { id: 'handler-he', role: 'handler', unit: seats.otherOffice, name: { zh: '何军', en: 'He Jun' } },
  { id: 'citizen-wu', role: 'citizen', name: { zh: '吴女士', en: 'Ms Wu' } },
];

/** Who a visitor is at first: the one whose turn it is on the urgent ticket. */
export const firstUserId = 'handler-chen';

/** The sample users, unit by unit. */
export function sampleUsers(pack: CityPack): readonly SampleUser[] {
  return people.map(({ name, ...actor }) => {
    const unitText = actor.unit === undefined ? undefined : pack.units.get(actor.unit)?.name;
    return {
      ...actor,
      name,
      roleText: ROLES[actor.role],
      ...(unitText === undefined ? {} : { unitText }),
      home: actor.role === 'citizen' ? '/follow' : '/staff',
    };
  });
}

/** The actor that core is told of: nothing but id, role and unit. */
export function actorOf({ id, role, unit }: SampleUser): Actor {
  return unit === undefined ? { id, role } : { id, role, unit };
}
