/** Phrases of diagnostics, English and Chinese. `{}` is a gap; in Chinese, `{0}` is the first of them. */
export const PHRASES: readonly (readonly [english: string, chinese: string])[] = [
  ['Unknown unit "{}".', '没有单位“{0}”。'],
];
