import type { WorkingCalendar } from '@hotline-kit/sla-calendar';
import { didYouMean } from '../diagnostic/nearest.js';
import type { CityPack } from './city-pack.js';
import type { Manifest } from './manifest.js';
import type { PackFiles } from './pack-files.js';
import { titlesOfUnits } from './titles.js';
import type { UnitTree } from './units.js';

/** Checks what the manifest names: its calendar, and units that there are. */
export function checkManifest(
  source: PackFiles,
  manifest: Manifest,
  calendars: Readonly<Record<string, WorkingCalendar>>,
  units: UnitTree,
  parent: CityPack | undefined,
): void {
  if (manifest.parent !== undefined && parent === undefined) {
    const message = `The pack inherits from "${manifest.parent}", which was not given.`;
    const fix = 'Load the folder with loadCityPack, or pass { parent }.';
    source.note('pack.json', [{ code: 'parentMissing', pointer: '/parent', value: manifest.parent, message, fix }]);
  }
  if (manifest.calendar === undefined && parent === undefined) {
    const fix = 'Add "calendar": the id of a calendar, or "always".';
    source.note('pack.json', [{ code: 'missingKey', pointer: '/calendar', message: '"calendar" is missing.', fix }]);
  }
  if (manifest.calendar !== undefined && !Object.hasOwn(calendars, manifest.calendar)) {
    const allowed = Object.keys(calendars);
    const message = `Unknown calendar "${manifest.calendar}".`;
    const fix = didYouMean(manifest.calendar, allowed) ?? 'Add it to calendar.json.';
    source.note('pack.json', [
      { code: 'unknownCalendar', pointer: '/calendar', value: manifest.calendar, message, allowed, fix },
    ]);
  }
  for (const key of ['hotline', 'fallbackUnit'] as const) {
    const unit = manifest[key];
    if (unit === undefined || units.has(unit)) continue;
    const fix =
      didYouMean(
        unit,
        units.all.map(({ id }) => id),
        titlesOfUnits(units.all),
      ) ?? 'Add it to units.json.';
    source.note('pack.json', [
      { code: 'unknownUnit', pointer: `/${key}`, value: unit, message: `Unknown unit "${unit}".`, fix },
    ]);
  }
}
