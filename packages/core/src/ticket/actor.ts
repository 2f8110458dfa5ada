import { ROLES, type Role } from '@hotline-kit/rules';
import { HotlineError } from '../errors.js';

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
export function checkedActor(actor: Actor): Actor {
  if (typeof actor?.id !== 'string' || actor.id === '') {
    throw new HotlineError('invalidActor', 'the actor has no id', { fix: 'pass by: { id, role, unit? }' });
  }
  if (!Object.hasOwn(ROLES, actor.role)) {
    throw new HotlineError('invalidActor', `role "${String(actor.role)}" is unknown`, {
      fix: `use one of ${Object.keys(ROLES).join(', ')}`,
    });
  }
  if (actor.unit !== undefined && typeof actor.unit !== 'string') {
    throw new HotlineError('invalidActor', 'the unit of an actor is a text', { fix: 'pass the unit id of the pack' });
  }
  return actor.unit === undefined
    ? { id: actor.id, role: actor.role }
    : { id: actor.id, role: actor.role, unit: actor.unit };
}
