import { benchBacktest } from './backtest.bench.js';
import { benchDecide } from './decide.bench.js';
import { benchExplain } from './explain.bench.js';
import { benchLoad } from './load.bench.js';
import { benchPack } from './pack.bench.js';

/** Everything that the rules package promises a figure for. */
export async function benchRules(): Promise<void> {
  await benchDecide();
  await benchLoad();
  await benchExplain();
  await benchPack();
  await benchBacktest();
}
