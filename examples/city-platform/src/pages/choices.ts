/** Languages of the pages. */
export const languages = ['zh', 'en'] as const;
/** A language of the pages. */
export type Language = (typeof languages)[number];

/** Looks that a visitor may choose; `auto` follows the device. */
export const looks = ['auto', 'gov-blue', 'dark', 'contrast'] as const;
/** A look of the pages. */
export type Look = (typeof looks)[number];
