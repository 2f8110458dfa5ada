import type { Facts, TicketFacts } from '../facts.js';
import type { CommandName } from '../vocabulary/commands.js';
import { governanceOf } from './governing-section.js';
import { type Asked, type CommandData, factsWithData } from './guards/asked.js';
import { namingsOf, openOf } from './guards/named.js';
import type { LimitedSection } from './guards/section-limits.js';
import type { Procedure } from './procedure.js';

/**
 * Every way in which the data of a command may name what the procedure lists: a ground, a kind of reply, a stage, an
 * emergency line, a level of supervision; first the way that names nothing. Conditions, actors and counts may hang on
 * the name, so whether a command is possible at all is known once each way was asked.
 *
 * @example
 * namedData(pack.procedure, 'submitReply', facts); // [{}, { kind: 'final' }, { kind: 'interim' }]
 */
export function namedData(
  procedure: Procedure,
  command: CommandName,
  facts: Facts | TicketFacts,
): readonly CommandData[] {
  const asked = (data: CommandData): Asked => ({ procedure, command, facts: factsWithData(facts, data), data });
  const governance = governanceOf(command);
  const section: LimitedSection | undefined = governance?.part === 'asks' ? procedure[governance.section] : undefined;
  const ways: CommandData[] = [{}];
  const named = (key: string, items: readonly { readonly id: string | number }[], within: CommandData = {}) => {
    for (const { id } of items) ways.push({ ...within, [key]: id });
  };
  named('ground', openOf(section?.grounds ?? [], asked({})));
  for (const { key, items } of namingsOf(asked({}))) {
    if (key === 'ground' && command === 'submitReply') continue;
    named(key, openOf<{ readonly id: string }>(items ?? [], asked({})));
  }
  if (command === 'submitReply') {
    for (const { id, grounds = [] } of openOf(procedure.reply?.kinds ?? [], asked({})))
      named('ground', openOf(grounds, asked({ kind: id })), { kind: id });
  }
  if (command === 'transferEmergency') named('line', openOf(procedure.emergency?.lines ?? [], asked({})));
  const levels = procedure.supervision?.levels ?? [];
  if (levels.length === 0 || (command !== 'supervise' && command !== 'escalateSupervision')) return ways;
  // A level is always named.
  return levels.map(({ level }) => ({ level }));
}
