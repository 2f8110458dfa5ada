import { ROLES, type Role } from '@hotline-kit/rules';
import { HotlineError } from '../errors.js';
import type { BilingualText } from './refusal.js';

/** Who acts: the host's own user, mapped to a role of the field and, for units' people, to their unit. */
export interface Actor {
  /** The host's id of the person, or of the system part. */
  readonly id: string;
  readonly role: Role;
  /** Unit id of the pack. */
  readonly unit?: string;
}

/** Commands that a clock gives are given by this actor. */
export const clockwork: Actor = { id: 'hotline-kit', role: 'system' };

/**
 * The actor with nothing but its known fields, so that a host's whole user object never reaches the log.
 * @throws HotlineError `invalidActor` for an unknown role or an empty id
 */
export function checkedActor(given: Actor): Actor {
  const actor = ownFields(given);
  if (typeof actor.id !== 'string' || actor.id === '') {
    throw new HotlineError(
      'invalidActor',
      { zh: '操作人没有编号', en: 'the actor has no id' },
      { fix: { zh: '请传入 by: { id, role, unit? }', en: 'pass by: { id, role, unit? }' } },
    );
  }
  if (typeof actor.role !== 'string' || !Object.hasOwn(ROLES, actor.role)) {
    const role = typeof actor.role === 'string' ? `"${actor.role}"` : '?';
    throw new HotlineError(
      'invalidActor',
      { zh: `没有角色${role}`, en: `role ${role} is unknown` },
      { fix: { zh: `可选：${Object.keys(ROLES).join('、')}`, en: `use one of ${Object.keys(ROLES).join(', ')}` } },
    );
  }
  if (actor.unit !== undefined && typeof actor.unit !== 'string') {
    throw new HotlineError(
      'invalidActor',
      { zh: '操作人的单位应为文本', en: 'the unit of an actor is a text' },
      { fix: { zh: '请传入规则包中的单位编号', en: 'pass the unit id of the pack' } },
    );
  }
  return actor.unit === undefined
    ? { id: actor.id, role: actor.role }
    : { id: actor.id, role: actor.role, unit: actor.unit };
}

/** The fields as they stand now: whatever an object of the host's does when it is read, it does here, and once. */
function ownFields(actor: Actor | undefined): { readonly [Field in keyof Actor]: Actor[Field] | undefined } {
  try {
    const { id, role, unit } = actor ?? {};
    return { id, role, unit };
  } catch (cause) {
    throw new HotlineError(
      'invalidActor',
      { zh: '操作人无法读取', en: 'the actor cannot be read' },
      { fix: { zh: '请传入 by: { id, role, unit? }', en: 'pass by: { id, role, unit? }' }, cause },
    );
  }
}

/** What is to be done where somebody may not: who may. */
export function whoMay(roles: readonly Role[]): BilingualText {
  return {
    zh: `可由以下角色办理：${roles.map((role) => ROLES[role].zh).join('、')}`,
    en: `those who may: ${roles.join(', ')}`,
  };
}
