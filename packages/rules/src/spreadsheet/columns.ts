import { nearest } from '../diagnostic/nearest.js';
import type { Sheet, SheetRow } from './sheet.js';
import { SheetError } from './sheet-error.js';

/** What a column of a table of matters may hold. */
export const FIELDS = ['code', 'name', 'parent', 'type', 'district', 'lead', 'assists', 'article'] as const;

/** One of the fields. */
export type Field = (typeof FIELDS)[number];

/** The index of the column that holds a field. */
export type Columns = Readonly<Partial<Record<Field, number>>>;

/** The headings under which cities write the fields, without blanks and brackets. */
const HEADINGS: Readonly<Record<Field, string>> = {
  code: 'code matter mattercode 事项编码 事项代码 事项编号 编码 代码 事项码',
  name: 'name mattername 事项名称 名称 事项 诉求事项 事项内容 办理事项',
  parent: 'parent 上级事项 上级 上级编码 上级事项编码 父级 父级编码 父事项 所属事项 所属类别 事项类别 事项大类 大类',
  type: 'type tickettype 类型 诉求类型 诉求类别 工单类型 来电类型',
  district: 'district 区县 所属区县 行政区 行政区划 属地 辖区 区域 所属区域 所属区 镇街 街镇 园区镇街 适用区域',
  lead: 'lead leadunit unit 主办 主办单位 主办部门 责任单位 责任部门 主责单位 主责部门 承办单位 承办部门 牵头单位 牵头部门 办理单位 处置单位',
  assists: 'assists assist 协办 协办单位 协办部门 配合单位 配合部门 协同单位 协助单位 参与单位',
  article: 'article 依据 法律依据 政策依据 文件依据 依据条款 条款 设定依据 职责依据 法规依据',
};

const KNOWN: ReadonlyMap<string, Field> = new Map(
  FIELDS.flatMap((field) => HEADINGS[field].split(' ').map((heading) => [heading, field] as const)),
);

/** Titles and notes may stand above the headings, but not more than these rows. */
const SEARCHED_ROWS = 20;

/** The columns of a table, and the rows below its headings. */
export interface SheetColumns {
  readonly columns: Columns;
  readonly headings: SheetRow;
  readonly body: readonly SheetRow[];
}

/**
 * Finds the row of headings and what each column holds.
 *
 * @param named Headings that the caller names, by field; they come before the known ones.
 * @throws SheetError where no row has the headings that are needed, or two columns hold the same.
 */
export function findColumns(
  sheet: Sheet,
  needed: readonly (readonly Field[])[],
  named: Readonly<Partial<Record<Field, string>>> = {},
): SheetColumns {
  const byHeading = new Map(
    FIELDS.flatMap((field) => (named[field] === undefined ? [] : [[plain(named[field]), field] as const])),
  );
  const fieldOf = (cell: string): Field | undefined => {
    const field = byHeading.get(plain(cell));
    if (field !== undefined) return field;
    const known = KNOWN.get(plain(cell));
    return known === undefined || named[known] !== undefined ? undefined : known;
  };
  const candidates = sheet.rows.slice(0, SEARCHED_ROWS);
  const counted = candidates.map(({ cells }) => new Set(cells.flatMap((cell) => fieldOf(cell) ?? [])));
  for (const heading of Object.values(named)) {
    if (candidates.some(({ cells }) => cells.some((cell) => plain(cell) === plain(heading)))) continue;
    throw unknownHeading(
      heading,
      candidates.flatMap(({ cells }) => cells),
    );
  }
  const index = counted.findIndex((fields) => needed.every((any) => any.some((field) => fields.has(field))));
  const headings = candidates[index];
  if (headings === undefined) throw notFound(candidates, counted, needed);
  const columns: Partial<Record<Field, number>> = {};
  for (const [column, cell] of headings.cells.entries()) {
    const field = fieldOf(cell);
    if (field === undefined) continue;
    const first = columns[field];
    if (first !== undefined) {
      const [a, b] = [headings.cells[first] ?? '', cell];
      throw new SheetError({
        zh: `“${a}”与“${b}”两列都像是 ${field}。请指明：--column ${field}=${a}`,
        en: `The columns "${a}" and "${b}" both look like ${field}. Say which: --column ${field}=${a}`,
      });
    }
    columns[field] = column;
  }
  return { columns, headings, body: sheet.rows.slice(index + 1) };
}

/** Longest cell that may be a heading. Brackets that never close would be searched through again and again. */
const LONGEST = 200;

/** A heading without blanks and what stands in brackets: 主办单位(责任部门) is 主办单位. */
function plain(heading: string): string {
  if (heading.length > LONGEST) return heading;
  return heading
    .replaceAll(/\s|[*＊:：]/g, '')
    .replaceAll(/[(（【[][^)）】\]]*[)）】\]]/g, '')
    .toLowerCase();
}

function notFound(
  rows: readonly SheetRow[],
  counted: readonly ReadonlySet<Field>[],
  needed: readonly (readonly Field[])[],
): SheetError {
  if (rows.length === 0) return new SheetError({ zh: '表格里没有任何内容。', en: 'The table is empty.' });
  const most = Math.max(0, ...counted.map(({ size }) => size));
  const best = counted.findIndex(({ size }) => size === most);
  const seen = (rows[best]?.cells ?? []).flatMap((cell) => cell.slice(0, 40) || []).join(' | ');
  const wanting = needed.filter((any) => !any.some((field) => counted[best]?.has(field) === true));
  const fields = wanting.map((any) => any.join('/')).join(', ');
  const examples = wanting.map(
    (any) => HEADINGS[any[0] as Field].split(' ').find((word) => /\p{sc=Han}/u.test(word)) ?? '',
  );
  const line = rows[best]?.line ?? 1;
  return new SheetError({
    zh: `没有找到表头：缺少 ${fields}（例如“${examples.join('”“')}”）。第${line}行是：${seen}。请用 --column ${wanting[0]?.[0] ?? ''}=表头 指明。`,
    en: `No row of headings: ${fields} is missing (such as ${examples.join(', ')}). Line ${line} reads: ${seen}. Name it with --column ${wanting[0]?.[0] ?? ''}=HEADING.`,
  });
}

function unknownHeading(named: string, cells: readonly string[]): SheetError {
  const meant = nearest(
    named,
    cells.filter(({ length }) => length <= LONGEST),
  );
  return new SheetError({
    zh: `没有列“${named}”。${meant === undefined ? '请照抄表头。' : `是否为“${meant}”？`}`,
    en: `There is no column "${named}". ${meant === undefined ? 'Copy the heading from the table.' : `Did you mean "${meant}"?`}`,
  });
}
