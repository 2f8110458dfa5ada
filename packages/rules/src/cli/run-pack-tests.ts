import type { CityPack } from '../pack/city-pack.js';
import { type PackTestReport, testCityPack } from '../test-city-pack.js';
import type { FoundFolder } from './pack-folder.js';

/** Runs the tests inside the rules and those of `tests/`; the texts of the pack stay the ones that were loaded. */
export function runPackTests(pack: CityPack, { read, tests }: FoundFolder): PackTestReport {
  const reports = [read.files, tests].map((files) => testCityPack(pack, files, { base: read.base }));
  return {
    total: reports.reduce((sum, { total }) => sum + total, 0),
    failed: reports.reduce((sum, { failed }) => sum + failed, 0),
    diagnostics: reports.flatMap(({ diagnostics }) => diagnostics),
  };
}
