/** What stands in a text instead of what is meant, and both in words. */
export interface WrongSign {
  /** Counted from the start of the text that was looked at. */
  readonly offset: number;
  readonly what: string;
  readonly fix: string;
}

/** Signs that Chinese keyboards and word processors write, and the sign of JSON that each stands for. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ...[..."“”„＂‘’＇'"].map((sign) => [sign, '"'] as const),
  ...[...'，、；;'].map((sign) => [sign, ','] as const),
  ...[...'：='].map((sign) => [sign, ':'] as const),
  ...[...'｛｝［］【】－０１２３４５６７８９'].map((sign, at) => [sign, '{}[][]-0123456789'.charAt(at)] as const),
]);

/** Words of other notations, and their like in JSON. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ...['True', 'TRUE', '是'].map((word) => [word, 'true'] as const),
  ...['False', 'FALSE', '否'].map((word) => [word, 'false'] as const),
  ...['None', 'NULL', 'Null', 'undefined', 'NaN', '空'].map((word) => [word, 'null'] as const),
]);

/** Blanks that are none in JSON. */
const ODD_BLANK = /[^\S \t\r\n]|[\u200b-\u200d\ufeff]/;

/**
 * The first sign of a text that only looks like one of JSON, or a word of another notation; nothing where it holds none.
 *
 * @example
 * wrongSign('10，'); // { offset: 2, what: 'the sign ， is none of JSON', fix: 'Write , instead of ，.' }
 */
export function wrongSign(text: string): WrongSign | undefined {
  const word = WORDS.get(text);
  if (word !== undefined) return instead(0, text, word);
  let offset = 0;
  for (const sign of text) {
    const meant = MEANT.get(sign);
    if (meant !== undefined) return instead(offset, sign, meant);
    if (ODD_BLANK.test(sign)) {
      const code = `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
      return { offset, what: `the blank ${code} is none of JSON`, fix: 'Write a plain blank, or remove it.' };
    }
    offset += sign.length;
  }
  return undefined;
}

function instead(offset: number, written: string, meant: string): WrongSign {
  return { offset, what: `the sign ${written} is none of JSON`, fix: `Write ${meant} instead of ${written}.` };
}
