import * as z from 'zod';
import type { BilingualText } from './refusal.js';

const english = z.locales.en().localeError;
const chinese = z.locales.zhCN().localeError;

/**
 * What is wrong with a value, in both languages; a sentence that a schema brings itself stands as it is.
 * @param issue of a parse with `reportInput`: the words say what was received
 */
export function wordsOf(issue: z.core.$ZodIssue): BilingualText {
  const raw = { ...issue, input: issue.input } as z.core.$ZodRawIssue;
  const [en, zh] = [english, chinese].map((words) => {
    const said = words(raw);
    return typeof said === 'object' ? said?.message : said;
  });
  return { zh: issue.message === en && zh !== undefined ? zh : issue.message, en: issue.message };
}
