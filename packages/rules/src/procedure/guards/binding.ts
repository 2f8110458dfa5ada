import { governanceOf } from '../governing-section.js';
import type { Asked } from './asked.js';
import type { Guard } from './completeness.js';
import { chosen, namedGuards, namingsOf } from './named.js';
import { ceilingGuards, extensionGuards, type LimitedSection } from './section-limits.js';

/** The section that binds a command by what it requires and forbids; nothing where the command only answers to it. */
export function bindingSection({ procedure, command }: Asked): LimitedSection | undefined {
  const governance = governanceOf(command);
  return governance?.part === 'asks' ? procedure[governance.section] : undefined;
}

/** Everything that binds a command: its section, its own entry, what its data names, what lies beyond a soft limit. */
export function guardsOf(asked: Asked): readonly Guard[] {
  const { procedure, command, data } = asked;
  const binding = bindingSection(asked);
  return [
    binding,
    procedure.commands[command],
    command === 'waiveCallback' ? procedure.callback?.waiver : undefined,
    chosen(binding?.grounds, 'ground', asked),
    ...namedGuards(namingsOf(asked), asked),
    ...(command === 'requestExtension' ? extensionGuards(asked).guards : []),
    ...ceilingGuards(asked).guards,
    data.statutory === undefined ? undefined : procedure.statutoryPeriod,
  ].filter((guard) => guard !== undefined);
}
