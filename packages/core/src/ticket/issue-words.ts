import * as z from 'zod';
import { type BilingualText, type Refusal, refuse } from './refusal.js';

const english = z.locales.en().localeError;
const chinese = z.locales.zhCN().localeError;

/**
 * What is wrong with a value, in both languages; what a schema refines says its own in `message` and `params.zh`.
 * @param issue of a parse with `reportInput`: the words say what was received
 */
function wordsOf(issue: z.core.$ZodIssue): BilingualText {
  if (issue.code === 'custom') return { zh: String(issue.params?.['zh'] ?? issue.message), en: issue.message };
  const raw = { ...issue, input: issue.input } as z.core.$ZodRawIssue;
  const [en, zh] = [english, chinese].map((words) => {
    const said = words(raw);
    return typeof said === 'object' ? said?.message : said;
  });
  return { zh: issue.message === en && zh !== undefined ? zh : issue.message, en: issue.message };
}

/**
 * The refusal `invalidData`, with everything that is wrong at once.
 * @param what what was read
 */
export function refusalOfIssues(what: BilingualText, issues: readonly z.core.$ZodIssue[]): Refusal {
  const problems = issues.map((issue) => {
    const field = issue.path.map(String).join('.');
    const { zh, en } = wordsOf(issue);
    return {
      code: 'invalidData',
      field,
      text: { zh: `${what.zh}“${field || '/'}”有误：${zh}`, en: `${what.en}: "${field || '/'}": ${en}` },
    };
  });
  const [first] = problems;
  return refuse('invalidData', first?.text.zh ?? '数据有误', first?.text.en ?? 'the data is not valid', {
    remedy: { zh: '请更正所列各项后重试', en: 'mend what is listed, and give it again' },
    problems,
  }).refusal;
}
