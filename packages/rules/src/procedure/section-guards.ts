import type { Facts, TicketFacts } from '../facts.js';
import { type Choice, choose } from '../pack/choice.js';
import type { CommandName } from '../vocabulary/commands.js';
import { exceeds } from './compare-terms.js';
import { redispatchLimits } from './limits.js';
import type { Problem, ProblemCode } from './problem.js';
import type { Ground, Procedure } from './procedure.js';

type AnyFacts = Facts | TicketFacts;
type Data = Readonly<Record<string, unknown>>;

/** What a section's own settings (counts, windows, grounds, levels) say against a command. */
export function ownProblems(procedure: Procedure, command: CommandName, facts: AnyFacts, data: Data): Problem[] {
  switch (command) {
    case 'dispatch':
      return assistProblems(procedure, facts, data);
    case 'requestReturn': {
      const section = procedure.return;
      return [
        ...windowProblem(facts, '退单', 'return', section?.article),
        ...countProblem(
          'returnsExhausted',
          section?.maximum,
          facts,
          'returnCount',
          '退单',
          'returns',
          section?.article,
        ),
      ];
    }
    case 'requestExtension':
      return extensionProblems(procedure, facts, data);
    case 'suspend': {
      const section = procedure.suspension;
      return [
        ...groundProblem(section?.grounds, facts, data, section?.article),
        ...countProblem(
          'suspensionsExhausted',
          section?.maximum,
          facts,
          'suspensionCount',
          '挂起',
          'suspensions',
          section?.article,
        ),
      ];
    }
    case 'waiveCallback':
      return waiverProblems(procedure, facts, data);
    case 'redispatch':
      return redispatchProblems(procedure, facts);
    case 'supervise':
    case 'escalateSupervision':
      return levelProblems(procedure, data);
    case 'reopen': {
      const section = procedure.reopening;
      return [
        ...windowProblem(facts, '重新受理', 'reopening', section?.article),
        ...countProblem(
          'reopeningsExhausted',
          section?.maximum,
          facts,
          'reopenCount',
          '重新受理',
          'reopenings',
          section?.article,
        ),
      ];
    }
    default:
      return [];
  }
}

function assistProblems({ dispatch }: Procedure, facts: AnyFacts, data: Data): Problem[] {
  const maximum = choose(dispatch?.maximumAssists, facts);
  const assists = Object.hasOwn(data, 'assists') ? data.assists : undefined;
  if (maximum === undefined || !Array.isArray(assists) || assists.length <= maximum) return [];
  return [
    problem(
      'tooManyAssists',
      dispatch?.article,
      {
        zh: `协办单位最多${maximum}个。`,
        en: `At most ${maximum} units may assist.`,
      },
      'assists',
    ),
  ];
}

function extensionProblems({ extension }: Procedure, facts: AnyFacts, data: Data): Problem[] {
  const problems = countProblem(
    'extensionsExhausted',
    extension?.maximum,
    facts,
    'extensionCount',
    '延期',
    'extensions',
    extension?.article,
  );
  if (choose(extension?.beforeDue, facts) === true && factOf(facts, 'clock.handle.state') === 'breached') {
    const text = {
      zh: '办理已超时,不能再申请延期。',
      en: 'The handling is past due; an extension must be asked before.',
    };
    problems.push(problem('afterDue', extension?.article, text));
  }
  const limit = choose(extension?.limit, facts);
  const term = Object.hasOwn(data, 'term') ? data.term : undefined;
  if (limit === undefined || term === undefined) return problems;
  const compared = exceeds(term, limit);
  if (compared === 'incomparable') {
    const text = {
      zh: `延期期限应按“${limit.kind}”计。`,
      en: `The extension must be given as "${limit.kind}", like the limit.`,
    };
    problems.push(problem('termKind', extension?.article, text, 'term'));
  } else if (compared) {
    const text = { zh: '延期超过规定的最长期限。', en: 'The extension is longer than the limit.' };
    problems.push(problem('overLimit', extension?.article, text, 'term'));
  }
  return problems;
}

function waiverProblems({ callback }: Procedure, facts: AnyFacts, data: Data): Problem[] {
  const waiver = callback?.waiver;
  if (waiver === undefined) {
    const text = { zh: '本地规程不允许免回访。', en: 'The local procedure knows no waiver of the callback.' };
    return [problem('notAllowed', callback?.article, text)];
  }
  return groundProblem(waiver.grounds, facts, data, waiver.article ?? callback?.article);
}

function redispatchProblems(procedure: Procedure, facts: AnyFacts): Problem[] {
  const { mode, maximumRounds } = redispatchLimits(procedure, facts);
  const article = procedure.redispatch?.article;
  const problems: Problem[] = [];
  if (mode === 'mayNot') {
    problems.push(problem('notAllowed', article, { zh: '本情形不予重办。', en: 'Such a ticket is not redispatched.' }));
  }
  const round = factOf(facts, 'round') ?? 1;
  if (typeof round === 'number' && round >= maximumRounds) {
    const text = {
      zh: `已办理${round}轮,最多${maximumRounds}轮。`,
      en: `Round ${round} of at most ${maximumRounds} rounds is reached.`,
    };
    problems.push(problem('roundsExhausted', article, text));
  }
  return problems;
}

function levelProblems({ supervision }: Procedure, data: Data): Problem[] {
  const level = Object.hasOwn(data, 'level') ? data.level : undefined;
  const known = supervision?.levels?.map((rule) => rule.level) ?? [1, 2, 3];
  if (level === undefined || known.some((each) => each === level)) return [];
  const text = {
    zh: `没有该督办级别,可选:${known.join('、')}。`,
    en: `There is no such level of supervision; known are ${known.join(', ')}.`,
  };
  return [problem('levelNotAllowed', supervision?.article, text, 'level')];
}

function groundProblem(
  grounds: readonly Ground[] | undefined,
  facts: AnyFacts,
  data: Data,
  article: string | undefined,
): Problem[] {
  if (grounds === undefined) return [];
  const asked = Object.hasOwn(data, 'ground') ? data.ground : undefined;
  const open = grounds.filter(({ when }) => when === undefined || when(facts));
  if (open.some(({ id }) => id === asked)) return [];
  const text =
    open.length === 0
      ? { zh: '没有可以适用的情形。', en: 'No ground applies to this ticket.' }
      : {
          zh: `须说明下列情形之一:${open.map(({ title }) => title.zh).join('、')}。`,
          en: `One of these grounds is needed: ${open.map(({ id }) => id).join(', ')}.`,
        };
  // Where no ground is open, no data could mend it.
  return [problem('groundNotAllowed', article, text, open.length === 0 ? undefined : 'ground')];
}

function windowProblem(facts: AnyFacts, zh: string, en: string, article: string | undefined): Problem[] {
  if (factOf(facts, 'windowClosed') !== true) return [];
  return [problem('windowClosed', article, { zh: `已过${zh}期限。`, en: `The time for a ${en} has passed.` })];
}

function countProblem(
  code: ProblemCode,
  choice: Choice<number> | undefined,
  facts: AnyFacts,
  fact: string,
  zh: string,
  en: string,
  article: string | undefined,
): Problem[] {
  const maximum = choose(choice, facts);
  const count = factOf(facts, fact) ?? 0;
  if (maximum === undefined || typeof count !== 'number' || count < maximum) return [];
  const text =
    maximum === 0
      ? { zh: `本情形不得${zh}。`, en: `No ${en} are allowed here.` }
      : { zh: `${zh}已达${maximum}次上限。`, en: `The maximum of ${maximum} ${en} is reached.` };
  return [problem(code, article, text)];
}

function factOf(facts: AnyFacts, name: string): unknown {
  return Object.hasOwn(facts, name) ? (facts as Facts)[name] : undefined;
}

function problem(code: ProblemCode, article: string | undefined, text: Problem['text'], field?: string): Problem {
  return { code, text, ...(article !== undefined && { article }), ...(field !== undefined && { field }) };
}
