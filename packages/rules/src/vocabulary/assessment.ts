import type { Words } from './label.js';

/**
 * By what the figures of an assessment may be broken down. `branch` counts a ticket for its lead and for every unit
 * above it, so that the figure of a district holds those of its streets.
 */
export const DIMENSIONS = {
  unit: { zh: '承办单位', en: 'Unit' },
  branch: { zh: '单位及其下级', en: 'Unit with all below it' },
  level: { zh: '单位层级', en: 'Level' },
  handler: { zh: '经办人', en: 'Handler' },
  holder: { zh: '经手单位', en: 'Every unit that held it' },
  holderBranch: { zh: '经手单位及其下级', en: 'Unit with all below it that held it' },
  returnedBy: { zh: '退单单位', en: 'Unit that returned it' },
  matter: { zh: '事项', en: 'Matter' },
  theme: { zh: '主题', en: 'Theme' },
  tag: { zh: '标签', en: 'Tag' },
  channel: { zh: '渠道', en: 'Channel' },
  line: { zh: '来源专线', en: 'Source line' },
  type: { zh: '诉求类型', en: 'Type' },
  district: { zh: '区县', en: 'District' },
  street: { zh: '街镇', en: 'Street or town' },
  month: { zh: '月份', en: 'Month' },
  day: { zh: '日期', en: 'Day' },
} as const satisfies Words;

/** By what figures are broken down. */
export type Dimension = keyof typeof DIMENSIONS;

/** By what tickets may be taken to be of one kind: dimensions of which a ticket has at most one value. */
export const CLUSTER_DIMENSIONS = {
  matter: DIMENSIONS.matter,
  theme: DIMENSIONS.theme,
  district: DIMENSIONS.district,
  street: DIMENSIONS.street,
  unit: DIMENSIONS.unit,
  line: DIMENSIONS.line,
  channel: DIMENSIONS.channel,
  type: DIMENSIONS.type,
} as const satisfies Words;

/** By what tickets may be taken to be of one kind. */
export type ClusterDimension = keyof typeof CLUSTER_DIMENSIONS;

/**
 * The dimensions that may say whose a hit is. Of a ticket that three units held and one sent back, a return rate by
 * `holder` has it in the base of all three, and is hit under the one that `returnedBy` names; by `holderBranch`, in that
 * of their districts, too.
 */
export const HIT_DIMENSIONS = { returnedBy: DIMENSIONS.returnedBy } as const satisfies Words;

/** What is measured over the rows of a metric. */
export const METRIC_KINDS = {
  rate: { zh: '比率', en: 'Rate' },
  count: { zh: '数量', en: 'Count' },
  statistic: { zh: '统计量', en: 'Statistic' },
  histogram: { zh: '分布', en: 'Histogram' },
  score: { zh: '得分', en: 'Score' },
} as const satisfies Words;

/** The kind of a metric. */
export type MetricKind = keyof typeof METRIC_KINDS;

/** What follows from the standing of a unit or a person in an assessment. */
export const CONSEQUENCE_ACTIONS = {
  praise: { zh: '通报表扬', en: 'Praise' },
  remind: { zh: '提醒', en: 'Remind' },
  yellowCard: { zh: '黄牌警示', en: 'Yellow card' },
  supervise: { zh: '实施督办', en: 'Supervise' },
  notice: { zh: '通报', en: 'Notice' },
  interview: { zh: '约谈', en: 'Interview' },
  rectify: { zh: '限期整改', en: 'Rectify by a date' },
  accountability: { zh: '追责', en: 'Hold to account' },
  transferClue: { zh: '线索移送', en: 'Transfer a clue' },
} as const satisfies Words;

/** What follows from a standing. */
export type ConsequenceAction = keyof typeof CONSEQUENCE_ACTIONS;
