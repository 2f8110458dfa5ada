import Table from 'cli-table3';
import { CODES } from '../diagnostic/codes.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Terminal } from './terminal.js';

/** Most faults that are shown one by one. */
const MOST_SHOWN = 50;

const ORDER = ['error', 'warning', 'info'] as const;
const SEVERITIES = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
} as const;

/** Prints faults as `file:line:column`, the worst first, each with what it is and how to mend it. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], terminal: Terminal): void {
  const { colors, language } = terminal;
  const colour = { error: colors.red, warning: colors.yellow, info: colors.cyan };
  const sorted = ORDER.flatMap((severity) => diagnostics.filter((each) => each.severity === severity));
  for (const { file, line, column, pointer, code, severity, message, fix } of sorted.slice(0, MOST_SHOWN)) {
    const place = line > 0 ? `${file}:${line}:${column}` : `${file}${pointer === '' ? '' : `#${pointer}`}`;
    const title = language === 'zh' && Object.hasOwn(CODES, code) ? CODES[code]?.zh : undefined;
    terminal.print(
      `${colors.bold(place)} ${colour[severity](SEVERITIES[severity][language])} ${colors.dim(code)}${title === undefined ? '' : ` ${title}`}`,
      `  ${message}`,
    );
    if (fix !== undefined) terminal.print(`  ${colors.green(terminal.say({ zh: '改法', en: 'fix' }))}: ${fix}`);
  }
  const rest = sorted.length - MOST_SHOWN;
  if (rest > 0) {
    terminal.print(
      terminal.say({ zh: `……另有${rest}条,用 --json 查看全部。`, en: `… and ${rest} more; see all with --json.` }),
    );
  }
}

/** Prints how many faults each file has. */
export function printCounts(diagnostics: readonly Diagnostic[], terminal: Terminal): void {
  if (diagnostics.length === 0) return;
  const files = [...new Set(diagnostics.map(({ file }) => file))];
  const table = new Table({
    head: [terminal.say({ zh: '文件', en: 'file' }), ...ORDER.map((severity) => terminal.say(SEVERITIES[severity]))],
    colAligns: ['left', 'right', 'right', 'right'],
    style: { head: [], border: [], compact: true },
    chars: PLAIN,
  });
  for (const file of files) {
    const counts = ORDER.map((severity) =>
      diagnostics.filter((each) => each.file === file && each.severity === severity),
    );
    table.push([file, ...counts.map(({ length }) => String(length))]);
  }
  terminal.print(
    '',
    ...table
      .toString()
      .split('\n')
      .map((line) => line.trimEnd()),
  );
}

const LINES = 'top bottom left right mid'
  .split(' ')
  .flatMap((side) => [side, `${side}-mid`, `${side}-left`, `${side}-right`]);

/** A table without lines around it. */
export const PLAIN: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...LINES, 'mid-mid', 'left-mid', 'right-mid'].map((name) => [name, ''])),
  middle: '  ',
};
