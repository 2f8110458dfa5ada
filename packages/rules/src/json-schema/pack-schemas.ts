import { calendarDefinitionSchema } from '@hotline-kit/sla-calendar';
import * as z from 'zod';
import { assessmentSchema } from '../assessment/read-plan.js';
import { outcomeParams } from '../decisions.js';
import { conditionShape } from '../pack/choice.js';
import type { CityPack } from '../pack/city-pack.js';
import { NAMED_EVENT } from '../pack/clock-events.js';
import { clockEvent, clocksSchema } from '../pack/clocks.js';
import { conditionsSchema } from '../pack/conditions-file.js';
import { manifestSchema } from '../pack/manifest.js';
import { unitsSchema } from '../pack/units.js';
import { evidenceId } from '../procedure/evidence.js';
import { procedureSchema } from '../procedure/procedure-schema.js';
import { unitId } from '../procedure/unit-preference.js';
import { ruleSchema } from '../rule.js';
import { envelopeSchema } from '../rule-set-document.js';
import { packTestsSchema } from '../testing/pack-test.js';
import { EVENT_TYPES } from '../vocabulary/events.js';
import { wordsOf } from '../vocabulary/label.js';
import { TICKET_STATES } from '../vocabulary/states.js';
import { conditionDefinitions } from './condition-schema.js';

/** A JSON Schema, draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * JSON Schemas of a pack's files for editors, by file name. With a pack, they know its own facts, units, matters,
 * districts, clocks and named conditions, so that an editor completes them and marks a misspelt one.
 *
 * @example
 * packSchemas(pack)['routing.rules.json']; // { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object', … }
 */
export function packSchemas(pack?: CityPack): Readonly<Record<string, JsonSchema>> {
  const definitions = conditionDefinitions(pack);
  const schemas: Record<string, JsonSchema> = {};
  const files: Readonly<Record<string, z.ZodType>> = {
    'pack.json': manifestSchema,
    'conditions.json': conditionsSchema,
    'calendar.json': calendarFileSchema,
    'units.json': unitsSchema,
    'procedure.json': procedureSchema,
    'clocks.json': clocksSchema,
    'assessment.json': assessmentSchema,
    'open311.json': open311Schema,
    'tests/*.json': packTestsSchema,
  };
  for (const [file, schema] of Object.entries(files)) {
    const { $defs, ...shape } = written(schema, pack, 'ref');
    const body = schema instanceof z.ZodRecord ? withSchemaKey(shape) : shape;
    schemas[file] = { ...body, $defs: { ...($defs as object | undefined), ...definitions } };
  }
  const rules = ruleFileSchema(definitions, pack);
  schemas['routing.rules.json'] = rules;
  schemas['escalation.rules.json'] = rules;
  return schemas;
}

function ruleFileSchema(definitions: JsonSchema, pack: CityPack | undefined): JsonSchema {
  const envelope = written(envelopeSchema);
  const rule = written(ruleSchema);
  const properties = rule.properties as JsonSchema;
  const events = Object.entries(outcomeParams).map(([type, params]) => {
    const { $schema: _, ...body } = written(params);
    return {
      type: 'object',
      required: type === 'urge' || type === 'tag' ? ['type'] : ['type', 'params'],
      additionalProperties: false,
      properties: { type: { const: type }, params: withUnits(body, pack) },
    };
  });
  const { $schema: _, ...ruleBody } = rule;
  return {
    ...envelope,
    properties: {
      ...(envelope.properties as JsonSchema),
      conditions: { type: 'object', additionalProperties: { $ref: '#/$defs/condition' } },
      rules: { type: 'array', items: { $ref: '#/$defs/rule' } },
    },
    $defs: {
      ...definitions,
      rule: {
        ...ruleBody,
        properties: { ...properties, conditions: { $ref: '#/$defs/condition' }, event: { anyOf: events } },
      },
    },
  };
}

/** The parameters of an outcome whose units are those of the pack, or are found by relation. */
function withUnits(params: JsonSchema, pack: CityPack | undefined): JsonSchema {
  const properties = { ...(params.properties as Record<string, unknown>) };
  const id = pack === undefined ? { type: 'string' } : { enum: pack.units.all.map((unit) => unit.id) };
  const unit = { anyOf: [id, { $ref: '#/$defs/unitRelation' }] };
  for (const key of ['unit', 'office']) if (key in properties) properties[key] = unit;
  for (const key of ['assists', 'units']) if (key in properties) properties[key] = { type: 'array', items: unit };
  return { ...params, properties };
}

/** The schema of things by id, among which `$schema` may stand. */
function withSchemaKey(shape: JsonSchema): JsonSchema {
  const key = { $schema: { type: 'string' } };
  return { ...shape, propertyNames: { anyOf: [{ const: '$schema' }, shape.propertyNames] }, properties: key };
}

/** `calendar.json`: calendars by id. */
const calendarFileSchema = z.object({ $schema: z.string().exactOptional() }).catchall(calendarDefinitionSchema);

/** `open311.json`: the status of Open311 for each state, and whatever else a city's mapping holds. */
const open311Schema = z.looseObject({
  $schema: z.string().exactOptional(),
  status: z.partialRecord(z.enum(wordsOf(TICKET_STATES)), z.enum(['open', 'closed'])).exactOptional(),
});

/** `reused`: whether what stands in several places is written out in each, or once under `$defs`. */
function written(schema: z.ZodType, pack?: CityPack, reused: 'inline' | 'ref' = 'inline'): JsonSchema {
  return z.toJSONSchema(schema, {
    unrepresentable: 'any',
    io: 'input',
    // Grounds, duties and stages stand in dozens of places: written out in each, they would fill megabytes.
    reused,
    override: ({ zodSchema, jsonSchema }) => {
      // A condition with a meaning of its own where it stands.
      const { $ref, description } = jsonSchema;
      const isCondition = $ref === CONDITION && description !== undefined;
      const own = isCondition ? { $ref, description } : ownSchema(zodSchema, pack);
      if (own === undefined) return;
      for (const key of Object.keys(jsonSchema)) delete (jsonSchema as Record<string, unknown>)[key];
      Object.assign(jsonSchema, own);
    },
  }) as JsonSchema;
}

const CONDITION = '#/$defs/condition';

/** What a part of a document holds in this very pack: its conditions, units, kinds of evidence and events. */
function ownSchema(part: unknown, pack: CityPack | undefined): JsonSchema | undefined {
  if (part === conditionShape) return { $ref: CONDITION };
  if (part === clockEvent)
    return { anyOf: [{ enum: eventNames(pack) }, { type: 'string', pattern: NAMED_EVENT.source }] };
  if (pack === undefined) return undefined;
  if (part === unitId) return { enum: pack.units.all.map(({ id }) => id) };
  if (part === evidenceId) return { enum: Object.keys(pack.procedure.evidence) };
  return undefined;
}

function eventNames(pack: CityPack | undefined): readonly string[] {
  const due = pack?.clocks.map(({ id }) => `clock.due:${id}`) ?? [];
  const milestones = Object.keys(pack?.procedure.milestones ?? {}).map((id) => `progress.recorded:${id}`);
  return [...wordsOf(EVENT_TYPES), ...due, ...milestones];
}
