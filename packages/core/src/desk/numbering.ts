import type { CityPack } from '@hotline-kit/rules';
import { civilDateOf } from '@hotline-kit/sla-calendar';
import type { TicketStore } from '../storage/store.js';
import type { IsoInstant } from '../ticket/instant.js';

interface Block {
  next: number;
  end: number;
}

/** Days of which the desk keeps an open block; older ones are given up and leave a gap in the numbers. */
const openBlocks = 16;

/**
 * Ticket numbers such as `DG-20230710-0042`: the pack's prefix, the day in the city's zone, a running number. Numbers
 * come in blocks reserved ahead, so that no two tickets of a day ever write the same row; a block that a process does
 * not use up leaves a gap.
 */
export class Numbering {
  readonly #blocks = new Map<string, Block>();

  constructor(
    private readonly store: TicketStore,
    private readonly blockSize: number,
  ) {}

  /** Makes sure that `take` has `count` numbers for that day. */
  async reserve(pack: CityPack, at: IsoInstant, count: number): Promise<string> {
    const scope = scopeOf(pack, at);
    const block = this.#blocks.get(scope);
    if (block !== undefined && block.end - block.next >= count) return scope;
    const size = Math.max(count, this.blockSize);
    const first = await this.store.reserveNumbers(scope, size);
    this.#blocks.set(scope, { next: first, end: first + size });
    if (this.#blocks.size > openBlocks) this.#blocks.delete(this.#blocks.keys().next().value ?? '');
    return scope;
  }

  /** The next number of a reserved scope; `keep` says afterwards whether a ticket got it. */
  take(scope: string): { readonly number: string; keep(): void } {
    const block = this.#blocks.get(scope);
    if (block === undefined || block.next >= block.end) throw new RangeError(`no number of ${scope} is reserved`);
    const number = `${scope}-${String(block.next).padStart(4, '0')}`;
    return {
      number,
      keep: () => {
        block.next += 1;
      },
    };
  }
}

function scopeOf(pack: CityPack, at: IsoInstant): string {
  const day = civilDateOf(at, pack.defaultCalendar.zone).replaceAll('-', '');
  return `${pack.numbering?.prefix ?? pack.id}-${day}`;
}
