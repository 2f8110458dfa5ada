import type { CityPack, ClockDefinition, EventType } from '@hotline-kit/rules';

/** What an event does to a clock. Ends come before starts, so that one event may end a clock and start it anew. */
type Reaction = 'stop' | 'cancel' | 'pause' | 'resume' | 'start';

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

const compiled = new WeakMap<CityPack, ReadonlyMap<EventType, readonly ClockReaction[]>>();

/** The clocks of a pack that react to an event, found once a pack. */
export function reactionsTo(event: EventType, pack: CityPack): readonly ClockReaction[] {
  let byEvent = compiled.get(pack);
  if (byEvent === undefined) {
    byEvent = compile(pack);
    compiled.set(pack, byEvent);
  }
  return byEvent.get(event) ?? [];
}

function compile(pack: CityPack): ReadonlyMap<EventType, readonly ClockReaction[]> {
  const byEvent = new Map<EventType, ClockReaction[]>();
  for (const reaction of inOrder) {
    for (const clock of pack.clocks) {
      const events = reaction === 'cancel' ? [...clock.cancel, ...endsOfLife] : clock[reaction];
      for (const event of new Set(events)) {
        const list = byEvent.get(event) ?? [];
        list.push({ clock, reaction });
        byEvent.set(event, list);
      }
    }
  }
  return byEvent;
}
