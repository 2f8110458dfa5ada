import { type CityPack, TICKET_STATES, wordsOf } from '@hotline-kit/rules';
import { type Instant, toEpochMilliseconds } from '@hotline-kit/sla-calendar';
import * as z from 'zod';
import { HotlineError } from '../errors.js';
import { visibilityOf } from '../privacy/visibility.js';
import type { TicketQuery } from '../storage/ticket-query.js';
import type { Actor } from '../ticket/actor.js';
import { refusalOfIssues } from '../ticket/issue-words.js';
import type { BilingualText } from '../ticket/refusal.js';

/** What to list; instants as everywhere: a `Date`, epoch milliseconds, or ISO text with offset. */
export interface DeskQuery extends Omit<TicketQuery, 'visibleTo' | 'dueBefore' | 'registeredFrom' | 'registeredUntil'> {
  /** An open clock falls due before this instant; overdue ones among them. */
  readonly dueBefore?: Instant;
  /** Registered at or after this instant. */
  readonly registeredFrom?: Instant;
  /** Registered before this instant. */
  readonly registeredUntil?: Instant;
}

/** Pages are no longer than this, so that nobody reads a whole city at once. */
const LONGEST = 1_000;

const word = z.string().max(1_000).optional();
const limit = z.int().min(1).max(LONGEST);
/** Checked as instants, not as data. */
const instant = z.unknown().optional();

/** A condition that is misspelt would be one that is not there, and list more than was asked for. */
const schema = z.strictObject({
  states: z.array(z.enum(wordsOf(TICKET_STATES))).optional(),
  lead: z.union([z.string().max(1_000), z.array(z.string().max(1_000)).max(10_000)]).optional(),
  handler: word,
  assist: word,
  matter: word,
  applicant: word,
  tag: word,
  dueBefore: instant,
  registeredFrom: instant,
  registeredUntil: instant,
  supervised: z.boolean().optional(),
  text: word,
  number: word,
  order: z.enum(['id', 'dueAt', 'newest']).optional(),
  limit: limit.optional(),
  after: word,
} satisfies Record<keyof DeskQuery, z.ZodType>);

/**
 * What a store is asked: every instant in epoch milliseconds, and whose tickets.
 * @throws HotlineError `invalidQuery` for a condition that there is not, a limit that is none, or an order that would
 * tell what the viewer may not read
 */
export function storeQuery(
  query: DeskQuery,
  viewer: Actor | 'public' | undefined,
  pack: CityPack,
): TicketQuery & { readonly limit: number } {
  const { dueBefore, registeredFrom, registeredUntil, limit = 50, ...rest } = checked(query);
  const visibleTo = viewer === undefined ? undefined : visibilityOf(viewer, pack.units);
  if (visibleTo?.open === true && rest.order === 'dueAt') throw noSuchOrder();
  return {
    ...rest,
    limit,
    ...(dueBefore === undefined ? {} : { dueBefore: toEpochMilliseconds(dueBefore) }),
    ...(registeredFrom === undefined ? {} : { registeredFrom: toEpochMilliseconds(registeredFrom) }),
    ...(registeredUntil === undefined ? {} : { registeredUntil: toEpochMilliseconds(registeredUntil) }),
    ...(visibleTo === undefined ? {} : { visibleTo }),
  };
}

/** The query with nothing but its known conditions; one that is undefined is none. */
function checked(query: DeskQuery): DeskQuery {
  const parsed = read(query);
  if (!parsed.success) {
    const { text } = refusalOfIssues({ zh: '查询', en: 'query' }, parsed.error.issues);
    throw new HotlineError('invalidQuery', text, { fix: known });
  }
  return Object.fromEntries(Object.entries(parsed.data).filter(([, value]) => value !== undefined)) as DeskQuery;
}

/** Of a host's object that throws when it is read, what it throws. */
function read(query: DeskQuery): ReturnType<typeof schema.safeParse> {
  try {
    return schema.safeParse(query, { reportInput: true });
  } catch (cause) {
    const what = { zh: '查询无法读取', en: 'the query cannot be read' };
    throw new HotlineError('invalidQuery', what, { fix: known, cause });
  }
}

const conditions = Object.keys(schema.shape);
const known: BilingualText = {
  zh: `可用的条件：${conditions.join('、')}；每页最多 ${LONGEST} 件，用 next 翻页`,
  en: `conditions are ${conditions.join(', ')}; a page has at most ${LONGEST} tickets, then go on with \`next\``,
};

function noSuchOrder(): HotlineError {
  const what = {
    zh: '社会监督员看不到时限，不能按到期时间排列',
    en: 'who watches for the public does not see the clocks, and lists nothing in their order',
  };
  return new HotlineError('invalidQuery', what, {
    fix: { zh: '请用 id 或 newest 排列', en: 'order by id or newest' },
  });
}
