import { CODES } from '../diagnostic/codes.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { chineseOf, type Wording } from '../diagnostic/wording.js';
import { plainTable } from './plain-table.js';
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
  for (const diagnostic of sorted.slice(0, MOST_SHOWN)) {
    const { file, line, column, pointer, code, severity } = diagnostic;
    const place = line > 0 ? `${file}:${line}:${column}` : `${file}${pointer === '' ? '' : `#${pointer}`}`;
    const { title, message, fix } = language === 'zh' ? chineseOf(diagnostic) : { title: '', ...diagnostic };
    const kind = [colour[severity](SEVERITIES[severity][language]), colors.dim(code), title].join(' ').trimEnd();
    terminal.print(`${colors.bold(place)} ${kind}`, `  ${short(message)}`);
    const mend = colors.green(terminal.say({ zh: '改法：', en: 'fix:' }));
    if (fix !== undefined) terminal.print(`  ${mend}${terminal.say({ zh: '', en: ' ' })}${short(fix)}`);
  }
  const rest = sorted.length - MOST_SHOWN;
  if (rest > 0) {
    terminal.print(
      terminal.say({ zh: `……另有${rest}条，用 --json 查看全部。`, en: `… and ${rest} more; see all with --json.` }),
    );
  }
}

/** Longest message that is shown whole: a cell may hold megabytes. */
const LONGEST = 600;

function short(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}……`;
}

/** Prints how many faults each file has. */
export function printCounts(diagnostics: readonly Diagnostic[], terminal: Terminal): void {
  if (diagnostics.length === 0) return;
  const files = [...new Set(diagnostics.map(({ file }) => file))];
  const rows = files.map((file) => [
    file,
    ...ORDER.map((severity) =>
      String(diagnostics.filter((each) => each.file === file && each.severity === severity).length),
    ),
  ]);
  const head = [
    terminal.say({ zh: '文件', en: 'file' }),
    ...ORDER.map((severity) => terminal.say(SEVERITIES[severity])),
  ];
  terminal.print('', ...plainTable(rows, { head, rightAligned: [1, 2, 3] }));
}

/** Diagnostics with their title and, under `zh`, their wording in Chinese. */
export function forMachines(
  diagnostics: readonly Diagnostic[],
): readonly (Diagnostic & { readonly title: string; readonly zh: Wording })[] {
  return diagnostics.map((diagnostic) => ({
    ...diagnostic,
    title: (Object.hasOwn(CODES, diagnostic.code) ? CODES[diagnostic.code]?.en : undefined) ?? diagnostic.code,
    zh: chineseOf(diagnostic),
  }));
}
