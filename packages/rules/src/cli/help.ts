import type { Command, Help } from 'commander';
import stringWidth from 'string-width';
import type { Label } from '../vocabulary/label.js';
import type { Terminal } from './terminal.js';

/** Columns that help is written for, wherever it is read. */
const WIDTH = 80;

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
};

/** Makes a command's help speak the language of the terminal, in columns that are straight for Chinese, too. */
export function configureHelp(command: Command, terminal: Terminal): void {
  const isChinese = terminal.language === 'zh';
  const { bold, cyan } = terminal.colors;
  const inWords = (usage: string): string =>
    isChinese ? usage.replace('[options]', '[选项]').replace('[command]', '[命令]') : usage;
  const usageTitle = bold(TITLES['Usage:'] ?? '');
  const words: Partial<Help> = {
    showGlobalOptions: true,
    styleUsage: inWords,
    subcommandTerm: (each) => inWords(`${each.name()}${argumentsOf(each)}`),
    styleTitle: (title) => bold(isChinese ? (TITLES[title] ?? title) : title),
    styleCommandText: (text) => cyan(text),
    styleSubcommandTerm: (text) => cyan(text),
    styleOptionTerm: (text) => cyan(text),
    styleArgumentTerm: (text) => cyan(text),
    displayWidth: (text) => stringWidth(text),
    // What may be chosen stands in the words themselves, in the language that is spoken.
    optionDescription: ({ description }) => description,
    // The text is cut for the terminal by hand: commander breaks lines at blanks, which Chinese has none of.
    minWidthToWrap: WIDTH * 2,
  };
  command
    .configureHelp(words)
    .helpOption('-h, --help', terminal.say({ zh: '显示帮助', en: 'show this help' }))
    .configureOutput({
      // A full-width colon needs no blank after it.
      writeOut: (text) => terminal.write(text.replace(`${usageTitle} `, usageTitle)),
      writeErr: (text) => terminal.complain(text.replace(`${usageTitle} `, usageTitle)),
      outputError: (text, write) => write(terminal.colors.red(isChinese ? misuseInChinese(text) : text)),
      getOutHelpWidth: () => WIDTH,
      getErrHelpWidth: () => WIDTH,
    });
}

/** The arguments of a command as its usage shows them. */
function argumentsOf(command: Command): string {
  return command.registeredArguments
    .map((each) => ` ${each.required ? `<${each.name()}>` : `[${each.name()}]`}`)
    .join('');
}

/** Examples below a command's help: a line to type, and what it does. */
export function examples(terminal: Terminal, list: readonly (readonly [line: string, text: Label])[]): string {
  const lines = list.flatMap(([line, text]) => [`  ${terminal.colors.dim(`# ${terminal.say(text)}`)}`, `  ${line}`]);
  return ['', terminal.colors.bold(terminal.say({ zh: '示例：', en: 'Examples:' })), ...lines].join('\n');
}

/** The exit codes below a command's help. */
export function exitCodes(terminal: Terminal, faults: Label): string {
  const title = terminal.colors.bold(terminal.say({ zh: '退出码：', en: 'Exit codes:' }));
  const lines = [
    `  0  ${terminal.say({ zh: '如所要求', en: 'as asked' })}`,
    `  1  ${terminal.say(faults)}`,
    `  2  ${terminal.say({ zh: '命令无法执行：参数不对，或文件不存在', en: 'the call could not be carried out: an argument, a missing file' })}`,
  ];
  return ['', title, ...lines].join('\n');
}

/** Commander's complaints, by the words they begin with. */
const MISUSES: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown command '(.*)'/, '没有命令“$1”'],
  [/^error: unknown option '(.*)'/, '没有选项“$1”'],
  [/^error: missing required argument '(.*)'/, '缺少参数“$1”'],
  [/^error: required option '(.*)' not specified/, '缺少必需的选项“$1”'],
  [/^error: option '(.*)' argument missing/, '选项“$1”缺少值'],
  [
    /^error: option '(.*)' argument '(.*)' is invalid\. (?:Allowed choices are (.*)\.|.*)/,
    '选项“$1”的值“$2”不对。可用：$3',
  ],
  [/^error: too many arguments.*Expected (\d+) arguments? but got (\d+).*/, '参数过多：应有$1个，给了$2个'],
  [/\(Did you mean (?:one of )?(.*)\?\)/, '（是否为 $1？）'],
];

function misuseInChinese(text: string): string {
  return MISUSES.reduce((known, [pattern, chinese]) => known.replace(pattern, chinese), text);
}
