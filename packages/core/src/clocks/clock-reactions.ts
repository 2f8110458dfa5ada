import type { CityPack, ClockDefinition, EventType } from '@hotline-kit/rules';
import type { NewEvent } from '../ticket/event.js';

/** What an event does to a clock. Ends come before starts, so that one event may end a clock and start it anew. */
export type Reaction = 'stop' | 'cancel' | 'pause' | 'resume' | 'start';

const inOrder: readonly Reaction[] = ['stop', 'cancel', 'pause', 'resume', 'start'];

/** Nothing outlives a ticket: these cancel every clock that is still open, whatever the pack says. */
const endsOfLife: readonly EventType[] = [
  'ticket.closed',
  'callback.waived',
  'ticket.refused',
  'ticket.terminated',
  'ticket.transferredToEmergency',
  'ticket.merged',
  'ticket.withdrawn',
];

interface ClockReaction {
  readonly clock: ClockDefinition;
  readonly reaction: Reaction;
}

interface Reactions {
  /** By event, and by `progress.recorded:<milestone>`. */
  readonly byEvent: ReadonlyMap<string, readonly ClockReaction[]>;
  /** The clocks that start at a clock's due instant. */
  readonly atDueOf: ReadonlyMap<string, readonly ClockDefinition[]>;
}

const compiled = new WeakMap<CityPack, Reactions>();

/** The clocks of a pack that react to an event, found once a pack; those of the milestone that it records, too. */
export function reactionsTo(event: NewEvent, pack: CityPack): readonly ClockReaction[] {
  const { byEvent } = reactionsOf(pack);
  const reactions = byEvent.get(event.type) ?? [];
  if (event.type !== 'progress.recorded' || event.data.milestone === undefined) return reactions;
  return [...reactions, ...(byEvent.get(ofMilestone(event.data.milestone)) ?? [])];
}

/** The clocks that start at the due instant of another one, `clock.due:<clock>` in `clocks.json`. */
export function startedAtDueOf(clock: string, pack: CityPack): readonly ClockDefinition[] {
  return reactionsOf(pack).atDueOf.get(clock) ?? [];
}

function reactionsOf(pack: CityPack): Reactions {
  let reactions = compiled.get(pack);
  if (reactions === undefined) {
    reactions = compile(pack);
    compiled.set(pack, reactions);
  }
  return reactions;
}

function compile(pack: CityPack): Reactions {
  const byEvent = new Map<string, ClockReaction[]>();
  const atDueOf = new Map<string, ClockDefinition[]>();
  for (const reaction of inOrder) {
    for (const clock of pack.clocks) {
      const events: readonly string[] = reaction === 'cancel' ? [...clock.cancel, ...endsOfLife] : [...clock[reaction]];
      const milestones = clock.atMilestone.filter((each) => each.reaction === reaction);
      for (const event of new Set([...events, ...milestones.map(({ milestone }) => ofMilestone(milestone))])) {
        append(byEvent, event, { clock, reaction });
      }
    }
  }
  for (const clock of pack.clocks) for (const id of clock.startAtDue) append(atDueOf, id, clock);
  return { byEvent, atDueOf };
}

const ofMilestone = (milestone: string) => `progress.recorded:${milestone}`;

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
