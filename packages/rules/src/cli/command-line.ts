import { Command, CommanderError, Option } from 'commander';
import { check } from './check.js';
import { EXIT, type ExitCode, MisuseError } from './exit-code.js';
import { type ExplainCommandOptions, explain } from './explain.js';
import { init } from './init.js';
import { schema } from './schema.js';
import { type Language, Terminal, type TerminalSetting } from './terminal.js';
import { test } from './test.js';

/** Runs `hotline-rules` with its arguments, and tells the exit code: 0 as asked, 1 faults in the pack, 2 misuse. */
export async function runCommandLine(args: readonly string[], setting: TerminalSetting): Promise<ExitCode> {
  const terminal = new Terminal(setting);
  let code: ExitCode = EXIT.ok;
  const ended = async (result: Promise<ExitCode>): Promise<void> => {
    code = await result;
  };
  const program = new Command('hotline-rules')
    .description('Check, test and explain the city packs of a 12345 hotline 城市规则包的检查、测试与解释')
    .addOption(new Option('--lang <language>', 'language 语言').choices(['zh', 'en']).default(setting.language))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.write(text),
      writeErr: (text) => terminal.complain(text),
      getOutHelpWidth: () => 80,
      getErrHelpWidth: () => 80,
    })
    .hook('preAction', (command) => {
      terminal.language = command.opts<{ lang: Language }>().lang;
    });
  const json = '--json';
  program
    .command('check')
    .description('find faults, contradictions and gaps 检查错误、矛盾与遗漏')
    .argument('<folder>', 'folder of the pack 规则包文件夹')
    .option(json, 'for programs 供程序读取')
    .action((folder: string, options: { json?: boolean }) => ended(check(folder, options, terminal)));
  program
    .command('test')
    .description('run the tests of the rules and of tests/*.json 运行测试')
    .argument('<folder>')
    .option(json, 'for programs 供程序读取')
    .action((folder: string, options: { json?: boolean }) => ended(test(folder, options, terminal)));
  program
    .command('explain')
    .description('who handles a ticket, and why 解释派单结果')
    .argument('<folder>')
    .requiredOption('--facts <json|file>', 'facts of the ticket 工单事实')
    .option('--unit <id>', 'why not this unit 为何不派给该单位')
    .option('--rule <id>', 'why not this rule 为何该规则未命中')
    .option('--at <instant>', 'at this instant, such as 2026-03-02T09:00:00+08:00 按此时生效的规则')
    .option(json, 'for programs 供程序读取')
    .action((folder: string, options: ExplainCommandOptions) => ended(explain(folder, options, terminal)));
  program
    .command('init')
    .description('begin a pack 新建规则包')
    .argument('<folder>')
    .option('--from <city>', 'copy the pack of this city 以该城市为样本')
    .action((folder: string, options: { from?: string }) => ended(init(folder, options, terminal)));
  program
    .command('schema')
    .description('JSON Schemas for editors 编辑器用的 JSON Schema')
    .argument('[folder]')
    .option('--out <folder>', 'write files 写入文件夹')
    .action((folder: string | undefined, options: { out?: string }) => ended(schema(folder, options, terminal)));
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.misuse;
    if (error instanceof MisuseError || error instanceof RangeError || isTyped(error)) {
      terminal.complain(terminal.colors.red(error.message));
      return EXIT.misuse;
    }
    throw error;
  }
}

/** Whether an error is one of this project's, whose message is for people. */
function isTyped(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
