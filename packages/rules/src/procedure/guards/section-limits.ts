import { type Choice, choose } from '../../pack/choice.js';
import { exceeds } from '../compare-terms.js';
import type { Ground } from '../ground.js';
import { isBeyondLimit } from '../limits.js';
import { type Problem, problem } from '../problem.js';
import type { Rate } from '../rate.js';
import type { Section, SectionDefinition } from '../section.js';
import { type Asked, countOf, own } from './asked.js';
import { type Guard, isEmpty, missingField } from './completeness.js';
import { namedProblem } from './named.js';

/** The settings that guards of every section look at, where the section has them. */
export interface LimitedSection extends Section {
  readonly maximum?: Choice<number>;
  readonly grounds?: readonly Ground[];
  readonly limits?: readonly Rate[];
}

/** What the settings that many sections share say against a command: its window, its grounds, its counts, its rates. */
export function limitProblems(section: LimitedSection, definition: SectionDefinition, asked: Asked): Problem[] {
  return [
    ...windowProblem(section, definition, asked),
    ...groundProblem(section, definition, asked),
    ...countProblem(section, definition, asked),
    ...rateProblems(section, definition, asked),
  ];
}

function windowProblem({ article }: LimitedSection, { title }: SectionDefinition, { facts }: Asked): Problem[] {
  if (own(facts, 'windowClosed') !== true) return [];
  return [
    problem('windowClosed', article, { zh: `已过${title.zh}期限。`, en: `The time for a ${title.en} has passed.` }),
  ];
}

function groundProblem({ grounds, article }: LimitedSection, definition: SectionDefinition, asked: Asked): Problem[] {
  if (definition.isGroundFree === true && own(asked.data, 'ground') === undefined) return [];
  return namedProblem(grounds, 'ground', 'groundNotAllowed', asked, article);
}

function countProblem(
  { maximum: choice, article }: LimitedSection,
  { counts, title }: SectionDefinition,
  { facts }: Asked,
): Problem[] {
  const maximum = choose(choice, facts);
  if (counts === undefined || maximum === undefined || countOf(facts, counts.fact) < maximum) return [];
  const text =
    maximum === 0
      ? { zh: `本情形不得${title.zh}。`, en: `No ${counts.en} are allowed here.` }
      : { zh: `${title.zh}已达${maximum}次上限。`, en: `The maximum of ${maximum} ${counts.en} is reached.` };
  return [problem(counts.code, article, text)];
}

/** A rate without a time counts over the life of the ticket; of one with a time, the desk says that it is used up. */
function rateProblems(
  { limits, article }: LimitedSection,
  { counts, title }: SectionDefinition,
  { facts }: Asked,
): Problem[] {
  const rates = (limits ?? []).filter(({ when }) => when === undefined || when(facts));
  const reached = rates.find(({ maximum, within, per }) =>
    within === undefined && per === 'ticket' && counts !== undefined
      ? countOf(facts, counts.fact) >= maximum
      : own(facts, 'tooSoon') === true,
  );
  if (reached === undefined) return [];
  const text = {
    zh: `${title.zh}过于频繁，最多${reached.maximum}次。`,
    en: `Too often: at most ${reached.maximum} in the time that the rule gives.`,
  };
  return [problem('tooOften', reached.article ?? article, text)];
}

/**
 * A command that has no approval of its own is given by an approver, or says who approved it. The desk gives the role of
 * whoever acts as the fact `actorRole`; without it nobody's approval is missing.
 */
export function approvalProblems(
  binding: Section | undefined,
  hasDecision: boolean,
  { procedure, command, facts, data }: Asked,
): Problem[] {
  const role = own(facts, 'actorRole');
  const waiver = command === 'waiveCallback' ? procedure.callback?.waiver : undefined;
  const guards = [hasDecision ? undefined : binding, procedure.commands[command], waiver];
  const lacking = guards.find((guard) => {
    const approvers = choose(guard?.approver, facts);
    return approvers !== undefined && !approvers.some((each) => each === role);
  });
  if (lacking === undefined || role === undefined || !isEmpty(own(data, 'approvedBy'))) return [];
  return [missingField('approvedBy', lacking.article, procedure.fields)];
}

/** What the desk found of the limit that the command leads to (the fact `ceiling`), against the procedure's ceiling. */
export function ceilingGuards({ procedure: { handlingLimit }, facts }: Asked): {
  readonly problems: Problem[];
  readonly guards: readonly Guard[];
} {
  const ceiling = own(facts, 'ceiling');
  if (ceiling === 'beyond')
    return { problems: [], guards: handlingLimit?.beyond === undefined ? [] : [handlingLimit.beyond] };
  if (ceiling !== 'over') return { problems: [], guards: [] };
  const text = { zh: '办理时限超过规程的上限。', en: 'The limit would pass the ceiling of the procedure.' };
  return { problems: [problem('overLimit', handlingLimit?.article, text, 'term')], guards: [] };
}

/** An asked extension against the longest that there may be; what a soft limit asks for beyond it. */
export function extensionGuards({ procedure, facts, data }: Asked): {
  readonly problems: Problem[];
  readonly guards: readonly Guard[];
} {
  const { extension } = procedure;
  const problems: Problem[] = [];
  if (choose(extension?.beforeDue, facts) === true && own(facts, 'clock.handle.state') === 'breached') {
    const text = {
      zh: '办理已超时，不能再申请延期。',
      en: 'The handling is past due; an extension must be asked before.',
    };
    problems.push(problem('afterDue', extension?.article, text));
  }
  const limit = choose(extension?.limit, facts);
  const term = own(data, 'term');
  if (limit === undefined || term === undefined) return { problems, guards: [] };
  const compared = exceeds(term, limit);
  if (compared === false) return { problems, guards: [] };
  if (isBeyondLimit(procedure, facts, term)) {
    return { problems, guards: extension?.beyond === undefined ? [] : [extension.beyond] };
  }
  const text =
    compared === 'incomparable'
      ? { zh: `延期期限应按“${limit.kind}”计。`, en: `The extension must be given as "${limit.kind}", like the limit.` }
      : { zh: '延期超过规定的最长期限。', en: 'The extension is longer than the limit.' };
  problems.push(problem(compared === 'incomparable' ? 'termKind' : 'overLimit', extension?.article, text, 'term'));
  return { problems, guards: [] };
}
