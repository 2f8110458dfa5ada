// Compares the compiled rules with json-rules-engine on as many generated rule sets as asked for:
//   pnpm run prove:rules [COUNT] [SEED]      60000 unless given; a seed repeats a run
import { Steps } from './steps.mjs';

const [count = '60000', seed] = process.argv.slice(2);
if (!/^[1-9]\d*$/.test(count) || (seed !== undefined && !/^-?\d+$/.test(seed))) {
  console.error('pnpm run prove:rules [COUNT] [SEED], both whole numbers');
  process.exit(2);
}
const steps = new Steps();
const test = ['run', '--project', 'node', '--typecheck.enabled=false', 'packages/rules/test/oracle'];
steps.run(`${count} generated rule sets`, 'vitest', test, {
  HOTLINE_RULE_SETS: count,
  ...(seed !== undefined && { HOTLINE_SEED: seed }),
});
process.exitCode = steps.failed.length === 0 ? 0 : 1;
