import * as z from 'zod';
import { strictObject } from '../diagnostic/strict-object.js';
import { COMMANDS, type CommandName } from '../vocabulary/commands.js';
import { wordsOf } from '../vocabulary/label.js';
import { evidenceKindsSchema } from './evidence.js';
import { fieldTitlesSchema } from './field-titles.js';
import { milestonesSchema } from './milestone.js';
import {
  COMMON_SETTINGS,
  type CommonSetting,
  commonOf,
  type RawSection,
  type Settings,
  sectionSchema,
} from './section.js';
import { definitionOf, SECTION_NAMES, type SECTIONS, type SectionName } from './section-table.js';
import { means, roles } from './setting.js';

/** What an entry of `commands` can say beside what every section can. */
export const COMMAND_SETTINGS = {
  roles: roles(
    '可以办理的角色；只能收窄，不能放宽',
    'Roles that may give the command; they narrow what the desk allows, and never widen it',
  ),
} satisfies Settings;

/** `procedure.json` as it stands in the file. */
export type ProcedureFile = {
  readonly [Name in SectionName]?: RawSection<(typeof SECTIONS)[Name]['settings']>;
} & {
  readonly $schema?: string;
  readonly evidence?: z.output<typeof evidenceKindsSchema>;
  readonly fields?: z.output<typeof fieldTitlesSchema>;
  readonly milestones?: z.output<typeof milestonesSchema>;
  readonly commands?: { readonly [Name in CommandName]?: RawSection<typeof COMMAND_SETTINGS> };
};

const sectionSchemas = Object.fromEntries(
  SECTION_NAMES.map((name) => {
    const definition = definitionOf(name);
    const { settings, title, meaning } = definition;
    const description = `${title.zh}：${meaning.zh} · ${meaning.en}`;
    return [name, sectionSchema(settings, commonOf(definition)).describe(description).exactOptional()];
  }),
);

const commandSchema = sectionSchema(COMMAND_SETTINGS, Object.keys(COMMON_SETTINGS) as CommonSetting[]).exactOptional();

/** An object with all commands as keys, so that a misspelt one can be told from the known ones. */
const commandsSchema = strictObject(Object.fromEntries(wordsOf(COMMANDS).map((name) => [name, commandSchema])));

/** The shape of `procedure.json`. */
export const procedureSchema: z.ZodType<ProcedureFile> = strictObject({
  $schema: z.string().exactOptional(),
  ...sectionSchemas,
  evidence: evidenceKindsSchema.exactOptional(),
  fields: means(
    fieldTitlesSchema,
    '数据字段的名称，拒绝时以此告知缺少什么',
    'What data fields are called in refusals',
  ).exactOptional(),
  milestones: milestonesSchema.exactOptional(),
  commands: commandsSchema.exactOptional(),
}) as unknown as z.ZodType<ProcedureFile>;
