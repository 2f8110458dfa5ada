import {
  type CityPack,
  COMMANDS,
  type CommandName,
  type Duty,
  type DutyWaiver,
  dutiesOf,
  dutiesOfSection,
  isWord,
  namedData,
  type Procedure,
  type TicketFacts,
} from '@hotline-kit/rules';
import { partsOfDutyKey } from './duty-key.js';
import { measureDuties } from './measure-duty.js';

/** The duty as the procedure words it; nothing where the pack has changed since it arose. */
export function dutyNamed(key: string, facts: TicketFacts, { procedure }: CityPack): Duty | undefined {
  const { source, duty } = partsOfDutyKey(key);
  const named = isWord(COMMANDS, source) ? ofCommand(source, facts, procedure) : ofSection(source, facts, procedure);
  return named.find(({ id }) => id === duty);
}

/** The grounds on which a duty may be waived now. */
export function waiversOf({ waiver }: Duty, facts: TicketFacts): readonly DutyWaiver[] {
  return waiver.filter(({ when }) => when === undefined || when(facts));
}

/** The duties of a command, those of each ground, kind, stage and flag that it may have named among them. */
function ofCommand(command: CommandName, facts: TicketFacts, procedure: Procedure): readonly Duty[] {
  const stages = [...(procedure.callback?.stages ?? []), ...(procedure.quality?.stages ?? [])];
  const flags = stages.flatMap((stage) => stage.flags.map(({ id }) => id));
  return namedData(procedure, command, facts).flatMap((way) => dutiesOf(procedure, command, facts, { ...way, flags }));
}

/** The duties that an event brings, not a command. */
function ofSection(source: string, facts: TicketFacts, procedure: Procedure): readonly Duty[] {
  if (source === 'supervision') return measureDuties(procedure);
  return source === 'assist' || source === 'statutoryPeriod' ? dutiesOfSection(procedure, source, facts) : [];
}
