import type { Actor } from '@hotline-kit/core';
import { people } from '../sample-town.js';

/** The people of the town, and one of every other role. */
export const everybody: readonly Actor[] = [
  ...Object.values(people),
  { id: 'east-1', role: 'districtDispatcher', unit: 'east-district' },
  { id: 'west-1', role: 'districtDispatcher', unit: 'west-district' },
  { id: 'grid-1', role: 'gridWorker', unit: 'riverside' },
  { id: 'power-1', role: 'handler', unit: 'power-company' },
  { id: 'harbour-1', role: 'unitHead', unit: 'old-harbour' },
  { id: 'office-1', role: 'supervisionOffice' },
  { id: 'mayor-1', role: 'cityLeader' },
  { id: 'chair-1', role: 'consultationChair' },
  { id: 'clues-1', role: 'clueReceiver' },
  { id: 'quality-1', role: 'qualityChecker', unit: 'hotline-centre' },
  { id: 'auditor-1', role: 'auditor' },
  { id: 'company-1', role: 'enterprise' },
  { id: 'watcher-1', role: 'citizenSupervisor' },
  { id: 'platform', role: 'system' },
];
