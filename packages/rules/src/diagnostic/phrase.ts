/**
 * A phrase in English and in Chinese. `{}` is a gap in English; in Chinese, `{0}` is what stands in the first gap, and
 * so on; `{0、}` is a list, whose commas become Chinese ones.
 */
export type Phrase = readonly [english: string, chinese: string];
