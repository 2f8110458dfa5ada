import { CLOCK_FACTS, type FactDefinition, KNOWN_FACTS } from '../facts.js';
import { ADDED_OPERATORS, DECORATORS, OPERATORS } from '../operators.js';
import type { CityPack } from '../pack/city-pack.js';
import { CLOCK_NAMES } from '../vocabulary/clocks.js';
import { CHANNELS } from '../vocabulary/intake.js';
import { wordsOf } from '../vocabulary/label.js';
import { UNIT_KINDS } from '../vocabulary/units.js';

type JsonSchema = Readonly<Record<string, unknown>>;

/** The definitions `condition`, `test` and `unitRelation` that the schemas of a pack's files refer to. */
export function conditionDefinitions(pack: CityPack | undefined): JsonSchema {
  const facts = factsOf(pack);
  const ref = { $ref: '#/$defs/condition' };
  const naming = { name: { type: 'string' }, priority: { type: 'integer', minimum: 1 } };
  const node = (key: string, schema: JsonSchema): JsonSchema => ({
    type: 'object',
    required: [key],
    additionalProperties: false,
    properties: { [key]: schema, ...naming },
  });
  const names = pack === undefined ? {} : { examples: Object.keys(pack.conditions) };
  return {
    condition: {
      description: 'A condition: { all }, { any }, { not }, the name of a condition, or a comparison.',
      anyOf: [
        node('all', { type: 'array', minItems: 1, items: ref }),
        node('any', { type: 'array', minItems: 1, items: ref }),
        node('not', ref),
        node('condition', { type: 'string', minLength: 1, ...names }),
        { $ref: '#/$defs/test' },
      ],
    },
    test: {
      type: 'object',
      required: ['fact', 'operator', 'value'],
      additionalProperties: false,
      properties: {
        fact: {
          anyOf: Object.entries(facts).map(([name, { title, description }]) => ({
            const: name,
            description: [title.zh, title.en, description?.zh].filter((text) => text !== undefined).join(' · '),
          })),
        },
        operator: { anyOf: [{ enum: operatorNames() }, { type: 'string', pattern: decoratedPattern() }] },
        value: {},
        path: { type: 'string', pattern: '^\\$' },
        ...naming,
      },
      allOf: Object.entries(facts).flatMap(([name, definition]) => valueSchema(name, definition, pack)),
    },
    unitRelation: {
      description: 'A unit found by what it is: its kind, a tag, and the district that a fact names.',
      type: 'object',
      minProperties: 1,
      additionalProperties: false,
      properties: {
        kind: { anyOf: [{ enum: wordsOf(UNIT_KINDS) }, { type: 'array', items: { enum: wordsOf(UNIT_KINDS) } }] },
        tag: pack === undefined ? { type: 'string' } : { enum: tagsOf(pack) },
        district: {
          type: 'object',
          required: ['fact'],
          additionalProperties: false,
          properties: { fact: { enum: Object.keys(facts) } },
        },
      },
    },
  };
}

function tagsOf(pack: CityPack): readonly string[] {
  const tags = [...new Set(pack.units.all.flatMap((unit) => unit.tags))];
  return tags.length === 0 ? [''] : tags;
}

function factsOf(pack: CityPack | undefined): Readonly<Record<string, FactDefinition>> {
  const clocks = pack === undefined ? wordsOf(CLOCK_NAMES) : pack.clocks.map(({ id }) => id);
  const ofClocks = clocks.flatMap((clock) =>
    Object.entries(CLOCK_FACTS).map(([name, fact]) => [`clock.${clock}.${name}`, fact] as const),
  );
  return { ...KNOWN_FACTS, ...Object.fromEntries(ofClocks), ...pack?.facts };
}

/** Where the values of a fact are known, those that it is compared with. */
function valueSchema(name: string, definition: FactDefinition, pack: CityPack | undefined): readonly JsonSchema[] {
  const values = definition.type === 'boolean' ? [true, false] : (definition.enum ?? domainOf(definition, pack));
  if (values === undefined || values.length === 0) return [];
  const one = { enum: values };
  const reference = { type: 'object', required: ['fact'] };
  const compared = { properties: { value: { anyOf: [one, { type: 'array', items: one }, reference] } } };
  return [{ anyOf: [{ properties: { fact: { not: { const: name } } } }, compared] }];
}

function domainOf({ domain }: FactDefinition, pack: CityPack | undefined): readonly string[] | undefined {
  if (domain === 'channels') return Object.keys(pack?.channels ?? CHANNELS);
  if (pack === undefined) return undefined;
  switch (domain) {
    case 'matters':
      return pack.matters.all.map(({ code }) => code);
    case 'units':
      return pack.units.all.map(({ id }) => id);
    case 'districts':
      return [...new Set(pack.units.all.flatMap(({ district }) => district ?? []))];
    case undefined:
      return undefined;
  }
}

function operatorNames(): readonly string[] {
  return [...Object.keys(OPERATORS), ...Object.keys(ADDED_OPERATORS)];
}

function decoratedPattern(): string {
  return `^((${Object.keys(DECORATORS).join('|')}):)+(${operatorNames().join('|')})$`;
}
