import { instantOf, toEpochMilliseconds } from '@hotline-kit/sla-calendar';
import { didYouMean } from '../diagnostic/nearest.js';
import { CLOCK_FACTS, type FactDefinition, KNOWN_FACTS } from '../facts.js';
import type { CityPack } from '../pack/city-pack.js';
import type { BacktestCase } from './backtest.js';

/** A column of a table of past cases: a fact, the id of the case, or the instant of its decision. */
type Column =
  | { readonly kind: 'fact'; readonly name: string; readonly definition: FactDefinition }
  | { readonly kind: 'id' }
  | { readonly kind: 'at' };

/** A heading that names no fact, and the one that was perhaps meant. */
export interface IgnoredHeading {
  readonly heading: string;
  readonly hint?: string;
}

/** A field that cannot be read: its column, from 0, and what was expected. */
export interface UnreadableField {
  readonly column: number;
  readonly message: string;
  readonly fix: string;
}

const ID_HEADINGS = new Set(['id', '编号', '工单编号', '工单号']);
const AT_HEADINGS = new Set(['at', '时间', '受理时间', '派单时间']);
const DAY = /^\d{4}-\d\d-\d\d$/;
const [YES, NO] = [new Set(['true', '1', '是', 'yes', 'y']), new Set(['false', '0', '否', 'no', 'n'])];

/** Reads past cases from rows of texts: what each column means, and each field as its fact asks. */
export class CaseColumns {
  readonly ignored: readonly IgnoredHeading[];
  readonly #columns: readonly (Column | undefined)[];
  readonly #zone: string;

  /**
   * @param headings Names of facts or their Chinese titles; `id` and `at`.
   * @param packs The packs whose facts count.
   * @param zone IANA zone of instants that are written without an offset.
   */
  constructor(headings: readonly string[], packs: readonly CityPack[], zone: string) {
    const facts = factsOf(packs);
    const byTitle = new Map([...facts].map(([name, { title }]) => [title.zh, name]));
    this.#zone = zone;
    this.#columns = headings.map((heading): Column | undefined => {
      const name = facts.has(heading) ? heading : byTitle.get(heading);
      const definition = name === undefined ? undefined : facts.get(name);
      if (name !== undefined && definition !== undefined) return { kind: 'fact', name, definition };
      if (ID_HEADINGS.has(heading)) return { kind: 'id' };
      return AT_HEADINGS.has(heading) ? { kind: 'at' } : undefined;
    });
    this.ignored = headings.flatMap((heading, index) => {
      if (this.#columns[index] !== undefined || heading === '') return [];
      const hint = didYouMean(heading, [...facts.keys(), ...byTitle.keys()]);
      return [{ heading, ...(hint !== undefined && { hint }) }];
    });
  }

  /** The facts that the columns give. */
  get facts(): readonly string[] {
    return this.#columns.flatMap((column) => (column?.kind === 'fact' ? [column.name] : []));
  }

  /** A row as a case; an empty field is an absent fact. */
  read(fields: readonly string[]): BacktestCase | UnreadableField {
    const facts: Record<string, unknown> = {};
    let id: string | undefined;
    let at: number | undefined;
    for (let index = 0; index < this.#columns.length; index += 1) {
      const column = this.#columns[index];
      const text = fields[index] ?? '';
      if (column === undefined || text === '') continue;
      if (column.kind === 'id') id = text;
      else if (column.kind === 'at') {
        at = this.#instant(text);
        if (at === undefined)
          return {
            column: index,
            message: `"${text.slice(0, 60)}" is no instant.`,
            fix: 'Write it like 2026-01-05, or 2026-01-05 09:30.',
          };
      } else {
        const value = readField(text, column.definition);
        if (value === undefined) {
          return {
            column: index,
            message: `"${text.slice(0, 60)}" is no ${column.definition.type}.`,
            fix: 'Mend the cell, or leave it empty.',
          };
        }
        facts[column.name] = value;
      }
    }
    return { facts, ...(id !== undefined && { id }), ...(at !== undefined && { at }) };
  }

  /** An instant with offset, or a time or a whole day in the city's zone. */
  #instant(written: string): number | undefined {
    const text = DAY.test(written) ? `${written} 00:00` : written;
    try {
      return toEpochMilliseconds(/(?:Z|[+-]\d\d:\d\d)$/.test(text) ? text : instantOf(text, this.#zone));
    } catch {
      return undefined;
    }
  }
}

function factsOf(packs: readonly CityPack[]): ReadonlyMap<string, FactDefinition> {
  const facts = new Map<string, FactDefinition>(Object.entries(KNOWN_FACTS));
  for (const { facts: own, clocks } of packs) {
    for (const [name, definition] of Object.entries(own)) facts.set(name, definition);
    for (const { id } of clocks) {
      for (const [name, definition] of Object.entries(CLOCK_FACTS)) facts.set(`clock.${id}.${name}`, definition);
    }
  }
  return facts;
}

function readField(text: string, { type }: FactDefinition): unknown {
  switch (type) {
    case 'number': {
      const value = Number(text);
      return Number.isFinite(value) ? value : undefined;
    }
    case 'boolean': {
      const word = text.toLowerCase();
      return YES.has(word) ? true : NO.has(word) ? false : undefined;
    }
    case 'array':
      return text.split(/[;；、]/).map((part) => part.trim());
    case 'object':
      return undefined;
    default:
      return text;
  }
}
