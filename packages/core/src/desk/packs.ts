import { type CityPack, ROLES } from '@hotline-kit/rules';
import type { WorkingCalendar } from '@hotline-kit/sla-calendar';
import { HotlineError } from '../errors.js';
import type { TicketStore } from '../storage/store.js';
import { type Actor, checkedActor, whoMay } from '../ticket/actor.js';

/** Those who may change the law of a desk. */
const lawKeepers: ReadonlySet<Actor['role']> = new Set<Actor['role']>(['system', 'dispatcher']);

/**
 * The actor, if they may change the pack or the calendar under open tickets.
 * @throws HotlineError `notAuthorised`
 */
export function checkedLawKeeper(by: Actor): Actor {
  const actor = checkedActor(by);
  if (lawKeepers.has(actor.role)) return actor;
  throw new HotlineError(
    'notAuthorised',
    {
      zh: `${ROLES[actor.role].zh}“${actor.id}”无权更换规则包或日历`,
      en: `${actor.role} "${actor.id}" may not change pack or calendar of a desk`,
    },
    { fix: whoMay([...lawKeepers]) },
  );
}

/**
 * The next version of the same city's law.
 * @throws HotlineError `packMismatch` for the pack of another city
 */
export function sameCity(before: CityPack, after: CityPack): CityPack {
  if (after.id === before.id) return after;
  throw new HotlineError(
    'packMismatch',
    {
      zh: `本台使用“${before.id}”的规则包，给出的是“${after.id}”的`,
      en: `this desk is of "${before.id}", the pack is of "${after.id}"`,
    },
    { fix: { zh: '请为另一城市另开一台', en: 'open a desk of its own for another city' } },
  );
}

/**
 * That the tickets of a store are of this city: under another one's law the wrong clocks would be fired on them, and the
 * log would keep it for ever.
 * @throws HotlineError `packMismatch`
 */
export async function checkedCity(store: Pick<TicketStore, 'find' | 'events'>, pack: CityPack): Promise<void> {
  const [newest] = await store.find({ order: 'newest', limit: 1 });
  if (newest === undefined) return;
  const [registered] = await store.events(newest.record.id, 1);
  if (registered === undefined || registered.rules.startsWith(`${pack.id}@`)) return;
  const city = registered.rules.replace(/@.*/, '');
  throw new HotlineError(
    'packMismatch',
    {
      zh: `库中的工单依“${city}”的规则包办理，给出的是“${pack.id}”的`,
      en: `the tickets of this store are of "${city}", the pack is of "${pack.id}"`,
    },
    {
      fix: {
        zh: '请使用同一城市的规则包；另一城市的工单请另用一个数据库或模式',
        en: 'use the pack of that city; tickets of another city need a database, or a schema, of their own',
      },
    },
  );
}

/**
 * The pack with one of its calendars in a newer version.
 * @throws HotlineError `packMismatch` where the pack has no calendar of that id
 */
export function withCalendar(pack: CityPack, calendar: WorkingCalendar): CityPack {
  const { id } = calendar;
  if (!Object.hasOwn(pack.calendars, id)) {
    throw new HotlineError(
      'packMismatch',
      { zh: `规则包“${pack.id}”没有日历“${id}”`, en: `the pack "${pack.id}" has no calendar "${id}"` },
      {
        fix: {
          zh: `可选：${Object.keys(pack.calendars).join('、')}`,
          en: `use one of ${Object.keys(pack.calendars).join(', ')}`,
        },
      },
    );
  }
  const clocks = pack.clocks.map((clock) => (clock.calendar.id === id ? { ...clock, calendar } : clock));
  const byId = new Map(clocks.map((clock) => [clock.id, clock]));
  const clocksByEvent = new Map(
    [...pack.clocksByEvent].map(([event, old]) => [event, old.flatMap((clock) => byId.get(clock.id) ?? [])]),
  );
  return {
    ...pack,
    calendars: { ...pack.calendars, [id]: calendar },
    defaultCalendar: pack.defaultCalendar.id === id ? calendar : pack.defaultCalendar,
    clocks,
    clocksByEvent,
  };
}
