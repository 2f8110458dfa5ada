import { benchBacktest } from './backtest.bench.js';
import { benchDecide } from './decide.bench.js';
import { benchEdit } from './edit.bench.js';
import { benchExplain } from './explain.bench.js';
import { benchLoad } from './load.bench.js';
import { benchPack } from './pack.bench.js';
import { benchTable } from './table.bench.js';

/** Everything that the rules package promises a figure for. */
export async function benchRules(): Promise<void> {
  await benchDecide();
  await benchLoad();
  await benchTable();
  await benchEdit();
  await benchExplain();
  await benchPack();
  await benchBacktest();
}
