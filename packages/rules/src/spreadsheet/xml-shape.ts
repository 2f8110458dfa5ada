import { SheetError } from './sheet-error.js';

/** Most levels of elements in each other. A worksheet has five. */
const MOST_LEVELS = 64;

/** Most bytes of one tag with its attributes. That of a worksheet's root, with all its namespaces, has some thousand. */
const LONGEST_TAG = 64 * 1024;

const [OPEN, CLOSE, SLASH, BANG, QUESTION] = [0x3c, 0x3e, 0x2f, 0x21, 0x3f];
const QUOTES = [0x22, 0x27];

/**
 * Refuses a file whose elements lie deeper in each other, or have more attributes, than those of any spreadsheet: the
 * reader keeps all of them, and needs minutes and gigabytes for what packs into some kilobytes.
 *
 * @throws SheetError where it is so.
 */
export function checkXmlShape(xml: Uint8Array): void {
  let levels = 0;
  for (let at = xml.indexOf(OPEN); at !== -1; at = xml.indexOf(OPEN, at)) {
    const kind = xml[at + 1];
    const end = endOfTag(xml, at + 1);
    if (end - at > LONGEST_TAG) throw oddShape();
    if (kind === SLASH) levels -= 1;
    else if (kind !== BANG && kind !== QUESTION && xml[end - 1] !== SLASH) levels += 1;
    if (levels > MOST_LEVELS) throw oddShape();
    at = end;
  }
}

/** Where a tag ends; a closing bracket inside quotes does not end it. Of an endless tag no more is looked at than need be. */
function endOfTag(xml: Uint8Array, from: number): number {
  let quote: number | undefined;
  let at = from;
  for (; at < xml.length && at - from <= LONGEST_TAG; at += 1) {
    const byte = xml[at] as number;
    if (quote !== undefined) {
      if (byte === quote) quote = undefined;
    } else if (byte === CLOSE) return at;
    else if (QUOTES.includes(byte)) quote = byte;
  }
  return at;
}

function oddShape(): SheetError {
  return new SheetError({
    zh: '该 .xlsx 的内部结构不是表格软件所写，不予读取。请用表格软件打开后另存为 .xlsx 或 CSV。',
    en: 'This .xlsx is built as no spreadsheet program builds it, and is not read. Open it in one and save it as .xlsx or CSV.',
  });
}
