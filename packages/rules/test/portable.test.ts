import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { compileRuleSet } from '@hotline-kit/rules';
import { openRuleSet, PortableRuleSetError } from '@hotline-kit/rules/decide';
import { cityFolder, loadCityPack } from '@hotline-kit/rules/node';
import { build } from 'esbuild';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleSets, typedFacts } from './oracle/typed-rules.js';
import { proofSize } from './proof-size.js';

describe('the door decide', () => {
  it('decides the same from the portable form, under the same hash', () => {
    fc.assert(
      fc.property(ruleSets, fc.array(typedFacts, { maxLength: 4 }), (document, facts) => {
        const ruleSet = compileRuleSet(document);
        const opened = openRuleSet(JSON.parse(JSON.stringify(ruleSet)));
        for (const given of facts) expect(opened.decide(given)).toEqual(ruleSet.decide(given));
      }),
      { numRuns: proofSize({ quick: 300, ci: 5_000, full: 60_000 }) },
    );
  });

  it('takes a whole pack along: branches, units by relation, dates', async () => {
    const { routing, matters } = await loadCityPack(cityFolder('dongguan'));
    const opened = openRuleSet(JSON.parse(JSON.stringify(routing)));
    for (const at of ['2023-06-30T12:00:00+08:00', '2023-07-10T09:00:00+08:00']) {
      for (const { code } of matters.all) {
        const facts = { matter: code, urgent: code.length % 2 === 0, district: 'humen' };
        expect(opened.decide(facts, { at: new Date(at) })).toEqual(routing.decide(facts, { at }));
      }
    }
  });

  it('refuses what is no portable rule set, and an operator that it was not given', () => {
    expect(() => openRuleSet({ rules: [] } as never)).toThrow(PortableRuleSetError);
    const odd = (value: unknown) => typeof value === 'number' && value % 2 === 1;
    const operators = { odd };
    const rules = [{ conditions: { all: [{ fact: 'n', operator: 'odd', value: true }] }, event: { type: 'hit' } }];
    const portable = JSON.parse(JSON.stringify(compileRuleSet(rules, { operators })));
    expect(() => openRuleSet(portable)).toThrow(/"odd" was not given/);
    expect(openRuleSet(portable, { operators }).decide({ n: 3 }).outcomes).toHaveLength(1);
  });

  it('is at most 6 KiB gzipped, and carries neither zod nor json-rules-engine', async () => {
    const { outputFiles, metafile } = await build({
      entryPoints: [fileURLToPath(new URL('../src/decide.ts', import.meta.url))],
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'browser',
      target: 'es2022',
      conditions: ['@hotline-kit/source'],
      write: false,
      metafile: true,
    });
    const [bundle] = outputFiles;
    expect(gzipSync(bundle?.contents ?? '', { level: 9 }).length).toBeLessThanOrEqual(6 * 1024);
    expect(Object.keys(metafile.inputs).filter((file) => file.includes('node_modules'))).toEqual([]);
  });
});
