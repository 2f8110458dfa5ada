import type { Facts, TicketFacts } from '../facts.js';
import type { Choice } from '../pack/choice.js';
import type { CommandName } from '../vocabulary/commands.js';
import { governanceOf } from './governing-section.js';
import { type Asked, type CommandData, factsWithData, own } from './guards/asked.js';
import { guardsOf } from './guards/binding.js';
import { isEmpty } from './guards/completeness.js';
import { chosen } from './guards/named.js';
import { confidentialOn } from './path.js';
import type { Procedure } from './procedure.js';
import type { SectionName } from './section-table.js';

/** A part of a procedure that may say what it rests on. */
interface Cited {
  readonly article?: string;
}

/** Sections that speak of a command beside the one that governs it. */
const BESIDE: Readonly<Partial<Record<CommandName, readonly SectionName[]>>> = {
  acknowledgeHandover: ['emergency'],
  dispatch: ['handlingLimit'],
  designate: ['handlingLimit'],
  redispatch: ['handlingLimit'],
  finishAssist: ['assist'],
  rejectTermination: ['termination'],
  rate: ['callback'],
  absorb: ['merging'],
  release: ['merging'],
  recordSuperiorAnswer: ['beyondCity'],
};

/**
 * The articles that a command rests on where the procedure permits it: of the section that governs it, of what stands
 * under the command itself, of the ground, the stage, the kind of reply, the line or the level that its data names, of
 * what the unit that receives the ticket may receive, and of each setting chosen by conditions. Each once, the section's
 * first; none where the procedure cites none. It asks nothing of legality: see `permit`.
 *
 * @param facts as `permit` is given them
 * @throws RuleFactError where a fact that a condition looks at has another type than it is declared with.
 * @example
 * articlesOf(pack.procedure, 'refuse', facts, { ground: 'litigation', reason: '…' }); // ['样例办法第七条']
 */
export function articlesOf(
  procedure: Procedure,
  command: CommandName,
  facts: Facts | TicketFacts,
  data: CommandData,
): readonly string[] {
  const asked: Asked = { procedure, command, facts: factsWithData(facts, data), data };
  const governing = governanceOf(command)?.section;
  const sections = [...(governing === undefined ? [] : [governing]), ...(BESIDE[command] ?? [])];
  const cited = new Set<string>();
  for (const part of [...sections.map((name) => procedure[name]), ...guardsOf(asked), ...namedParts(asked)]) {
    if (part === undefined) continue;
    const { article } = part;
    if (article !== undefined) cited.add(article);
    for (const setting of Object.values(part as Readonly<Record<string, unknown>>)) {
      const ofValue = isChoice(setting) ? articleOf(setting, asked) : undefined;
      if (ofValue !== undefined) cited.add(ofValue);
    }
  }
  return [...cited];
}

/** What the data names that is no guard: an emergency line, a level of supervision, the unit that receives. */
function namedParts(asked: Asked): readonly (Cited | undefined)[] {
  const { procedure, command, facts, data } = asked;
  const { applicants, confidentiality, emergency, receiving, supervision } = procedure;
  switch (command) {
    case 'register': {
      const grounds = own(data, 'confidential') === true ? confidentialOn(procedure, facts) : [];
      return [
        isEmpty(own(data, 'applicants')) ? undefined : applicants,
        ...(grounds.length > 0 ? [confidentiality, ...grounds] : []),
      ];
    }
    case 'transferEmergency':
      return [chosen(emergency?.lines, 'line', asked)];
    case 'supervise':
    case 'escalateSupervision':
      return [supervision?.levels?.find(({ level }) => level === own(data, 'level'))];
    case 'dispatch':
    case 'designate':
    case 'redispatch':
    case 'addAssist': {
      const kind = own(facts, 'targetKind');
      const level = receiving?.levels?.find(
        ({ kinds, when }) => kinds.some((each) => each === kind) && (when?.(facts) ?? true),
      );
      return level === undefined ? [] : [receiving, level];
    }
    default:
      return [];
  }
}

function isChoice(setting: unknown): setting is Choice<unknown> {
  return typeof setting === 'object' && setting !== null && Object.hasOwn(setting, 'options');
}

/** The article of the value that the facts choose. Most values have none, and their conditions are not asked. */
function articleOf({ options }: Choice<unknown>, { facts }: Asked): string | undefined {
  if (options.every(({ article }) => article === undefined)) return undefined;
  return options.find(({ when }) => when === undefined || when(facts))?.article;
}
