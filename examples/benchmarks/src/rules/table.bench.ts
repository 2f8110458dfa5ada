import { compileRuleSet } from '@hotline-kit/rules';
import { measure, mustAgree } from '../measure.js';
import { report } from '../report.js';
import { cityFacts, cityRules } from './city.js';
import { decisionsDigest } from './decisions-digest.js';
import { cityDocument } from './document.js';

const ROWS = 39_000;

/** The rules that are lines of a list (a matter, a district, a unit), as a CSV file and as JSON. */
export async function benchTable(): Promise<void> {
  const lines = cityRules(ROWS)
    .slice(0, ROWS)
    .map((rule) => ({ ...rule, tests: rule.tests.slice(0, 2) }));
  const document = cityDocument(lines);
  const csv = [
    'id,matterCode,area,unit',
    ...document.rules.map(({ id, conditions: { all }, event }) => {
      const cells = all.map((each) => (each as { readonly value: string }).value);
      return [id, ...cells, event.params.unit].join(',');
    }),
  ].join('\n');
  const text = JSON.stringify(document);
  const table = {
    ...document,
    rules: [],
    tables: [
      {
        id: 'routes',
        columns: [{ is: 'id' }, { fact: 'matterCode' }, { fact: 'area' }, { param: 'unit' }],
        event: { type: 'unit' },
        file: 'routes.csv',
      },
    ],
  };
  // A desk goes on deciding by the rules that it has until it has the new ones.
  const served = new Map<string, unknown>();
  const ofTable = () => compileRuleSet(table, { tables: { 'routes.csv': csv } });
  const ofRules = () => compileRuleSet(JSON.parse(text));
  const before = process.cpuUsage();
  served.set('table', ofTable());
  const { user, system } = process.cpuUsage(before);
  const contestants = [
    {
      name: 'as a table in CSV: read, check, compile, hash',
      operations: 1,
      run: () => served.set('table', ofTable()).size,
    },
    { name: 'as rules in JSON', operations: 1, run: () => served.set('rules', ofRules()).size },
  ];
  // So many rounds until the compiler is done with loops that run once a load.
  const measured = await measure(contestants, { warmUp: 8 });
  const facts = cityFacts(ROWS, 4_096);
  const digest = decisionsDigest(ofRules(), facts);
  mustAgree('decisions by the table', decisionsDigest(ofTable(), facts), digest);
  const size = (what: string) => (what.length / 1e6).toFixed(1);
  const notes = [
    `the first table of a process, before anything is compiled: ${Math.round((user + system) / 1000)} ms CPU`,
    `${size(csv)} MB of CSV, ${size(text)} MB of JSON`,
    `${facts.length.toLocaleString('en')} decisions are the same; digest ${digest.slice(0, 12)}`,
  ];
  report('Load a list of 39,000 lines', measured, notes, 'CPU', [
    {
      what: 'as a table in CSV',
      measured: (measured[0]?.microseconds ?? Number.NaN) / 1000,
      unit: 'ms CPU',
      goal: 80,
    },
  ]);
}
