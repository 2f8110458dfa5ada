import { en } from './en.js';
import type { Messages } from './messages.js';
import { zh } from './zh.js';

/** The languages by the name that `--lang` takes. */
export const languages = { en, zh } as const satisfies Readonly<Record<string, Messages>>;

/** A language of the program. */
export type Language = keyof typeof languages;
