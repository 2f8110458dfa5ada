import type { ConditionCompiler } from '../compile/compile-condition.js';
import { join } from '../diagnostic/pointer.js';
import { COMMANDS, type CommandName } from '../vocabulary/commands.js';
import { wordsOf } from '../vocabulary/label.js';
import { evidenceKinds } from './evidence.js';
import { fieldTitles } from './field-titles.js';
import { milestones } from './milestone.js';
import type { CommandRule, Procedure } from './procedure.js';
import { COMMAND_SETTINGS, type ProcedureFile } from './procedure-schema.js';
import { compileSection, type Section } from './section.js';
import { definitionOf, SECTION_NAMES } from './section-table.js';

/** Compiles `procedure.json`. Faults gather in the compiler. */
export function compileProcedure(file: ProcedureFile, conditions: ConditionCompiler): Procedure {
  const sections: Record<string, Section> = {};
  for (const name of SECTION_NAMES) {
    const raw = file[name];
    if (raw === undefined) continue;
    sections[name] = compileSection(definitionOf(name).settings, raw, join('', name), conditions);
  }
  const commands: Partial<Record<CommandName, CommandRule>> = {};
  for (const name of wordsOf(COMMANDS)) {
    const raw = file.commands?.[name];
    if (raw === undefined) continue;
    commands[name] = compileSection(COMMAND_SETTINGS, raw, join('/commands', name), conditions);
  }
  return {
    ...(sections as Omit<Procedure, 'commands' | 'evidence' | 'fields' | 'milestones'>),
    commands,
    evidence: evidenceKinds(file.evidence ?? {}),
    fields: fieldTitles(file.fields ?? {}),
    milestones: milestones(file.milestones ?? {}),
  };
}
