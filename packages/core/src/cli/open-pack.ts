import { type CityPack, formatDiagnostic, PackError } from '@hotline-kit/rules';
import { loadCityPack } from '@hotline-kit/rules/node';
import type { Terminal } from './terminal.js';

/** The pack of a folder; undefined after its faults were printed. */
export async function openPack(folder: string, terminal: Terminal): Promise<CityPack | undefined> {
  try {
    return await loadCityPack(folder);
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    for (const diagnostic of error.diagnostics) terminal.complain(formatDiagnostic(diagnostic));
    return undefined;
  }
}
