import { type Desk, openDesk } from '@hotline-kit/core';
import { sqliteStore } from '@hotline-kit/core/storage-sqlite';
import { type City, demoStart, loadCity } from './city/city.js';
import { databaseFile } from './database-file.js';
import { FollowKeys } from './follow/follow-keys.js';
import { allTickets } from './follow/look-up.js';
import { WrongGuesses } from './follow/wrong-guesses.js';
import { type SampleUser, sampleUsers } from './people/sample-users.js';
import { seed } from './seed/seed.js';
import { stories } from './seed/stories/stories.js';
import { DemoClock } from './time/demo-clock.js';
import { runDueUntil } from './time/run-due.js';

/** Real milliseconds between two looks at the clocks that are due. */
const beatMilliseconds = 1_000;

/** The host: a desk, its time and its people. */
export interface Platform {
  readonly city: City;
  readonly desk: Desk;
  readonly users: readonly SampleUser[];
  readonly follow: FollowKeys;
  readonly guesses: WrongGuesses;
  /** Demo time in epoch milliseconds. */
  now(): number;
  /**
   * Moves demo time forward and fires what is due on the way.
   * @returns how many warnings and breaches were fired
   */
  advance(minutes: number): Promise<number>;
  close(): Promise<void>;
}

/** Opens the host over a database: a new one is filled with the stories, one that has tickets is carried on with. */
export async function openPlatform({ db }: { readonly db?: string | undefined } = {}): Promise<Platform> {
  const city = await loadCity();
  const database = databaseFile(db);
  try {
    // A visitor's clicks need no protection from a power cut.
    const store = sqliteStore({ file: database.path, durability: 'normal' });
    const desk = await openDesk({ pack: city.pack, store, publish: 'none' });
    try {
      const lived = await lastInstant(desk);
      const start = lived ?? Date.parse(demoStart);
      if (lived === undefined) await seed(desk, stories, start);
      return running(city, desk, start, () => database.discard());
    } catch (error) {
      await desk.close();
      throw error;
    }
  } catch (error) {
    database.discard();
    throw error;
  }
}

/** When the last thing happened; undefined where nothing has. */
async function lastInstant(desk: Desk): Promise<number | undefined> {
  let last: number | undefined;
  for await (const { record } of allTickets(desk)) last = Math.max(last ?? 0, Date.parse(record.updatedAt));
  return last;
}

function running(city: City, desk: Desk, start: number, discard: () => void): Platform {
  const clock = new DemoClock(start);
  let ranUntil = start;
  // One run at a time, in the order of their asking: no run may begin before the one that ends where it starts.
  let last: Promise<number> = Promise.resolve(0);
  const runDue = (): Promise<number> => {
    last = last
      .catch(() => 0)
      .then(async () => {
        const to = clock.now();
        const fired = await runDueUntil(desk, ranUntil, to);
        ranUntil = to;
        return fired;
      });
    return last;
  };
  const timer = setInterval(() => void runDue().catch(report), beatMilliseconds);
  return {
    city,
    desk,
    users: sampleUsers(city.pack),
    follow: new FollowKeys(),
    guesses: new WrongGuesses(),
    now: () => clock.now(),
    advance(minutes) {
      clock.advance(minutes * 60_000);
      return runDue();
    },
    async close() {
      clearInterval(timer);
      await last.catch(() => 0);
      await desk.close();
      discard();
    },
  };
}

/** Into the log of the process, without anything of a ticket's content. */
function report(error: unknown): void {
  const name = error instanceof Error ? error.name : 'error';
  const code = (error as { readonly code?: unknown }).code;
  process.stderr.write(`due clocks could not be fired: ${name}${typeof code === 'string' ? ` [${code}]` : ''}\n`);
}
