import type { Facts, TicketFacts } from '../facts.js';
import { choose } from '../pack/choice.js';
import type { CommandName } from '../vocabulary/commands.js';
import type { Consequence } from './consequence.js';
import type { Duty, DutyWaiver } from './duty.js';
import type { FieldTitles } from './field-titles.js';
import { completingCommand, governanceOf } from './governing-section.js';
import type { Ground } from './ground.js';
import { type Asked, type CommandData, factsWithData, own } from './guards/asked.js';
import { isEmpty, missingField } from './guards/completeness.js';
import { chosen, namingsOf, replyKindOf } from './guards/named.js';
import type { LimitedSection } from './guards/section-limits.js';
import type { Problem } from './problem.js';
import type { Procedure } from './procedure.js';
import type { ReplyKind } from './reply-kind.js';
import type { Section } from './section.js';
import { SECTION_NAMES, type SectionName } from './section-table.js';

/** What of a section, a ground, a kind of reply or a stage follows from a command. */
interface Source {
  readonly inform: readonly Duty[];
  readonly consequences?: readonly Consequence[] | undefined;
  /** The command from which it follows where it names none. */
  readonly from: CommandName | undefined;
}

/**
 * The ground that a command names, of its section or of what else its data names: what it asks for, and what the citizen
 * is told.
 *
 * @example
 * groundOf(pack.procedure, 'refuse', facts, { ground: 'litigation' })?.tell; // { zh: '请依法向受理机关提出。', … }
 */
export function groundOf(
  procedure: Procedure,
  command: CommandName,
  facts: Facts | TicketFacts,
  data: CommandData,
): Ground | undefined {
  const asked: Asked = { procedure, command, facts: factsWithData(facts, data), data };
  const governance = governanceOf(command);
  const section: LimitedSection | undefined = governance && procedure[governance.section];
  const ofSection = chosen(section?.grounds, 'ground', asked);
  if (ofSection !== undefined) return ofSection;
  const naming = namingsOf(asked).find(({ key }) => key === 'ground');
  return naming && chosen<Ground>(naming.items as readonly Ground[] | undefined, 'ground', asked);
}

/** Everything that may follow from a command: of every section, for each may name the command in `on`. */
function sourcesOf(asked: Asked): readonly Source[] {
  const standing = standingSources(asked.procedure, asked.command);
  const named = namedSources(asked);
  return named.length === 0 ? standing : [...standing, ...named];
}

/** What follows whatever the data says, gathered once per procedure and command: each command asks for it. */
const standingOnes = new WeakMap<Procedure, Map<CommandName, readonly Source[]>>();

function standingSources(procedure: Procedure, command: CommandName): readonly Source[] {
  let byCommand = standingOnes.get(procedure);
  if (byCommand === undefined) {
    byCommand = new Map<CommandName, readonly Source[]>();
    standingOnes.set(procedure, byCommand);
  }
  const known = byCommand.get(command);
  if (known !== undefined) return known;
  const own = procedure.commands[command];
  const { answer = [], report = [] } = procedure.reply ?? {};
  const sources: readonly Source[] = [
    ...SECTION_NAMES.flatMap((name) => ofSection(procedure[name], name)),
    ...(own === undefined ? [] : [{ inform: own.inform, consequences: own.consequences, from: command }]),
    { inform: [...answer, ...report], from: completingCommand('reply') },
    { inform: procedure.clueTransfer?.feedback ?? [], from: 'transferClue' },
    ...(procedure.callback?.waiver === undefined
      ? []
      : [{ ...procedure.callback.waiver, from: 'waiveCallback' as const }]),
  ];
  const named = sources.filter(({ inform, consequences = [], from }) =>
    [...inform, ...consequences].some(({ on }) => (on ?? from) === command),
  );
  byCommand.set(command, named);
  return named;
}

function ofSection(section: Section | undefined, name: SectionName): readonly Source[] {
  if (section === undefined) return [];
  const { inform, consequences } = section;
  return [{ inform, consequences, from: completingCommand(name) }];
}

function namedSources(asked: Asked): readonly Source[] {
  const { procedure, command, data } = asked;
  const governance = governanceOf(command);
  const section: LimitedSection | undefined = governance && procedure[governance.section];
  const namings = namingsOf(asked);
  if (section?.grounds === undefined && namings.length === 0 && command !== 'submitReply') return [];
  const named = namings.map(({ items, key }) => chosen<Ground | ReplyKind>(items as never, key, asked));
  const kind = command === 'submitReply' ? replyKindOf(asked) : undefined;
  const flags = own(data, 'flags');
  const flagged = named.flatMap((item) => {
    if (item === undefined || !('flags' in item) || !Array.isArray(flags)) return [];
    return (item.flags as readonly Ground[]).filter(({ id }) => flags.includes(id));
  });
  const items = [chosen(section?.grounds, 'ground', asked), ...named, kind, ...flagged].filter(
    (item) => item !== undefined,
  );
  return [...new Set(items)].map(({ inform }) => ({ inform, from: command }));
}

/**
 * Who must be informed because a command was given: by its section, its ground, its kind of reply, its stage. Each duty
 * has its own time, parts, proof and waivers; answering the citizen and reporting back to the hotline are two.
 *
 * @example
 * dutiesOf(pack.procedure, 'refuse', facts, { ground: 'litigation' }).map(({ to }) => to); // [['citizen']]
 */
export function dutiesOf(
  procedure: Procedure,
  command: CommandName,
  facts: Facts | TicketFacts,
  data: CommandData = {},
): readonly Duty[] {
  const asked: Asked = { procedure, command, facts: factsWithData(facts, data), data };
  return sourcesOf(asked).flatMap(({ inform, from }) =>
    inform.filter(({ on, when }) => (on ?? from) === command && (when === undefined || when(asked.facts))),
  );
}

/** The duties of a section that no command gives rise to: of a statutory period, of a late assistant. */
export function dutiesOfSection(
  procedure: Procedure,
  section: SectionName,
  facts: Facts | TicketFacts,
): readonly Duty[] {
  const { inform = [] }: Partial<Section> = procedure[section] ?? {};
  const late = section === 'assist' ? (procedure.assist?.lateOwes ?? []) : [];
  return [...inform, ...late].filter(({ on, when }) => on === undefined && (when === undefined || when(facts)));
}

/** What was given to fulfil a duty. */
export interface DutyFulfilment {
  /** What was said, and what proves it, by the names of the fields. */
  readonly data: CommandData;
  /** The ground on which the duty is waived. */
  readonly waiver?: string;
}

/**
 * What is missing before a duty to inform is fulfilled: each part that was not said, each proof that was not brought;
 * nothing where a waiver of the duty holds.
 *
 * @param titles What the pack calls data fields: `procedure.fields`.
 */
export function dutyProblems(
  duty: Duty,
  facts: Facts | TicketFacts,
  { data, waiver }: DutyFulfilment,
  titles: FieldTitles = {},
): readonly Problem[] {
  if (duty.waiver.some((each) => each.id === waiver && holds(each, facts))) return [];
  const needed = new Set([...(choose(duty.parts, facts) ?? []), ...(choose(duty.proof, facts) ?? [])]);
  return [...needed]
    .filter((field) => isEmpty(own(data, field)))
    .map((field) => missingField(field, duty.article, titles));
}

function holds({ when }: DutyWaiver, facts: Facts | TicketFacts): boolean {
  return when === undefined || when(facts);
}

/**
 * What follows from a command by the procedure alone: outcomes as rules decide them, for example what an improper
 * return costs (`account` on `rejectReturn`).
 */
export function consequencesOf(
  procedure: Procedure,
  command: CommandName,
  facts: Facts | TicketFacts,
  data: CommandData = {},
): readonly Consequence[] {
  const asked: Asked = { procedure, command, facts: factsWithData(facts, data), data };
  return sourcesOf(asked).flatMap(({ consequences, from }) =>
    (consequences ?? []).filter(
      ({ on, when }) => (on ?? from) === command && (when === undefined || when(asked.facts)),
    ),
  );
}
