import type { NewEvent } from '@hotline-kit/core';
import { assess, FactRows, RunningAssessment, spanOf } from '@hotline-kit/core/assessment';
import type { CityPack } from '@hotline-kit/rules';
import { cityFolder, loadCityPack, seedCities } from '@hotline-kit/rules/node';
import { mustAgree } from './measure.js';

/** Tickets of a month, and those that come after it. */
const [MONTH, LATER] = [200_000, 1000];

/** The events of one ticket: registered, dispatched, timed, signed, handled, replied, called back, rated, closed. */
function life(n: number, pack: CityPack, units: readonly string[]): readonly NewEvent[] {
  const registered = Date.UTC(2024, 9, 31, 16) + (n % 40_000) * 60_000;
  const at = (minutes: number) => new Date(registered + minutes * 60_000).toISOString();
  const days = (n * 7919) % 12;
  const [replied, dueAt] = [days * 1440 + 90, at(8 * 1440)];
  const late = days >= 8;
  const matters = pack.matters.all;
  const events: object[] = [];
  const happens = (type: string, minutes: number, state: string, data: object) =>
    events.push({ ticket: `t-${n}`, type, at: at(minutes), state, data });
  const clock = (id: string, from: number, to: number, state: string, isLate: boolean, due: string) => {
    const term = { kind: 'fixed', at: due };
    const started = { clock: id, generation: 1, term, startedAt: at(from), dueAt: due, certainty: 'official' };
    happens('clock.started', from, state, { ...started, warnings: [], calendar: 'office' });
    return () => happens('clock.stopped', to, state, { clock: id, late: isLate });
  };
  happens('ticket.registered', 0, 'received', {
    ...{ number: `N-${n}`, channel: n % 5 === 0 ? 'web' : 'phone', type: 'complaint', content: '诉求', urgent: false },
    ...{ matter: matters[n % matters.length]?.code ?? null, place: {}, confidential: false, anonymous: false },
    ...{ line: n % 3 === 0 ? '12315' : null, reference: null, applicant: null, media: [] },
    ...{ applicants: [], repeats: [], facts: {}, replyWanted: true },
  });
  const unit = units[n % units.length] ?? '';
  const reason = { via: 'list', rule: null, line: 1, article: null };
  happens('ticket.dispatched', 10, 'dispatched', { ...reason, lead: unit, assists: [], limits: {} });
  const stopSign = clock('sign', 10, 40, 'dispatched', false, at(250));
  const stopHandle = clock('handle', 10, replied, 'replied', late, dueAt);
  happens('ticket.signed', 40, 'signed', {});
  stopSign();
  happens('ticket.accepted', 50, 'handling', { handler: `handler-${n % 3000}` });
  happens('citizen.contacted', 60, 'handling', { method: 'phone', reached: true });
  if (late) happens('clock.breached', 8 * 1440, 'handling', { clock: 'handle', dueAt, outcomes: [] });
  happens('reply.submitted', replied, 'pendingApproval', { result: '已处理', solved: n % 7 === 0 ? 'no' : 'yes' });
  happens('reply.approved', replied, 'replied', {});
  stopHandle();
  happens('citizen.calledBack', replied + 60, 'replied', { method: 'phone', reached: true });
  const solved = n % 7 === 0 ? 'no' : 'yes';
  happens('ticket.rated', replied + 61, 'calledBack', { solved, satisfaction: 1 + (n % 5), contacted: true });
  happens('ticket.closed', replied + 70, 'closed', {});
  return events as NewEvent[];
}

function* months(from: number, count: number, pack: CityPack, units: readonly string[]): Generator<NewEvent> {
  for (let n = from; n < from + count; n += 1) yield* life(n, pack, units);
}

/**
 * A month of tickets, assessed: the CPU time of folding their events and of all the metrics of a pack, and then of a
 * thousand more tickets on a running assessment. Making the events is not counted.
 */
export async function benchAssessment(): Promise<void> {
  const pack = await loadCityPack(cityFolder(seedCities().at(-2) ?? ''));
  const units = pack.units.all.filter(({ kind }) => kind === 'street' || kind === 'department').map(({ id }) => id);
  const november = spanOf('2024-11', pack.defaultCalendar.zone);
  const cpu = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  };
  /** CPU milliseconds of taking the month in, a thousand tickets at a time; making the events is not counted. */
  let events = 0;
  const takeIn = (into: { add(log: readonly NewEvent[]): void }): number => {
    let taken = 0;
    events = 0;
    for (let first = 0; first < MONTH; first += 1000) {
      const log = [...months(first, 1000, pack, units)];
      events += log.length;
      const before = cpu();
      into.add(log);
      taken += cpu() - before;
    }
    return taken;
  };
  const atOnce = () => {
    const rows = new FactRows(pack);
    const folding = takeIn(rows);
    globalThis.gc?.();
    const before = cpu();
    const drawn = assess(rows, pack, november);
    return { folding, assessing: cpu() - before, drawn };
  };
  const { folding, assessing, drawn } = atOnce();
  globalThis.gc?.();
  const running = new RunningAssessment(pack, november);
  const following = takeIn(running);
  mustAgree('assessed at once and event by event', running.result(), drawn);
  let before: number;
  const later = [...months(MONTH, LATER, pack, units)];
  before = cpu();
  running.add(later);
  const adding = cpu() - before;
  before = cpu();
  running.result();
  const drawing = cpu() - before;
  const show = (what: string, milliseconds: number) =>
    console.log(`  ${what.padEnd(64)} ${Math.round(milliseconds)} ms CPU`);
  const parts = drawn.metrics.reduce(
    (count, metric) => count + metric.parts.reduce((n, part) => n + part.figures.length, 1),
    0,
  );
  console.log(`\nassessment: ${MONTH} tickets, ${events} events, ${drawn.metrics.length} metrics, ${parts} figures`);
  show('fold the events into rows', folding);
  show('all metrics, breakdowns, boards and consequences', assessing);
  show('in all', folding + assessing);
  show('the same month event by event, figures kept current', following);
  show(`${LATER} more tickets on the running assessment`, adding);
  show('print its figures', drawing);
}
