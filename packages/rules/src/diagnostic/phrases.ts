import type { Phrase } from './phrase.js';
import { PHRASES_OF_FIXES } from './phrases-of-fixes.js';
import { PHRASES_OF_JSON } from './phrases-of-json.js';
import { PHRASES_OF_PACKS } from './phrases-of-packs.js';
import { PHRASES_OF_RULES } from './phrases-of-rules.js';

/** Words that stand in the gaps of phrases. */
const WORDS: readonly Phrase[] = [
  ['unit', '单位'],
  ['matter', '事项'],
  ['district', '区县'],
  ['clock', '时限'],
  ['calendar', '日历'],
  ['event', '事件'],
  ['type', '类型'],
  ['fact', '事实'],
  ['metric', '指标'],
  ['metric of one figure', '单值指标'],
  ['instant of a ticket', '工单时刻'],
  ['group', '分组'],
  ['board', '榜单'],
  ['article', '依据（article）'],
  ['test', '测试'],
  ['any district', '任何区县'],
  ['all districts', '（全部区县）'],
  ['string', '文本'],
  ['a string', '文本'],
  ['number', '数'],
  ['a number', '数'],
  ['an int', '整数'],
  ['boolean', '布尔值'],
  ['a boolean', 'true 或 false'],
  ['array', '列表'],
  ['an array', '列表'],
  ['object', '对象'],
  ['an object', '对象'],
  ['null', 'null'],
  ['a tab', '制表符'],
  ['a value', '值'],
  ['undefined', '空'],
  ['instant', '时刻'],
  ['characters', '字符'],
  ['items', '项'],
  ['the fact "{}"', '事实“{0}”'],
  ['test {}', '第{0}例'],
];

/** All phrases, English and Chinese. */
export const PHRASES: readonly Phrase[] = [
  ...PHRASES_OF_RULES,
  ...PHRASES_OF_PACKS,
  ...PHRASES_OF_FIXES,
  ...PHRASES_OF_JSON,
  ...WORDS,
];
