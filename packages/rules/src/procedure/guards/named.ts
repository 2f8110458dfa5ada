import { choose } from '../../pack/choice.js';
import type { CommandName } from '../../vocabulary/commands.js';
import type { Label } from '../../vocabulary/label.js';
import type { Ground } from '../ground.js';
import { allStages, stagedSectionOf } from '../path.js';
import { type Problem, problem } from '../problem.js';
import type { ProblemCode } from '../problem-code.js';
import { NOTHING_APPLIES } from '../remedies.js';
import type { ReplyKind } from '../reply-kind.js';
import { defined } from '../setting.js';
import type { Stage } from '../stage.js';
import { type Asked, countOf, own } from './asked.js';
import type { Guard } from './completeness.js';

/** One of several things that data may name: a ground, a kind of reply, a stage, a line. */
interface Named {
  readonly id: string;
  readonly title: Label;
  readonly when?: (facts: Asked['facts']) => boolean;
}

/** Those whose condition holds. */
export function openOf<Item extends Pick<Named, 'id' | 'when'>>(
  items: readonly Item[],
  { facts }: Asked,
): readonly Item[] {
  return items.filter(({ when }) => when === undefined || when(facts));
}

/** What the data names of several things, where that may be named; a stage may stand in the facts. */
export function chosen<Item extends Named>(
  items: readonly Item[] | undefined,
  key: string,
  asked: Asked,
): Item | undefined {
  const id = own(asked.data, key) ?? (key === 'stage' ? own(asked.facts, key) : undefined);
  return items === undefined ? undefined : openOf(items, asked).find((item) => item.id === id);
}

/** A problem where the data names none of the things that it may name. */
export function namedProblem(
  items: readonly Named[] | undefined,
  key: string,
  code: ProblemCode,
  asked: Asked,
  article: string | undefined,
): Problem[] {
  if (items === undefined || chosen(items, key, asked) !== undefined) return [];
  const open = openOf(items, asked);
  if (open.length === 0) {
    const text = { zh: '没有可以适用的情形。', en: `No ${key} applies to this ticket.` };
    return [{ ...problem(code, article, text), remedy: NOTHING_APPLIES }];
  }
  const text = {
    zh: `须说明下列情形之一：${open.map(({ title }) => title.zh).join('、')}。`,
    en: `One of these is needed as "${key}": ${open.map(({ id }) => id).join(', ')}.`,
  };
  return [problem(code, article, text, key)];
}

/**
 * The kind of a reply: that which its data names, else the first that answers the ticket. Nothing where the procedure
 * lists none: then every reply is final.
 */
export function replyKindOf(asked: Asked): ReplyKind | undefined {
  const kinds = asked.procedure.reply?.kinds;
  if (kinds === undefined) return undefined;
  if (own(asked.data, 'kind') !== undefined) return chosen(kinds, 'kind', asked);
  return openOf(kinds, asked).find(({ effect }) => effect === 'replies');
}

/** Commands of which each belongs to a stage, where stages apply; of others the stage follows from where they stand. */
const NAMING_STAGES: ReadonlySet<CommandName> = new Set<CommandName>(['callBack', 'checkQuality']);

/** What data of this command can name, and what the procedure knows. */
interface Naming {
  readonly items: readonly (Ground | ReplyKind | Stage)[] | undefined;
  readonly key: 'ground' | 'kind' | 'stage';
  readonly code: ProblemCode;
  readonly article: string | undefined;
  /** Whether naming none is allowed. */
  readonly isFree: boolean;
}

/** What data of this command names beside the ground of its section. */
export function namingsOf(asked: Asked): readonly Naming[] {
  const { procedure, command, data } = asked;
  const { reply, callback, redispatch } = procedure;
  const namings: Naming[] = [];
  if (command === 'submitReply' && reply?.kinds !== undefined) {
    const { kinds, article } = reply;
    const isFree = own(data, 'kind') === undefined && openOf(kinds, asked).some(({ effect }) => effect === 'replies');
    namings.push({ items: kinds, key: 'kind', code: 'kindNotAllowed', article, isFree });
    const kind = replyKindOf(asked);
    if (kind?.grounds) {
      namings.push({ items: kind.grounds, key: 'ground', code: 'groundNotAllowed', article, isFree: false });
    }
  }
  if (command === 'waiveCallback') {
    const { waiver } = callback ?? {};
    const article = waiver?.article ?? callback?.article;
    namings.push({ items: waiver?.grounds, key: 'ground', code: 'groundNotAllowed', article, isFree: false });
  }
  // Who seeks a remedy names its stage; what a stage asks for binds whoever decides it.
  const staged = command === 'seekRemedy' ? 'remedies' : stagedSectionOf(command);
  if (staged !== undefined && procedure[staged] !== undefined) {
    const { article } = procedure[staged];
    const items = allStages(procedure, staged);
    const isFree =
      own(asked.facts, 'stage') === undefined && !(NAMING_STAGES.has(command) && openOf(items, asked).length > 0);
    namings.push({ items, key: 'stage', code: 'stageNotAllowed', article, isFree });
  }
  if (command === 'redispatch' && redispatch?.excluded !== undefined) {
    const excluded = chosen(redispatch.excluded, 'ground', asked);
    if (excluded !== undefined) {
      namings.push({ items: [], key: 'ground', code: 'groundNotAllowed', article: excluded.article, isFree: false });
    }
  }
  return namings;
}

/** What is wrong with what the data names. */
export function namingProblems(namings: readonly Naming[], asked: Asked): Problem[] {
  return namings.flatMap(({ items, key, code, article, isFree }) => [
    ...(isFree ? [] : namedProblem(items, key, code, asked, article)),
    // A remedy is counted when it is sought.
    ...(asked.command === 'decideRemedy' ? [] : exhaustedProblem(chosen(items, key, asked), article, asked)),
  ]);
}

/** What binds the command because its data names it. */
export function namedGuards(namings: readonly Naming[], asked: Asked): readonly Guard[] {
  const guards: Guard[] = namings.flatMap(({ items, key, article: ofSection }) => {
    const item = chosen(items, key, asked);
    if (item === undefined || asked.command === 'seekRemedy') return [];
    const { requires, article = ofSection } = item;
    const evidence = 'evidence' in item ? item.evidence : undefined;
    return [{ ...defined('requires', requires), ...defined('evidence', evidence), ...defined('article', article) }];
  });
  const kind = asked.command === 'submitReply' ? replyKindOf(asked) : undefined;
  if (kind !== undefined && own(asked.data, 'kind') === undefined) guards.push(kind);
  return guards;
}

/** How often a kind of reply or a stage was taken stands in the fact of its name: `count.interim`. */
function exhaustedProblem(
  item: Ground | ReplyKind | Stage | undefined,
  article: string | undefined,
  { facts }: Asked,
): Problem[] {
  if (item === undefined || !('maximum' in item)) return [];
  const maximum = choose(item.maximum, facts);
  if (maximum === undefined || countOf(facts, `count.${item.id}`) < maximum) return [];
  const { zh, en } = item.title;
  const text = { zh: `“${zh}”已达${maximum}次上限。`, en: `The maximum of ${maximum} of "${en}" is reached.` };
  return [problem('tooMany', item.article ?? article, text)];
}
