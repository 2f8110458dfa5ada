import { PACK_FILES, packSchemas } from '@hotline-kit/rules';
import { cityFolder, loadCityPack } from '@hotline-kit/rules/node';
import { expect, it } from 'vitest';
import { packWith } from './procedure/pack-with.js';

const texts = (schema: unknown) => JSON.stringify(schema);

it('every JSON file of a pack has a schema, and may name it as $schema', () => {
  const schemas = packSchemas();
  const files = PACK_FILES.filter((file) => file.endsWith('.json'));
  expect(files.filter((file) => schemas[file] === undefined)).toEqual([]);
  for (const file of files) {
    const { properties } = schemas[file] as { properties?: Readonly<Record<string, unknown>> };
    expect([file, Object.keys(properties ?? {})]).toEqual([file, expect.arrayContaining(['$schema'])]);
  }
});

it('and every JSON file of a pack takes it', () => {
  const $schema = 'https://example.org/schema.json';
  const clocks = { $schema, handle: { term: { kind: 'workingDays', amount: 5 }, start: ['ticket.dispatched'] } };
  const conditions = { $schema, urgent: { all: [{ fact: 'urgent', operator: 'equal', value: true }] } };
  const rules = { $schema, id: 'r', version: '1', rules: [] };
  const files = {
    'clocks.json': clocks,
    'conditions.json': conditions,
    'routing.rules.json': rules,
    'open311.json': { $schema },
  };
  const written = Object.fromEntries(Object.entries(files).map(([name, file]) => [name, JSON.stringify(file)]));
  const pack = packWith({ $schema, reply: {} }, written);
  expect(pack.clocks.map(({ id }) => id)).toEqual(['handle']);
  expect(Object.keys(pack.conditions)).toEqual(['urgent']);
});

it("an editor completes the pack's own units, clocks, kinds of evidence and milestones", () => {
  const pack = packWith({ evidence: { 'site-photo': {} }, milestones: { ruling: {} }, reply: {} });
  const schemas = packSchemas(pack);
  expect(texts(schemas['procedure.json'])).toContain('"site-photo"');
  expect(texts(schemas['procedure.json'])).toContain('"old-harbour"');
  expect(texts(schemas['clocks.json'])).toContain('"clock.due:handle"');
  expect(texts(schemas['clocks.json'])).toContain('"progress.recorded:ruling"');
  expect(texts(packSchemas()['procedure.json'])).not.toContain('old-harbour');
});

it('each section and setting tells what it means', () => {
  expect(texts(packSchemas()['procedure.json'])).toContain('自派单起算的退单时限；未列则不限 · Time for a return');
});

it('whatever a schema refers to stands in it', () => {
  for (const [file, schema] of Object.entries(packSchemas(packWith({ evidence: { photo: {} }, reply: {} })))) {
    const known = Object.keys(schema['$defs'] as object);
    const named = [...texts(schema).matchAll(/"\$ref":"#\/\$defs\/([^"]*)"/g)].map(([, name = '']) => name);
    expect([file, named.filter((name) => !known.includes(name))]).toEqual([file, []]);
  }
});

it('each part of a procedure tells what it means: what grounds, duties, stages and kinds of reply can say', () => {
  const schema = packSchemas()['procedure.json'] ?? {};
  const definitions = schema['$defs'] as Readonly<Record<string, unknown>>;
  const silent: string[] = [];
  const described = (value: unknown): boolean => {
    const { description, $ref, allOf } = value as { description?: string; $ref?: string; allOf?: readonly unknown[] };
    if (description !== undefined || allOf?.some(described) === true) return true;
    const name = $ref?.replace('#/$defs/', '') ?? '';
    const target = definitions[name];
    return target !== undefined && name !== 'condition' && described(target);
  };
  const visit = (value: unknown, isPart: boolean): void => {
    if (typeof value !== 'object' || value === null) return;
    const { properties } = value as { properties?: Readonly<Record<string, unknown>> };
    const keys = Object.keys(properties ?? {});
    // Choices and texts explain themselves; sections are described above.
    const isPlain = keys.every((key) =>
      ['when', 'value', 'term', 'article', 'basis', 'zh', 'en', 'type', 'params'].includes(key),
    );
    if (isPart && !isPlain && (keys.includes('id') || keys.includes('when'))) {
      for (const key of keys) if (!described(properties?.[key])) silent.push(`${keys.join()}: ${key}`);
    }
    for (const each of Object.values(value)) visit(each, true);
  };
  visit(schema['properties'], false);
  visit(Object.fromEntries(Object.entries(definitions).filter(([name]) => name.startsWith('__'))), true);
  expect(silent).toEqual([]);
});

it('a schema for a city of many units is still made', async () => {
  const pack = await loadCityPack(cityFolder('dongguan'));
  expect(texts(packSchemas(pack)['routing.rules.json']).length).toBeGreaterThan(1000);
});
