import { isRecord } from '../../diagnostic/json-limits.js';
import { choose } from '../../pack/choice.js';
import { type Problem, problem } from '../problem.js';
import { type Asked, own } from './asked.js';

/**
 * What the procedure says against several applicants of one ticket, given as `applicants: [{ representative?,
 * representedBy?, consent? }]`.
 */
export function applicantProblems({ procedure: { applicants: section }, facts, data }: Asked): readonly Problem[] {
  const list = own(data, 'applicants');
  if (section === undefined || !Array.isArray(list)) return [];
  const applicants = list.filter(isRecord);
  const { article } = section;
  const problems: Problem[] = [];
  const maximum = choose(section.maximum, facts);
  if (maximum !== undefined && applicants.length > maximum) {
    const text = { zh: `一张工单最多${maximum}名诉求人。`, en: `A ticket has at most ${maximum} applicants.` };
    problems.push(problem('tooMany', article, text, 'applicants'));
  }
  const representatives = applicants.filter((applicant) => own(applicant, 'representative') === true).length;
  const from = choose(section.representativesFrom, facts);
  if (from !== undefined && applicants.length >= from && representatives === 0) {
    const text = { zh: `${from}人以上须推选代表。`, en: `From ${from} applicants on, representatives are needed.` };
    problems.push(problem('representativesNeeded', article, text, 'applicants'));
  }
  const most = choose(section.maximumRepresentatives, facts);
  if (most !== undefined && representatives > most) {
    const text = { zh: `代表最多${most}名。`, en: `There are at most ${most} representatives.` };
    problems.push(problem('tooMany', article, text, 'applicants'));
  }
  const speaksFor = applicants.filter((applicant) => own(applicant, 'representedBy') !== undefined);
  if (choose(section.consent, facts) === true && speaksFor.some((applicant) => own(applicant, 'consent') !== true)) {
    const text = { zh: '代他人提出诉求须有本人同意。', en: 'Whoever is spoken for must have consented.' };
    problems.push(problem('consentMissing', article, text, 'applicants'));
  }
  return problems;
}
