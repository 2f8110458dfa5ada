import type { CommandName } from '../vocabulary/commands.js';
import { definitionOf, SECTION_NAMES, type SectionName } from './section-table.js';

/** How a section bears on a command. */
interface Governance {
  readonly section: SectionName;
  /** `asks`: what the section requires and forbids binds it. `decides`: it belongs to the approvers. `answers`: neither. */
  readonly part: 'asks' | 'decides' | 'answers';
  /** Whether the command is refused without the section. */
  readonly isNeeded: boolean;
}

const governed = new Map<CommandName, Governance>();
for (const section of SECTION_NAMES) {
  const definition = definitionOf(section);
  for (const part of ['asks', 'decides', 'answers'] as const) {
    for (const command of definition[part] ?? []) {
      governed.set(command, { section, part, isNeeded: definition.isOptional !== true });
    }
  }
}

/** Which section governs a command, and how; nothing where only `commands` can speak of it. */
export function governanceOf(command: CommandName): Governance | undefined {
  return governed.get(command);
}

/** The command that completes a section: the first that grants what was asked, else the asking one. */
export function completingCommand(section: SectionName): CommandName | undefined {
  const { asks, decides } = definitionOf(section);
  return decides?.[0] ?? asks?.[0];
}
