import { sameJson } from '../../log/same-json.js';
import type { TicketEvent } from '../../ticket/event.js';
import type { World } from './world.js';

/** What must hold after every history, whatever went wrong on the way. */
export async function judge(world: World, end: number): Promise<{ violations: readonly string[]; events: number }> {
  const violations: string[] = [];
  const must = (holds: boolean, what: string) => {
    if (!holds) violations.push(what);
  };
  await world.restart(0);
  const desk = world.desk(0);
  // What a dead worker had claimed is free once its lease is over.
  await desk.runDue(end + 24 * 3_600_000);
  const last = end + 24 * 3_600_000 + 120_000;
  await desk.runDue(last);
  const next = await world.store.nextDueAt();
  must(next === undefined || next > last, 'something due was not fired');
  const handler = ({ ticket, version }: TicketEvent) => void world.delivered.push(`${ticket}:${version}`);
  while ((await desk.deliver(handler, { at: last })) > 0);

  const logs = new Map<string, readonly TicketEvent[]>();
  for (const ticket of await desk.find()) {
    const log = await desk.history(ticket.id);
    logs.set(ticket.id, log);
    const verified = await desk.verify(ticket.id);
    must(verified.ok, `the log of ${ticket.id} is broken: ${JSON.stringify(verified)}`);
    judgeClocks(log, must);
  }
  const events = [...logs.values()].flat();
  await judgeCommands(world, logs, must);
  const delivered = new Set(world.delivered);
  must(
    events.every(({ ticket, version }) => delivered.has(`${ticket}:${version}`)),
    'an event never left',
  );
  must(delivered.size === events.length, 'something left that is not in the log');
  const numbers = (await desk.find()).map(({ number }) => number);
  must(new Set(numbers).size === numbers.length, 'two tickets have one number');
  return { violations, events: events.length };
}

type Must = (holds: boolean, what: string) => void;

/** Every command that was acknowledged is in the log once; one that was refused is not; a repetition changes nothing. */
async function judgeCommands(
  world: World,
  logs: ReadonlyMap<string, readonly TicketEvent[]>,
  must: Must,
): Promise<void> {
  for (const [id, { command, result }] of world.memories) {
    const ticket = command.ticket ?? id;
    const own = (logs.get(ticket) ?? []).filter((event) => event.command === id && event.actor.role !== 'system');
    // Its events stand together: a second application would begin a second run of versions.
    const applied = own.filter(({ version }, index) => own[index - 1]?.version !== version - 1).length;
    must(applied <= 1, `command ${id} was applied ${applied} times`);
    if (result?.ok === true) must(applied === 1, `command ${id} was acknowledged and is lost`);
    if (result?.ok === false) must(applied === 0, `command ${id} was refused and is in the log`);
    if (result?.ok === true && applied === 1) {
      const again = await world.desk(0).execute(command);
      const same = again.ok && again.repeated && sameJson(again.ticket.record, result.ticket.record);
      must(same, `command ${id} gives another result when it is repeated`);
    }
  }
}

/** No warning and no breach is fired twice for the same term. */
function judgeClocks(log: readonly TicketEvent[], must: Must): void {
  const fired = new Set<string>();
  for (const event of log) {
    if (!event.type.startsWith('clock.')) continue;
    const { clock } = event.data as { readonly clock: string };
    // A clock that is started anew, or moved, may warn and run out again.
    if (['clock.started', 'clock.extended', 'clock.retimed', 'clock.resumed'].includes(event.type)) {
      for (const key of fired) if (key.startsWith(`${clock} `)) fired.delete(key);
    }
    if (event.type !== 'clock.breached' && event.type !== 'clock.warned') continue;
    const key = `${clock} ${event.type === 'clock.warned' ? event.data.warning : 'breach'}`;
    must(!fired.has(key), `${event.ticket}: ${key} was fired twice`);
    fired.add(key);
  }
}
