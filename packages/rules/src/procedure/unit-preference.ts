import * as z from 'zod';
import type { ConditionCompiler } from '../compile/compile-condition.js';
import { didYouMean } from '../diagnostic/nearest.js';
import { join } from '../diagnostic/pointer.js';
import { strictObject } from '../diagnostic/strict-object.js';
import { conditionShape, type FactTest } from '../pack/choice.js';
import { wordsOf } from '../vocabulary/label.js';
import { UNIT_KINDS } from '../vocabulary/units.js';
import { articleSchema, defined, means, type Setting } from './setting.js';

/** Units that a ticket knows by its own history. */
const PARTY_UNITS = [
  'lead',
  'previousLead',
  'assists',
  'hotline',
  'firstReceived',
  'lastReceived',
  'contenders',
] as const;

/** The id of a unit of the pack. */
export const unitId = z.string().min(1);

const partyUnit = z.enum(PARTY_UNITS);
const kind = z.enum(wordsOf(UNIT_KINDS));

const referenceSchema = z.union([
  partyUnit,
  strictObject({ unit: unitId }),
  strictObject({ parentOf: partyUnit }),
  strictObject({ commonSuperiorOf: partyUnit }),
  strictObject({ competentFor: z.enum(['matter', 'place', 'matterAndPlace']) }),
  strictObject({
    kind: z.union([kind, z.array(kind).min(1)]).exactOptional(),
    tag: z.string().min(1).exactOptional(),
    district: strictObject({ fact: z.string().min(1) }).exactOptional(),
  }).refine((relation) => Object.keys(relation).length > 0, 'a kind, a tag or a district is needed'),
]);

/**
 * A unit found by relation:
 *
 * - `lead`, `previousLead`, `assists`, `hotline`: the units of the ticket
 * - `firstReceived`, `lastReceived`: by the order in which units received it (受理先后)
 * - `contenders`: all units between which it is to be settled
 * - `{ unit }`: this one
 * - `{ parentOf }`: the unit directly above; `{ commonSuperiorOf }`: the nearest unit above all of them (共同上级)
 * - `{ competentFor }`: whom the implementation list names for the matter, the district, or both
 * - `{ kind, tag, district }`: units that are so
 */
export type UnitReference = Readonly<z.output<typeof referenceSchema>>;

/** One unit of an ordered preference. */
export interface PreferredUnit {
  readonly unit: UnitReference;
  readonly when?: FactTest;
  readonly article?: string;
}

const preferenceSchema = z
  .array(
    z.union([
      referenceSchema,
      strictObject({
        prefer: means(referenceSchema, '哪个单位', 'Which unit'),
        when: means(conditionShape, '何时；默认总是', 'Where; always, unless said').exactOptional(),
        article: articleSchema,
      }),
    ]),
  )
  .min(1);

/** Units in order of preference: the first that there is counts. */
export function units(zh: string, en: string): Setting<typeof preferenceSchema, readonly PreferredUnit[]> {
  return {
    meaning: { zh, en },
    schema: preferenceSchema,
    compile: (raw, pointer, conditions) =>
      raw.map((each, index) => {
        const place = join(pointer, index);
        const isConditional = typeof each === 'object' && 'prefer' in each;
        const unit = isConditional ? each.prefer : each;
        checkReference(unit, isConditional ? join(place, 'prefer') : place, conditions);
        if (!isConditional) return { unit };
        return {
          unit,
          ...(each.when && { when: conditions.compile(each.when, join(place, 'when')) }),
          ...defined('article', each.article),
        };
      }),
  };
}

function checkReference(reference: UnitReference, pointer: string, conditions: ConditionCompiler): void {
  const { units: known } = conditions.domains;
  if (typeof reference === 'string' || !('unit' in reference) || known === undefined) return;
  if (known.has(reference.unit)) return;
  conditions.fault({
    code: 'unknownUnit',
    pointer: join(pointer, 'unit'),
    value: reference.unit,
    message: `Unknown unit "${reference.unit}".`,
    fix: didYouMean(reference.unit, [...known]) ?? 'Add it to units.json.',
  });
}
