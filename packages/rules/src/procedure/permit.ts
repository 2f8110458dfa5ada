import type { Facts, TicketFacts } from '../facts.js';
import { type Choice, choose } from '../pack/choice.js';
import { COMMANDS, type CommandName } from '../vocabulary/commands.js';
import { GOVERNING_SECTION, SECTIONS } from './governing-section.js';
import { fieldLabel, type Permission, type Problem } from './problem.js';
import type { Procedure, Prohibition } from './procedure.js';
import { ownProblems } from './section-guards.js';

/** The data that a command brings. */
export type CommandData = Readonly<Record<string, unknown>>;

/** What binds a command: its section, the entry of the command itself, the waiver of a callback. */
interface Guard {
  readonly requires?: Choice<readonly string[]>;
  readonly forbid: readonly Prohibition[];
  readonly article?: string;
}

/**
 * Whether the procedure permits a command, given the facts of the ticket and the data of the command. A refusal lists
 * everything that stands against it, at once. Roles are not asked here: see `rolesFor`.
 *
 * It reads only its arguments, so a pack can be proved without a desk.
 *
 * @example
 * permit(pack.procedure, 'requestReturn', { returnCount: 0 }, { reason: '不属本单位职责' });
 * // { ok: false, problems: [{ code: 'missing', field: 'evidence', text: { zh: '缺少证明材料', … }, … }] }
 */
export function permit(
  procedure: Procedure,
  command: CommandName,
  facts: Facts | TicketFacts,
  data: CommandData,
): Permission {
  const governance = GOVERNING_SECTION[command];
  const section = governance && procedure[governance.section];
  if (governance?.needed === true && section === undefined) {
    return { ok: false, problems: [sectionMissing(command, SECTIONS[governance.section])] };
  }
  const guards: (Guard | undefined)[] = [governance?.asks === true ? section : undefined, procedure.commands[command]];
  if (command === 'waiveCallback') guards.push(procedure.callback?.waiver);
  const given = guards.filter((guard) => guard !== undefined);
  const problems = [
    ...given.flatMap((guard) => forbidden(guard.forbid, facts)),
    ...ownProblems(procedure, command, facts, data),
    ...missing(given, facts, data),
  ];
  return problems.length === 0 ? { ok: true } : { ok: false, problems };
}

function sectionMissing(command: CommandName, section: { readonly zh: string; readonly en: string }): Problem {
  const words = COMMANDS[command];
  return {
    code: 'sectionMissing',
    text: {
      zh: `本地规程没有规定${section.zh},不能${words.zh}。`,
      en: `The local procedure has no section on ${section.en}, so "${words.en}" is refused.`,
    },
    remedy: {
      zh: `在 procedure.json 中增加${section.zh}一节。`,
      en: `Add the section on ${section.en} to procedure.json.`,
    },
  };
}

function forbidden(prohibitions: readonly Prohibition[], facts: Facts | TicketFacts): Problem[] {
  return prohibitions
    .filter(({ when }) => when(facts))
    .map(({ text, article, remedy }) => ({
      code: 'forbidden',
      text,
      ...(article !== undefined && { article }),
      ...(remedy !== undefined && { remedy }),
    }));
}

/** Each missing field once, though several guards ask for it. */
function missing(guards: readonly Guard[], facts: Facts | TicketFacts, data: CommandData): Problem[] {
  const problems = new Map<string, Problem>();
  for (const { requires, article } of guards) {
    for (const field of choose(requires, facts) ?? []) {
      if (problems.has(field) || !isEmpty(Object.hasOwn(data, field) ? data[field] : undefined)) continue;
      const { zh, en } = fieldLabel(field);
      problems.set(field, {
        code: 'missing',
        field,
        text: { zh: `缺少${zh}。`, en: `The ${en} is missing.` },
        ...(article !== undefined && { article }),
        remedy: { zh: `请填写${zh}。`, en: `Give the ${en} as "${field}".` },
      });
    }
  }
  return [...problems.values()];
}

/** Nothing, blank text, or an empty list or object. `false` and 0 are answers. */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (value instanceof Date) return Number.isNaN(value.getTime());
  return typeof value === 'object' && Object.keys(value).length === 0;
}
