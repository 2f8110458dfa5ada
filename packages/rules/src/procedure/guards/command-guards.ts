import { choose } from '../../pack/choice.js';
import type { CommandName } from '../../vocabulary/commands.js';
import { ROLES } from '../../vocabulary/roles.js';
import { redispatchLimits } from '../limits.js';
import { allStages, stagedSectionOf } from '../path.js';
import { type Problem, problem } from '../problem.js';
import { applicantProblems } from './applicants.js';
import { type Asked, countOf, own } from './asked.js';
import { evidenceProblems, type Guard, isEmpty, missingField } from './completeness.js';
import { namedProblem } from './named.js';

type CommandGuard = (asked: Asked) => readonly Problem[];

/** What the settings of its own section say against a command, where no other command has the like. */
const GUARDS: Readonly<Partial<Record<CommandName, readonly CommandGuard[]>>> = {
  register: [applicantProblems],
  transferEmergency: [emergencyLine, lineFirst],
  dispatch: [assistsOfDispatch, receiver],
  designate: [receiver],
  addAssist: [assistsInAll, receiver],
  merge: [mergeMatch],
  unmerge: [unmergeAllowed],
  split: [partsOfSplit],
  transferClue: [clueReceiver],
  raiseDispute: [returnsBefore],
  recordProgress: [milestoneProblems],
  waiveCallback: [waiverThere],
  redispatch: [redispatchAllowed, forUnreasonable('noRedispatch'), receiver],
  rate: [forUnreasonable('noRating')],
  callBack: [attemptsLeft, flagsOfStage],
  checkQuality: [flagsOfStage],
  concludeConsultation: [conclusionComplete],
  supervise: [supervisionLevel],
  escalateSupervision: [supervisionLevel],
  callForDepartments: [departmentsOfCall],
};

/** What the settings of its own section say against a command. */
export function commandProblems(asked: Asked): Problem[] {
  return (GUARDS[asked.command] ?? []).flatMap((guard) => guard(asked));
}

function tooManyOf(
  key: string,
  maximum: number | undefined,
  asked: Asked,
  article: string | undefined,
  zh: string,
  en: string,
): Problem[] {
  const list = own(asked.data, key);
  if (maximum === undefined || !Array.isArray(list) || list.length <= maximum) return [];
  const code = key === 'assists' ? 'tooManyAssists' : 'tooMany';
  return [problem(code, article, { zh: `${zh}最多${maximum}个。`, en: `At most ${maximum} ${en}.` }, key)];
}

function assistsOfDispatch(asked: Asked): Problem[] {
  const { dispatch } = asked.procedure;
  const maximum = choose(dispatch?.maximumAssists, asked.facts);
  return tooManyOf('assists', maximum, asked, dispatch?.article, '协办单位', 'units may assist');
}

function assistsInAll(asked: Asked): Problem[] {
  const { assist } = asked.procedure;
  const maximum = choose(assist?.maximum, asked.facts);
  const left = maximum === undefined ? undefined : Math.max(0, maximum - countOf(asked.facts, 'assistCount'));
  if (left === 0) {
    const text = { zh: `协办单位最多${maximum}个。`, en: `At most ${maximum} units may assist.` };
    return [problem('tooManyAssists', assist?.article, text)];
  }
  return tooManyOf('assists', left, asked, assist?.article, '协办单位', 'units may assist');
}

/** Where the line accepts first, a transfer is recorded with its acknowledgement, not before. */
function lineFirst({ procedure: { emergency, fields }, facts, data }: Asked): Problem[] {
  if (choose(emergency?.acceptsFirst, facts) !== 'line' || !isEmpty(own(data, 'acknowledgement'))) return [];
  return [missingField('acknowledgement', emergency?.article, fields)];
}

function attemptsLeft({ procedure: { callback }, facts }: Asked): Problem[] {
  const attempts = choose(callback?.attempts, facts);
  if (attempts === undefined || countOf(facts, 'callbackCount') < attempts) return [];
  const text = { zh: `回访最多尝试${attempts}次。`, en: `The citizen is called back ${attempts} times at the most.` };
  return [problem('tooMany', callback?.article, text)];
}

function conclusionComplete({ procedure: { consultation, fields }, facts, data }: Asked): Problem[] {
  return (choose(consultation?.concludes, facts) ?? [])
    .filter((field) => isEmpty(own(data, field)))
    .map((field) => missingField(field, consultation?.article, fields));
}

/** What is not done any more once the demand was found unreasonable. */
function forUnreasonable(effect: 'noRedispatch' | 'noRating'): CommandGuard {
  return ({ procedure: { unreasonable }, facts }) => {
    const effects = choose(unreasonable?.effects, facts) ?? [];
    if (own(facts, 'unreasonable') !== true || !effects.includes(effect)) return [];
    const text = { zh: '该诉求已认定为不合理。', en: 'The demand was found unreasonable.' };
    return [problem('notAllowed', unreasonable?.article, text)];
  };
}

function partsOfSplit(asked: Asked): Problem[] {
  const { splitting } = asked.procedure;
  const maximum = choose(splitting?.maximum, asked.facts);
  return tooManyOf('parts', maximum, asked, splitting?.article, '分件', 'parts');
}

function departmentsOfCall(asked: Asked): Problem[] {
  const { departmentCall } = asked.procedure;
  const maximum = choose(departmentCall?.maximum, asked.facts);
  return tooManyOf('departments', maximum, asked, departmentCall?.article, '呼叫部门', 'departments');
}

/** What a level may receive: the desk gives the kind of the unit in question as `targetKind`. */
function receiver({ procedure: { receiving }, facts }: Asked): Problem[] {
  const kind = own(facts, 'targetKind');
  if (receiving?.levels === undefined || typeof kind !== 'string') return [];
  const ofKind = receiving.levels.filter(({ kinds }) => kinds.some((each) => each === kind));
  if (ofKind.some(({ when }) => when === undefined || when(facts))) return [];
  const [level] = ofKind;
  const text = level?.text ?? { zh: '该层级单位不承接工单。', en: 'Units of this kind receive no tickets.' };
  return [problem('receivingNotAllowed', level?.article ?? receiving.article, text, 'lead')];
}

function emergencyLine(asked: Asked): Problem[] {
  const { emergency } = asked.procedure;
  return namedProblem(emergency?.lines, 'line', 'lineNotAllowed', asked, emergency?.article);
}

function clueReceiver({ procedure: { clueTransfer }, facts, data }: Asked): Problem[] {
  const to = own(data, 'receiver');
  const allowed = choose(clueTransfer?.receivers, facts);
  if (allowed === undefined || to === undefined || allowed.some((role) => role === to)) return [];
  const text = {
    zh: '该角色不接收线索。',
    en: `Clues go to ${allowed.join(', ')} only.`,
  };
  return [problem('receiverNotAllowed', clueTransfer?.article, text, 'receiver')];
}

function mergeMatch({ procedure: { merging }, facts, data }: Asked): Problem[] {
  const given = own(data, 'match');
  const confirmed: readonly unknown[] = Array.isArray(given) ? given : [];
  const lacking = (choose(merging?.match, facts) ?? []).filter((aspect) => !confirmed.includes(aspect));
  if (lacking.length === 0) return [];
  const words = { matter: '事项', place: '地点', applicant: '诉求人', content: '内容' } as const;
  const text = {
    zh: `须确认相同：${lacking.map((aspect) => words[aspect]).join('、')}。`,
    en: `These must be confirmed to be the same: ${lacking.join(', ')}.`,
  };
  return [problem('matchNotConfirmed', merging?.article, text, 'match')];
}

function unmergeAllowed({ procedure: { merging }, facts }: Asked): Problem[] {
  // The desk itself takes back a merge that its root refused.
  if (choose(merging?.unmerge, facts) !== false || own(facts, 'actorRole') === 'system') return [];
  const text = { zh: '并案不得取消。', en: 'A merge is not undone here.' };
  return [problem('notAllowed', merging?.article, text)];
}

function returnsBefore({ procedure: { dispute }, facts }: Asked): Problem[] {
  const after = choose(dispute?.after, facts) ?? 0;
  const returned = own(facts, 'returnCount');
  if ((typeof returned === 'number' ? returned : 0) >= after) return [];
  const text = { zh: `退单${after}次后方可提出争议。`, en: `A dispute is raised after ${after} returns.` };
  return [problem('tooEarly', dispute?.article, text)];
}

/** A milestone of the pack, with what must be recorded with it; one outside the system has a time of its own. */
function milestoneProblems(asked: Asked): Problem[] {
  const {
    procedure: { milestones },
    data,
  } = asked;
  const id = own(data, 'milestone');
  if (id === undefined) return [];
  const milestone = typeof id === 'string' && Object.hasOwn(milestones, id) ? milestones[id] : undefined;
  if (milestone === undefined) {
    const known = Object.values(milestones);
    const text = {
      zh: `没有该节点，可选：${known.map(({ title }) => title.zh).join('、')}。`,
      en: `There is no such milestone; known are ${known.map((each) => each.id).join(', ')}.`,
    };
    return [problem('milestoneUnknown', undefined, text, 'milestone')];
  }
  const needed = milestone.outside ? ['occurredAt', ...milestone.requires] : milestone.requires;
  const missing = [...new Set(needed)].filter((field) => isEmpty(own(data, field)));
  const proof: Guard = {
    evidence: { options: [{ value: milestone.evidence }] },
    ...(milestone.article !== undefined && { article: milestone.article }),
  };
  return [
    ...missing.map((field) => missingField(field, milestone.article, asked.procedure.fields)),
    ...evidenceProblems([proof], asked),
  ];
}

function waiverThere({ procedure: { callback } }: Asked): Problem[] {
  if (callback?.waiver !== undefined) return [];
  const text = { zh: '本地规程不允许免回访。', en: 'The local procedure knows no waiver of the callback.' };
  return [problem('notAllowed', callback?.article, text)];
}

function redispatchAllowed({ procedure, facts }: Asked): Problem[] {
  const { mode, maximumRounds } = redispatchLimits(procedure, facts);
  const article = procedure.redispatch?.article;
  const problems: Problem[] = [];
  if (mode === 'mayNot') {
    problems.push(problem('notAllowed', article, { zh: '本情形不予重办。', en: 'Such a ticket is not redispatched.' }));
  }
  const round = own(facts, 'round') ?? 1;
  if (typeof round === 'number' && round >= maximumRounds) {
    const text = {
      zh: `已办理${round}轮，最多${maximumRounds}轮。`,
      en: `Round ${round} of at most ${maximumRounds} rounds is reached.`,
    };
    problems.push(problem('roundsExhausted', article, text));
  }
  return problems;
}

/** The levels that the procedure knows, each for the roles that it names (the fact `actorRole`). */
function supervisionLevel({ procedure: { supervision }, facts, data }: Asked): Problem[] {
  const level = own(data, 'level');
  const role = own(facts, 'actorRole');
  const roles = supervision?.levels?.find((rule) => rule.level === level)?.roles;
  if (roles !== undefined && role !== undefined && !roles.some((each) => each === role)) {
    const text = {
      zh: `该级别督办由${roles.map((each) => ROLES[each].zh).join('、')}发起。`,
      en: `Supervision of this level is for ${roles.join(', ')}.`,
    };
    return [problem('levelNotAllowed', supervision?.article, text, 'level')];
  }
  const known = supervision?.levels?.map((rule) => rule.level) ?? [1, 2, 3];
  if (level === undefined || known.some((each) => each === level)) return [];
  const text = {
    zh: `没有该督办级别，可选：${known.join('、')}。`,
    en: `There is no such level of supervision; known are ${known.join(', ')}.`,
  };
  return [problem('levelNotAllowed', supervision?.article, text, 'level')];
}

/** What a callback or a check finds fault with is one of the flags of its stage; any word, where no stage lists flags. */
function flagsOfStage(asked: Asked): Problem[] {
  const flags = own(asked.data, 'flags');
  const section = stagedSectionOf(asked.command);
  if (section === undefined || !Array.isArray(flags)) return [];
  const stages = allStages(asked.procedure, section);
  if (stages.every((stage) => stage.flags.length === 0)) return [];
  const stage = stages.find(({ id }) => id === own(asked.facts, 'stage'));
  const listed = stage?.flags ?? [];
  const unknown = flags.filter((flag) => !listed.some(({ id }) => id === flag));
  if (unknown.length === 0) return [];
  const article = stage?.article ?? asked.procedure[section]?.article;
  const text =
    listed.length === 0
      ? { zh: '这一步没有列出可指出的问题。', en: 'This stage lists nothing that may be found fault with.' }
      : {
          zh: `只能指出：${listed.map(({ title }) => title.zh).join('、')}。`,
          en: `What may be found fault with as "flags": ${listed.map(({ id }) => id).join(', ')}.`,
        };
  return [problem('flagNotAllowed', article, text, 'flags')];
}
