import { parseArgs } from 'node:util';
import { benchAssessment } from './assessment.bench.js';
import { benchLoads } from './loads.bench.js';
import { benchMachine } from './machine.bench.js';
import { benchPostgres } from './postgres.bench.js';
import { collectForJson, printJson } from './report.js';
import { benchRules } from './rules/rules.bench.js';
import { benchStore } from './store.bench.js';
import { benchTime } from './time.bench.js';

const groups: Readonly<Record<string, () => Promise<void>>> = {
  time: benchTime,
  rules: benchRules,
  machine: benchMachine,
  store: benchStore,
  loads: benchLoads,
  postgres: benchPostgres,
  assessment: benchAssessment,
};

const { positionals: wanted, values } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true });
const unknown = wanted.filter((name) => !Object.hasOwn(groups, name));
if (unknown.length > 0) {
  console.error(`no such group: ${unknown.join(', ')}. There are: ${Object.keys(groups).join(', ')}.`);
  process.exit(2);
}
if (values.json === true) collectForJson();
else console.log(`Node ${process.version}; medians of several rounds; × is the ratio to the first line of a group`);
for (const [name, run] of Object.entries(groups)) if (wanted.length === 0 || wanted.includes(name)) await run();
if (values.json === true) printJson();
