import { Command, CommanderError, Option } from 'commander';
import { calendarJsonSchema } from '../calendar-schema.js';
import { InvalidCalendarError } from '../errors.js';
import { type AddYearOptions, addYear } from './add-year.js';
import { type CoverageOptions, coverage } from './coverage.js';
import { type ExplainOptions, explainTerm } from './explain-term.js';
import { type CommonOptions, exitCode, type Io, messageOf, UsageError } from './io.js';

/**
 * Runs the command line and gives its exit code: 0, or 1 where the answer is no (a missing year, a checksum that does not
 * hold), or 2 for wrong usage.
 */
export function run(args: readonly string[], io: Io): number {
  let code: number = exitCode.ok;
  const program = new Command('sla-calendar')
    .description('Working-day deadlines that know make-up workdays / 认识调休的工作日期限')
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.error });
  const command = (usage: string, description: string) =>
    program
      .command(usage)
      .description(description)
      .addOption(new Option('--lang <lang>', 'language of the text').choices(['zh', 'en']).default('en'))
      .option('--json', 'print JSON for programs', false);

  command('coverage', 'years that are there; exits 1 from 1 December when the next one is absent / 年份是否齐备')
    .requiredOption('--at <date>', 'the date of the check, YYYY-MM-DD')
    .option('--calendar <file>', 'a calendar document; default China')
    .action((options: CoverageOptions) => {
      code = coverage(options, io);
    });
  command('add-year [notice]', "builds next year's file from a notice's dates and proves its checksum / 录入放假通知")
    .option('--year <year>', 'the year of the notice')
    .option('--source <text>', 'number of the notice, such as 国办发明电〔2025〕7号')
    .option('--paper <url...>', 'where the notice stands')
    .option('--statutory <days>', 'statutory days of the year; since 2025: 13')
    .option('--off <name=from/to...>', 'days off, both ends included')
    .option('--work <name=date...>', 'make-up workdays')
    .option('--out <file>', 'write the file here; it must not exist')
    .action((notice: string | undefined, options: AddYearOptions) => {
      code = addYear(notice, options, io);
    });
  command(
    'explain <term> <start>',
    'prints each counted day, such as: explain 13workingDays 2026-02-12T10:00:00+08:00 / 逐日说明',
  )
    .option('--calendar <file>', 'a calendar document; default China')
    .action((term: string, start: string, options: ExplainOptions) => {
      code = explainTerm(term, start, options, io);
    });
  command('schema', 'prints the JSON Schema of calendar documents').action(() => {
    io.out(`${JSON.stringify(calendarJsonSchema(), null, 2)}\n`);
  });

  try {
    program.parse([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.ok : exitCode.usage;
    return report(error, optionsOf(args), io);
  }
}

/** The options that decide how a fault is told, read before the command line is known to be right. */
function optionsOf(args: readonly string[]): CommonOptions {
  return { json: args.includes('--json'), lang: args[args.indexOf('--lang') + 1] === 'zh' ? 'zh' : 'en' };
}

function report(error: unknown, { json, lang }: CommonOptions, io: Io): number {
  const code = error instanceof UsageError ? 'usage' : codeOf(error);
  if (code === undefined) throw error;
  const fix = error instanceof UsageError ? error.fix : undefined;
  const problems = error instanceof InvalidCalendarError ? error.problems : undefined;
  if (json) io.out(`${JSON.stringify({ error: { code, message: messageOf(error), fix, problems } })}\n`);
  else {
    io.error(`${{ zh: '错误', en: 'error' }[lang]} [${code}] ${messageOf(error)}\n`);
    if (fix !== undefined) io.error(`${{ zh: '处理', en: 'fix' }[lang]}: ${fix}\n`);
  }
  return code === 'usage' ? exitCode.usage : exitCode.found;
}

/** Faults of this package carry a stable code; anything else is a fault of the program. */
function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
