import * as z from 'zod';
import type { Fault } from '../diagnostic/diagnostic.js';
import { isRecord } from '../diagnostic/json-limits.js';
import { join } from '../diagnostic/pointer.js';
import { checkSchema } from '../diagnostic/schema-faults.js';
import { strictObject } from '../diagnostic/strict-object.js';
import { wordsOf } from '../vocabulary/label.js';
import { UNIT_KINDS } from '../vocabulary/units.js';

const kind = z.enum(wordsOf(UNIT_KINDS));

/**
 * The shape of a unit found by what it is instead of by its id: its kinds, a tag, and the district that a fact of the
 * ticket names.
 */
const relationSchema = strictObject({
  kind: z.union([kind, z.array(kind).min(1)]).exactOptional(),
  tag: z.string().min(1).exactOptional(),
  district: strictObject({ fact: z.string().min(1) }).exactOptional(),
}).refine((relation) => Object.keys(relation).length > 0, 'A relation names a kind, a tag or a district');

type Relation = z.output<typeof relationSchema>;

/** What a relation looks at in a unit. */
export interface RelatedUnit {
  readonly id: string;
  readonly kind: string;
  readonly district?: string;
  readonly tags: readonly string[];
}

type Params = Readonly<Record<string, unknown>>;

/** The parameters for one value of a fact, or for every value where no fact is asked. */
export interface PlacedParams {
  readonly params: Params;
  /** The rule decides so only where this fact has this value. */
  readonly where?: { readonly fact: string; readonly district: string };
}

const SINGLE = ['unit', 'office'] as const;
const LISTS = ['assists', 'units'] as const;

/** Whether the parameters find a unit by relation. */
export function hasRelation(params: Params): boolean {
  // Mostly an outcome is a few words.
  if (!holdsObjects(params)) return false;
  for (const key of SINGLE) if (isRecord(params[key])) return true;
  for (const key of LISTS) {
    const list = params[key];
    if (Array.isArray(list) && list.some(isRecord)) return true;
  }
  return false;
}

function holdsObjects(params: Params): boolean {
  for (const key in params) if (typeof params[key] === 'object') return true;
  return false;
}

/**
 * Writes out the parameters with the ids of units: once, or once for each district where a fact names it. Where a
 * district has no such lead, the rule does not decide there; where it has two, that is a fault.
 */
export function placeParams(
  params: Params,
  pointer: string,
  units: readonly RelatedUnit[] | undefined,
): { readonly placed: readonly PlacedParams[]; readonly faults: readonly Fault[] } {
  const reader = new RelationReader(pointer, units ?? []);
  const relations = reader.relations(params);
  if (reader.faults.length > 0) return { placed: [], faults: reader.faults };
  if (units === undefined) {
    const message = 'A unit is found by relation, but no units are known.';
    return { placed: [], faults: [{ code: 'relationWithoutUnits', pointer, message, fix: 'Compile it in a pack.' }] };
  }
  const facts = new Set(relations.flatMap(({ district }) => district?.fact ?? []));
  const [fact] = facts;
  if (facts.size > 1) {
    const message = `The relations look at several facts: ${[...facts].join(', ')}.`;
    return { placed: [], faults: [{ code: 'severalPlaces', pointer, message, fix: 'Name one fact.' }] };
  }
  if (fact === undefined) {
    const written = reader.write(params, undefined);
    if (written === undefined && reader.faults.length === 0) reader.noUnit();
    return { placed: written === undefined ? [] : [{ params: written }], faults: reader.faults };
  }
  const districts = [...new Set(units.flatMap(({ district }) => district ?? []))];
  const placed = districts.flatMap((district): PlacedParams[] => {
    const written = reader.write(params, district);
    return written === undefined ? [] : [{ params: written, where: { fact, district } }];
  });
  if (placed.length === 0 && reader.faults.length === 0) reader.noUnit();
  return { placed, faults: reader.faults };
}

class RelationReader {
  readonly faults: Fault[] = [];
  readonly #pointer: string;
  readonly #units: readonly RelatedUnit[];

  constructor(pointer: string, units: readonly RelatedUnit[]) {
    this.#pointer = pointer;
    this.#units = units;
  }

  /** All relations of the parameters, checked. */
  relations(params: Params): readonly Relation[] {
    const found: Relation[] = [];
    const check = (raw: unknown, ...keys: readonly (string | number)[]): void => {
      if (!isRecord(raw)) return;
      const checked = checkSchema(relationSchema, raw, join(this.#pointer, ...keys));
      if (checked.ok) found.push(checked.value);
      else this.faults.push(...checked.faults);
    };
    for (const key of SINGLE) check(params[key], key);
    for (const key of LISTS) {
      const list = params[key];
      if (Array.isArray(list)) for (const [index, item] of list.entries()) check(item, key, index);
    }
    return found;
  }

  /** The parameters in one district; nothing where the lead is not to be found there. */
  write(params: Params, district: string | undefined): Params | undefined {
    const written: Record<string, unknown> = { ...params };
    for (const key of SINGLE) {
      const raw = params[key];
      if (!isRecord(raw)) continue;
      const found = this.#find(raw as Relation, district);
      if (found.length > 1) {
        this.faults.push({
          code: 'ambiguousUnit',
          pointer: join(this.#pointer, key),
          value: raw,
          message: `Several units answer${district === undefined ? '' : ` in "${district}"`}: ${found.join(', ')}.`,
          fix: 'Give the one that is meant a tag of its own, and name the tag.',
        });
      }
      if (found[0] === undefined) return undefined;
      written[key] = found[0];
    }
    for (const key of LISTS) {
      const list = params[key];
      if (!Array.isArray(list)) continue;
      const ids = list.flatMap((item: unknown) => (isRecord(item) ? this.#find(item as Relation, district) : item));
      // The lead is found first, and does not assist itself.
      written[key] = [...new Set(ids)].filter((id) => !isRecord(params.unit) || id !== written.unit);
    }
    return written;
  }

  noUnit(): void {
    const message = 'No unit answers to the relation anywhere.';
    this.faults.push({ code: 'noUnit', pointer: this.#pointer, message, fix: 'Look at kinds and tags in units.json.' });
  }

  #find(relation: Relation, district: string | undefined): readonly string[] {
    const kinds = typeof relation.kind === 'string' ? [relation.kind] : relation.kind;
    return this.#units
      .filter(
        (unit) =>
          (kinds === undefined || (kinds as readonly string[]).includes(unit.kind)) &&
          (relation.tag === undefined || unit.tags.includes(relation.tag)) &&
          (relation.district === undefined || unit.district === district),
      )
      .map(({ id }) => id);
  }
}
