import type { CityPack } from '@hotline-kit/rules';
import type { Instant } from '@hotline-kit/sla-calendar';
import { unknownClock } from '../dispatch/unknown-clock.js';
import { unknownUnit } from '../dispatch/unknown-unit.js';
import { type ImportedTicket, importedTicketSchema } from '../migration/imported-ticket.js';
import { takeOver } from '../migration/take-over.js';
import type { Actor } from '../ticket/actor.js';
import { refusalOfIssues } from '../ticket/issue-words.js';
import { type Refusal, refuse } from '../ticket/refusal.js';
import type { LawInForce } from './law-in-force.js';
import { checkedLawKeeper } from './packs.js';
import { writtenAt } from './written-at.js';

/** From which system tickets are taken over, by whom and when. */
export interface ImportOptions {
  /** Name of the old system, such as `old-hotline`; with the reference it makes the ticket's id. */
  readonly source: string;
  readonly by: Actor;
  readonly at: Instant;
}

/** What came of an import: nothing of a row that is refused is written. */
export interface ImportReport {
  readonly imported: number;
  /** Rows that had been taken over before, and are left as they are. */
  readonly repeated: number;
  readonly refused: readonly {
    /** Counted from 1. */
    readonly row: number;
    readonly reference: string | undefined;
    readonly refusal: Refusal;
  }[];
}

/** Takes tickets of another system over, one by one; a row that is read twice is taken over once. */
export async function importTickets(
  law: LawInForce,
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  options: ImportOptions,
): Promise<ImportReport> {
  const by = checkedLawKeeper(options.by);
  const given = { source: options.source, at: writtenAt(options.at), pack: law.pack };
  const refused: { row: number; reference: string | undefined; refusal: Refusal }[] = [];
  let [row, imported, repeated] = [0, 0, 0];
  for await (const { each } of boxed(rows)) {
    row += 1;
    const [read, named] = attempted(() => [readRow(each, law.pack), referenceOf(each)] as const) ?? [
      unreadable,
      undefined,
    ];
    if (!read.ok) {
      refused.push({ row, reference: named, refusal: read.refusal });
      continue;
    }
    const { reference, call, registeredAt } = read.ticket;
    const id = `${given.source}:${reference}`;
    const registering = { id, ticket: id, type: 'register', data: call, by, at: registeredAt } as const;
    const outcome = await law.executor.execute(registering);
    if (!outcome.ok) {
      refused.push({ row, reference, refusal: outcome.refusal });
      continue;
    }
    // A process that died after the registration is made good by reading the same rows again.
    const make = (record: Parameters<typeof takeOver>[0]) =>
      record.imported === null ? takeOver(record, read.ticket, given) : [];
    const events = await law.executor.note(id, make, { by, command: `import:${id}` });
    if (events.length > 0) imported += 1;
    else repeated += 1;
  }
  return { imported, repeated, refused };
}

type Read = { readonly ok: true; readonly ticket: ImportedTicket } | { readonly ok: false; readonly refusal: Refusal };

/** Each in a box, so that a row of the host's is not taken for a promise, and asked for its `then`. */
async function* boxed(rows: Iterable<unknown> | AsyncIterable<unknown>): AsyncGenerator<{ readonly each: unknown }> {
  if (Symbol.asyncIterator in rows) for await (const each of rows) yield { each };
  else for (const each of rows) yield { each };
}

/** A row of the host's may be an object that throws when it is read. */
const unreadable = refuse('unreadableRow', '该行无法读取', 'the row cannot be read', {
  remedy: { zh: '请传入普通对象', en: 'pass a plain object' },
});

function attempted<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function readRow(row: unknown, pack: CityPack): Read {
  const parsed = importedTicketSchema.safeParse(row, { reportInput: true });
  if (!parsed.success) {
    return { ok: false, refusal: refusalOfIssues({ zh: '导入行', en: 'row' }, parsed.error.issues) };
  }
  const { lead, assists = [], due = {} } = parsed.data;
  const unknown = unknownUnit([lead, ...assists], pack) ?? unknownClock(Object.keys(due), pack);
  return unknown ?? { ok: true, ticket: parsed.data };
}

function referenceOf(row: unknown): string | undefined {
  const reference = (row as { readonly reference?: unknown } | null | undefined)?.reference;
  return typeof reference === 'string' ? reference : undefined;
}
