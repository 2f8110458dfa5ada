import { isRecord } from '../diagnostic/json-limits.js';
import { join } from '../diagnostic/pointer.js';
import type { ProcedureFile } from '../procedure/procedure-schema.js';
import type { CityPack } from './city-pack.js';
import { WHOLE_PARTS } from './fixed-part.js';
import type { PackFile, PackFiles } from './pack-files.js';

/** The files of a pack that name parts, as they were read. */
interface OwnFiles {
  readonly manifest: { readonly channels?: object; readonly facts?: object } | undefined;
  readonly calendars: unknown;
  readonly clocks: object | undefined;
  readonly procedure: ProcedureFile | undefined;
  readonly assessment: { readonly metrics?: readonly { readonly id: string }[] | undefined } | undefined;
}

interface Part {
  readonly name: string;
  readonly file: PackFile;
  readonly pointer: string;
  /** Whether the parent has it, so that this is no addition. */
  readonly isInherited: boolean;
}

/** Notes each part of a pack that its parents do not let it override. */
export function noteFixed(source: PackFiles, parent: CityPack | undefined, own: OwnFiles): void {
  if (parent === undefined || parent.fixed.size === 0) return;
  for (const { name, file, pointer, isInherited } of partsOf(source, parent, own)) {
    const isFixed = parent.fixed.has(name) || (isInherited && parent.fixed.has(name.slice(0, name.lastIndexOf('.'))));
    if (!isFixed) continue;
    const message = `"${name}" is fixed by the pack "${parent.id}" or one above it.`;
    const fix = 'Take it out, or ask for "fixed" in the pack.json of the parent to be changed.';
    source.note(file, [{ code: 'fixedByParent', pointer, atKey: true, value: name, message, fix }]);
  }
}

function partsOf(source: PackFiles, parent: CityPack, own: OwnFiles): readonly Part[] {
  const { manifest, calendars, clocks, procedure, assessment } = own;
  const parts: Part[] = [];
  const add = (kind: string, file: PackFile, at: string, keys: object | undefined, inherited: object): void => {
    for (const key of Object.keys(keys ?? {})) {
      if (key === '$schema' || key === 'commands') continue;
      parts.push({ name: `${kind}.${key}`, file, pointer: join(at, key), isInherited: Object.hasOwn(inherited, key) });
    }
  };
  const clocksAbove = Object.fromEntries(parent.clocks.map((clock) => [clock.id, clock]));
  add('clocks', 'clocks.json', '', clocks, clocksAbove);
  add('procedure', 'procedure.json', '', procedure, parent.procedure);
  add('procedure.commands', 'procedure.json', '/commands', procedure?.commands, parent.procedure.commands);
  add('calendars', 'calendar.json', '', isRecord(calendars) ? calendars : undefined, parent.calendars);
  add('channels', 'pack.json', '/channels', manifest?.channels, parent.channels);
  add('facts', 'pack.json', '/facts', manifest?.facts, parent.facts);
  const conditions = source.json('conditions.json');
  add('conditions', 'conditions.json', '', isRecord(conditions) ? conditions : undefined, parent.conditions);
  const metricsAbove = new Set((parent.assessmentFile.metrics ?? []).map(({ id }) => id));
  for (const [index, { id }] of (assessment?.metrics ?? []).entries()) {
    const pointer = join('/metrics', index);
    parts.push({ name: `metrics.${id}`, file: 'assessment.json', pointer, isInherited: metricsAbove.has(id) });
  }
  const whole: Readonly<Record<(typeof WHOLE_PARTS)[number], PackFile>> = {
    units: 'units.json',
    matters: 'matters.csv',
    implementationList: 'implementation-list.csv',
    routing: 'routing.rules.json',
    escalation: 'escalation.rules.json',
    open311: 'open311.json',
  };
  for (const name of WHOLE_PARTS) {
    if (source.text(whole[name]) === undefined) continue;
    parts.push({ name, file: whole[name], pointer: '', isInherited: true });
  }
  return parts;
}
