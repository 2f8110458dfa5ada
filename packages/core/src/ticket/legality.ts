import {
  type CityPack,
  COMMANDS,
  type CommandData,
  isBeyondLimit,
  permit,
  preferredUnits,
  ROLES,
  type Role,
  rolesFor,
  stagedSectionOf,
  stagesOf,
  type TicketFacts,
} from '@hotline-kit/rules';
import { partiesOf } from '../dispatch/parties.js';
import type { Actor } from './actor.js';
import { askedFacts } from './asked-facts.js';
import type { Asking } from './asking.js';
import { isAuthorised, rolesThatMay } from './authority.js';
import { ceilingOf } from './ceiling.js';
import type { Check } from './conduct.js';
import { checks } from './conducts.js';
import type { ChartCommand } from './machine.js';
import { fine, type Refusal, refuse, type Verdict } from './refusal.js';
import { stageInQuestion } from './stage-in-question.js';
import type { TicketRecord } from './ticket-record.js';

/**
 * Whether this actor may ever give it: the matrix of the product first, then what the pack narrows.
 * @param data what the command brings: a stage that it names has actors of its own
 */
export function authorised(asking: Asking, ticket: TicketRecord | undefined, data?: unknown): Verdict {
  const { command, by, pack } = asking;
  const facts = factsOfApproval(asking, ticket, data);
  const narrowed = rolesFor(pack.procedure, command, facts);
  const admits = (role: Role) => narrowed === undefined || narrowed.includes(role);
  const isOfStage = ticket === undefined || isOfStageUnit(command, by, ticket, facts, pack);
  if (admits(by.role) && isOfStage && isAuthorised(command, by, ticket, pack.units)) return fine;
  const possible = rolesThatMay(command).filter(admits);
  const zh = `${ROLES[by.role].zh}无权对此工单${COMMANDS[command].zh}`;
  return refuse('notAuthorised', zh, `${by.role} may not ${command} this ticket`, {
    remedy: {
      zh: `可由以下角色办理：${possible.map((role) => ROLES[role].zh).join('、')}（须属于相应单位）`,
      en: `roles that may, each for their own unit: ${possible.join(', ')}`,
    },
  });
}

/** What decides who approves: the stage in question, and whether the extension that waits passes a soft limit or ceiling. */
function factsOfApproval(asking: Asking, ticket: TicketRecord | undefined, data: unknown): TicketFacts {
  const { command, facts, pack } = asking;
  const stage = stageInQuestion(command, ticket, data, facts, pack);
  const ofStage = stage === undefined ? facts : { ...facts, stage };
  if (ticket === undefined || (command !== 'approveExtension' && command !== 'rejectExtension')) return ofStage;
  const ceiling = ceilingOf('approveExtension', ticket, data, facts, pack, ticket.updatedAt);
  const beyondLimit = isBeyondLimit(pack.procedure, facts, ticket.extension?.term);
  return { ...ofStage, beyondLimit, ...(ceiling === undefined ? {} : { ceiling }) };
}

/** Where a stage names the units that act in it, whoever acts is of one of them. */
function isOfStageUnit(
  command: ChartCommand,
  { unit }: Actor,
  ticket: TicketRecord,
  facts: TicketFacts,
  pack: CityPack,
): boolean {
  const section = stagedSectionOf(command);
  if (section === undefined || facts.stage === undefined) return true;
  const preference = stagesOf(pack.procedure, section, facts).find(({ id }) => id === facts.stage)?.units;
  if (preference === undefined) return true;
  const units = preferredUnits(pack, preference, facts, partiesOf(ticket));
  return unit !== undefined && units.some((each) => pack.units.isWithin(unit, each));
}

/**
 * Whether the city's law lets it be done with this data, whole and checked: its procedure, then what holds everywhere.
 */
export function lawful(asking: Asking, ticket: TicketRecord, data: object): Verdict {
  const problems = problemsOf(asking, ticket, data);
  return problems.length > 0 ? { ok: false, refusal: refusalOf(problems) } : checked(asking, ticket, data);
}

/**
 * Whether it can be lawful at all, of data that is not yet whole: what more of it could mend is no reason against it.
 * @param named the fields whose values are not open any more: what is wrong with them cannot be mended
 */
export function possible(
  asking: Asking,
  ticket: TicketRecord,
  data: object,
  named: ReadonlySet<string> = new Set(),
): Verdict {
  const problems = problemsOf(asking, ticket, data).filter(({ field }) => field === undefined || named.has(field));
  return problems.length > 0 ? { ok: false, refusal: refusalOf(problems) } : checked(asking, ticket, undefined);
}

function problemsOf(asking: Asking, ticket: TicketRecord, data: object): NonNullable<Refusal['problems']> {
  const facts = askedFacts(asking, ticket, data);
  const permitted = permit(asking.pack.procedure, asking.command, facts, data as CommandData);
  return permitted.ok ? [] : permitted.problems;
}

function checked(asking: Asking, ticket: TicketRecord, data: object | undefined): Verdict {
  const check = checks[asking.command] as Check<never> | undefined;
  return check?.(ticket, data as never, asking) ?? fine;
}

function refusalOf(problems: NonNullable<Refusal['problems']>): Refusal {
  const [first] = problems;
  if (first === undefined) throw new RangeError('a refusal needs a problem');
  const { code, text, article, remedy } = first;
  return {
    code,
    text,
    ...(article === undefined ? {} : { article }),
    ...(remedy === undefined ? {} : { remedy }),
    problems,
  };
}
