import type { CityPack } from '@hotline-kit/rules';
import type { Actor } from '../ticket/actor.js';
import type { NewEvent, TicketEvent } from '../ticket/event.js';
import type { IsoInstant } from '../ticket/instant.js';
import { MACHINE_VERSION } from '../ticket/machine.js';
import { canonicalText, hashOf } from './canonical.js';
import { currentVersion } from './upcast.js';

/** `prevHash` of a ticket's first event. */
export const GENESIS_HASH = '0'.repeat(64);

/** The end of a ticket's log, to which the next event is chained. */
export interface LogHead {
  readonly version: number;
  readonly hash: string;
}

/** Under which pack and calendar an event is decided. */
export interface Provenance {
  readonly rules: string;
  readonly calendar: string;
}

/** The same for all events of one command. */
export interface SealContext {
  readonly actor: Actor;
  readonly command: string;
  readonly correlation: string | undefined;
  readonly recordedAt: IsoInstant;
  readonly provenance: Provenance;
}

/** Under which pack and calendar an event was decided, as events record it. */
export function provenanceOf(pack: CityPack): Provenance {
  const { id, version, hash } = pack.defaultCalendar;
  return {
    rules: `${pack.id}@${pack.version}#${pack.hash.slice(0, 16)}`,
    calendar: `${id}@${version}#${hash.slice(0, 16)}`,
  };
}

/** Gives events their place in the log: numbers, origin, and the hash that chains each to the one before. */
export function seal(events: readonly NewEvent[], head: LogHead, context: SealContext): TicketEvent[] {
  const { actor, command, correlation, recordedAt, provenance } = context;
  const { rules, calendar } = provenance;
  // The canonical text of the whole event, put together from the parts that all events of the command share. Instants,
  // hashes, and words of the machine have nothing in them that JSON escapes.
  const said = textsOf(provenance);
  const origin = `${said.calendar},"command":${text(command)}`;
  const beforeData = correlation === undefined ? origin : `${origin},"correlation":${text(correlation)}`;
  const by = canonicalText(actor);
  let { version, hash } = head;
  return events.map(({ ticket, type, at, state, data }) => {
    version += 1;
    const [v, prevHash] = [currentVersion(type), hash];
    const about = `"state":"${state}","ticket":${text(ticket)},"type":"${type}","v":${v},"version":${version}`;
    const chained = `"machine":"${MACHINE_VERSION}","prevHash":"${prevHash}","recordedAt":"${recordedAt}",${said.rules}`;
    hash = hashOf(`{"actor":${by},"at":"${at}",${beforeData},"data":${canonicalText(data)},${chained},${about}}`);
    const origins = { actor, command, machine: MACHINE_VERSION, rules, calendar, recordedAt };
    const sealed = { ticket, version, type, v, at, state, data, ...origins, prevHash, hash };
    return (correlation === undefined ? sealed : { ...sealed, correlation }) as TicketEvent;
  });
}

/** One provenance stands for all commands under a pack: its part of the canonical text is made once. */
const texts = new WeakMap<Provenance, { readonly calendar: string; readonly rules: string }>();

function textsOf(provenance: Provenance): { readonly calendar: string; readonly rules: string } {
  let made = texts.get(provenance);
  if (made === undefined) {
    made = { calendar: `"calendar":${text(provenance.calendar)}`, rules: `"rules":${text(provenance.rules)}` };
    texts.set(provenance, made);
  }
  return made;
}

const text = (value: string): string => JSON.stringify(value);
