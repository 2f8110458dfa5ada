import type { Desk, DeskCommand, Result } from '@hotline-kit/core';
import { routeTicket } from '@hotline-kit/rules';
import type { BostonPack } from './boston-pack.js';
import { callOf } from './call.js';
import { lifeOf } from './life.js';
import { ownDueAt } from './own-limit.js';
import { flagsReadBack } from './read-back.js';
import { readRows } from './rows/read-rows.js';
import type { Row } from './rows/row.js';
import { type Published, Tally } from './tally.js';

/** Rows whose lives go into one transaction. */
const rowsInBatch = 50;

/** What a run needs. */
export interface ReplayOptions {
  readonly file: string;
  readonly boston: BostonPack;
  readonly desk: Desk;
  /** When rows still open are judged; default the file's last instant. */
  readonly asOf: Date | undefined;
  /** Ends the run between two batches. */
  readonly signal: AbortSignal;
  /** How far the file is worked through, in bytes, and how many rows have lived so far. */
  readonly onProgress: (bytes: number, rows: number) => void;
}

/** What came of a run. */
export interface Replayed {
  readonly tally: Tally;
  /** When rows still open were judged; undefined for a file without rows. */
  readonly asOf: Date | undefined;
}

/**
 * Lets every row of a file live its life again on the desk, judges what is still open, and reads the flags back.
 * @throws ReplayError where the file cannot be read, HotlineError where the database cannot be written
 */
export async function replay(options: ReplayOptions): Promise<Replayed> {
  const { file, boston, desk, signal, onProgress } = options;
  const run = new Run(boston, desk);
  let bytesDone = 0;
  for await (const { rows, unreadable, bytesRead } of readRows(file, boston.zone)) {
    for (const each of unreadable) run.tally.failed(each);
    for (let at = 0; at < rows.length; at += rowsInBatch) {
      signal.throwIfAborted();
      await run.live(rows.slice(at, at + rowsInBatch));
      const share = Math.min(1, (at + rowsInBatch) / rows.length);
      onProgress(bytesDone + share * (bytesRead - bytesDone), run.tally.rows);
    }
    bytesDone = bytesRead;
  }
  const asOf = options.asOf ?? run.lastInstant;
  if (asOf !== undefined) {
    const { failed } = await desk.runDue(asOf);
    if (failed[0] !== undefined) throw failed[0].error;
  }
  await run.judge();
  return { tally: run.tally, asOf };
}

class Run {
  readonly tally = new Tally();
  readonly #published = new Map<string, Published>();
  readonly #boston: BostonPack;
  readonly #desk: Desk;
  #lastInstant = Number.NEGATIVE_INFINITY;

  constructor(boston: BostonPack, desk: Desk) {
    this.#boston = boston;
    this.#desk = desk;
  }

  /** The last instant at which something happened in the file. */
  get lastInstant(): Date | undefined {
    return Number.isFinite(this.#lastInstant) ? new Date(this.#lastInstant) : undefined;
  }

  /** Lets rows live, all in one transaction. */
  async live(rows: readonly Row[]): Promise<void> {
    const lives = rows.filter((row) => this.#isNew(row)).map((row) => this.#plan(row));
    const results = await this.#desk.batch(lives.flatMap(({ commands }) => commands));
    let at = 0;
    for (const { row, commands, lead, dueAt } of lives) {
      const refusal = this.#refusal(row, commands, results.slice(at, at + commands.length));
      at += commands.length;
      if (refusal) continue;
      this.tally.lived(row, { lead, ownDueAt: dueAt });
      this.#lastInstant = Math.max(this.#lastInstant, (row.closedAt ?? row.openedAt).getTime());
    }
  }

  /** Compares what the clocks in the database say with what the city published. */
  async judge(): Promise<void> {
    for await (const { id, flag } of flagsReadBack(this.#desk)) {
      const published = this.#published.get(id);
      if (published !== undefined) this.tally.judged(id, published, flag);
    }
  }

  #isNew({ id, line, department, flag, targetAt }: Row): boolean {
    const first = this.#published.get(id);
    if (first !== undefined) {
      this.tally.failed({ line, problem: { code: 'doubledId', id, firstLine: first.line } });
      return false;
    }
    this.#published.set(id, { line, department, flag, hasTarget: targetAt !== undefined });
    return true;
  }

  #plan(row: Row) {
    const { pack, zone } = this.#boston;
    const call = callOf(row, this.#boston);
    const { channel, type, matter, place } = call;
    const facts = { channel, type, ...(matter && { matter }), ...(place.district && { district: place.district }) };
    const { lead } = routeTicket(pack, facts, { at: row.openedAt });
    const commands = lifeOf(row, call, lead, zone);
    return { row, commands, lead, dueAt: ownDueAt(pack, facts, row.openedAt) };
  }

  /** Whether the desk refused a step: the row is then reported and no longer counted. */
  #refusal(row: Row, commands: readonly DeskCommand[], results: readonly Result[]): boolean {
    for (const [index, result] of results.entries()) {
      if (result.ok) continue;
      const { zh, en } = result.refusal.text;
      const command = commands[index]?.type ?? '';
      this.tally.failed({ line: row.line, problem: { code: 'refused', command, zh, en } });
      this.#published.delete(row.id);
      return true;
    }
    return false;
  }
}
