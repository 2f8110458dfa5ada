import type { CityPack } from '@hotline-kit/rules';
import { EXIT, type ExitCode, orFaults, type Terminal } from '@hotline-kit/rules/command-line';
import { loadCityPack } from '@hotline-kit/rules/node';
import { type Desk, openDesk } from '../desk/desk.js';
import type { BilingualText } from '../ticket/refusal.js';
import { withStoreProgress } from './with-progress.js';
import { type DatabaseOptions, withStore } from './with-store.js';

/** What every call about the tickets of a pack takes. */
export type DeskCallOptions = DatabaseOptions & { readonly json?: boolean };

/**
 * Opens a pack and a database for one call; a pack with faults is told, and nothing else is done.
 * @param what what is done, as its progress is called
 * @param act does it, and gives what prints the outcome once the progress is gone
 */
export async function onDesk(
  folder: string,
  database: string,
  options: DeskCallOptions,
  terminal: Terminal,
  what: BilingualText,
  act: (desk: Desk, pack: CityPack) => Promise<() => ExitCode>,
): Promise<ExitCode> {
  const pack = await orFaults(loadCityPack(folder), options, terminal);
  if (pack === undefined) return EXIT.faults;
  return withStore(database, options, 'check', async (store) => {
    const print = await withStoreProgress(terminal, what, store, async (seen) =>
      act(await openDesk({ pack, store: seen }), pack),
    );
    return print();
  });
}
