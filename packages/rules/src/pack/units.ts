import * as z from 'zod';
import { labelOf } from '../compile/define-facts.js';
import type { Fault } from '../diagnostic/diagnostic.js';
import { didYouMean } from '../diagnostic/nearest.js';
import { join } from '../diagnostic/pointer.js';
import { strictObject } from '../diagnostic/strict-object.js';
import { type Label, wordsOf } from '../vocabulary/label.js';
import { UNIT_KINDS, type UnitKind } from '../vocabulary/units.js';
import { safeId } from './safe-id.js';
import { titlesOfUnits } from './titles.js';
import { MOST_LEVELS, wayUp } from './way-up.js';

/** The shape of `units.json`. */
export const unitsSchema = strictObject({
  $schema: z.string().exactOptional(),
  units: z.array(
    strictObject({
      id: safeId,
      name: z.union([
        z.string().min(1),
        strictObject({ zh: z.string().min(1), en: z.string().min(1).exactOptional() }),
      ]),
      kind: z.enum(wordsOf(UNIT_KINDS)),
      parent: z.string().min(1).exactOptional(),
      district: safeId.exactOptional(),
      tags: z.array(safeId).exactOptional(),
    }),
  ),
});

/** A unit that may hold, assist or supervise tickets. */
export interface Unit {
  readonly id: string;
  readonly name: Label;
  readonly kind: UnitKind;
  /** Id of the unit above. */
  readonly parent?: string;
  /** Code of the district that the unit belongs to, as the fact `district` gives it. */
  readonly district?: string;
  readonly tags: readonly string[];
}

/** The units of a city as a tree. */
export class UnitTree {
  readonly all: readonly Unit[];
  readonly #byId: ReadonlyMap<string, Unit>;
  readonly #children = new Map<string, Unit[]>();

  /** The units must form a tree: `unitFaults` finds none. */
  constructor(units: readonly Unit[]) {
    this.all = Object.freeze([...units]);
    this.#byId = new Map(units.map((unit) => [unit.id, unit]));
    for (const unit of units) {
      if (unit.parent === undefined) continue;
      const siblings = this.#children.get(unit.parent);
      if (siblings === undefined) this.#children.set(unit.parent, [unit]);
      else siblings.push(unit);
    }
  }

  /** Whether the tree has this unit. */
  has(id: string): boolean {
    return this.#byId.has(id);
  }

  /** The unit of this id. */
  get(id: string): Unit | undefined {
    return this.#byId.get(id);
  }

  /**
   * The units above a unit, the nearest first.
   *
   * @example
   * pack.units.ancestors('riverside-town').map(({ id }) => id); // ['east-district', 'city']
   */
  ancestors(id: string): readonly Unit[] {
    const above: Unit[] = [];
    let parent = this.#byId.get(id)?.parent;
    while (parent !== undefined) {
      const unit = this.#byId.get(parent);
      if (unit === undefined) break;
      above.push(unit);
      parent = unit.parent;
    }
    return above;
  }

  /** Whether a unit is another one or lies below it. */
  isWithin(id: string, ancestor: string): boolean {
    if (!this.#byId.has(id)) return false;
    return id === ancestor || this.ancestors(id).some((unit) => unit.id === ancestor);
  }

  /** The units directly below a unit, in the order of the file. */
  children(id: string): readonly Unit[] {
    return this.#children.get(id) ?? [];
  }
}

/** Reads the units of one file, and finds duplicate ids, parents that do not exist, and units above themselves. */
export function readUnits(
  file: Readonly<z.output<typeof unitsSchema>>,
  inherited: readonly Unit[],
): { readonly units: readonly Unit[]; readonly faults: readonly Fault[] } {
  const own = file.units.map(({ name, tags, ...unit }): Unit => ({ ...unit, name: labelOf(name), tags: tags ?? [] }));
  const ownIds = new Set(own.map(({ id }) => id));
  const units = [...inherited.filter(({ id }) => !ownIds.has(id)), ...own];
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const faults: Fault[] = [];
  const seen = new Set<string>();
  for (const [index, unit] of own.entries()) {
    const place = join('/units', index);
    if (seen.has(unit.id)) {
      const message = `The unit "${unit.id}" stands twice.`;
      faults.push({
        code: 'duplicateId',
        pointer: join(place, 'id'),
        value: unit.id,
        message,
        fix: 'Give each unit an id of its own.',
      });
    }
    seen.add(unit.id);
    if (unit.parent !== undefined && !byId.has(unit.parent)) {
      faults.push({
        code: 'unknownUnit',
        pointer: join(place, 'parent'),
        value: unit.parent,
        message: `Unknown unit "${unit.parent}".`,
        fix: didYouMean(unit.parent, [...byId.keys()], titlesOfUnits(units)) ?? 'Add it to units.json.',
      });
    }
    const up = wayUp(unit.id, (id) => byId.get(id)?.parent);
    if (up?.kind === 'tooDeep') {
      const message = `The unit "${unit.id}" has more than ${MOST_LEVELS} units above it.`;
      const fix = 'Name the nearest unit above it as its parent.';
      faults.push({ code: 'tooManyLevels', pointer: join(place, 'parent'), value: unit.parent, message, fix });
    }
    if (up?.kind === 'circle') {
      faults.push({
        code: 'unitCycle',
        pointer: join(place, 'parent'),
        value: unit.parent,
        message: `The unit "${unit.id}" lies above itself: ${up.way.join(' → ')}.`,
        fix: 'Give the topmost unit no parent.',
      });
    }
  }
  return { units, faults };
}
