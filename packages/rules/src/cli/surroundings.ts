import type { Language } from './terminal.js';

/** The environment variables that the command heeds. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Whether to colour what goes to a stream: NO_COLOR forbids it, FORCE_COLOR asks for it, and else a terminal that knows
 * colours gets them.
 */
export function wantsColor({ NO_COLOR, FORCE_COLOR, TERM }: Environment, isTerminal: boolean): boolean {
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return isTerminal && TERM !== 'dumb';
}

/** The language that the user's system speaks: Chinese, or English for all others. */
export function preferredLanguage({ LC_ALL, LC_MESSAGES, LANG }: Environment, locale: string): Language {
  const named = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '');
  return (named ?? locale).toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** The language that the arguments ask for with `--lang`, wherever it stands; nothing where they ask for none. */
export function askedLanguage(args: readonly string[]): Language | undefined {
  const ended = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  const at = ended.lastIndexOf('--lang');
  const value =
    at === -1
      ? ended
          .filter((arg) => arg.startsWith('--lang='))
          .at(-1)
          ?.slice('--lang='.length)
      : ended[at + 1];
  return value === 'zh' || value === 'en' ? value : undefined;
}
