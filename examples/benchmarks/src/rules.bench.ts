import { compileRuleSet, toEngineRules } from '@hotline-kit/rules';
import { Engine } from 'json-rules-engine';
import { measure, mustAgree, report } from './measure.js';

const districts = 20;

/** Routing rules for matter × district, and 50 rules on the history of a ticket: a city of a given size. */
function city(rules: number) {
  const routing = Array.from({ length: rules }, (_, n) => ({
    id: `r${n}`,
    conditions: {
      all: [
        { fact: 'matterCode', operator: 'equal', value: `m${Math.floor(n / districts)}` },
        { fact: 'area', operator: 'equal', value: `d${n % districts}` },
        ...(n % 10 === 0 ? [{ fact: 'amount', operator: 'greaterThanInclusive', value: n % 7 }] : []),
      ],
    },
    event: { type: 'unit', params: { unit: `u${n % 97}` } },
  }));
  const history = Array.from({ length: 50 }, (_, n) => ({
    id: `e${n}`,
    conditions: {
      all: [
        { fact: 'returns', operator: 'greaterThanInclusive', value: n % 5 },
        { fact: 'overdueHours', operator: 'greaterThan', value: n },
      ],
    },
    event: { type: 'step', params: { level: n % 3 } },
  }));
  return {
    id: 'bench',
    version: '1',
    facts: {
      matterCode: { type: 'string' },
      area: { type: 'string' },
      amount: { type: 'number', default: 0 },
      returns: { type: 'number', default: 0 },
      overdueHours: { type: 'number', default: 0 },
    },
    outcomes: { unit: { hit: 'collect' }, step: { hit: 'collect' } },
    rules: [...routing, ...history],
  };
}

function factsFor(rules: number) {
  return Array.from({ length: 256 }, (_, n) => {
    const rule = (n * 7919) % rules;
    return {
      matterCode: `m${Math.floor(rule / districts)}`,
      area: `d${rule % districts}`,
      amount: n % 9,
      returns: n % 4,
      overdueHours: n % 12,
    };
  });
}

export async function benchRules(): Promise<void> {
  for (const size of [100, 1_000, 10_000, 39_000]) {
    const document = city(size);
    const ruleSet = compileRuleSet(document);
    const sample = factsFor(size);

    const byMatter = new Map<string, Map<string, string>>();
    for (let n = 0; n < size; n += 1) {
      const inner = byMatter.get(`m${Math.floor(n / districts)}`) ?? new Map<string, string>();
      inner.set(`d${n % districts}`, `u${n % 97}`);
      byMatter.set(`m${Math.floor(n / districts)}`, inner);
    }
    const ours = () => sample.map((facts) => ruleSet.decide(facts).outcomes.length);
    const maps = () => sample.map(({ matterCode, area }) => byMatter.get(matterCode)?.get(area));

    const engine = new Engine(toEngineRules(document));
    const engineSample = sample.slice(0, Math.max(1, Math.round(2_000 / size)));
    const theirs = async () => {
      const counts: number[] = [];
      for (const facts of engineSample) counts.push((await engine.run(facts)).events.length);
      return counts;
    };
    mustAgree(`decisions at ${size} rules`, ours().slice(0, engineSample.length), await theirs());

    const contestants = [
      { name: 'ours', operations: 200 * sample.length, run: () => times(200, ours) },
      { name: 'two Map look-ups (routing only)', operations: 2000 * sample.length, run: () => times(2000, maps) },
      ...(size > 10_000 ? [] : [{ name: 'json-rules-engine', operations: engineSample.length, run: theirs }]),
    ];
    report(`Decide, ${size.toLocaleString('en')} + 50 rules`, await measure(contestants));
  }

  const document = city(39_000);
  const text = JSON.stringify(document);
  let kept: unknown;
  const [load] = await measure([
    {
      name: 'load 39,050 rules',
      operations: 1,
      run: () => {
        kept = compileRuleSet(JSON.parse(text));
      },
    },
  ]);
  kept = undefined;
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  kept = compileRuleSet(document);
  globalThis.gc?.();
  const heap = (process.memoryUsage().heapUsed - before) / 1e6;
  if (load !== undefined) {
    const notes = [`${Math.round(load.microseconds / 1000)} ms CPU from JSON text, checked and compiled`];
    report('Load', [load], [...notes, `${heap.toFixed(1)} MB heap beside the document (${typeof kept})`]);
  }
}

function times(count: number, act: () => unknown): unknown {
  let last: unknown;
  for (let n = 0; n < count; n += 1) last = act();
  return last;
}
