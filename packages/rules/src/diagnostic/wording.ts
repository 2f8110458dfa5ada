import { CODES } from './codes.js';
import type { Diagnostic } from './diagnostic.js';
import { inChinese } from './phrasebook.js';

/** What a diagnostic says, in one language. */
export interface Wording {
  /** What kind of fault it is. */
  readonly title: string;
  readonly message: string;
  readonly fix?: string;
}

/**
 * What a diagnostic says in Chinese. Diagnostics themselves are in English.
 *
 * @example
 * chineseOf(diagnostic); // { title: '未知的事实', message: '没有名为“distrct”的事实。', fix: '是否为“district”?' }
 */
export function chineseOf({ code, message, fix }: Pick<Diagnostic, 'code' | 'message' | 'fix'>): Wording {
  return {
    title: (Object.hasOwn(CODES, code) ? CODES[code]?.zh : undefined) ?? code,
    message: inChinese(message) ?? message,
    ...(fix !== undefined && { fix: inChinese(fix) ?? fix }),
  };
}
