import type { Facts, TicketFacts } from '../facts.js';
import { COMMANDS, type CommandName } from '../vocabulary/commands.js';
import type { Label } from '../vocabulary/label.js';
import { governanceOf } from './governing-section.js';
import { type Asked, type CommandData, factsWithData } from './guards/asked.js';
import { bindingSection, guardsOf } from './guards/binding.js';
import { commandProblems } from './guards/command-guards.js';
import { evidenceProblems, forbidden, missing } from './guards/completeness.js';
import { namingProblems, namingsOf } from './guards/named.js';
import {
  approvalProblems,
  ceilingGuards,
  extensionGuards,
  type LimitedSection,
  limitProblems,
} from './guards/section-limits.js';
import type { Permission, Problem } from './problem.js';
import type { Procedure } from './procedure.js';
import { definitionOf } from './section-table.js';

/**
 * Whether the procedure permits a command, given the facts of the ticket and the data of the command. A refusal lists
 * everything that stands against it, at once. Roles are not asked here: see `rolesFor`.
 *
 * Conditions of the procedure see the facts, and beside them the `ground`, the kind of reply (`replyKind`) and the
 * `stage` that the data names. It reads only its arguments, so a pack can be proved without a desk.
 *
 * @throws RuleFactError where a fact that a condition looks at has another type than it is declared with.
 * @example
 * permit(pack.procedure, 'requestReturn', { returnCount: 0 }, { reason: '不属本单位职责' });
 * // { ok: false, problems: [{ code: 'missing', field: 'evidence', text: { zh: '缺少证明材料。', … }, … }] }
 */
export function permit(
  procedure: Procedure,
  command: CommandName,
  facts: Facts | TicketFacts,
  data: CommandData,
): Permission {
  const governance = governanceOf(command);
  const section: LimitedSection | undefined = governance && procedure[governance.section];
  if (governance?.isNeeded === true && section === undefined) {
    return { ok: false, problems: [sectionMissing(command, definitionOf(governance.section).title)] };
  }
  const asked: Asked = { procedure, command, facts: factsWithData(facts, data), data };
  const binding = bindingSection(asked);
  const guards = guardsOf(asked);
  const hasDecision = governance !== undefined && definitionOf(governance.section).decides !== undefined;
  const against = [
    ...forbidden(guards, asked),
    ...(binding && governance ? limitProblems(binding, definitionOf(governance.section), asked) : []),
    ...(command === 'requestExtension' ? extensionGuards(asked).problems : []),
    ...ceilingGuards(asked).problems,
    ...approvalProblems(binding, hasDecision, asked),
    ...commandProblems(asked),
    ...namingProblems(namingsOf(asked), asked),
  ];
  // Of a field that must name one of several things is said which: that it is missing says no more.
  const isSaid = ({ field }: Problem) => against.some((each) => each.field === field);
  const lacking = missing(guards, asked).filter((each) => !isSaid(each));
  const problems = [...against, ...lacking, ...evidenceProblems(guards, asked)];
  return problems.length === 0 ? { ok: true } : { ok: false, problems };
}

function sectionMissing(command: CommandName, section: Label): Problem {
  const words = COMMANDS[command];
  return {
    code: 'sectionMissing',
    text: {
      zh: `本地规程没有规定${section.zh}，不能${words.zh}。`,
      en: `The local procedure has no section on ${section.en}, so "${words.en}" is refused.`,
    },
    remedy: {
      zh: `在 procedure.json 中增加${section.zh}一节。`,
      en: `Add the section on ${section.en} to procedure.json.`,
    },
  };
}
