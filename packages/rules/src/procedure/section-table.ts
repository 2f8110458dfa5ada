import type { SectionDefinition } from './section.js';
import { AFTERCARE_SECTIONS } from './sections/aftercare.js';
import { DISPATCHING_SECTIONS } from './sections/dispatching.js';
import { HANDLING_SECTIONS } from './sections/handling.js';
import { INTAKE_SECTIONS } from './sections/intake.js';
import { OVERSIGHT_SECTIONS } from './sections/oversight.js';

/**
 * The sections of `procedure.json`, in the order of a ticket's life: which commands each governs, and what it can say.
 * The schema of the file, its types, its guards and its reference are drawn from this table.
 */
export const SECTIONS = {
  ...INTAKE_SECTIONS,
  ...DISPATCHING_SECTIONS,
  ...HANDLING_SECTIONS,
  ...AFTERCARE_SECTIONS,
  ...OVERSIGHT_SECTIONS,
} as const satisfies Readonly<Record<string, SectionDefinition>>;

/** The name of a section of `procedure.json`. */
export type SectionName = keyof typeof SECTIONS;

/** The names of all sections, in their order. */
export const SECTION_NAMES = Object.keys(SECTIONS) as readonly SectionName[];

/** What the table says of a section, without its own settings' types. */
export function definitionOf(name: SectionName): SectionDefinition {
  return SECTIONS[name];
}
